// Whole tasks by keyboard, without a mouse and without a script that puts the focus somewhere.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { as, at, close, inspect, letterText, letters, personas, visit } from "./house.mjs";
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

test("by keyboard alone: signing in with the code of a letter", async () => {
  const page = await as(null);
  const { email } = (await personas(page))["lid-elders"];
  await visit(page, "/aanmelden");
  await type(page, "adres", email);
  await page.keyboard.press("Enter");
  await page.locator("#code").waitFor();
  const [letter] = await letters(page, email);
  const code = (await letterText(page, letter.n)).match(/\b\d{3} \d{3}\b/)[0];
  await type(page, "code", code);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${at}/`);
  await page.context().close();
});

test("by keyboard alone: a member agrees to an advice, from the front page on", async () => {
  const page = await as("lid");
  await visit(page, "/");
  await tabTo(page, (here) => here.href.endsWith("/instemming"), "the advice that waits");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/instemming");
  await choose(page, "antwoord-agrees_with_remark");
  await type(page, "opmerking", "Noem ook wie alleen reist.");
  await tabToText(page, "Geef mijn antwoord");
  await page.keyboard.press("Enter");
  await page.getByRole("status").first().waitFor();
  assert.equal(await page.locator("#antwoord-agrees_with_remark").isChecked(), true);
  assert.equal(await page.locator("#opmerking").inputValue(), "Noem ook wie alleen reist.");
  await page.context().close();
});

test("by keyboard alone: an answer to the first recommendation is kept", async () => {
  const page = await as("contactambtenaar");
  await visit(page, "/");
  await tabTo(page, (here) => here.href.endsWith("/antwoord"), "the answer that waits");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/antwoord");
  const path = new URL(page.url()).pathname;
  await choose(page, "positie-1-partly");
  await type(page, "reden-1", "Wij beginnen in twee wijken.");
  await tabToText(page, "Bewaar het antwoord");
  await page.keyboard.press("Enter");
  await page.getByRole("status").first().waitFor();
  await visit(page, path);
  assert.equal(await page.locator("#reden-1").inputValue(), "Wij beginnen in twee wijken.");
  assert.equal(await page.locator("#positie-1-partly").isChecked(), true);
  await page.context().close();
});

test("by keyboard alone: somebody is found in the address book", async () => {
  const page = await as("secretaris");
  const { name } = (await personas(page))["lid-elders"];
  await visit(page, "/mensen");
  await type(page, "q", name);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/mensen?*");
  await tabTo(page, (here) => here.text === name, name);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.context().close();
});

test("by keyboard alone: larger letters, and back", async () => {
  const page = await as("griffier");
  for (const size of ["22", "18"]) {
    await visit(page, "/weergave");
    await choose(page, `grootte-${size}`);
    await tabToText(page, "Bewaar mijn keuze");
    await Promise.all([page.waitForURL(`${at}/`), page.keyboard.press("Enter")]);
    await visit(page, "/weergave");
    assert.equal(await page.locator(`#grootte-${size}`).isChecked(), true);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), `${size}px`);
  }
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
