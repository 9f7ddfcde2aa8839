// What docs/seams.md says of the demo.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { as, at, close, engine, letters, letterText, paths, personas, visit } from "./house.mjs";
import { fails, open, program, store } from "./second.mjs";

after(close);

const SLUGS = ["lid", "lid-elders", "secretaris", "voorzitter", "penningmeester", "contactambtenaar", "beleidsmedewerker", "wethouder", "griffier", "ambtenaar-elders", "dubbel", "begeleider", "bureau", "bestuur", "beheerder", "gast"];
const MORNING = "2026-11-24T09:00";
const COST = /^db;desc="\d+", cpu;dur=\d+(\.\d+)?$/;

const post = (page, path, form) => page.request.post(at + path, { form, maxRedirects: 0 });

test("the personas are listed with these fields, and each signs in with one step", async () => {
  const page = await as(null);
  const all = await (await page.request.get(`${at}/demo/personen`)).json();
  for (const one of all) {
    const wanted = ["email", "name", "organisation", "role", "slug", ...("totp" in one ? ["totp"] : [])].sort();
    assert.deepEqual(Object.keys(one).sort(), wanted, one.slug);
    assert.ok(Object.values(one).every((value) => typeof value === "string"), JSON.stringify(one));
    assert.match(one.email, /^[^@\s]+@[^@\s]+$/);
  }
  const there = all.map((one) => one.slug);
  assert.deepEqual(SLUGS.filter((slug) => !there.includes(slug)), [], "each of these is there");
  for (const { slug, name } of all) {
    const answer = await post(page, "/demo/aanmelden", { persoon: slug });
    assert.equal(answer.status(), 303, slug);
    assert.equal(answer.headers().location, "/");
    assert.match(answer.headers()["set-cookie"], /^beraad=/);
    await visit(page, "/mijn-gegevens");
    await page.getByText(name).first().waitFor();
  }
  assert.equal((await post(page, "/demo/aanmelden", { persoon: "koning" })).status(), 404);
  await page.context().close();
});

test("whatever a persona is offered on the way opens", async () => {
  const page = await as(null);
  for (const slug of Object.keys(await personas(page))) {
    await post(page, "/demo/aanmelden", { persoon: slug });
    const tried = new Set();
    // The front page with the menu, and each page that the menu leads to.
    await visit(page, "/");
    const menu = await page.locator("header .nav a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    for (const path of ["/", ...menu]) {
      await visit(page, path);
      const links = await page.locator("a[href^='/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      // Of a list of people and places the first ones say enough.
      for (const link of links.slice(0, 40)) {
        if (tried.has(link)) continue;
        tried.add(link);
        const answer = await page.request.get(at + link);
        assert.ok(answer.status() < 400, `${slug}: ${link} on ${path} answers ${answer.status()}`);
      }
    }
    assert.ok(tried.size >= 5, `${slug} is offered ${tried.size} ways`);
  }
  await page.context().close();
});

test("the page of the demo has a button for each persona, the outgoing mail and the clock", async () => {
  const page = await as(null);
  const all = await personas(page);
  await visit(page, "/demo");
  const buttons = page.locator('form[action="/demo/aanmelden"]');
  const shown = await buttons.locator('input[name="persoon"]').evaluateAll((found) => found.map((input) => input.value));
  assert.deepEqual(shown.sort(), Object.keys(all).sort(), "one each");
  for (const { name } of Object.values(all)) assert.equal(await page.getByRole("button", { name: `Kijk rond als ${name}`, exact: true }).count(), 1, name);
  assert.equal(await page.getByRole("heading", { name: "Uitgaande post" }).count(), 1);
  assert.match(await page.locator('form[action="/demo/klok"] input[name="moment"]').inputValue(), /^2026-11-24T09:\d\d$/);
  await page.getByRole("button", { name: `Kijk rond als ${all.wethouder.name}` }).click();
  await page.waitForURL(`${at}/`);
  assert.ok((await page.locator(".masthead__me").innerText()).includes(all.wethouder.name));
  await page.context().close();
});

test("the outgoing mail can be listed by address, and read as it travels", async () => {
  const page = await as(null);
  const { voorzitter } = await personas(page);
  await post(page, "/aanmelden", { adres: voorzitter.email, naar: "/" });
  const list = await letters(page, voorzitter.email);
  assert.ok(list.length > 0);
  for (const line of list) {
    assert.deepEqual(Object.keys(line).sort(), ["at", "message_id", "n", "subject", "to"]);
    assert.equal(line.to, voorzitter.email);
    assert.ok(!Number.isNaN(Date.parse(line.at)), line.at);
  }
  assert.deepEqual(list.map((l) => l.n), list.map((l) => l.n).sort((a, b) => b - a), "the newest first");
  const [{ n, message_id: id, subject }] = list;
  const eml = await page.request.get(`${at}/demo/post/${n}.eml`);
  assert.equal(eml.headers()["content-type"], "message/rfc822");
  assert.ok((await eml.text()).includes(`Message-ID: <${id}>`));
  assert.match(await letterText(page, n), /\b\d{3} \d{3}\b/);
  const html = await page.request.get(`${at}/demo/post/${n}.html`);
  assert.match(html.headers()["content-security-policy"], /default-src 'none'.*sandbox/);
  const everybody = await (await page.request.get(`${at}/demo/post.json`)).json();
  assert.ok(everybody.some((line) => line.subject === subject && line.n === n), "without an address it is all of them");
  for (const path of ["/demo/post/999999999.eml", "/demo/post/een.eml", `/demo/post/${n}.exe`]) assert.equal((await page.request.get(at + path)).status(), 404, path);
  await page.context().close();
});

test("the clock is set, and the house comes to rest", async () => {
  const page = await as(null);
  const answer = await post(page, "/demo/klok", { moment: "2026-11-24T15:30" });
  assert.equal(answer.status(), 303);
  await visit(page, "/demo");
  await page.getByText("In Beraad is het nu dinsdag 24 november 2026, 15.3").waitFor();
  const rest = await page.request.get(`${at}/demo/rust`, { timeout: 120_000 });
  assert.deepEqual([rest.status(), await rest.text()], [200, "rust\n"]);
  for (const moment of ["", "morgen", "2026-13-01T09:00"]) assert.equal((await post(page, "/demo/klok", { moment })).status(), 400, moment);
  assert.equal((await post(page, "/demo/klok", { moment: MORNING })).status(), 303);
  await page.context().close();
});

test("what can be measured: five pages, one of them a topic with at least fifty posts", async () => {
  const page = await as("lid");
  const all = await paths(page);
  assert.ok(all.length >= 5, all.join(" "));
  for (const path of all) await visit(page, path);
  let most = 0;
  for (const path of all.filter((path) => /^\/gesprekken\/[0-9A-Z]{26}$/.test(path))) {
    const seen = new Set();
    for (let next = path; next; next = await page.locator('.pager a[rel="next"]').getAttribute("href", { timeout: 200 }).catch(() => null)) {
      await visit(page, next);
      for (const id of await page.locator("article.entry[id]").evaluateAll((posts) => posts.map((post) => post.id))) seen.add(id);
    }
    most = Math.max(most, seen.size);
  }
  assert.ok(most >= 50, `the longest topic has ${most} posts`);
  await page.context().close();
});

test("every response tells what it cost, errors too", async () => {
  const page = await as("lid");
  const style = await (await page.request.get(`${at}/`)).text().then((text) => /href="(\/assets\/[^"]+\.css)"/.exec(text)[1]);
  for (const [status, path] of [[200, "/"], [200, "/gesprekken"], [200, style], [200, "/demo"], [200, "/demo/personen"], [200, "/demo/rust"], [200, "/health/live"], [200, "/health/ready"], [404, "/nergens"], [404, "/assets/nergens.css"], [404, "/demo/post/999999999.eml"], [404, "/gesprekken/01JZZZZZZZZZZZZZZZZZZZZZZZ"]]) {
    const answer = await page.request.get(at + path, { maxRedirects: 0 });
    assert.equal(answer.status(), status, path);
    assert.match(answer.headers()["server-timing"] ?? "", COST, path);
  }
  for (const [status, path, form] of [[303, "/demo/aanmelden", { persoon: "lid" }], [400, "/demo/klok", { moment: "ooit" }], [405, "/mijn-gegevens", {}], [409, "/gesprekken", { onbekend: "veld" }]]) {
    const answer = await post(page, path, form);
    assert.equal(answer.status(), status, path);
    assert.match(answer.headers()["server-timing"] ?? "", COST, path);
  }
  const home = (await page.request.get(`${at}/`)).headers()["server-timing"];
  assert.ok(Number(/desc="(\d+)"/.exec(home)[1]) > 0, "the front page asks the database something");
  await page.context().close();
});

test("the store and its keys stand in the folder", { skip: !program }, () => {
  const folder = store[store.indexOf("--data") + 1];
  assert.equal(existsSync(join(folder, "beraad.db")), engine === "sqlite");
  assert.ok(existsSync(join(folder, "keys")));
});

test("a second start keeps what was changed, and names everybody", { skip: !program }, async () => {
  const page = await as(null);
  const all = await personas(page);
  await page.context().close();
  const title = `Wat blijft er na een nacht? (${engine})`;
  const first = await open();
  try {
    assert.match(first.said(), /The demo country is there already \(seed 1, scale 1\)\. What was changed is kept\./);
    for (const { name } of Object.values(all)) assert.match(first.said(), new RegExp(`^  ${name} +\\S`, "m"), name);
    assert.equal((await fetch(`${first.at}/health/ready`)).status, 200);
    await first.asks("penningmeester", title);
  } finally {
    assert.equal(await first.stop(), 0, "it closes in order");
  }
  const again = await open("--seed", "1");
  try {
    assert.ok(await again.reads("secretaris", "/gesprekken").then((text) => text.includes(title)), "it is still there");
    const [clock] = /In Beraad is het nu [^<]*/.exec(await again.reads(null, "/demo"));
    assert.match(clock, /dinsdag 24\snovember 2026, 9\.\d\d/, "the clock was kept");
  } finally {
    await again.stop();
  }
  assert.match(await fails("--scale", "2"), /there is another country in this database \(seed 1, scale 1\)/);
  assert.match(await fails("--listen", "0.0.0.0:0"), /--open-to-everybody/);
});
