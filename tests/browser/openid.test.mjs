// An organisation's own sign-in, at a real provider of OpenID Connect: in the good order, and in the bad ones.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Provider from "oidc-provider";
import { as, at, close, engine, inspect, personas, visit } from "./house.mjs";

const store = (process.env.BERAAD_STORE ?? "").split(" ").filter(Boolean);
const beraad = (...args) => execFileSync(process.env.BERAAD_PROGRAM, [...args, ...store], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
const secretFile = join(tmpdir(), `beraad-openid-${process.pid}`);
writeFileSync(secretFile, "een geheim van meer dan 32 tekens & meer\n");
const running = [];

after(async () => {
  for (const one of running) await one.stop();
  await close();
});

/** A provider on a port of its own; `who` is signed in there at once, without asking. */
async function provider(organisation, { alg = "RS256", roles = [] } = {}) {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://localhost:${server.address().port}`;
  const id = beraad("openid", "add", "--organisation", organisation, "--issuer", issuer, "--client-id", "beraad", "--secret-file", secretFile, ...roles.flatMap((r) => ["--role", r]));
  const oidc = new Provider(issuer, {
    clients: [{ client_id: "beraad", client_secret: "een geheim van meer dan 32 tekens & meer", redirect_uris: [`${at}/aanmelden/organisatie/${id}/terug`], id_token_signed_response_alg: alg }],
    enabledJWA: { idTokenSigningAlgValues: ["RS256", "HS256"] },
    pkce: { required: () => true, methods: ["S256"] },
    conformIdTokenClaims: false,
    claims: { openid: ["sub", "roles", "amr", "acr"], email: ["email", "email_verified"], profile: ["given_name", "family_name"] },
    scopes: ["openid", "email", "profile"],
    cookies: { keys: ["een sleutel"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/wie/${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...self.who }) }),
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  oidc.on("server_error", (_, error) => console.error(error));
  const answer = oidc.callback();
  server.on("request", (request, response) => {
    if (!request.url.startsWith("/wie/")) return answer(request, response);
    void oidc.interactionFinished(request, response, { login: { accountId: self.sub, amr: self.amr } }, { mergeWithLastSubmission: false });
  });
  const self = { id, issuer, sub: "1", who: {}, amr: ["pwd"], stop: () => new Promise((done) => { server.closeAllConnections(); server.close(() => done()); }) };
  running.push(self);
  return self;
}

/** Leaves for the provider from the sign-in page, and comes back to the page with the button. */
async function back(page, one, name) {
  await visit(page, "/aanmelden?naar=/mijn-gegevens");
  await page.getByRole("link", { name: "Aanmelden via uw organisatie" }).click();
  await page.locator(`a[href^="/aanmelden/organisatie/${one.id}"]`).click();
  await page.getByRole("heading", { name }).waitFor();
  return page.url();
}

const enter = (page) => page.getByRole("button", { name: "Meld mij aan" }).click();

test("an officer signs in at home, and only in the browser that left", async () => {
  const page = await as(null);
  const all = await personas(page);
  const them = all.contactambtenaar;
  const one = await provider(them.organisation);
  one.who = { email: them.email, email_verified: true };
  await visit(page, "/aanmelden/organisatie");
  await inspect(page, "organisaties");
  const there = await back(page, one, "Welkom terug");
  await inspect(page, "organisatie-terug");

  // Somebody who got hold of the address gets no further than this.
  const thief = await as(null);
  await visit(thief, there.slice(at.length), 400);
  await thief.getByRole("heading", { name: "Het aanmelden ging niet verder" }).waitFor();
  await thief.context().close();

  await enter(page);
  await page.waitForURL("**/mijn-gegevens");
  await page.getByRole("heading", { name: them.name }).waitFor();
  // The same answer once more is nobody's.
  await page.goto(there);
  await page.getByText("hoort niet bij deze browser, of is al gebruikt").waitFor();

  // From now on the subject counts, and no address.
  one.who = { email: "anders@elders.example", email_verified: true };
  await page.context().clearCookies();
  await back(page, one, "Welkom terug");
  await enter(page);
  await page.getByRole("heading", { name: them.name }).waitFor();
  await page.context().close();
});

test("an address that is not verified, or not of that organisation, opens nothing", async () => {
  const page = await as(null);
  const all = await personas(page);
  const one = await provider(all.contactambtenaar.organisation);
  for (const [sub, who] of [["2", { email: all.beleidsmedewerker.email, email_verified: false }], ["3", { email: all.voorzitter.email, email_verified: true }], ["4", { email: "niemand@elders.example", email_verified: true }], ["5", {}]]) {
    one.sub = sub;
    one.who = who;
    await page.context().clearCookies();
    await back(page, one, "Welkom terug");
    await enter(page);
    await page.getByText("u staat hier nog niet in het adresboek").waitFor();
  }
  await page.context().close();
});

test("roles there become roles here, and end there", async () => {
  const page = await as(null);
  const all = await personas(page);
  const one = await provider(all.contactambtenaar.organisation, { roles: ["wmo-beleid=officer", "griffie=clerk"] });
  one.sub = "6";
  one.who = { email: `mila.${engine}@elders.example`, email_verified: true, given_name: "Mila", family_name: "de Groot", roles: ["wmo-beleid", "iets anders"] };
  const comes = async () => {
    await page.context().clearCookies();
    await back(page, one, "Welkom terug");
    await enter(page);
    await page.getByRole("heading", { name: "Mila de Groot" }).waitFor();
  };
  const roles = () => page.locator("section", { hasText: "Uw rollen" }).first();
  await comes();
  await roles().getByText("beleidsmedewerker").first().waitFor();
  one.who = { ...one.who, roles: ["griffie"] };
  await comes();
  await roles().getByText("griffier").first().waitFor();
  assert.equal(await roles().getByText("beleidsmedewerker").count(), 0);
  one.who = { ...one.who, roles: [] };
  await comes();
  await page.getByText("U hebt op dit moment geen rol").waitFor();
  await page.context().close();
});

test("a strong sign-in there is the second step, and a weak one is not", async () => {
  const page = await as(null);
  const all = await personas(page);
  const one = await provider(all.bureau.organisation);
  Object.assign(one, { sub: "7", who: { email: all.bureau.email, email_verified: true } });
  await back(page, one, "Welkom terug");
  await enter(page);
  await page.waitForURL("**/aanmelden/tweede-stap*");
  one.amr = ["pwd", "mfa"];
  await page.context().clearCookies();
  await back(page, one, "Welkom terug");
  await enter(page);
  await page.waitForURL("**/mijn-gegevens");
  await page.context().close();
});

test("a mix-up, another way of signing and a provider that is down are refused in a sentence", async () => {
  const page = await as(null);
  const all = await personas(page);
  const them = all["ambtenaar-elders"];
  const [one, other] = [await provider(them.organisation), await provider(them.organisation, { alg: "HS256" })];
  for (const each of [one, other]) Object.assign(each, { sub: "8", who: { email: them.email, email_verified: true } });

  // The answer of one, told as if it were the other's; and with another name on it.
  const there = await back(page, one, "Welkom terug");
  await page.goto(there.replace(one.id, other.id));
  await page.getByText("hoort niet bij deze browser").waitFor();
  await page.goto(there.replace(encodeURIComponent(one.issuer), encodeURIComponent(other.issuer)));
  await page.getByText("hoort niet bij deze browser").waitFor();
  // A code that is not the provider's.
  await page.goto(there.replace(/code=[^&]+/, "code=verzonnen"));
  await enter(page);
  await page.getByText("Wij konden het antwoord van").waitFor();

  // It signs with the secret that both know, so anybody who knows that could.
  await back(page, other, "Welkom terug");
  await enter(page);
  await page.getByText("Wij konden het antwoord van").waitFor();

  // Down on the way back, and on the way there.
  await back(page, one, "Welkom terug");
  await one.stop();
  await enter(page);
  await page.getByText("Wij konden het antwoord van").waitFor();
  await page.goto(`${at}/aanmelden/organisatie/${one.id}`);
  await page.getByText("is op dit moment niet bereikbaar").waitFor();
  await page.getByRole("link", { name: "Meld u aan met een code per e-mail" }).click();
  await page.getByLabel("Uw e-mailadres").waitFor();
  await page.goto(`${at}/mijn-gegevens`);
  await page.waitForURL("**/aanmelden*");
  await page.context().close();
});
