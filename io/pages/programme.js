/* The programme: search, filters, zones, views and personal agendas. The address says
 * what is shown (#p=gifu&lang=ja&tz=Asia/Tokyo), so that it can be sent. */
const field = Object.fromEntries(
    [
        "q",
        "day",
        "country",
        "zone",
        "interpreted",
        "view",
        "print",
        "print-agendas",
        "more",
        "reset",
        "shown",
        "tools",
        "programme",
        "agendas",
    ].map((id) => [id, document.getElementById(id)]),
);
const people = new Map();
for (const link of all(".directory a")) {
    const id = link.hash.slice(3);
    people.set(id, {
        id,
        link,
        row: link.parentElement,
        colour: link.className,
        ...link.dataset,
        key: plain([link.textContent, link.dataset.ja ?? "", id, link.dataset.country].join(" ")),
    });
}
const MANY = 300; /* meetings and people: more come back in two steps */
const items = [...all(".item", field.programme)];
const eventTitle = document.title;
let person = ""; /* whose agenda is shown; "*" all of them */

/* Meetings with their people, made when first needed. */
let meetings = null;
function findMeetings() {
    if (meetings) return meetings;
    meetings = [];
    for (const slot of all(".slot")) {
        const time = one("time", slot);
        /* about as high as it will be, so that few slots are near what is seen */
        slot.style.setProperty("--tall", `${2.3 * slot.lastElementChild.childElementCount}rem`);
        for (const element of slot.lastElementChild.children) {
            const links = [...element.children].filter((child) => child.localName === "a");
            const room = element.firstElementChild.textContent;
            meetings.push({
                element,
                time,
                room,
                roomKey: plain(room),
                links,
                people: links.map((a) => a.hash.slice(3)),
                interpreted: one(".i", element) !== null,
                tentative: one(".t", element) !== null,
            });
        }
    }
    for (const who of people.values()) who.meetings = [];
    for (const meeting of meetings)
        for (const id of meeting.people) people.get(id)?.meetings.push(meeting);
    return meetings;
}

/* Filters */
function setHidden(element, hide) {
    if (element.hidden !== hide) element.hidden = hide;
}
/* A part with little in it lets others come into sight, and all of these would be laid
 * out at once when everything is in them again. So they are left out for as long as it
 * takes to forget how low they were. */
function refill() {
    root.classList.add("refilling");
    requestAnimationFrame(() =>
        requestAnimationFrame(() => root.classList.remove("refilling")),
    );
}
function visiblePeople(words, country) {
    const found = words.map((word) => {
        const ids = new Set();
        for (const who of people.values()) if (who.key.includes(word)) ids.add(who.id);
        return ids;
    });
    const ofCountry = new Set();
    for (const who of people.values())
        if (!country || (who.country || who.side) === country) ofCountry.add(who.id);
    return { found, ofCountry };
}
function isFiltered() {
    return Boolean(
        field.q.value.trim() || field.day.value || field.country.value || field.interpreted.checked,
    );
}
function filter() {
    const words = plain(field.q.value).split(/\s+/).filter(Boolean);
    const { found, ofCountry } = visiblePeople(words, field.country.value);
    let shown = 0,
        back = 0;
    for (const meeting of findMeetings()) {
        const matches =
            words.every(
                (word, k) =>
                    meeting.roomKey.includes(word) || meeting.people.some((id) => found[k].has(id)),
            ) &&
            (!field.country.value || meeting.people.some((id) => ofCountry.has(id))) &&
            (!field.interpreted.checked || meeting.interpreted);
        meeting.shown = matches;
        back += matches && meeting.element.hidden;
        setHidden(meeting.element, !matches);
    }
    const isPicky = words.length > 0 || field.country.value || field.interpreted.checked;
    for (const item of items) {
        setHidden(
            item,
            Boolean(isPicky) &&
                !(
                    words.length > 0 &&
                    words.every((word) => plain(one("strong", item).textContent).includes(word))
                ),
        );
    }
    let anything = false;
    for (const day of all(".day")) {
        const isAsked = !field.day.value || one("time", day).dateTime === field.day.value;
        let inDay = 0;
        for (const block of all(".block", day)) inDay += filterBlock(block, Boolean(isPicky));
        const items = [...all(".item", day)].some((item) => !item.hidden);
        setHidden(day, !isAsked || (inDay === 0 && !items));
        if (isAsked) shown += inDay;
        anything ||= !day.hidden;
    }
    for (const who of people.values()) {
        const matches = words.every((word, k) => found[k].has(who.id)) && ofCountry.has(who.id);
        back += matches && who.row.hidden;
        setHidden(who.row, !matches);
    }
    field.programme.classList.toggle("none", !anything);
    if (back > MANY) refill();
    setHidden(field.reset, !isFiltered());
    field.shown.textContent = say(
        "shown",
        shown.toLocaleString(LOCALES[language]),
        findMeetings().length.toLocaleString(LOCALES[language]),
    );
}
/* Hides what has become empty; returns how many meetings are left. */
function filterBlock(block, isPicky) {
    const rows = new Set();
    let n = 0;
    for (const slot of all(".slot", block)) {
        let inSlot = 0;
        for (const element of slot.lastElementChild.children) {
            if (element.hidden) continue;
            inSlot++;
            rows.add(element.classList[1]);
        }
        setHidden(slot.lastElementChild, inSlot === 0);
        slot.classList.toggle("idle", inSlot === 0);
        n += inSlot;
    }
    for (const row of all(".row", block)) setHidden(row, isPicky && !rows.has(row.classList[1]));
    const bands = [...all(".band", block)].some((band) => !band.hidden);
    setHidden(block, n === 0 && !bands);
    return n;
}

/* Personal agendas */
function concerns(item, who) {
    return (
        "all" in item.dataset ||
        (item.dataset.side !== undefined && item.dataset.side === who.side) ||
        (item.dataset.for ?? "").split(" ").includes(who.id)
    );
}
function agendaEntries(who) {
    findMeetings();
    const entries = who.meetings.map((meeting) => ({ time: meeting.time, meeting }));
    for (const item of items)
        if (concerns(item, who)) entries.push({ time: one("time", item), item });
    return entries.sort((a, b) =>
        a.time.dateTime < b.time.dateTime ? -1 : a.time.dateTime > b.time.dateTime ? 1 : 0,
    );
}
function partnerNames(meeting, who) {
    const others = meeting.links.filter((link) => link.hash.slice(3) !== who.id);
    return others.map((link) => {
        const name = nameOf(link);
        return make(
            "a",
            {
                class: `who ${link.className}`,
                href: link.hash,
                lang: isJapanese(name) ? "ja" : null,
            },
            name,
        );
    });
}
function entryRow(entry, who, zones) {
    const time = make("time", { datetime: entry.time.dateTime });
    time.dataset.end = entry.time.dataset.end;
    fillTime(time, zones, zones[0]);
    if (entry.item) {
        return make(
            "li",
            { class: "plenary" },
            time,
            make(
                "div",
                { class: "what" },
                make("strong", {}, one("strong", entry.item).textContent),
            ),
        );
    }
    const { meeting } = entry;
    return make(
        "li",
        {},
        time,
        make(
            "div",
            { class: "what" },
            ...partnerNames(meeting, who),
            make("span", { class: "room" }, meeting.room),
            meeting.interpreted ? make("span", { class: "i" }, say("interpreted")) : null,
            meeting.tentative ? make("span", { class: "t" }, say("to-be-confirmed")) : null,
        ),
    );
}
function agendaHead(who, zones, isAlone) {
    const name = nameOf(who.link);
    const other = one(".other", who.row);
    const title = make("h2", { tabindex: "-1", lang: isJapanese(name) ? "ja" : null }, name);
    const meta = [
        who.country ? countryName(who.country) : who.side,
        say("agenda-zone", zones.map(zoneName).join(" / ")),
    ]
        .filter(Boolean)
        .join(" · ");
    const head = make("header", {}, title);
    if (other)
        head.append(
            make(
                "p",
                { class: "other", lang: isJapanese(nameOf(other)) ? "ja" : null },
                nameOf(other),
            ),
        );
    head.append(make("p", { class: "meta" }, meta));
    if (!isAlone) return head;
    const copy = make("button", { type: "button" }, say("copy-link"));
    copy.hidden = !navigator.clipboard;
    copy.addEventListener("click", () =>
        navigator.clipboard.writeText(location.href).then(
            () => {
                copy.textContent = say("copied");
            },
            () => {},
        ),
    );
    const print = make("button", { type: "button" }, say("print"));
    print.addEventListener("click", () => window.print());
    head.append(
        make("p", { class: "actions" }, make("a", { href: "#" }, `← ${say("back")}`), copy, print),
    );
    return head;
}
/* Their own zone, then the event's where the clock shows something else. */
function agendaZones(who, entries) {
    const date = new Date(entries.length ? entries[0].time.dateTime : 0);
    const shows = (zone) => `${dayKey(zone, date)} ${clock(zone, date)}`;
    return shownZones(isZone(who.zone) ? who.zone : eventZone).filter(
        (zone, k, zones) => k === 0 || shows(zone) !== shows(zones[0]),
    );
}
function agenda(who, isAlone) {
    const entries = agendaEntries(who);
    const zones = agendaZones(who, entries);
    const article = make("article", { class: "agenda" }, agendaHead(who, zones, isAlone));
    let day = "",
        list = null;
    for (const entry of entries) {
        const date = new Date(entry.time.dateTime);
        if (dayKey(zones[0], date) !== day) {
            day = dayKey(zones[0], date);
            list = make("ol");
            article.append(make("h3", {}, longDate(zones[0], date)), list);
        }
        list.append(entryRow(entry, who, zones));
    }
    if (entries.length === 0) article.append(make("p", {}, say("agenda-empty")));
    return article;
}
function showAgendas() {
    const isOne = people.has(person);
    const isAll = person === "*";
    root.classList.toggle("with-agendas", isOne || isAll);
    field.programme.hidden = isOne || isAll;
    field.agendas.hidden = !(isOne || isAll);
    field.agendas.replaceChildren();
    if (isOne) {
        field.agendas.append(agenda(people.get(person), true));
        document.title = `${nameOf(people.get(person).link)} – ${eventTitle}`;
    } else {
        document.title = eventTitle;
        if (isAll)
            field.agendas.append(
                ...[...people.values()]
                    .filter((who) => !who.row.hidden)
                    .map((who) => agenda(who, false)),
            );
    }
    if (!isOne && !isAll) measure();
}

/* The grid needs no scroll bars of its own where it fits. */
const isNarrow = matchMedia("(max-width: 47.99rem)");
function measure() {
    const isGrid = !isNarrow.matches && !root.classList.contains("list");
    for (const grid of all(".grid")) {
        if (!isGrid) {
            grid.tabIndex = -1;
            continue;
        }
        grid.classList.remove("fits");
        if (grid.scrollWidth <= grid.clientWidth) grid.classList.add("fits");
        grid.tabIndex = grid.classList.contains("fits") ? -1 : 0;
    }
}

/* The address */
function address() {
    const parts = new URLSearchParams();
    if (person === "*") parts.set("agendas", "all");
    else if (person) parts.set("p", person);
    if (asked.has("lang") || language !== preferredLanguage("")) parts.set("lang", language);
    if (chosenZone) parts.set("tz", chosenZone);
    return `#${parts.toString().replaceAll("%2F", "/")}`;
}
let asked = new Map();
function readAddress() {
    asked = new URLSearchParams(location.hash.slice(1));
    person = asked.has("agendas") ? "*" : (asked.get("p") ?? "");
    if (asked.has("tz") && isZone(asked.get("tz"))) chosenZone = asked.get("tz");
}
function writeAddress() {
    if (address() !== (location.hash || "#")) history.replaceState(null, "", address());
}

/* Choices */
function fillChoice(select, entries, value) {
    select.replaceChildren(...entries.map(([key, text]) => make("option", { value: key }, text)));
    select.value = value;
    if (select.selectedIndex < 0) select.selectedIndex = 0;
}
function fillChoices() {
    const days = [...all(".day > h2 time")];
    fillChoice(
        field.day,
        [["", say("all-days")], ...days.map((time) => [time.dateTime, time.textContent])],
        field.day.value,
    );
    const codes = [
        ...new Set([...people.values()].map((who) => who.country || who.side).filter(Boolean)),
    ];
    const named = codes
        .map((code) => [code, countryName(code)])
        .sort((a, b) => a[1].localeCompare(b[1], LOCALES[language]));
    fillChoice(field.country, [["", say("all-countries")], ...named], field.country.value);
    field.day.parentElement.hidden = days.length < 2;
    field.country.parentElement.hidden = codes.length < 2;
    field.view.hidden = "large" in root.dataset;
    field.interpreted.parentElement.hidden = !findMeetings().some((meeting) => meeting.interpreted);
    fillZoneChoice(
        field.zone,
        [...people.values()].map((who) => who.zone),
    );
}
function sortDirectory() {
    const collator = new Intl.Collator(LOCALES[language], { numeric: true });
    const rows = [...people.values()].map((who) => [nameOf(who.link), who.row]);
    rows.sort((a, b) => collator.compare(a[0], b[0]));
    one(".directory").append(...rows.map((row) => row[1]));
}
function showView() {
    const isList = root.classList.contains("list");
    field.view.dataset.t = isList ? "grid" : "list";
    field.view.textContent = say(field.view.dataset.t);
    measure();
}
function choose(next) {
    setLanguage(next);
    sortDirectory();
    fillChoices();
    showView();
    filter();
    showAgendas();
}

const filterLater = later(() => {
    filter();
    if (person === "*") showAgendas();
});
field.q.addEventListener("input", filterLater);
for (const id of ["day", "country", "interpreted"])
    field[id].addEventListener("change", filterLater);
field.zone.addEventListener("change", () => {
    chosenZone = field.zone.value;
    showTimes();
    fillChoices();
    showAgendas();
    writeAddress();
});
field.tools.addEventListener("submit", (event) => event.preventDefault());
field.reset.addEventListener("click", () => {
    field.q.value = field.day.value = field.country.value = "";
    field.interpreted.checked = false;
    field.q.focus({ preventScroll: true }); /* before there is anything to lay out */
    filter();
    if (person === "*") showAgendas();
});
field.more.addEventListener("click", () => {
    field.more.setAttribute("aria-expanded", String(field.tools.classList.toggle("open")));
});
field.view.addEventListener("click", () => {
    root.classList.toggle("list");
    showView();
});
field.print.addEventListener("click", () => window.print());
field["print-agendas"].addEventListener("click", () => {
    person = "*";
    showAgendas();
    writeAddress();
    requestAnimationFrame(() => window.print());
});
for (const button of all("[data-language]")) {
    button.addEventListener("click", () => {
        choose(button.dataset.language);
        writeAddress();
    });
}
addEventListener("hashchange", () => {
    const before = person;
    readAddress();
    if (asked.get("lang") && preferredLanguage(asked.get("lang")) !== language)
        choose(preferredLanguage(asked.get("lang")));
    field.zone.value = chosenZone;
    showTimes();
    showAgendas();
    writeAddress();
    if (person !== before && !["#content", "#organisations"].includes(location.hash)) {
        scrollTo(0, 0);
        (people.has(person) ? one("h2", field.agendas) : main).focus({ preventScroll: true });
    }
});
addEventListener("resize", later(measure));
for (const element of [field.tools, one(".languages")]) element.hidden = false;
readAddress();
choose(preferredLanguage(asked.get("lang")));
