/* The host's clock. "#at=2021-05-18T07:05:00Z" in the address rehearses: the clock goes
 * on from there. */
const slots = [...all(".slot")].map((element) => ({
    element,
    start: Number(element.dataset.start) * 1000,
    end: Number(element.dataset.end) * 1000,
}));
const choices = new URLSearchParams(location.hash.slice(1));
const rehearsed = Date.parse(choices.get("at") ?? "");
const shift = Number.isNaN(rehearsed) ? 0 : rehearsed - Date.now();
let marked = null;

const precise = (zone, date) =>
    format(zone, "precise", {
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
        hourCycle: "h23",
    }).format(date);

/* "4:05", "1:02:03" */
function left(ms) {
    const seconds = Math.max(0, Math.ceil(ms / 1000));
    const two = (n) => String(n).padStart(2, "0");
    const hours = Math.floor(seconds / 3600),
        minutes = Math.floor(seconds / 60) % 60;
    return hours
        ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
        : `${minutes}:${two(seconds % 60)}`;
}

function mark(now) {
    const current = slots.find((slot) => slot.start <= now && now < slot.end);
    const next = slots.find((slot) => slot.start > now);
    for (const slot of slots) {
        slot.element.classList.toggle("is-past", slot.end <= now);
        slot.element.classList.toggle("is-now", slot === current);
        slot.element.classList.toggle("is-next", slot === next);
        if (slot === current) slot.element.setAttribute("aria-current", "time");
        else slot.element.removeAttribute("aria-current");
    }
    const shown = current ?? next;
    if (shown && shown !== marked) {
        shown.element.scrollIntoView({ block: "start" });
        marked = shown;
    }
    return { current, next };
}

const DAY_MS = 24 * 3600 * 1000;
function tick() {
    const now = Date.now() + shift;
    const { current, next } = mark(now);
    one("#clocks").replaceChildren(
        ...shownZones().map((zone) =>
            make("span", {}, `${precise(zone, now)} `, make("small", {}, zoneName(zone))),
        ),
    );
    one("#next").textContent = current
        ? say("ends-in", left(current.end - now))
        : next && next.start - now < DAY_MS
          ? say("begins-in", left(next.start - now))
          : next
            ? longDate(eventZone, next.start)
            : say("all-over");
}

/* Where the browser does not let pages copy, the text is selected for the keyboard. */
async function copy(button) {
    const text = one("pre", button.parentElement);
    try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = say("copied");
    } catch {
        getSelection().selectAllChildren(text);
        text.focus();
    }
    setTimeout(() => (button.textContent = say("copy")), 1500);
}

for (const group of all(".languages")) group.hidden = false;
for (const button of all("[data-language]")) {
    button.addEventListener("click", () => {
        setLanguage(button.dataset.language);
        tick();
    });
}
for (const button of all(".copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
}
one("#now").hidden = false;
setLanguage(preferredLanguage(choices.get("lang")));
tick();
setInterval(tick, 1000);
