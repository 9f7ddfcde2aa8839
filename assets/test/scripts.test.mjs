// What the scripts promise, tried in a real browser: npm test.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openHouse } from "./house.mjs";

const thanks = (pressed, said) => `<div id="dank"${said ? ` data-announce="${said}"` : ""}><form method="post" action="/dank" data-swap="#dank">
  <textarea id="elders"></textarea><button type="button">Iets anders</button><button class="button" id="knop" name="wat" value="${pressed ? "terug" : "dank"}" aria-pressed="${pressed}">${pressed ? "U dankte Hanneke" : "Dank Hanneke"}</button></form></div>`;

const row = (n) => `<div data-row><b data-row-number>${n}</b><input name="rec-${n}"><button name="weg" value="${n}" data-remove-row>Weg</button></div>`;

let fails = 0;
let house;
/** A form of choices and reasons, as it came. */
const keuring = (reden, effect, keuze) => {
  const round = (id) => `<input type="radio" name="keuze" id="${id}" value="${id}"${keuze === id ? " checked" : ""}>`;
  return `<form method="post" action="/keur" data-keep="keuring-1" data-kept-title="Uw tekst is bewaard" data-kept-restore="Zet terug" data-kept-drop="Gooi weg">${round("ja")}${round("nee")}
    <textarea name="reden" id="reden">${reden}</textarea><textarea name="effect" id="effect">${effect}</textarea><input type="text" name="wie" id="wie"><button>Leg voor</button></form>`;
};

before(async () => {
  house = await openHouse({
    "GET /dank": thanks(false),
    "POST /dank": (body, headers) => (headers["x-fragment"] ? { body: thanks(body.includes("wat=dank"), "U dankte Hanneke.") } : { body: "gewoon" }),
    "GET /stuk": thanks(false).replaceAll("/dank", "/stuk"),
    "POST /stuk": (_, headers) => (headers["x-fragment"] ? { status: ++fails && 500, body: "stuk" } : { body: "<h1>gewone weg</h1>" }),
    "GET /traag": `<form method="post" action="/traag"><button class="button" data-busy="Bezig met plaatsen …">Plaats</button></form>`,
    "POST /traag": () => new Promise((done) => setTimeout(done, 700, { body: "<h1>geplaatst</h1>" })),
    "GET /menu": `<div class="flash" data-flash tabindex="-1" id="gelukt">Gelukt</div><details class="menu" open><summary>Menu</summary><a href="#a" id="in">in</a></details>`,
    "GET /schrijf": `<form method="post" action="/schrijf" data-keep="antwoord-1" data-kept-title="Uw tekst is bewaard" data-kept-restore="Zet terug" data-kept-drop="Gooi weg"><textarea name="tekst" id="tekst"></textarea><button>Plaats</button></form>`,
    "POST /schrijf": `<p data-kept-clear="antwoord-1">Geplaatst</p>`,
    "GET /keur": keuring("", "", ""),
    // It came back with a mistake, filled in as it was sent.
    "POST /keur": keuring("Omdat het duur is", "Na overleg", "nee"),
    "GET /live": `<p class="live-notice" hidden data-live="/stroom"></p>`,
    "GET /rijen": `<form method="post" action="/rijen" data-rows data-rows-min="1" data-row-added="Aanbeveling {n} toegevoegd">${row(1)}<template data-row-template>${row("__n__")}</template><button name="erbij" data-add-row>Nog een</button></form>
      <textarea id="veld" data-counter="#rest" data-counter-max="5" data-counter-left="Nog {n} tekens." data-counter-over="{n} tekens te veel."></textarea><p id="rest" role="status"></p>
      <input id="datum" data-date-echo="#dag" data-date-unknown="Dat is geen datum." data-today="2026-11-24"><p id="dag"></p>`,
  });
});
after(() => house.close());

test("one tap: the place is replaced, focus stays, and it is said aloud", async () => {
  const page = await house.visit("/dank");
  await page.fill("#elders", "half een zin");
  await page.click("#knop");
  await page.waitForSelector('#knop[aria-pressed="true"]');
  assert.equal(await page.evaluate(() => document.activeElement.id), "knop");
  await page.waitForFunction(() => document.getElementById("announce")?.textContent === "U dankte Hanneke.");
  assert.equal(house.posts.at(-1).body, "wat=dank");
  await page.click("#knop");
  await page.waitForSelector('#knop[aria-pressed="false"]');
});

test("one tap that fails goes the ordinary way", async () => {
  const page = await house.visit("/stuk");
  await page.click("#knop");
  await page.waitForSelector("h1:text('gewone weg')");
  assert.equal(fails, 1);
  assert.equal(house.posts.at(-1).body, "wat=dank");
});

test("a form is sent once, and its button says so", async () => {
  const page = await house.visit("/traag");
  const before = house.posts.length;
  const shown = await page.evaluate(() => {
    const button = document.querySelector("button");
    button.click();
    button.click();
    return [button.textContent, button.getAttribute("aria-disabled")];
  });
  assert.deepEqual(shown, ["Bezig met plaatsen …", "true"]);
  await page.waitForSelector("h1:text('geplaatst')");
  assert.equal(house.posts.length, before + 1);
});

test("what happened has focus, Escape closes the menu, the message leaves the address", async () => {
  const page = await house.visit("/menu?bericht=gelukt&p=2");
  await page.setViewportSize({ width: 390, height: 800 }); // where there is a menu to open
  assert.equal(await page.evaluate(() => document.activeElement.id), "gelukt");
  assert.equal(new URL(page.url()).search, "?p=2");
  await page.focus("#in");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => `${document.querySelector("details").open} ${document.activeElement.tagName}`), "false SUMMARY");
});

test("typed text is kept, offered back, and forgotten once it is placed", async () => {
  const first = await house.visit("/schrijf");
  await first.fill("#tekst", "Bij ons rijdt de belbus");
  await first.waitForFunction(() => localStorage.getItem("beraad:antwoord-1"));
  await first.close();
  const page = await house.visit("/schrijf");
  assert.equal(await page.inputValue("#tekst"), "");
  assert.equal(await page.textContent(".kept"), "Bij ons rijdt de belbus");
  await page.click("text=Zet terug");
  assert.equal(await page.inputValue("#tekst"), "Bij ons rijdt de belbus");
  await page.click("text=Plaats");
  await page.waitForSelector("[data-kept-clear]");
  await page.waitForFunction(() => localStorage.length === 0);
});

test("what came back with a mistake is kept whole, choices too, when something else is typed", async () => {
  const first = await house.visit("/keur");
  await first.check("#nee");
  await first.fill("#reden", "Omdat het duur is");
  await first.fill("#effect", "Na overleg");
  await first.click("text=Leg voor");
  await first.waitForFunction(() => document.querySelector("#reden").defaultValue !== "");
  await first.fill("#wie", "Het UWV");
  await first.waitForFunction(() => localStorage.getItem("beraad:keuring-1")?.includes("UWV"));
  await first.close();
  // Not answered yet, and something else typed: what waits goes on waiting.
  const second = await house.visit("/keur");
  assert.match(await second.textContent(".kept"), /Omdat het duur is\s+Na overleg\s+Het UWV/);
  await second.fill("#wie", "De SVB");
  await second.waitForFunction(() => localStorage.getItem("beraad:keuring-1")?.includes("SVB"));
  await second.close();
  const page = await house.visit("/keur");
  await page.click("text=Zet terug");
  for (const [id, value] of [["reden", "Omdat het duur is"], ["effect", "Na overleg"], ["wie", "De SVB"]]) {
    assert.equal(await page.inputValue(`#${id}`), value);
  }
  assert.equal(await page.isChecked("#nee"), true);
  await page.evaluate(() => localStorage.clear());
});

test("news waits to be asked for", async () => {
  const page = await house.visit("/live");
  await page.waitForTimeout(200);
  house.tell({ count: 2, text: "2 nieuwe antwoorden, toon ze", href: "/live#antwoord-2" });
  await page.waitForSelector(".live-notice a");
  assert.equal(await page.getAttribute(".live-notice a", "href"), "/live#antwoord-2");
  house.tell({ count: 1, text: "weg hier", href: "https://elders.example/" });
  house.tell({ count: 0, text: "", href: "" });
  await page.waitForSelector(".live-notice", { state: "hidden" });
});

test("rows come and go, and the numerals follow", async () => {
  const page = await house.visit("/rijen");
  assert.equal(await page.getAttribute("[data-remove-row]", "aria-disabled"), "true");
  await page.click("[data-add-row]");
  await page.click("[data-add-row]");
  const names = () => page.$$eval("[data-row]", (rows) => rows.map((r) => `${r.querySelector("b").textContent}:${r.querySelector("input").name}`));
  assert.deepEqual(await names(), ["1:rec-1", "2:rec-2", "3:rec-3"]);
  assert.equal(await page.evaluate(() => document.activeElement.name), "rec-3");
  await page.click("[data-row]:nth-child(2) [data-remove-row]");
  assert.deepEqual(await names(), ["1:rec-1", "2:rec-3"]);
  assert.equal(await page.evaluate(() => document.activeElement.name), "rec-3");
});

test("a counter and a date answer in words", async () => {
  const page = await house.visit("/rijen");
  await page.fill("#veld", "acht tekens");
  await page.waitForFunction(() => document.getElementById("rest").textContent === "6 tekens te veel.");
  const said = async (typed) => {
    await page.fill("#datum", typed);
    await page.locator("#datum").blur();
    return page.textContent("#dag");
  };
  for (const typed of ["8 december", "dinsdag 8 december 2026", "8 dec", "8-12-2026", "8/12/26", "8.12.2026", "2026-12-08"]) {
    assert.equal(await said(typed), "dinsdag 8 december 2026", typed);
  }
  assert.equal(await said("1 mrt"), "maandag 1 maart 2027");
  assert.equal(await said("31 juni"), "Dat is geen datum.");
  assert.equal(await said("morgen"), "Dat is geen datum.");
});

test("the policy was kept and nothing broke", () => assert.deepEqual(house.problems, []));
