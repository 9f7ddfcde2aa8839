// Signing in with the link, an app and a passkey, in a real browser with a key that Chromium plays.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { as, at, close, inspect, letters, letterText, personas, visit, widths } from "./house.mjs";

after(close);

// Keys know a host by its name, and an address is none.
const named = at.replace("127.0.0.1", "localhost");

/** The code of an app, so many seconds from now (RFC 6238). */
function appCode(secret, seconds = 0) {
  const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor((Date.now() / 1000 + seconds) / 30)));
  const hash = createHmac("sha1", key).update(step).digest();
  const offset = hash[19] & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Goes as far as the code from the letter. */
async function withLetter(page, address, house = at) {
  await page.goto(`${house}/aanmelden?naar=/mijn-gegevens`);
  await page.getByLabel("Uw e-mailadres").fill(address);
  await page.getByRole("button", { name: "Stuur mij een code" }).click();
  await page.getByLabel("Code uit het bericht").waitFor();
  const [letter] = await letters(page, address);
  return letterText(page, letter.n);
}

const linkIn = (text) => new URL(text.match(/https?:\/\/\S+\/aanmelden\/link\/\S+/)[0]).pathname;
const codeIn = (text) => text.match(/\b\d{3} \d{3}\b/)[0];

async function withCode(page, address, house = at) {
  const text = await withLetter(page, address, house);
  await page.getByLabel("Code uit het bericht").fill(codeIn(text));
  await page.getByRole("button", { name: "Meld mij aan", exact: true }).click();
}

/** A key that Chromium plays, with a finger that is always right. */
async function withKey(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
  return { cdp, authenticatorId };
}

test("the link signs in where the code was asked, and shows the code elsewhere", async () => {
  const [computer, phone] = [await as(null), await as(null, { width: 320 })];
  const all = await personas(computer);
  const link = linkIn(await withLetter(computer, all.voorzitter.email));
  await visit(phone, link);
  await phone.getByRole("heading", { name: "Uw code" }).waitFor();
  await inspect(phone, "link-elders");
  await visit(computer, link);
  await inspect(computer, "link");
  await computer.getByRole("button", { name: "Meld mij aan" }).click();
  await computer.waitForURL("**/mijn-gegevens");
  await phone.goto(at + link);
  await phone.getByRole("heading", { name: "Deze link werkt niet meer" }).waitFor();
  await inspect(phone, "link-verlopen");
  await computer.context().close();
  await phone.context().close();
});

test("the office signs in with the code of its app", async () => {
  const page = await as(null, { script: false });
  const all = await personas(page);
  assert.deepEqual(Object.keys(all).filter((slug) => all[slug].totp).sort(), ["begeleider", "beheerder", "bureau"]);
  await withCode(page, all.bureau.email);
  await page.waitForURL("**/aanmelden/tweede-stap*");
  await page.getByLabel("Code uit uw app").fill("000000");
  await page.getByRole("button", { name: "Meld mij aan" }).click();
  await page.getByText("Deze code klopt niet").waitFor();
  await page.getByLabel("Code uit uw app").fill(appCode(all.bureau.totp));
  await page.getByRole("button", { name: "Meld mij aan" }).click();
  await page.waitForURL("**/mijn-gegevens");
  await page.context().close();
});

test("a member makes a passkey, signs in with it, and a copy that counts back is refused", async () => {
  const page = await as(null);
  const { cdp, authenticatorId } = await withKey(page);
  const all = await personas(page);
  await withCode(page, all["lid-elders"].email, named);
  await page.waitForURL("**/mijn-gegevens");
  await page.getByRole("link", { name: "Maak een toegangssleutel" }).click();
  await page.getByLabel("Hoe noemt u deze sleutel?").fill("mijn telefoon");
  await page.getByRole("button", { name: "Maak een toegangssleutel" }).click();
  await page.getByText("De toegangssleutel is gemaakt").waitFor();
  await page.getByText("mijn telefoon", { exact: true }).waitFor();
  await inspect(page, "toegangssleutels");
  const kept = (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
  assert.equal(kept.length, 1);

  await page.context().clearCookies();
  await page.goto(`${named}/aanmelden?naar=/mijn-gegevens`);
  await page.getByRole("button", { name: "Meld mij aan met mijn toegangssleutel" }).click();
  await page.waitForURL("**/mijn-gegevens");
  await page.getByRole("heading", { name: all["lid-elders"].name }).waitFor();

  // A copy of the key from before it was used: its count runs behind.
  await cdp.send("WebAuthn.removeCredential", { authenticatorId, credentialId: kept[0].credentialId });
  await cdp.send("WebAuthn.addCredential", { authenticatorId, credential: { ...kept[0], signCount: 0 } });
  await page.context().clearCookies();
  await page.goto(`${named}/aanmelden`);
  await page.getByRole("button", { name: "Meld mij aan met mijn toegangssleutel" }).click();
  await page.getByText("Met deze toegangssleutel kunt u zich hier niet aanmelden").waitFor();

  // A finger that is not theirs.
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.goto(`${named}/aanmelden`);
  await page.getByRole("button", { name: "Meld mij aan met mijn toegangssleutel" }).click();
  await page.getByText("Het lukte niet met de toegangssleutel").waitFor();
  page.troubles.length = 0;
  await inspect(page, "aanmelden-sleutel-gestopt");
  await page.context().close();
});

test("an administrator takes the second step with a passkey, and takes it away again", async () => {
  const page = await as(null);
  await withKey(page);
  const all = await personas(page);
  await withCode(page, all.beheerder.email, named);
  await page.getByLabel("Code uit uw app").fill(appCode(all.beheerder.totp));
  await page.getByRole("button", { name: "Meld mij aan", exact: true }).click();
  await page.waitForURL("**/mijn-gegevens");
  await page.goto(`${named}/mijn-gegevens/toegangssleutels`);
  await page.getByRole("button", { name: "Maak een toegangssleutel" }).click();
  await page.getByText("De toegangssleutel is gemaakt").waitFor();
  await page.context().clearCookies();
  await withCode(page, all.beheerder.email, named);
  await page.waitForURL("**/aanmelden/tweede-stap*");
  await inspect(page, "tweede-stap");
  await page.getByRole("button", { name: "Meld mij aan met mijn toegangssleutel" }).click();
  await page.waitForURL("**/mijn-gegevens");
  await page.goto(`${named}/mijn-gegevens/toegangssleutels`);
  await page.getByRole("button", { name: "Verwijder" }).click();
  await page.getByText("De toegangssleutel is verwijderd").waitFor();
  await page.context().close();
});

for (const width of widths) {
  test(`pages of signing in and of one's own account, ${width} px`, async () => {
    const page = await as("penningmeester", { width });
    for (const [name, path] of [["adres", "/mijn-gegevens/adres"], ["tweede-stap-instellen", "/mijn-gegevens/tweede-stap"], ["bevestigen", "/bevestigen"], ["sleutels", "/mijn-gegevens/toegangssleutels"]]) {
      await visit(page, path);
      await inspect(page, name);
    }
    await visit(page, "/mijn-gegevens/tweede-stap");
    await page.getByLabel("Code uit uw app").fill("12");
    await page.getByRole("button", { name: "Neem de tweede stap in gebruik" }).click();
    await page.getByText("Deze code klopt niet").waitFor();
    await inspect(page, "tweede-stap-instellen-fout");
    await page.context().close();
  });
}
