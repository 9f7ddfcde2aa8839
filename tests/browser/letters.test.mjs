// Letters as a mail program shows them: one of each kind that the demo sent, wide and on a telephone.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { as, at, close, engine, faults, hindrances, letterText, letters, pictures, visit } from "./house.mjs";

after(close);

/** What a subject begins with says what kind it is. */
const kind = (subject) => subject.split(":")[0].replace(/^.* (dankt u)$/, "$1");

const htmlOf = (text) => text.slice(text.indexOf("<!DOCTYPE html>"), text.lastIndexOf("</html>") + "</html>".length);

test("letters are as the standard has them, can be read by everybody, and fit a telephone", async () => {
  const page = await as(null);
  await visit(page, "/demo");
  const kinds = new Map((await letters(page, "")).map((letter) => [kind(letter.subject), letter]));
  // A page of ours allows no styles within it; a mail program does.
  await page.goto("about:blank");
  assert.ok(kinds.size >= 5, `only ${kinds.size} kinds`);
  for (const [name, { n }] of kinds) {
    const html = htmlOf(await letterText(page, n));
    assert.deepEqual(await faults(html, { letter: true }), [], name);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.setContent(html);
      assert.deepEqual(await hindrances(page, { letter: true }), [], name);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${name} is ${wide} px too wide at ${width} px`);
      await page.screenshot({ path: `${pictures}/${engine}-letter-${name.replace(/\W+/g, "-")}-${width}.png`, fullPage: true });
    }
  }
  await page.context().close();
});
