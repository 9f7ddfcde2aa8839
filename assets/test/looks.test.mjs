// Every component of the sheet at three widths: nothing that axe objects to, nothing wider than the window,
// and nothing to press that is lower than 48 px. test/sheet.html shows each state of each component.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { files, openHouse } from "./house.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sheet = readFileSync(join(import.meta.dirname, "sheet.html"), "utf8").replaceAll("signs.svg", `/assets/${files["signs.svg"].file}`);
let house;
before(async () => (house = await openHouse({ "GET /onderdelen": sheet })));
after(() => house.close());

for (const width of [320, 768, 1280]) {
  for (const looks of ["", "size-22 face-legible"]) {
    test(`at ${width} px ${looks}`, async () => {
      const page = await house.visit("/onderdelen");
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((looks) => (document.documentElement.className = looks), looks);
      await page.evaluate(axe);
      const found = await page.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"], rules: { "color-contrast-enhanced": { enabled: true } } }));
      assert.deepEqual(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" | ")}`), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no scrolling sideways");
      const low = await page.evaluate(() =>
        [...document.querySelectorAll("button, .button, .act, summary, input, select, textarea, nav a")]
          .filter((e) => e.checkVisibility() && !["checkbox", "radio"].includes(e.type) && e.getBoundingClientRect().height < 47.5)
          .map((e) => `${e.outerHTML.slice(0, 80)} ${e.getBoundingClientRect().height}`));
      assert.deepEqual(low, []);
      await page.close();
    });
  }
}
