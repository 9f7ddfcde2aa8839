// The address book, the people of an organisation and its settings, at every width, with axe.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { as, close, inspect, visit, widths } from "./house.mjs";

after(close);

/** The first link in the page that fits. */
async function link(page, pattern) {
  const all = await page.locator("a[href]").evaluateAll((found) => found.map((a) => a.getAttribute("href")));
  const path = all.find((href) => pattern.test(href));
  assert.ok(path, `no link like ${pattern} on ${page.url()}`);
  return path;
}

async function look(page, pages) {
  for (const [name, path] of pages) {
    await visit(page, path);
    await inspect(page, name);
  }
}

for (const width of widths) {
  test(`the address book, ${width} px`, async () => {
    const page = await as("lid", { width });
    await look(page, [["mensen", "/mensen"], ["mensen-gezocht", "/mensen?zoek=jansen"], ["mensen-leeg", "/mensen?zoek=xyzxyz"]]);
    await visit(page, "/mensen");
    const [person] = [await link(page, /^\/mensen\/[0-9A-Z]{26}$/)];
    await look(page, [["persoon", person], ["mijn-naam", "/mijn-gegevens/namens"], ["mijn-spoor", "/mijn-gegevens/spoor"]]);
    await visit(page, "/onze-raad");
    const council = await link(page, /^\/adviesraden\/[0-9A-Z]{26}$/).catch(() => null);
    if (council) await look(page, [["adviesraad", council]]);
    await page.context().close();
  });

  test(`the people of a council and its settings, ${width} px`, async () => {
    const page = await as("secretaris", { width });
    await look(page, [["team", "/onze-raad/mensen"], ["namens", "/namens"]]);
    await visit(page, "/onze-raad/mensen");
    const seat = await link(page, /^\/organisaties\/[0-9A-Z]{26}\/mensen\/[0-9A-Z]{26}$/);
    const team = seat.slice(0, seat.lastIndexOf("/"));
    const body = team.slice(0, team.lastIndexOf("/"));
    await look(page, [
      ["rol", seat],
      ["overdracht", `${seat}/overdracht`],
      ["rol-einde", `${seat}/einde`],
      ["uitnodigen", `${team}/uitnodigen`],
      ["belangen", `${body}/belangen`],
      ["instellingen", `${body}/instellingen`],
      ["instellingen-geschiedenis", `${body}/instellingen/geschiedenis`],
      ["termijnregels", `${body}/instellingen/termijn`],
      ["termijnregel-nieuw", `${body}/instellingen/termijn/nieuw`],
    ]);
    for (const part of ["naam", "adressen", "kleur", "logo", "post", "tweede-stap"]) {
      await look(page, [[`instellingen-${part}`, `${body}/instellingen/${part}`]]);
    }
    await page.context().close();
  });

  test(`the register of organisations, ${width} px`, async () => {
    const page = await as("bureau", { width });
    await look(page, [
      ["organisaties", "/organisaties"],
      ["organisatie-nieuw", "/organisaties/nieuw"],
      ["raad-nieuw", "/organisaties/nieuw?soort=raad"],
      ["gemeente-nieuw", "/organisaties/nieuw?soort=gemeente"],
      ["samenvoegen", "/organisaties/samenvoegen"],
    ]);
    await visit(page, "/organisaties?soort=gemeente");
    const town = await link(page, /^\/organisaties\/[0-9A-Z]{26}\/inschrijving$/);
    await look(page, [["inschrijving-gemeente", town]]);
    await visit(page, "/organisaties?soort=raad");
    const council = await link(page, /^\/organisaties\/[0-9A-Z]{26}\/inschrijving$/);
    await look(page, [["inschrijving-raad", council], ["organisatie-stopt", `${council}/einde`]]);
    await page.context().close();
  });

  test(`a pasted list is shown before it goes, ${width} px`, async () => {
    const page = await as("secretaris", { width });
    await visit(page, "/onze-raad/mensen");
    await page.getByRole("link", { name: /Nodig mensen uit/ }).first().click();
    await page.locator("textarea").first().fill("Janneke de Wit; janneke.dewit@voorbeeld.nl; lid\ngeen adres");
    await page.locator("main form button").first().click();
    await page.getByText("janneke.dewit@voorbeeld.nl").first().waitFor();
    await inspect(page, "uitnodigen-vooraf");
    await page.context().close();
  });

  test(`what the house keeps, ${width} px`, async () => {
    const page = await as("beheerder", { width });
    await look(page, [["beheer-spoor", "/beheer/spoor"]]);
    await page.context().close();
  });
}
