// Reading a page in another way: at 400 %, with more space between letters and lines, and on paper.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { as, close, engine, paths, pictures, visit } from "./house.mjs";
import { cutOff, overlaps, setSpacing, sticksOut, unfold } from "./layout.mjs";

after(close);

/** Pages with everything that a page can have: lists, a long conversation, a case, a term, forms. */
async function pages(page) {
  const measured = await paths(page);
  const dossier = measured.find((path) => path.startsWith("/dossiers/"));
  return [...measured, `${dossier}/termijn`, `${dossier}/brief`, "/gesprekken/nieuw", "/mensen", "/onze-raad/mensen", "/mijn-gegevens", "/weergave"];
}

test("at 400 % nothing scrolls sideways", async () => {
  // A window of 1280 by 900 at 400 %.
  const page = await as("lid", { width: 320 });
  await page.setViewportSize({ width: 320, height: 225 });
  for (const path of await pages(page)) {
    await visit(page, path);
    assert.deepEqual(await sticksOut(page), [], path);
    await unfold(page);
    assert.deepEqual(await sticksOut(page), [], `${path}, unfolded`);
  }
  await page.context().close();
});

for (const width of [1280, 320]) {
  test(`with the distances of WCAG 1.4.12 nothing is cut off and nothing overlaps, ${width} px`, async () => {
    const page = await as("lid", { width });
    const before = {};
    for (const path of [...(await pages(page)), "/aanmelden"]) {
      await visit(page, path);
      await unfold(page);
      before.height = await page.evaluate(() => document.body.scrollHeight);
      await setSpacing(page);
      assert.ok((await page.evaluate(() => document.body.scrollHeight)) > before.height, `${path} got its distances`);
      assert.deepEqual(await sticksOut(page), [], `${path} is too wide`);
      assert.deepEqual(await cutOff(page), [], `${path} is cut off`);
      assert.deepEqual(await overlaps(page), [], `${path} lies over itself`);
    }
    await page.context().close();
  });
}

/** Letters without spaces and hyphens, so that it does not matter where a line ends. */
const letters = (text) => text.normalize("NFKC").replace(/[\s\u00ad\u2010-]+/g, "").toLowerCase();

test("on paper there is no menu and nothing is cut off", async () => {
  const page = await as("lid");
  const folder = mkdtempSync(join(tmpdir(), "beraad-paper-"));
  const dossier = (await paths(page)).find((path) => path.startsWith("/dossiers/"));
  for (const [name, path] of [["dossier", dossier], ["termijn", `${dossier}/termijn`], ["brief", `${dossier}/brief`], ["gelezen-advies", `${dossier}/advies`]]) {
    await visit(page, path);
    await page.emulateMedia({ media: "print" });
    // The width of what is printed on A4 between its margins, 167 mm.
    await page.setViewportSize({ width: 631, height: 900 });
    for (const away of [".nav", "details.menu", ".masthead__me", ".crumbs", ".footer", ".skip", "form"]) {
      for (const it of await page.locator(away).all()) assert.equal(await it.isVisible(), false, `${away} is not on the paper of ${name}`);
    }
    assert.ok(await page.locator("h1").isVisible(), `${name} has its title on paper`);
    assert.deepEqual(await sticksOut(page), [], `${name} fits on paper`);
    assert.deepEqual(await cutOff(page), [], `${name} is cut off`);
    await page.screenshot({ path: `${pictures}/${engine}-papier-${name}.png`, fullPage: true });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    writeFileSync(`${pictures}/${engine}-papier-${name}.pdf`, pdf);
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, pdf);
    const printed = letters(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" }));
    const blocks = await page.locator("main").locator("h1, h2, h3, p").evaluateAll((all) => all.filter((it) => it.checkVisibility() && !it.closest(".vh")).flatMap((it) => it.innerText.split("\n")));
    const lost = blocks.filter((text) => letters(text) && !printed.includes(letters(text).slice(0, 40)));
    assert.ok(blocks.length > 5, `${name} has something to print`);
    assert.deepEqual(lost, [], `all of ${name} is on its paper`);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  await page.context().close();
});
