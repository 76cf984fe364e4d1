/* The report: language, zone, and tables that can be filtered and sorted. */
const zoneChoice = one("#zone");

/* Rows are put into the pieces of their table in their order; a piece is a <table>. */
function rowsOf(tables) {
    return [...tables].flatMap((table) => [...table.tBodies[0].rows]);
}
function spread(tables, rows) {
    const sizes = [...tables].map((table) => table.tBodies[0].rows.length);
    let from = 0;
    [...tables].forEach((table, k) => {
        table.tBodies[0].append(...rows.slice(from, from + sizes[k]));
        from += sizes[k];
    });
}
function valueOf(row, column, isNumber) {
    const text = row.cells[column].textContent.trim();
    return isNumber ? Number.parseFloat(text) || 0 : text;
}
function sortBy(tables, column, isNumber, down) {
    const collator = new Intl.Collator(LOCALES[language], { numeric: true });
    const rows = rowsOf(tables).map((row) => [valueOf(row, column, isNumber), row]);
    const sign = down ? -1 : 1;
    rows.sort((a, b) => sign * (isNumber ? a[0] - b[0] : collator.compare(a[0], b[0])));
    spread(
        tables,
        rows.map((row) => row[1]),
    );
    for (const table of tables) {
        [...table.tHead.rows[0].cells].forEach((cell, k) => {
            if (k === column) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
            else cell.removeAttribute("aria-sort");
        });
    }
}
/* Only the first piece shows its head. */
function makeSortable(tables) {
    [...tables[0].tHead.rows[0].cells].forEach((cell, column) => {
        const button = make("button", { type: "button" }, cell.textContent);
        const isNumber = cell.classList.contains("n");
        if (cell.dataset.t) button.dataset.t = cell.dataset.t;
        delete cell.dataset.t;
        button.addEventListener("click", () => {
            const isUp = cell.getAttribute("aria-sort") === "ascending";
            const isDown = cell.getAttribute("aria-sort") === "descending";
            sortBy(tables, column, isNumber, isNumber ? !isDown : isUp);
        });
        cell.replaceChildren(button);
    });
}

const filters = [];
function makeFilter(place, tables, before) {
    const input = make("input", { type: "search", autocomplete: "off" });
    const shown = make("span", { role: "status" });
    const label = make("span", { "data-t": "filter-table" }, say("filter-table"));
    place.insertBefore(
        make("div", { class: "filters" }, make("label", {}, label, " ", input), shown),
        before,
    );
    const show = () => {
        const words = plain(input.value).split(/\s+/).filter(Boolean);
        let n = 0,
            all = 0;
        for (const table of tables) {
            let inTable = 0;
            for (const row of table.tBodies[0].rows) {
                if (words.length) row.key ??= plain(row.textContent);
                const hide = !words.every((word) => row.key.includes(word));
                if (row.hidden !== hide) row.hidden = hide;
                all++;
                inTable += !hide;
            }
            const section = table.closest(".filtered > section");
            if (section) section.hidden = inTable === 0;
            n += inTable;
        }
        shown.textContent = say(
            "rows",
            n.toLocaleString(LOCALES[language]),
            all.toLocaleString(LOCALES[language]),
        );
    };
    input.addEventListener("input", later(show));
    filters.push(() => {
        for (const row of rowsOf(tables)) delete row.key;
        show();
    });
}
for (const place of all(".table")) {
    if (place.closest(".filtered")) continue;
    const tables = all("table", place);
    if (tables.length === 0) continue;
    if (!place.classList.contains("plain")) {
        makeFilter(place, tables, place.firstElementChild);
        makeSortable(tables);
    }
}
for (const place of all(".filtered")) {
    const tables = all("table", place);
    if (tables.length > 0) makeFilter(place, tables, place.firstElementChild);
}
/* What is wider than its place can be scrolled with keys. Of the long tables the width
 * is known: to measure them would be to lay all of them out. */
function reachTables() {
    const least = 60 * Number.parseFloat(getComputedStyle(root).fontSize);
    const room = main.clientWidth - 32;
    const isWide = (place) =>
        place.matches(".organisations, .unserved, .meetings, .changes")
            ? room < least
            : place.scrollWidth > place.clientWidth;
    const wide = [...all(".table")].filter(isWide);
    for (const place of all(".table[tabindex]")) place.removeAttribute("tabindex");
    for (const place of wide) place.tabIndex = 0;
}

function choose(next) {
    setLanguage(next);
    fillZoneChoice(zoneChoice, []);
    for (const show of filters) show();
    reachTables();
}
zoneChoice.addEventListener("change", () => {
    chosenZone = zoneChoice.value;
    showTimes();
    for (const show of filters) show();
});
one("#tools").addEventListener("submit", (event) => event.preventDefault());
one("#print").addEventListener("click", () => window.print());
for (const button of all("[data-language]"))
    button.addEventListener("click", () => choose(button.dataset.language));
addEventListener("resize", later(reachTables));
for (const element of [one("#tools"), one(".languages")]) element.hidden = false;
choose(preferredLanguage(new URLSearchParams(location.hash.slice(1)).get("lang")));
