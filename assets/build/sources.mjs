// What the folder is made from. The same key is computed by crates/ui/build.rs, which refuses a stale folder.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const sha256 = (bytes, form = "hex") => createHash("sha256").update(bytes).digest(form);

/** Not what the folder is made from. */
const BESIDE = new Set(["node_modules", "target", "test", "README.md"]);

/** Every file under `folder`, without what npm or an editor put there. */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !BESIDE.has(entry.name) && !entry.name.startsWith("."))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

function keyOf(base, files) {
  const lines = files.map((path) => `${relative(base, path).replaceAll("\\", "/")} ${sha256(readFileSync(path))}\n`);
  return sha256(lines.sort().join(""));
}

/** Styles, scripts, signs, this build itself and the lock file. */
export const sourcesKey = (home) => keyOf(home, filesUnder(home));

const pageFiles = (root) => filesUnder(join(root, "crates")).filter((path) => /\.(html|rs)$/.test(path));

/** Templates decide which styles stay, but a changed sentence need not build anything: only words that
 *  could be a class count. */
export const pagesKey = (root) => sha256([...wordsInPages(root)].sort().join("\n"));

/** All words in templates and in Rust that could be the name of a class. */
export function wordsInPages(root) {
  const words = new Set();
  for (const path of pageFiles(root)) {
    for (const word of readFileSync(path, "utf8").match(/[a-z][a-z0-9_-]*/g) ?? []) words.add(word);
  }
  return words;
}
