// Whole tasks by keyboard, without a mouse and without a script that puts the focus somewhere.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { as, at, close, inspect, visit } from "./house.mjs";
import { choose, isSeen, tabTo, tabToId, tabToText, type } from "./keyboard.mjs";

after(close);

test("by keyboard alone: to the content, and an answer posted", async () => {
  const page = await as("penningmeester");
  await visit(page, "/gesprekken?onbeantwoord=1");
  assert.equal(await tabToText(page, "Naar de inhoud"), 1, "the first stop leads past the menu");
  await page.keyboard.press("Enter");
  await tabTo(page, (here) => /^\/gesprekken\/[0-9A-Z]{26}$/.test(here.href), "a question");
  await page.keyboard.press("Enter");
  await page.getByLabel("Wat is uw ervaring?").waitFor();
  await type(page, "tekst", "Bij ons helpt de bibliotheek.");
  await tabToText(page, "Plaats mijn antwoord");
  await page.keyboard.press("Enter");
  await page.getByText("Uw antwoord is geplaatst").waitFor();
  await page.context().close();
});

test("by keyboard alone: a question asked, from the front page on", async () => {
  const page = await as("voorzitter");
  await visit(page, "/");
  await tabToText(page, "Stel een vraag");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/gesprekken/nieuw");
  const title = "Hoe bereikt u mensen die niet graag lezen?";
  await type(page, "titel", title);
  await type(page, "tekst", "Wij schrijven brieven, en niemand komt.");
  await tabToId(page, "thema");
  await page.keyboard.press("ArrowDown");
  await tabToText(page, "Plaats mijn bericht");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByText("Uw bericht is geplaatst").waitFor();
  await page.context().close();
});

test("by keyboard alone: advice is asked, and a mistake is mended", async () => {
  const page = await as("contactambtenaar");
  await visit(page, "/dossiers/nieuw");
  await tabToText(page, "Verstuur de aanvraag");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  // The list of what is wrong is within reach, and each line leads to its field.
  await tabTo(page, (here) => here.href.endsWith("#praktijk"), "the first mistake");
  await page.keyboard.press("Enter");
  assert.equal(new URL(page.url()).hash, "#praktijk");
  const title = "De bus naar het ziekenhuis";
  const fields = {
    praktijk: "De bus rijdt niet meer in de avond.",
    titel: title,
    kern: "Wie in de avond naar het ziekenhuis moet, komt er niet.",
    voorwie: "Ongeveer tweehonderd mensen in het buitengebied.",
    aanleiding: "De dienstregeling verandert.",
    vraag: "Wat helpt deze mensen het meest?",
    wel: "De tijden.",
    niet: "De prijs.",
  };
  const order = await page.locator("textarea, input[type=text], input:not([type])").evaluateAll((all) => all.map((it) => it.id));
  await visit(page, "/dossiers/nieuw");
  for (const id of order.filter((id) => fields[id])) await type(page, id, fields[id]);
  await choose(page, "niveau-local");
  await choose(page, "beslist-municipal_council");
  await type(page, "vergadering", "25 maart 2027");
  await tabToText(page, "Verstuur de aanvraag");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.context().close();
});

test("the menu of a telephone, by keyboard", async () => {
  const page = await as("lid", { width: 320 });
  await visit(page, "/");
  const menu = page.locator("details.menu");
  assert.equal(await page.locator("header .nav").isVisible(), false, "the wide menu is away");
  await tabTo(page, (here) => here.tag === "SUMMARY", "the menu");
  await page.keyboard.press("Enter");
  assert.equal(await menu.evaluate((it) => it.open), true);
  await inspect(page, "menu-open");
  const items = await menu.locator("nav a").evaluateAll((all) => all.map((a) => ({ words: a.innerText.trim(), path: a.getAttribute("href") })));
  assert.ok(items.length >= 4, `only ${items.length} items`);
  for (const { words, path } of items) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => document.activeElement.getAttribute("href"));
    assert.equal(here, path, `${words} is the next stop`);
    await isSeen(page);
  }
  // And back: closed again with the same key.
  for (const _ of items) await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  assert.equal(await menu.evaluate((it) => it.open), false);
  await page.keyboard.press("Enter");
  const wanted = items.find((item) => item.path === "/gesprekken");
  await tabTo(page, (here) => here.href === wanted.path && here.text === wanted.words, wanted.words);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${at}/gesprekken`);
  await page.context().close();
});
