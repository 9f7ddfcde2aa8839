// Takes the components of NL Design System and dresses them for our pages: their classes become ours, states
// that they show by a class follow the ARIA attribute that says so, and variants we do not have are left out.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import postcss from "postcss";

/** Longest first: a name may be the beginning of another. */
const NAMES = [
  [".nl-button--primary", ".button--primary"],
  [".nl-button--pressed", '[aria-pressed="true"]'],
  [".nl-button--disabled", '[aria-disabled="true"]'],
  [".nl-button--busy", '[aria-busy="true"]'],
  [".nl-button", ".button"],
  [".nl-skip-link--visible-on-focus", ".skip"],
  [".nl-skip-link", ".skip"],
  [".nl-link:any-link", ":where(a):any-link"],
  [".nl-heading--level-1", ":where(h1)"],
  [".nl-heading--level-2", ":where(h2)"],
  [".nl-heading--level-3", ":where(h3)"],
  [".nl-heading", ":where(h1, h2, h3)"],
  [".nl-paragraph--lead", ".lead"],
];

/** Our focus ring and our way to centre a label replace theirs; the rest are variants and states we lack. */
const LEFT_OUT = /positive|negative|secondary|subtle|icon|__label|:focus-visible|::after|:has\(|--level-[456]|nl-link--|nl-skip-link--visible$|^\.nl-paragraph$|nl-paragraph__/;

const PACKAGES = "node_modules/@nl-design-system-candidate";

export function nlds(home, component) {
  const sheet = postcss.parse(readFileSync(join(home, PACKAGES, `${component}-css/dist/${component}.css`), "utf8"));
  sheet.walkComments((comment) => comment.remove());
  sheet.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => !LEFT_OUT.test(selector)).map(rename);
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
  sheet.walkDecls(/^margin-|^font-feature-settings$/, (decl) => {
    // Space between things is the page's business here, not the thing's own.
    if (component === "heading" || component === "paragraph") decl.remove();
  });
  sheet.walkAtRules((rule) => rule.nodes?.length === 0 && rule.remove());
  return sheet.toString();
}

const rename = (selector) => NAMES.reduce((text, [theirs, ours]) => text.replaceAll(theirs, ours), selector);
