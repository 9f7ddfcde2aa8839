// Every kind of page, at three widths, with axe.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { as, at, close, inspect, paths, visit, widths } from "./house.mjs";

after(close);

const open = [
  ["aanmelden", "/aanmelden"],
  ["uitleg", "/uitleg"],
  ["privacy", "/privacy"],
  ["toegankelijkheid", "/toegankelijkheid"],
  ["weergave", "/weergave"],
  ["demo", "/demo"],
];

for (const width of widths) {
  test(`pages that anybody may open, ${width} px`, async () => {
    const page = await as(null, { width });
    for (const [name, path] of open) {
      await visit(page, path);
      await inspect(page, name);
    }
    await page.context().close();
  });

  test(`pages of a member, ${width} px`, async () => {
    const page = await as("lid", { width });
    const measured = (await paths(page)).map((path, n) => [`maatstaf-${n}`, path]);
    const own = [["thuis", "/"], ["gesprekken", "/gesprekken"], ["onbeantwoord", "/gesprekken?onbeantwoord=1"], ["vraag-stellen", "/gesprekken/nieuw"], ["onze-raad", "/onze-raad"], ["mijn-gegevens", "/mijn-gegevens"]];
    for (const [name, path] of [...own, ...measured]) {
      await visit(page, path);
      await inspect(page, name);
    }
    await visit(page, "/gesprekken?thema=bestaat-niet");
    await inspect(page, "gesprekken-leeg");
    await visit(page, "/gesprekken/01JZZZZZZZZZZZZZZZZZZZZZZZ", 404);
    await inspect(page, "niet-gevonden");
    await page.context().close();
  });

  test(`pages of an officer, ${width} px`, async () => {
    const page = await as("contactambtenaar", { width });
    for (const [name, path] of [["thuis-ambtenaar", "/"], ["dossiers", "/dossiers"], ["gesprekken-ambtenaar", "/gesprekken"]]) {
      await visit(page, path);
      await inspect(page, name);
    }
    await page.context().close();
  });

  test(`a form with mistakes, ${width} px`, async () => {
    const page = await as("lid", { width });
    await visit(page, "/gesprekken/nieuw");
    await page.getByLabel("Vertel er iets meer over").fill("Deze tekst blijft staan.");
    await page.getByRole("button", { name: "Plaats mijn bericht" }).click();
    await page.getByRole("alert").waitFor();
    assert.equal(await page.getByLabel("Vertel er iets meer over").inputValue(), "Deze tekst blijft staan.");
    await inspect(page, "vraag-stellen-fout");
    await page.context().close();
  });
}

test("larger letters, the legible face and English", async () => {
  const page = await as("voorzitter", { width: 320 });
  await visit(page, "/weergave?naar=/gesprekken");
  await page.getByLabel("Groter").check();
  await page.getByLabel("Extra leesbaar").check();
  await page.getByLabel("English").check();
  await page.getByRole("button", { name: "Bewaar mijn keuze" }).click();
  await page.waitForURL("**/gesprekken");
  await page.getByRole("link", { name: "Ask a question" }).waitFor();
  await inspect(page, "gesprekken-groot-engels");
  await visit(page, "/weergave");
  await page.getByLabel("Normal").first().check();
  await page.getByLabel("Nederlands").check();
  await page.getByRole("button", { name: "Keep my choice" }).click();
  await page.context().close();
});

test("the house answers with its headers, errors too", async () => {
  const page = await as(null);
  for (const path of ["/aanmelden", "/nergens", "/assets/nergens.css"]) {
    const headers = (await page.request.get(at + path)).headers();
    assert.match(headers["content-security-policy"], /^default-src 'none'; script-src 'self';/);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["x-frame-options"], "DENY");
    assert.equal(headers["referrer-policy"], "same-origin");
  }
  await page.context().close();
});
