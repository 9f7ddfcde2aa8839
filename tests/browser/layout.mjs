// What can be measured of how a page lies: too wide, cut off, over one another.

/** Opens all that folds, so that what is in it is measured too. */
export const unfold = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));

/** What sticks out of the window sideways, unless it stands in something that scrolls by itself. */
export const sticksOut = (page) =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const scrolls = (it) => it && it !== document.body && (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(it).overflowX) || scrolls(it.parentElement));
    const hidden = (it) => it.closest(".vh, .skip") !== null || !it.checkVisibility({ visibilityProperty: true });
    const out = [...document.body.querySelectorAll("*")].filter((it) => {
      const box = it.getBoundingClientRect();
      return box.width > 0 && box.height > 0 && (box.right > wide + 1 || box.left < -1) && !hidden(it) && !scrolls(it.parentElement);
    });
    const sideways = document.documentElement.scrollWidth - wide;
    return [...(sideways > 0 ? [`the page is ${sideways} px too wide`] : []), ...out.slice(0, 5).map((it) => it.outerHTML.slice(0, 160))];
  });

/** Text that its box cuts off: a box that hides what does not fit. */
export const cutOff = (page) =>
  page.evaluate(() => {
    // What is only for who listens is clipped away on purpose.
    const aside = (it) => it !== null && (getComputedStyle(it).clipPath !== "none" || getComputedStyle(it).clip !== "auto" || aside(it.parentElement));
    const hides = (style, axis) => ["hidden", "clip"].includes(style[`overflow${axis}`]) || style.textOverflow === "ellipsis";
    const cut = [...document.body.querySelectorAll("*")].filter((it) => {
      const style = getComputedStyle(it);
      if (it.closest(".skip, svg") || aside(it) || !it.checkVisibility({ visibilityProperty: true }) || it.clientWidth <= 1 || !(it.innerText ?? "").trim()) return false;
      return (hides(style, "X") && it.scrollWidth > it.clientWidth + 1) || (hides(style, "Y") && it.scrollHeight > it.clientHeight + 1);
    });
    // A button and a field with one line have a height of their own.
    const squeezed = [...document.querySelectorAll("button, .button, summary, select")].filter((it) => it.checkVisibility() && (it.scrollWidth > it.clientWidth + 2 || it.scrollHeight > it.clientHeight + 2) && getComputedStyle(it).display !== "inline");
    return [...cut, ...squeezed].slice(0, 5).map((it) => it.outerHTML.slice(0, 160));
  });

/** Lines of text that lie over those of something else. */
export const overlaps = (page) =>
  page.evaluate(() => {
    const aside = (it) => it !== null && (getComputedStyle(it).clipPath !== "none" || getComputedStyle(it).clip !== "auto" || aside(it.parentElement));
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const it = node.parentElement;
      if (!node.textContent.trim() || it.closest(".skip, script, style, option, textarea") || aside(it) || !it.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) lines.push({ it, box, words: node.textContent.trim().slice(0, 60) });
    }
    const found = [];
    for (let a = 0; a < lines.length && found.length < 5; a++) {
      for (let b = a + 1; b < lines.length; b++) {
        const [one, other] = [lines[a], lines[b]];
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // The boxes of two lines may touch; letters lie over one another from about half a line on.
        if (across > 4 && down > Math.min(one.box.height, other.box.height) * 0.45) found.push(`“${one.words}” and “${other.words}”`);
      }
    }
    return found;
  });

/** The distances between lines, paragraphs, letters and words of WCAG 1.4.12, as a reader sets them for every page. */
export const setSpacing = (page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
