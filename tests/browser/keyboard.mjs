// Walking a page with the keys that everybody has: Tab, Enter, the space bar and the arrows.
import assert from "node:assert/strict";

/** More stops than any page has. */
const STOPS_MAX = 250;

const describe = (page) =>
  page.evaluate(() => {
    const it = document.activeElement;
    return { id: it.id, name: it.getAttribute("name") ?? "", tag: it.tagName, text: (it.innerText ?? "").trim(), href: it.getAttribute("href") ?? "", value: it.getAttribute("value") ?? "" };
  });

/** Where the keys are must be seen: inside the window, and with a mark around it. */
export async function isSeen(page) {
  const seen = await page.evaluate(() => {
    const it = document.activeElement;
    const box = it.getBoundingClientRect();
    const style = getComputedStyle(it);
    const marked = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0 && box.height > 0;
    return { what: it.outerHTML.slice(0, 120), marked, inside };
  });
  assert.ok(seen.inside, `the keys are on something that is not in the window: ${seen.what}`);
  assert.ok(seen.marked, `nothing shows where the keys are: ${seen.what}`);
}

/** Presses Tab until the keys are on what is meant; gives how many stops it took. */
export async function tabTo(page, meant, what) {
  for (let stops = 1; stops <= STOPS_MAX; stops++) {
    await page.keyboard.press("Tab");
    const here = await describe(page);
    if (meant(here)) {
      await isSeen(page);
      return stops;
    }
  }
  assert.fail(`by Tab alone nobody comes to ${what}`);
}

export const tabToId = (page, id) => tabTo(page, (here) => here.id === id, `#${id}`);
export const tabToText = (page, text) => tabTo(page, (here) => here.text === text, text);

export async function type(page, id, text) {
  await tabToId(page, id);
  await page.keyboard.type(text);
}

/** One of a group of rounds: Tab to the group, the space bar, and the arrows. */
export async function choose(page, id) {
  const name = await page.locator(`#${id}`).getAttribute("name");
  await tabTo(page, (here) => here.name === name, name);
  await page.keyboard.press("Space");
  for (let steps = 0; steps < 20; steps++) {
    if (await page.locator(`#${id}`).isChecked()) return;
    await page.keyboard.press("ArrowDown");
  }
  assert.fail(`the arrows do not lead to #${id}`);
}
