// browse.mjs MODULES CHROMIUM OUT LARGE NASTY PDF: the pages in OUT, of examples/tiny, as
// people use them, in headless Chromium, those in LARGE, of a day of many people, as axe
// sees them, and those in NASTY, of an event that tries to run things. Writes all agendas
// as PDF. Prints what is wrong; exit status 1 then.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [modules, chromium, out, large, nasty, pdf] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), "x.js"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const address = (file) => pathToFileURL(path.resolve(file)).href;
const programme = address(path.join(out, "programme.html"));
const report = address(path.join(out, "report.html"));
const schedule = JSON.parse(readFileSync(path.join(out, "schedule.json"), "utf8"));

let nWrong = 0,
    nChecks = 0;
function check(ok, what) {
    nChecks++;
    if (ok) return;
    nWrong++;
    console.log(`WRONG: ${what}`);
}
function same(got, wanted, what) {
    check(
        JSON.stringify(got) === JSON.stringify(wanted),
        `${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`,
    );
}

const browser = await puppeteer.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu", "--lang=en-US"],
    env: { ...process.env, LANGUAGE: "en_US", TZ: "UTC" },
});

// A page that tells of whatever it says, asks for or fails at.
async function open(
    url,
    { width = 1280, height = 900, dark = false, script = true, bypass = false } = {},
) {
    const page = await browser.newPage();
    page.on("console", (message) => check(false, `${url}: ${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => check(false, `${url}: ${error.message}`));
    page.on("dialog", (dialog) => {
        check(false, `${url}: a dialog`);
        dialog.dismiss();
    });
    page.on("request", (request) =>
        check(
            request.url().split("#")[0] === url.split("#")[0] || request.url().startsWith("data:"),
            `${url} asks for ${request.url()}`,
        ),
    );
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([
        { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
    ]);
    await page.setJavaScriptEnabled(script);
    if (bypass) await page.setBypassCSP(true);
    await page.goto(url);
    return page;
}
const settle = (page) => page.evaluate(() => new Promise((done) => setTimeout(done, 250)));
const textOf = (page, selector) => page.$eval(selector, (element) => element.innerText);
const visible = (page) =>
    page.$$eval("li.m", (entries) =>
        entries
            .filter((entry) => entry.checkVisibility())
            .map((entry) => [...entry.querySelectorAll("a")].map((a) => a.hash.slice(3))),
    );

// Nothing that axe-core knows of, in any look.
async function judgeAccess(url) {
    for (const dark of [false, true]) {
        for (const width of [1280, 390]) {
            const page = await open(url, { width, dark, bypass: true });
            await page.evaluate(axe);
            const { violations } = await page.evaluate(() => window.axe.run(document));
            for (const violation of violations)
                check(
                    false,
                    `${url} at ${width}${dark ? ", dark" : ""}: ${violation.id}: ${violation.nodes[0].html}`,
                );
            const overflow = await page.evaluate(
                () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            check(overflow <= 0, `${url} at ${width} is ${overflow} too wide`);
            await page.close();
        }
    }
    nChecks++;
}

async function judgeLanguages() {
    const page = await open(programme);
    same(await page.evaluate(() => document.documentElement.lang), "en", "language");
    await page.click('[data-language="ja"]');
    same(
        await page.evaluate(() => [
            document.documentElement.lang,
            document.querySelector("h1").textContent,
        ]),
        ["ja", "小さなマッチメイキング"],
        "in Japanese",
    );
    check((await textOf(page, "#programme")).includes("岐阜県"), "no Japanese names");
    check(
        (await textOf(page, ".slot h4, .corner")).match(/日本時間/),
        "no Japanese names of zones",
    );
    await page.click('[data-language="fr"]');
    check((await textOf(page, "#organisations h2")) === "Organismes", "no French");
    check(
        (await textOf(page, ".day h2")) === "mar. 19 mai 2026",
        `date: ${await textOf(page, ".day h2")}`,
    );
    await page.click('[data-language="en"]');
    check((await textOf(page, "#programme")).includes("Gifu Prefecture"), "no way back to English");
    await page.close();
    const linked = await open(`${programme}#lang=ja`);
    same(await linked.evaluate(() => document.documentElement.lang), "ja", "language of the link");
    await linked.close();
}

async function judgeZones() {
    const page = await open(programme);
    const first = () =>
        page.$eval(".slot h4 .z", (element) => element.firstChild.textContent.trim());
    same(await first(), "09:00–09:20", "as announced");
    await page.select("#zone", "America/New_York");
    same(await first(), "03:00–03:20", "in New York");
    check(page.url().includes("tz=America/New_York"), `zone in the address: ${page.url()}`);
    await page.select("#zone", "Pacific/Honolulu");
    same(await first(), "21:00–21:20", "in Honolulu");
    check((await textOf(page, ".day h2")).includes("18 May"), "the day in Honolulu");
    check(
        (
            await page.$$eval(".slot h4 .z", (all) => all.map((element) => element.textContent))
        )[1].startsWith("Tue"),
        "another day in Brussels",
    );
    await page.close();
}

async function judgeFilters() {
    const page = await open(programme);
    same((await visible(page)).length, schedule.meetings.length, "all meetings");
    for (const [words, id] of [
        ["gifu", "gifu"],
        ["ＧＩＦＵ", "gifu"],
        ["岐阜", "gifu"],
        ["kosice", "kosice"],
    ]) {
        await page.$eval("#q", (input) => {
            input.value = "";
        });
        await page.type("#q", words);
        await settle(page);
        const wanted = schedule.meetings
            .filter((meeting) => meeting.participants.includes(id))
            .map((meeting) => meeting.participants);
        same((await visible(page)).sort(), wanted.sort(), `search for ${words}`);
        same(
            await textOf(page, "#shown"),
            `${wanted.length} of ${schedule.meetings.length} meetings`,
            "number shown",
        );
    }
    await page.type("#q", " nobody");
    await settle(page);
    check(
        await page.$eval(".nothing", (element) => element.checkVisibility()),
        "nothing is told of no match",
    );
    await page.click("#reset");
    same((await visible(page)).length, schedule.meetings.length, "filters cleared");
    await page.click("#interpreted");
    await settle(page);
    same(
        (await visible(page)).length,
        schedule.meetings.filter((meeting) => meeting.interpreter).length,
        "interpreted",
    );
    await page.click("#interpreted");
    await page.select("#country", "SK");
    await settle(page);
    same(
        (await visible(page)).length,
        schedule.meetings.filter((meeting) => meeting.participants.includes("kosice")).length,
        "country",
    );
    await page.close();
}

async function judgeAgendas() {
    const page = await open(`${programme}#p=gifu`);
    const entries = () =>
        page.$$eval(".agenda li", (rows) =>
            rows.map((row) => [
                row.querySelector(".z").firstChild.textContent.trim(),
                row.querySelector(".what > :first-child").textContent,
            ]),
        );
    same(
        await entries(),
        [
            ["15:45–16:00", "Welcome"],
            ["16:25–16:45", "Košice Region"],
            ["16:50–17:10", "Vitagora"],
        ],
        "agenda of gifu, on its clock",
    );
    check((await page.title()).startsWith("Gifu Prefecture"), "the agenda's title");
    check(
        !(await page.$eval("#programme", (element) => element.checkVisibility())),
        "the programme stands below the agenda",
    );
    await page.click(".agenda a.who");
    await settle(page);
    same(await textOf(page, ".agenda h2"), "Košice Region", "the partner's agenda");
    await page.click(".agenda .actions a");
    await settle(page);
    check(await page.$eval("#programme", (element) => element.checkVisibility()), "no way back");
    await page.goto(`${programme}#p=nobody`);
    check(
        await page.$eval("#programme", (element) => element.checkVisibility()),
        "an unknown person",
    );
    await page.goto("about:blank");
    await page.goto(`${programme}#agendas=all`);
    const people = await page.$$eval(".agenda h2", (titles) =>
        titles.map((title) => title.textContent),
    );
    same(people.length, 6, "all agendas");
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    await page.close();
}

async function judgeKeys() {
    const page = await open(programme);
    await page.keyboard.press("Tab");
    same(await page.evaluate(() => document.activeElement.className), "skip", "first stop");
    await page.keyboard.press("Enter");
    same(await page.evaluate(() => document.activeElement.id), "content", "skipped");
    await page.focus(".m a");
    await page.keyboard.press("Enter");
    await settle(page);
    same(await page.evaluate(() => document.activeElement.localName), "h2", "focus in the agenda");
    await page.close();
}

// In the grid what is at one time stands in one column, what is in one room in one row.
async function judgeGrid() {
    const page = await open(programme);
    const places = await page.$$eval(".grid", (grids) =>
        grids.map((grid) =>
            [...grid.querySelectorAll(".m")].map((entry) => {
                const box = entry.getBoundingClientRect();
                return {
                    x: box.left,
                    y: box.top,
                    slot: entry.closest(".slot").className,
                    room: entry.querySelector(".r").textContent,
                };
            }),
        ),
    );
    for (const grid of places) {
        for (const a of grid) {
            for (const b of grid)
                check(
                    (a.slot === b.slot) === (a.x === b.x) && (a.room === b.room) === (a.y === b.y),
                    `${JSON.stringify(a)} and ${JSON.stringify(b)}`,
                );
        }
    }
    await page.click("#view");
    check(
        await page.$eval(".m .r", (element) => element.getBoundingClientRect().width > 20),
        "the list does not show rooms",
    );
    await page.close();
}

async function judgeWithoutScript() {
    const page = await open(programme, { script: false });
    const text = await page.evaluate(() => document.body.innerText).catch(() => null);
    if (text !== null) {
        check(text.includes("Vitagora") && text.includes("09:00–09:20"), "nothing without script");
    }
    await page.close();
}

async function judgeReport() {
    const page = await open(report);
    const rows = () =>
        page.$$eval(".unserved tbody tr", (all) =>
            all
                .filter((row) => row.checkVisibility())
                .map((row) => row.cells[0].innerText.slice(0, 3)),
        );
    const all = await rows();
    same(all.length, schedule.unscheduled.length, "not served");
    await page.type(".unserved input", "declined");
    await settle(page);
    same(await rows(), ["r10"], "declined ones");
    await page.$eval(".unserved input", (input) => {
        input.value = "";
        input.dispatchEvent(new Event("input"));
    });
    await settle(page);
    await page.click(".unserved th:nth-child(2) button");
    const worth = await page.$$eval(".unserved tbody tr", (list) =>
        list.map((row) => Number(row.cells[1].textContent)),
    );
    same(
        worth,
        [...worth].sort((a, b) => b - a),
        "sorted by worth",
    );
    same(
        await page.$eval(".unserved th:nth-child(2)", (cell) => cell.getAttribute("aria-sort")),
        "descending",
        "aria-sort",
    );
    await page.click('[data-language="ja"]');
    check((await textOf(page, "#proof")).includes("最適と証明済み"), "no Japanese report");
    await page.select("#zone", "America/New_York");
    check(
        (await page.$eval("#meetings h3", (element) => element.textContent)).includes(
            "03:00–03:20",
        ),
        "the report's zone",
    );
    await page.close();
}

await judgeAccess(address(path.join(large, "programme.html")));
await judgeAccess(`${address(path.join(large, "programme.html"))}#p=gifu&lang=ja`);
await judgeAccess(address(path.join(large, "runsheet.html")));
await judgeAccess(`${address(path.join(large, "runsheet.html"))}#at=2021-05-18T08:00:00Z&lang=ja`);
await judgeAccess(address(path.join(large, "report.html")));
await judgeLanguages();
await judgeZones();
await judgeFilters();
await judgeAgendas();
await judgeKeys();
await judgeGrid();
await judgeWithoutScript();
await judgeReport();
for (const file of ["programme.html", "report.html", "runsheet.html"]) {
    const page = await open(address(path.join(nasty, file)));
    for (const language of ["ja", "fr", "en"]) await page.click(`[data-language="${language}"]`);
    if (file === "programme.html") {
        await page.click(".directory a");
        await settle(page);
    }
    same(
        await page.$$eval("img, iframe", (found) => found.length),
        0,
        "elements that people typed",
    );
    await page.close();
}
await browser.close();
console.log(`${nChecks} checks in the browser, ${nWrong} wrong`);
process.exit(nWrong === 0 ? 0 : 1);
