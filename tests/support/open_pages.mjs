// open_pages.mjs MODULES CHROMIUM PAGE...: opens pages in headless Chromium and prints
// whatever they say, fail at, ask for or run that is not their own; exit status 1 then.
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [modules, chromium, ...pages] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), "x.js"));
const puppeteer = require("puppeteer-core");
let nWrong = 0;
function wrong(file, what) {
    nWrong++;
    console.log(`${file}: ${what}`);
}

// Of the elements that no text may make: one script of data and one that runs, one style.
// The programme's own script tells how tall slots are.
const COUNTED = ["script", "style", "img", "iframe", "object", "embed", "base", "form", "meta[http-equiv]", "[onclick]",
    "[onerror]", "[onload]", "[onmouseover]", "[onfocus]", "[style]:not([style^='--tall: '])", "title", "h1", "main"];
const WANTED = [2, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1];

const browser = await puppeteer.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu", "--lang=en-US"],
    env: { ...process.env, LANGUAGE: "en_US", TZ: "UTC" },
});
for (const file of pages) {
    const url = pathToFileURL(path.resolve(file)).href;
    const page = await browser.newPage();
    page.on("console", (message) => wrong(file, `${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => wrong(file, error.message));
    page.on("dialog", (dialog) => {
        wrong(file, "a dialog");
        dialog.dismiss();
    });
    page.on("request", (request) => {
        if (request.url().split("#")[0] !== url && !request.url().startsWith("data:"))
            wrong(file, `asks for ${request.url()}`);
    });
    await page.goto(url);
    for (const button of await page.$$("button, summary")) await button.click().catch(() => {});
    const [hit, counts, links] = await page.evaluate(
        (counted) => [
            window.hit ?? null,
            counted.map((selector) => document.querySelectorAll(selector).length),
            [...document.links].map((link) => link.protocol),
        ],
        COUNTED,
    );
    if (hit !== null) wrong(file, "runs what stands in a text");
    COUNTED.forEach((selector, k) => {
        const most = { script: [1, 2], form: [0, 1] }[selector] ?? [WANTED[k]];
        if (!most.includes(counts[k])) wrong(file, `${counts[k]} of ${selector}`);
    });
    for (const protocol of new Set(links))
        if (!["file:", "https:", "http:"].includes(protocol)) wrong(file, `links to ${protocol}`);
    await page.close();
}
await browser.close();
process.exit(nWrong > 0 || pages.length === 0 ? 1 : 0);
