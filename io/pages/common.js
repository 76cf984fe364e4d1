"use strict";
/* Language and time zone of a page: what its reader chooses is done here, in the page
 * that is there, and nothing is fetched. Texts of the page itself are in #texts. */
const root = document.documentElement;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => within.querySelectorAll(selector);
const LANGUAGES = ["en", "ja", "fr"];
const LOCALES = { en: "en-GB", ja: "ja-JP", fr: "fr-FR" };
const texts = JSON.parse(one("#texts").textContent);
const main = one("main");
const eventZone = main.dataset.zone;
const announced = main.dataset.zones.split(" ").filter(Boolean);
let language = "en";
let chosenZone = ""; /* "": as announced */

/* The text of this key, with values for {1}, {2}. */
function say(key, ...values) {
    const text = texts[key][LANGUAGES.indexOf(language)];
    return text.replace(/\{(\d)\}/g, (whole, n) => String(values[n - 1] ?? ""));
}

/* An element with attributes, and children that are elements or plain texts. */
function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value !== undefined && value !== null) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
}

/* Names: what stood there first, and the Japanese form beside it. */
const firstNames = new Map();
const isJapanese = (text) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(text);
function nameOf(element) {
    return language === "ja" && element.dataset.ja !== undefined
        ? element.dataset.ja
        : (firstNames.get(element) ?? element.textContent);
}
function showNames() {
    for (const element of all("[data-ja]")) {
        if (!firstNames.has(element)) firstNames.set(element, element.textContent);
        const name = nameOf(element);
        if (element.textContent !== name) element.textContent = name;
        if (isJapanese(name)) element.lang = "ja";
        else element.removeAttribute("lang");
    }
}

function showTexts() {
    for (const element of all("[data-t]"))
        element.textContent = say(
            element.dataset.t,
            element.dataset[1],
            element.dataset[2],
            element.dataset[3],
        );
    for (const element of all("[data-t-label]"))
        element.setAttribute("aria-label", say(element.dataset.tLabel));
    for (const element of all("[data-t-placeholder]"))
        element.placeholder = say(element.dataset.tPlaceholder);
}

/* Times */
const formats = new Map();
function format(zone, kind, options) {
    const key = `${language} ${zone} ${kind}`;
    if (!formats.has(key))
        formats.set(
            key,
            new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, ...options }),
        );
    return formats.get(key);
}
/* The same few instants are shown again and again. */
const said = new Map();
function once(kind, zone, date, say) {
    const key = `${language} ${zone} ${kind} ${+date}`;
    if (!said.has(key)) said.set(key, say(zone, date));
    return said.get(key);
}
const clock = (zone, date) => once("clock", zone, date, sayClock);
const weekday = (zone, date) => once("weekday", zone, date, sayWeekday);
const longDate = (zone, date) => once("date", zone, date, sayDate);
const dayKey = (zone, date) => once("key", zone, date, sayKey);
const zoneName = (zone) => once("name", zone, 0, sayZone);
const sayClock = (zone, date) =>
    format(zone, "clock", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
const sayWeekday = (zone, date) => format(zone, "weekday", { weekday: "short" }).format(date);
const sayDate = (zone, date) =>
    format(zone, "date", {
        weekday: "short",
        day: "numeric",
        month: "long",
        year: "numeric",
    }).format(date);
const sayKey = (zone, date) =>
    format(zone, "key", { year: "numeric", month: "2-digit", day: "2-digit" }).format(date);
function sayZone(zone) {
    if (language === "ja") {
        /* "日本時間", "ベルギー時間" */
        for (const kind of ["shortGeneric", "longGeneric"]) {
            const part = format(zone, kind, { timeZoneName: kind })
                .formatToParts(0)
                .find((piece) => piece.type === "timeZoneName");
            if (part && isJapanese(part.value)) return part.value.replace(/標準時$/, "時間");
        }
    }
    return zone.split("/").pop().replaceAll("_", " ");
}

/* The zones in which times are shown, the most important first. */
function shownZones(own) {
    const first = chosenZone || own;
    return first ? [first, ...announced.filter((zone) => zone !== first)] : announced;
}

/* Fills <time> with a line for each zone; the day stands where it is not the
 * heading's. */
function fillTime(element, zones, headingZone) {
    const start = new Date(element.dateTime),
        end = new Date(element.dataset.end);
    const heading = dayKey(headingZone, start);
    const parts = [];
    for (const zone of zones) {
        const day = dayKey(zone, start) === heading ? "" : `${weekday(zone, start)} `;
        if (parts.length) parts.push(" ");
        parts.push(
            make(
                "span",
                { class: "z" },
                `${day}${clock(zone, start)}–${clock(zone, end)} `,
                make("small", {}, zoneName(zone)),
            ),
        );
    }
    element.replaceChildren(...parts);
}
function showTimes() {
    const headingZone = chosenZone || eventZone;
    for (const element of all("time[data-date]", document))
        element.textContent = longDate(headingZone, new Date(element.dateTime));
    for (const element of all(".corner"))
        element.replaceChildren(
            ...shownZones().map((zone) => make("span", { class: "z" }, zoneName(zone))),
        );
    for (const element of all("time[data-end]")) fillTime(element, shownZones(), headingZone);
}

/* "Japan" for "JP"; what is no code stays as it is. */
function sayCountry(code) {
    try {
        return new Intl.DisplayNames([LOCALES[language]], { type: "region" }).of(code);
    } catch {
        return code;
    }
}
const countryName = (code) => once("country", code, 0, sayCountry);

/* Language: what the address says, else what the browser prefers. */
function preferredLanguage(asked) {
    const wanted = [asked, ...(navigator.languages ?? [])]
        .filter(Boolean)
        .map((tag) => tag.slice(0, 2).toLowerCase());
    return wanted.find((tag) => LANGUAGES.includes(tag)) ?? "en";
}
function setLanguage(next) {
    language = next;
    root.lang = next;
    for (const button of all("[data-language]"))
        button.setAttribute("aria-pressed", String(button.dataset.language === next));
    showTexts();
    showNames();
    showTimes();
}
function isZone(name) {
    try {
        new Intl.DateTimeFormat("en", { timeZone: name });
        return true;
    } catch {
        return false;
    }
}

/* The zones to choose from: the event's, the reader's, those of its people, all. */
function fillZoneChoice(select, ofPeople) {
    const device = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const near = [...new Set([...announced, ...ofPeople])].filter(
        (zone) => isZone(zone) && zone !== device,
    );
    const others = (Intl.supportedValuesOf?.("timeZone") ?? []).filter(
        (zone) => zone !== device && !near.includes(zone),
    );
    const options = (zones) =>
        zones.map((zone) => make("option", { value: zone }, zone.replaceAll("_", " ")));
    select.replaceChildren(
        make(
            "option",
            { value: "" },
            `${say("zone-event")} (${announced.map(zoneName).join(", ")})`,
        ),
        ...(device && isZone(device)
            ? [make("option", { value: device }, `${say("zone-device")} (${zoneName(device)})`)]
            : []),
        make("optgroup", { label: one("h1").textContent }, ...options(near)),
        make("optgroup", { label: say("zone-others") }, ...options(others)),
    );
    if (chosenZone && ![...select.options].some((option) => option.value === chosenZone))
        select.append(...options([chosenZone]));
    select.value = chosenZone;
}

/* Texts to be searched in: whatever the letters' width, accents and case. */
const plain = (text) =>
    text
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .toLowerCase();

/* Puts off what need not be done with every key. */
function later(action, ms = 120) {
    let timer = 0;
    return () => {
        clearTimeout(timer);
        timer = setTimeout(action, ms);
    };
}
