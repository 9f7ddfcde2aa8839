// The house in a browser: signing in as a persona, looking at a page with axe, keeping a picture.
import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import assert from "node:assert/strict";

import { HtmlValidate, StaticConfigLoader } from "html-validate";

const require = createRequire(new URL("../../assets/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const at = process.env.BERAAD_AT ?? "http://127.0.0.1:8080";
export const engine = process.env.BERAAD_ENGINE ?? "sqlite";
export const pictures = process.env.BERAAD_PICTURES ?? "target/pictures";
mkdirSync(pictures, { recursive: true });

/** HTML as the standard has it: https://html.spec.whatwg.org/multipage/ */
const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ["html-validate:standard", "html-validate:document"],
  // A list of what is wrong stands above the title of the page, with a heading of its own.
  // What we serve ourselves comes from the same place as the page that would name its digest.
  rules: { "heading-level": ["error", { allowMultipleH1: false, minInitialRank: "h2" }], "require-sri": ["error", { target: "crossorigin" }] },
}));

/** What is wrong with a page as it was sent, before any script came by; `letter` says that mail programs read it. */
export async function faults(html, { letter = false } = {}) {
  // Mail programs lay out by tables with attributes that browsers no longer need.
  const { results } = await validator.validateString(html, letter ? { rules: { "no-deprecated-attr": "off" } } : undefined);
  return results.flatMap((r) => r.messages).map((m) => `${m.ruleId}: ${m.message} (line ${m.line}, ${m.selector ?? ""})`);
}

/** The pictures of the user guide; written anew with BERAAD_GUIDE=docs/beelden. */
const guide = new Set(["thuis", "gesprekken", "vraag-stellen", "onze-raad", "dossier-volgen", "termijn", "advies-schrijven", "instemming-lid", "antwoord-voorbereid", "antwoord-publiceren", "aanvraag-ingevuld", "dossiers"]);

export const widths = [1280, 768, 320];
let browser;

export async function open() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
  return browser;
}

export async function close() {
  await browser?.close();
  browser = undefined;
}

/** A browser window of somebody; `script: false` is a browser without JavaScript. */
export async function as(persona, { width = 1280, script = true } = {}) {
  const context = await (await open()).newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script, locale: "nl-NL" });
  if (persona) {
    const answer = await context.request.post(`${at}/demo/aanmelden`, { form: { persoon: persona }, maxRedirects: 0 });
    assert.equal(answer.status(), 303, `${persona} can sign in`);
  }
  const page = await context.newPage();
  page.troubles = [];
  page.on("response", (answer) => {
    if (answer.request().isNavigationRequest() && answer.frame() === page.mainFrame() && (answer.status() < 300 || answer.status() >= 400)) {
      page.sent = answer.text();
      // A page that is left before it came is asked for by nobody; whoever does ask still hears what went wrong.
      page.sent.catch(() => {});
    }
  });
  page.on("console", (message) => message.type() === "error" && !/status of (401|403|404|409|410|422)/.test(message.text()) && page.troubles.push(message.text()));
  page.on("pageerror", (error) => page.troubles.push(error.message));
  return page;
}

export async function visit(page, path, status = 200) {
  const answer = await page.goto(at + path);
  assert.equal(answer.status(), status, `${path} answers ${status}`);
  return page;
}

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on what is shown now. A letter stands within the page of a mail program: landmarks are not its own. */
export async function hindrances(page, { letter = false } = {}) {
  // A page's own policy forbids a script element from us; evaluating does not pass through it.
  await page.evaluate(axe);
  const tags = letter ? wcag : [...wcag, "best-practice"];
  const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), tags);
  return violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join("\n  ")}`);
}

/** What must hold on every page: axe finds nothing, one h1, no sideways scroll, no error in the console; and in the demo it says what it is. */
export async function inspect(page, name) {
  const told = await hindrances(page);
  await page.screenshot({ path: `${pictures}/${engine}-${name}-${page.viewportSize().width}.png`, fullPage: true });
  if (process.env.BERAAD_GUIDE && engine === "sqlite" && page.viewportSize().width === 1280 && guide.has(name)) {
    await page.screenshot({ path: `${process.env.BERAAD_GUIDE}/${name}-1280.png` });
  }
  assert.deepEqual(told, [], `axe finds nothing on ${name}`);
  assert.deepEqual(await faults(await page.sent), [], `the HTML of ${name} is as the standard has it`);
  assert.equal(await page.locator("h1").count(), 1, `${name} has one h1`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${name} does not scroll sideways at ${page.viewportSize().width} px (${wide} px too wide)`);
  assert.deepEqual(page.troubles, [], `no errors in the console on ${name}`);
  const strip = page.locator(".demo-strip strong");
  assert.match((await strip.count()) ? await strip.innerText() : "", /^(Voorbeeldgegevens|Example data)$/, `${name} says that its people are invented`);
}

/** Waits until no job is due, then gives the letters to an address, the newest first. */
export async function letters(page, address) {
  const rest = await page.request.get(`${at}/demo/rust`, { timeout: 120_000 });
  assert.equal(rest.status(), 200, "the house comes to rest");
  return (await page.request.get(`${at}/demo/post.json?aan=${encodeURIComponent(address)}`)).json();
}

/** A letter as it travels, with its parts decoded. */
export async function letterText(page, n) {
  const eml = await (await page.request.get(`${at}/demo/post/${n}.eml`)).text();
  const soft = eml.replace(/=\r?\n/g, "");
  return Buffer.from(soft.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), "latin1").toString("utf8");
}

export async function personas(page) {
  const list = await (await page.request.get(`${at}/demo/personen`)).json();
  return Object.fromEntries(list.map((p) => [p.slug, p]));
}

export async function paths(page) {
  const text = await (await page.request.get(`${at}/demo/maatstaf`)).text();
  return text.trim().split("\n");
}
