// Own subsets of the typefaces. Names of people need more letters than Dutch does: those are in separate
// files that a browser fetches only when a page has one of them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";

/** What Dutch and English are written with, and the typography around it. */
const BASE = [[0x20, 0x7e], [0xa0, 0xff], [0x131, 0x131], [0x152, 0x153], [0x2010, 0x2015], [0x2018, 0x201e],
  [0x2020, 0x2022], [0x2026, 0x2026], [0x202f, 0x202f], [0x2030, 0x2030], [0x2032, 0x2033], [0x2039, 0x203a],
  [0x20ac, 0x20ac], [0x2122, 0x2122], [0x2190, 0x2193], [0x2212, 0x2212], [0x2215, 0x2215]];
/** Turkish, Polish, Czech, Hungarian, Romanian, Baltic and other names in Latin letters. */
const EXT = [[0x100, 0x130], [0x132, 0x151], [0x154, 0x17f], [0x1cd, 0x1dc], [0x1e6, 0x1e7], [0x218, 0x21b],
  [0x300, 0x304], [0x306, 0x308], [0x30a, 0x30c], [0x326, 0x328], [0x1e80, 0x1e85], [0x1e9e, 0x1e9e], [0x1ef2, 0x1ef3]];
/** A letter on paper has no second chance: Greek, Cyrillic and signs as well. */
const PAPER = [...BASE, ...EXT, [0x180, 0x24f], [0x2b0, 0x36f], [0x370, 0x52f], [0x1e00, 0x1eff], [0x2000, 0x206f],
  [0x2070, 0x209f], [0x20a0, 0x20bf], [0x2100, 0x214f], [0x2190, 0x21ff], [0x2200, 0x22ff], [0x25a0, 0x25ff], [0xfb00, 0xfb06], [0xfffd, 0xfffd]];

/** Not expected in an advice, but somebody's own words come out as they were written. */
const ARABIC = [[0x600, 0x6ff], [0x750, 0x77f], [0xfe70, 0xfefc]];
const EMOJI = [[0x2600, 0x27bf], [0x2b05, 0x2b55], [0x1f300, 0x1f64f], [0x1f680, 0x1f6ff], [0x1f900, 0x1f9ff]];

const WEB = [
  ["noto-sans", "@fontsource-variable/noto-sans/files/noto-sans"],
  ["noto-serif", "@fontsource-variable/noto-serif/files/noto-serif"],
  ["atkinson", "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next"],
];
const LETTERS = [
  ["noto-sans-regular", "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf", PAPER],
  ["noto-sans-bold", "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf", PAPER],
  ["noto-serif-regular", "@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf", PAPER],
  ["noto-serif-italic", "@expo-google-fonts/noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf", PAPER],
  ["noto-serif-bold", "@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf", PAPER],
  ["noto-sans-arabic", "@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf", ARABIC],
  ["noto-emoji", "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf", EMOJI],
];

const charactersOf = (ranges) =>
  ranges.map(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("")).join("");

const asUnicodeRange = (ranges) =>
  ranges.map(([from, to]) => (from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`)).join(", ");

export const UNICODE_RANGES = { base: asUnicodeRange(BASE), ext: asUnicodeRange(EXT) };

/** Variable woff2 from 400 to 700, two files a typeface. */
export async function webFonts(home, folder) {
  for (const [name, path] of WEB) {
    for (const [ending, script, ranges] of [["", "latin", BASE], ["-ext", "latin-ext", EXT]]) {
      const font = readFileSync(join(home, "node_modules", `${path}-${script}-wght-normal.woff2`));
      const options = { targetFormat: "woff2", variationAxes: { wght: { min: 400, max: 700 } } };
      folder.add(`${name}${ending}.woff2`, await subsetFont(font, charactersOf(ranges), options));
    }
  }
}

/** Static TTF, because typst reads no woff2. */
export async function letterFonts(home, folder) {
  for (const [name, path, ranges] of LETTERS) {
    const font = readFileSync(join(home, "node_modules", path));
    folder.addForLetters(`${name}.ttf`, await subsetFont(font, charactersOf(ranges), { targetFormat: "truetype" }));
  }
}
