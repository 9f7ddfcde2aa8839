// Leaves out the rules whose classes no page uses. Works on parsed selectors, so that :is(), :not() and
// :has() are understood.
import postcss from "postcss";
import parser from "postcss-selector-parser";

/** Set by the server or a script in ways that a search for words does not see. */
const ALWAYS = new Set(["size-20", "size-22", "face-legible", "live-notice"]);

/** Returns the sheet without what is unused, and the names that went. */
export function purge(css, words) {
  const gone = new Set();
  // A modifier may be put together in a template (mark--{{ side }}), so it stays as long as its block does.
  const used = (name) => ALWAYS.has(name) || words.has(name) || (name.includes("--") && words.has(name.split("--")[0]));
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    if (rule.parent.type === "atrule" && /keyframes/.test(rule.parent.name)) return;
    const kept = parser((root) => root.each((selector) => lives(selector, used, gone) || selector.remove())).processSync(rule.selector);
    if (kept.trim() === "") rule.remove();
    else rule.selector = kept;
  });
  sheet.walkAtRules((rule) => rule.nodes?.length === 0 && rule.remove());
  return { css: sheet.toString(), purged: [...gone].sort() };
}

/** Whether an element could ever match; dead branches of :is() and :where() are taken out on the way. */
function lives(selector, used, gone) {
  return selector.nodes.every((node) => {
    if (node.type === "class") {
      if (!used(node.value)) gone.add(node.value);
      return used(node.value);
    }
    if (node.type !== "pseudo" || node.nodes.length === 0 || node.value === ":not") return true;
    node.each((branch) => lives(branch, used, gone) || branch.remove());
    return node.nodes.length > 0;
  });
}
