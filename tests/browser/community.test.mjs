// The story of a question: asked, answered, helpful, thanked, and told by letter.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { as, at, close, inspect, letterText, letters, personas, visit } from "./house.mjs";

after(close);

async function ask(page, title, text) {
  await visit(page, "/gesprekken/nieuw");
  await page.getByLabel("Uw vraag in één zin").fill(title);
  await page.getByLabel("Vertel er iets meer over").fill(text);
  await page.getByLabel("Waar gaat het over?").selectOption({ index: 1 });
  await page.getByLabel("Bestand toevoegen").setInputFiles({ name: "Tarieven.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await page.getByRole("button", { name: "Plaats mijn bericht" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

for (const script of [true, false]) {
  test(`a question finds its answer, ${script ? "with" : "without"} JavaScript`, async () => {
    const [asker, answerer] = [await as("lid", { script }), await as("lid-elders", { script })];
    const people = await personas(asker);
    const title = `Rijdt de belbus bij u ook op zondag? (${script ? "met" : "zonder"} script)`;
    const path = await ask(asker, title, "Bij ons staat iedereen op zondag stil.\n\nWat kost het bij u?");
    await asker.getByText("Uw bericht is geplaatst").waitFor();

    await visit(answerer, "/gesprekken");
    await answerer.getByRole("link", { name: title }).click();
    const download = await answerer.request.get(at + (await answerer.getByRole("link", { name: /Tarieven\.pdf/ }).getAttribute("href")));
    assert.match(download.headers()["content-disposition"], /^attachment/);
    assert.match(download.headers()["content-security-policy"], /sandbox/);
    await answerer.getByRole("button", { name: "Ja, speelt bij ons ook" }).click();
    await answerer.getByRole("button", { name: "Speelt bij ons ook, gezegd" }).waitFor();
    await answerer.getByLabel("Wat is uw ervaring?").fill("Bij ons rijdt hij met vrijwilligers. De gemeente betaalt de brandstof.");
    await answerer.getByRole("button", { name: "Plaats mijn antwoord" }).click();
    await answerer.getByText("Uw antwoord is geplaatst").waitFor();

    if (script) {
      await asker.locator(".live-notice").getByText("Eén nieuw antwoord, toon het").waitFor();
      await asker.locator(".live-notice a").click();
    } else {
      await visit(asker, path);
    }
    await asker.getByText("Bij ons rijdt hij met vrijwilligers.").waitFor();
    await asker.getByText("één raad", { exact: true }).waitFor();
    await asker.getByRole("button", { name: "Dit hielp" }).click();
    await asker.getByText(`Dit hielp, zegt ${people.lid.name}`).waitFor();
    await asker.getByRole("button", { name: /^Dank / }).click();
    await asker.getByRole("button", { name: /^U dankte / }).waitFor();
    if (script) await inspect(asker, "vraag-met-antwoord");

    const [toAsker] = (await letters(asker, people.lid.email)).filter((l) => l.subject.includes(title));
    assert.match(await letterText(asker, toAsker.n), /Bij ons rijdt hij met vrijwilligers\. De gemeente betaalt de brandstof\./);
    const toAnswerer = await letters(asker, people["lid-elders"].email);
    const helped = toAnswerer.find((l) => l.subject.startsWith("Uw antwoord hielp") && l.subject.includes(title));
    assert.match(await letterText(asker, helped.n), /Dit hielp|dit hielp/);
    assert.ok(toAnswerer.some((l) => l.subject.includes("dankt u")));
    await asker.context().close();
    await answerer.context().close();
  });
}

test("a text outlives an ended sign-in", async () => {
  const page = await as("secretaris");
  const people = await personas(page);
  await visit(page, "/gesprekken/nieuw");
  await page.getByLabel("Uw vraag in één zin").fill("Wie heeft ervaring met een jongerenpanel in het dorp?");
  await page.getByLabel("Vertel er iets meer over").fill("Een lange tekst die niet weg mag raken.");
  await page.getByLabel("Waar gaat het over?").selectOption({ index: 1 });
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Plaats mijn bericht" }).click();
  await page.getByRole("heading", { name: "U bent niet meer aangemeld. Uw tekst is bewaard." }).waitFor();
  await page.getByText("Een lange tekst die niet weg mag raken.").waitFor();
  await inspect(page, "tekst-bewaard");
  await page.getByLabel("Uw e-mailadres").fill(people.secretaris.email);
  await page.getByRole("button", { name: "Meld mij aan en ga verder" }).click();
  await page.getByRole("heading", { name: "Vul de code in" }).waitFor();
  await inspect(page, "code");
  const [letter] = await letters(page, people.secretaris.email);
  const code = (await letterText(page, letter.n)).match(/\b(\d{3} \d{3})\b/)[1];
  await page.getByLabel("Code uit het bericht").fill(code);
  await page.getByRole("button", { name: "Meld mij aan" }).click();
  await page.getByRole("button", { name: "Verstuur mijn tekst" }).click();
  await page.getByRole("heading", { level: 1, name: "Wie heeft ervaring met een jongerenpanel in het dorp?" }).waitFor();
  await page.getByText("Een lange tekst die niet weg mag raken.").waitFor();
  await page.context().close();
});
