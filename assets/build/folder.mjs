// The folder that comes out: hashed names, compressed twins, a manifest.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { sha256 } from "./sources.mjs";

const TYPES = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
  ttf: "font/ttf",
};

export class Folder {
  files = {};
  letters = {};

  constructor(path) {
    this.path = path;
    mkdirSync(path, { recursive: true });
  }

  /** For the browser. Returns the name with its hash. */
  add(name, content) {
    const bytes = Buffer.from(content);
    const entry = this.#write(name, bytes);
    // Typefaces are compressed already.
    if (!name.endsWith(".woff2")) {
      entry.gz = this.#twin(entry.file, "gz", gzipSync(bytes, { level: 9 }));
      const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      entry.br = this.#twin(entry.file, "br", brotliCompressSync(bytes, { params: quality }));
    }
    this.files[name] = entry;
    return entry.file;
  }

  /** For the letters; the browser never sees it. */
  addForLetters(name, bytes) {
    this.letters[name] = this.#write(name, bytes);
  }

  /** Writes the manifest last, so that half a build is never taken for a whole one. */
  finish(about) {
    const keep = new Set(["manifest.json"]);
    for (const { file } of [...Object.values(this.files), ...Object.values(this.letters)]) {
      [file, `${file}.gz`, `${file}.br`].forEach((name) => keep.add(name));
    }
    readdirSync(this.path).filter((name) => !keep.has(name)).forEach((name) => rmSync(join(this.path, name)));
    const manifest = { ...about, files: this.files, letters: this.letters };
    writeFileSync(join(this.path, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  }

  report() {
    const size = (n) => (n === undefined ? "" : `${(n / 1000).toFixed(1)} kB`).padStart(10);
    const line = ([name, f]) => `  ${name.padEnd(26)}${size(f.size)}${size(f.gz?.size)}${size(f.br?.size)}`;
    const all = [...Object.entries(this.files), ...Object.entries(this.letters)];
    return [`  ${"".padEnd(26)}${"plain".padStart(10)}${"gz".padStart(10)}${"br".padStart(10)}`, ...all.map(line)].join("\n");
  }

  #write(name, bytes) {
    const dot = name.lastIndexOf(".");
    const hash = sha256(bytes);
    const file = `${name.slice(0, dot)}.${hash.slice(0, 12)}${name.slice(dot)}`;
    writeFileSync(join(this.path, file), bytes);
    return { file, type: TYPES[name.slice(dot + 1)], size: bytes.length, sha256: hash };
  }

  #twin(file, ending, bytes) {
    writeFileSync(join(this.path, `${file}.${ending}`), bytes);
    return { size: bytes.length, sha256: sha256(bytes) };
  }
}
