// One style sheet out of the files that app.css names.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleAsync, transform } from "lightningcss";
import { UNICODE_RANGES } from "./fonts.mjs";
import { nlds } from "./nlds.mjs";
import { purge } from "./purge.mjs";

/** Browsers of some five years back; nesting is written out for them. */
const TARGETS = { chrome: 96 << 16, edge: 96 << 16, firefox: 94 << 16, safari: 15 << 16, ios_saf: 15 << 16 };

/** Returns the names of the classes that were left out. */
export async function styles(home, folder, words) {
  const css = join(home, "css");
  const { code } = await bundleAsync({
    filename: join(css, "app.css"),
    targets: TARGETS,
    resolver: {
      resolve: (specifier) => (specifier.startsWith("nlds:") ? specifier : join(css, specifier)),
      read(path) {
        if (path.startsWith("nlds:")) return nlds(home, path.slice("nlds:".length));
        const text = readFileSync(path, "utf8");
        return path.endsWith("fonts.css") ? withFonts(text, folder) : text;
      },
    },
  });
  const { css: kept, purged } = words === null ? { css: code.toString(), purged: [] } : purge(code.toString(), words);
  const { code: small } = transform({ filename: "app.css", code: Buffer.from(kept), minify: true, targets: TARGETS });
  folder.add("app.css", small);
  return purged;
}

/** Hashed names and the ranges of letters in place of the words that stand for them. */
const withFonts = (text, folder) =>
  text
    .replace(/url\("([^"]+)"\)/g, (_, name) => `url("${folder.files[name].file}")`)
    .replace(/unicode-range: u\+(\w+)/g, (_, set) => `unicode-range: ${UNICODE_RANGES[set]}`);
