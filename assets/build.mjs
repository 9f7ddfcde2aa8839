// Builds everything the browser gets, and the typefaces of the letters, into one folder:
//
//   node assets/build.mjs [--out DIR] [--whole] [--force]
//
// DIR defaults to <target>/assets. Names carry a hash of their content, each text has a .gz and a .br beside
// it, and manifest.json tells what there is. A second run with nothing changed does nothing.
// --whole keeps styles that no template uses yet (to look at components on their own).
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Folder } from "./build/folder.mjs";
import { webFonts, letterFonts } from "./build/fonts.mjs";
import { pagesKey, sourcesKey, wordsInPages } from "./build/sources.mjs";
import { pictures } from "./build/signs.mjs";
import { scripts } from "./build/scripts.mjs";
import { styles } from "./build/styles.mjs";

const home = import.meta.dirname;
const root = resolve(home, "..");
const flag = (name) => process.argv.includes(name);
const after = (name) => (flag(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
const out = resolve(after("--out") ?? process.env.BERAAD_ASSETS ?? join(target, "assets"));

const key = sourcesKey(home);
const pages = flag("--whole") ? "whole" : pagesKey(root);
if (!flag("--force") && isFresh()) {
  console.log(`assets: unchanged in ${out}`);
} else {
  await build();
}

async function build() {
  const started = Date.now();
  const folder = new Folder(out);
  await letterFonts(home, folder);
  await webFonts(home, folder);
  pictures(home, folder);
  await scripts(home, folder);
  const purged = await styles(home, folder, flag("--whole") ? null : wordsInPages(root));
  folder.finish({ key, pages, purged });
  console.log(folder.report());
  console.log(`assets: built into ${out} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** The folder was made from these very sources and nobody took a file away. */
function isFresh() {
  const path = join(out, "manifest.json");
  if (!existsSync(path)) return false;
  const made = JSON.parse(readFileSync(path, "utf8"));
  const files = [...Object.values(made.files), ...Object.values(made.letters)];
  return made.key === key && made.pages === pages && files.every((f) => existsSync(join(out, f.file)));
}
