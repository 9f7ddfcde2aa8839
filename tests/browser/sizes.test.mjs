// What a page weighs: the page itself, all that a first visit fetches, and the typefaces.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { as, at, close, paths, visit } from "./house.mjs";

after(close);

const KB = 1000;

/** Everything that opening a page fetches, in a browser that was never here: the bytes of each body as they travel. */
async function fetched(persona, path) {
  const page = await as(persona);
  const waiting = [];
  page.on("requestfinished", (request) =>
    waiting.push((async () => ({ url: request.url(), kind: request.resourceType(), bytes: (await request.sizes()).responseBodySize }))()),
  );
  await visit(page, path);
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await page.evaluate(() => document.fonts.ready);
  const all = await Promise.all(waiting);
  await page.context().close();
  return all;
}

const sum = (all) => all.reduce((bytes, one) => bytes + one.bytes, 0);

test("each measured page is less than 40 kB of HTML", async () => {
  const page = await as("lid");
  for (const path of await paths(page)) {
    const answer = await page.request.get(at + path, { headers: { "accept-encoding": "identity" } });
    assert.equal(answer.status(), 200, path);
    const bytes = (await answer.body()).length;
    assert.ok(bytes < 40 * KB, `${path} is ${bytes} bytes`);
  }
  await page.context().close();
});

test("a first visit fetches less than 60 kB besides typefaces, and these are small", async () => {
  const page = await as("lid");
  const measured = await paths(page);
  await page.context().close();
  for (const [persona, path] of [[null, "/aanmelden"], ...measured.map((path) => ["lid", path]), ["lid", "/gesprekken/nieuw"], ["contactambtenaar", "/dossiers/nieuw"]]) {
    const all = (await fetched(persona, path)).filter((one) => !one.url.includes("/live?"));
    const fonts = all.filter((one) => one.kind === "font" || one.url.endsWith(".woff2"));
    const rest = all.filter((one) => !fonts.includes(one));
    const told = all.map((one) => `${one.bytes} ${new URL(one.url).pathname}`).join("\n");
    assert.ok(rest.some((one) => one.url.endsWith(".css")) && rest.some((one) => one.url.endsWith(".js")), `all is counted\n${told}`);
    assert.ok(sum(rest) < 60 * KB, `${path}: ${sum(rest)} bytes\n${told}`);
    assert.ok(fonts.length > 0 && sum(fonts) <= 100 * KB, `${path}: ${sum(fonts)} bytes of typefaces\n${told}`);
    assert.ok(all.every((one) => one.url.startsWith(at)), `nothing comes from elsewhere\n${told}`);
    // Dutch needs none of the letters of elsewhere. A long topic and a list hold what people typed; a name may need one.
    const odd = fonts.filter((one) => one.url.includes("-ext."));
    if (["/aanmelden", "/", "/gesprekken/nieuw", "/dossiers/nieuw"].includes(path)) assert.deepEqual(odd, [], `${path} fetches letters of elsewhere\n${told}`);
  }
});
