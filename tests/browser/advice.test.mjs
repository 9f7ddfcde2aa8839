// The story of an advice: asked, drafted, agreed, issued, answered, decided and looked at again later.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { as, at, close, inspect, letterText, letters, personas, visit } from "./house.mjs";

after(close);

const send = (page, name) => page.getByRole("button", { name }).click();
const fill = async (page, fields) => {
  for (const [id, text] of Object.entries(fields)) await page.locator(`#${id}`).fill(text);
};

/** What the other side must not find anywhere: not on its pages, not by address, not in its mail. */
async function findsNothing(page, paths, words) {
  for (const path of paths) {
    const answer = await page.request.get(at + path);
    assert.ok([403, 404].includes(answer.status()), `${path} is closed (${answer.status()})`);
  }
  for (const path of ["/", "/dossiers", "/onze-raad"]) {
    const answer = await page.request.get(at + path);
    if (answer.ok()) assert.ok(!(await answer.text()).includes(words), `${words} stands nowhere on ${path}`);
  }
}

test("an advice travels from request to what it changed", async () => {
  const title = "Het zwembad open voor wie niet meebetaalt";
  const officer = await as("contactambtenaar");
  const people = await personas(officer);
  await visit(officer, "/dossiers/nieuw");
  await send(officer, "Verstuur de aanvraag");
  await officer.getByRole("alert").waitFor();
  await inspect(officer, "aanvraag-fout");
  await fill(officer, {
    titel: title,
    kern: "Wie een laag inkomen heeft, kan niet zwemmen. Mag dat gratis?",
    praktijk: "Kinderen staan langs de kant. De badmeester ziet het elke week.",
    voorwie: "Ongeveer vierhonderd gezinnen.",
    aanleiding: "De kaartjes worden duurder.",
    vraag: "Welke regeling past bij deze gezinnen?",
    wel: "De prijs en de tijden.",
    niet: "Het bad zelf.",
    ontvangen: "24 november 2026",
    vergadering: "25 februari 2027",
  });
  await officer.locator("#niveau-local").check();
  await officer.locator("#beslist-municipal_council").check();
  await officer.locator('[name="stuk[]"]').setInputFiles({ name: "Tarieven zwembad.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await inspect(officer, "aanvraag-ingevuld");
  await send(officer, "Verstuur de aanvraag");
  await officer.getByRole("heading", { level: 1, name: title }).waitFor();
  const path = new URL(officer.url()).pathname;
  await inspect(officer, "dossier-aangevraagd");

  // The council hears of it, and sees the term explained.
  const secretary = await as("secretaris");
  const [told] = (await letters(secretary, people.secretaris.email)).filter((l) => l.subject.includes(title));
  assert.match(await letterText(secretary, told.n), /Welke regeling past bij deze gezinnen\?/);
  await visit(secretary, path);
  await visit(secretary, `${path}/termijn`);
  await secretary.getByRole("heading", { level: 1, name: /dinsdag 5 januari 2027/i }).waitFor();
  // What may change it: looked at, counted, and left alone.
  await secretary.getByRole("link", { name: "Verleng de termijn" }).click();
  await fill(secretary, { aantal: "2", reden: "Wij spreken nog met gezinnen." });
  await send(secretary, "Reken de datum uit");
  await secretary.getByText("De uiterste datum wordt dinsdag 19 januari 2027.").waitFor();
  await inspect(secretary, "termijn-verlengen");
  await visit(secretary, `${path}/termijn/stilzetten`);
  await inspect(secretary, "termijn-stilzetten");

  await inspect(secretary, "termijn");
  await visit(secretary, `${path}/ontvangst`);
  await inspect(secretary, "ontvangst");
  await secretary.locator("#bevestig button[type=submit]").click();
  await visit(secretary, path);
  await inspect(secretary, "dossier-ontvangen");

  // Drafting; the municipality sees nothing of it.
  await visit(secretary, `${path}/advies`);
  await fill(secretary, { titel: title, kort: "Laat deze gezinnen gratis zwemmen.", gehoord: "Wij spraken dertig ouders langs de kant.", overwogen: "Een pas werkt beter dan korting achteraf." });
  while ((await secretary.locator(".draft__rec").count()) < 2) await secretary.locator('button[name=doe][value="erbij"]').click();
  await fill(secretary, { "tekst-1": "Geef gezinnen met een laag inkomen een zwempas.", "effect-1": "Vierhonderd kinderen leren zwemmen.", "reden-1": "Ouders schieten nu niets voor.", "tekst-2": "Zet de prijs groot bij de ingang.", "effect-2": "Niemand schaamt zich.", "reden-2": "Nu vraagt niemand ernaar." });
  await secretary.locator('button[name=doe][value="bewaar"]').click();
  await visit(secretary, `${path}/advies`);
  await secretary.getByText("Geef gezinnen met een laag inkomen een zwempas.").first().waitFor();
  await inspect(secretary, "advies-schrijven");
  await findsNothing(officer, [`${path}/advies`, `${path}/instemming`, `${path}/brief`, `${path}/brief.pdf`], "zwempas");

  // The members agree.
  await visit(secretary, `${path}/instemming`);
  await fill(secretary, { sluit: "1 december 2026" });
  await secretary.locator('button[name=doe][value="open"]').click();
  await inspect(secretary, "instemming-secretaris");
  for (const [slug, answer] of [["lid", "agrees"], ["voorzitter", "agrees"], ["penningmeester", "agrees_with_remark"]]) {
    const member = await as(slug, { script: slug !== "voorzitter" });
    const [asked] = (await letters(member, people[slug].email)).filter((l) => l.subject.includes(title));
    assert.ok(asked, `${slug} is asked`);
    await visit(member, `${path}/instemming`);
    await member.locator(`#antwoord-${answer}`).check();
    if (answer === "agrees_with_remark") await fill(member, { opmerking: "Noem ook de ouderen." });
    await member.locator('button[name=doe][value="antwoord"]').click();
    await visit(member, `${path}/instemming`);
    assert.ok(!(await member.locator("main").innerText()).includes("Noem ook de ouderen.") || slug === "penningmeester", "what others said stays closed");
    if (slug === "lid") await inspect(member, "instemming-lid");
    await member.context().close();
  }
  await visit(secretary, `${path}/instemming`);
  // Not enough members answered yet: closing asks for certainty, and sending for a reason.
  const sure = secretary.locator('input[name="zeker"]');
  if (await sure.count()) await sure.check();
  await secretary.locator('button[name=doe][value="sluit"]').click();

  // Issued, once, with a number; it becomes a letter.
  await visit(secretary, `${path}/uitbrenging`);
  await inspect(secretary, "uitbrengen");
  if (await secretary.locator("#reden").count()) await fill(secretary, { reden: "De gemeenteraad vergadert binnenkort." });
  await secretary.locator("main form button[type=submit]").click();
  await secretary.getByRole("heading", { level: 1, name: title }).waitFor();
  await inspect(secretary, "dossier-uitgebracht");
  const pdf = await secretary.request.get(`${at}${path}/brief.pdf`);
  assert.equal(pdf.status(), 200);
  assert.match((await pdf.body()).toString("latin1"), /^%PDF-.*pdfuaid:part/s);
  await visit(secretary, `${path}/brief`);
  await inspect(secretary, "brief");
  const [issued] = (await letters(officer, people.contactambtenaar.email)).filter((l) => l.subject.includes(title));
  assert.match(await letterText(officer, issued.n), /Geef gezinnen met een laag inkomen een zwempas\./);

  // An answer per recommendation, seen by nobody else until it is published.
  const policy = await as("beleidsmedewerker");
  await visit(policy, `${path}/antwoord`);
  await policy.locator("#positie-1-adopted").check();
  await policy.locator("#positie-2-not_adopted").check();
  await policy.locator('button[name=doe][value="voorleggen"]').click();
  await policy.getByRole("alert").waitFor();
  await inspect(policy, "antwoord-fout");
  await fill(policy, { "reden-1": "De pas komt er in maart.", "reden-2": "De ingang wordt verbouwd.", "toezegging-1": "De zwempas is klaar", "wie-1": people.beleidsmedewerker.name, "voor-1": "1 maart 2027" });
  await policy.locator('button[name=doe][value="voorleggen"]').click();
  await visit(policy, `${path}/antwoord`);
  await inspect(policy, "antwoord-voorbereid");
  await findsNothing(secretary, [`${path}/antwoord`, `${path}/antwoord/publicatie`], "De pas komt er in maart");
  assert.ok(!(await (await secretary.request.get(at + path)).text()).includes("verbouwd"), "the council sees nothing of it");

  const alderman = await as("wethouder");
  await visit(alderman, "/");
  await alderman.getByRole("link", { name: title }).first().waitFor();
  await visit(alderman, `${path}/antwoord/publicatie`);
  await inspect(alderman, "antwoord-publiceren");
  await alderman.locator("main form button[type=submit]").first().click();
  await visit(secretary, path);
  await secretary.getByText("De pas komt er in maart.").first().waitFor();
  const [answered] = (await letters(secretary, people.lid.email)).filter((l) => l.subject.includes(title));
  assert.match(await letterText(secretary, answered.n), /De ingang wordt verbouwd\./);

  // Decisions of the executive and of the municipal council.
  for (const [slug, body, day] of [["beleidsmedewerker", "executive", "1 december 2026"], ["griffier", "municipal_council", "2 december 2026"]]) {
    await officer.request.post(`${at}/demo/klok`, { form: { moment: "2026-12-03T09:00" }, maxRedirects: 0 });
    const page = await as(slug);
    await visit(page, `${path}/besluit`);
    await page.locator(`#orgaan-${body}`).check();
    await page.locator("#uitkomst-follows").check();
    await fill(page, { datum: day, tekst: "Vastgesteld, met de zwempas." });
    if (slug === "griffier") await inspect(page, "besluit");
    await page.locator("main form button[type=submit]").last().click();
    await page.context().close();
  }
  await visit(secretary, path);
  await secretary.getByText("Vastgesteld, met de zwempas.").first().waitFor();

  // A monitoring moment asks its question when the clock reaches it.
  await visit(officer, `${path}/volgen`);
  await inspect(officer, "volgen");
  await fill(officer, { vraag: "Hoeveel kinderen zwemmen nu met de pas?", datum: "1 mei 2027" });
  await officer.locator("main form button[type=submit]").last().click();
  await officer.request.post(`${at}/demo/klok`, { form: { moment: "2027-05-01T09:00" }, maxRedirects: 0 });
  const asked = (await letters(officer, people.secretaris.email)).filter((l) => l.subject.includes(title))[0];
  assert.match(await letterText(officer, asked.n), /Hoeveel kinderen zwemmen nu met de pas\?/);
  await visit(secretary, path);
  await secretary.getByText("Hoeveel kinderen zwemmen nu met de pas?").first().waitFor();
  await inspect(secretary, "dossier-volgen");

  // Nobody else ever finds it.
  for (const slug of ["lid-elders", "ambtenaar-elders", "begeleider", "bureau"]) {
    const other = await as(slug);
    await findsNothing(other, [path, `${path}/termijn`, `${path}/brief.pdf`, `${path}/aanvraag`], title);
    await other.context().close();
  }
  await officer.request.post(`${at}/demo/klok`, { form: { moment: "2026-11-24T09:00" }, maxRedirects: 0 });
});
