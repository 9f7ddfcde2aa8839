// Pictures: the logo, and one sprite with our own signs and the few icons of Tabler that we use.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export function pictures(home, folder) {
  const own = join(home, "signs");
  const signs = readdirSync(own).filter((name) => name.endsWith(".svg")).sort();
  const icons = JSON.parse(readFileSync(join(own, "icons.json"), "utf8"));
  const tabler = join(home, "node_modules/@tabler/icons/icons/outline");
  const symbols = [
    ...signs.map((name) => symbol(name.slice(0, -".svg".length), readFileSync(join(own, name), "utf8"))),
    ...Object.entries(icons).map(([name, theirs]) => symbol(`icon-${name}`, readFileSync(join(tabler, `${theirs}.svg`), "utf8"))),
  ];
  folder.add("signs.svg", `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);
  for (const name of ["logo.svg", "icon.svg"]) folder.add(name, tidy(readFileSync(join(home, "pictures", name), "utf8")));
}

/** The strokes of a picture; colour and width come from the page. */
function symbol(id, svg) {
  const box = /viewBox="([^"]+)"/.exec(svg)[1];
  const strokes = tidy(svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")));
  return `<symbol id="${id}" viewBox="${box}">${strokes.replace(/<path stroke="none"[^>]*>/g, "")}</symbol>`;
}

const tidy = (svg) => svg.replace(/<!--[\s\S]*?-->/g, "").replace(/>\s+</g, "><").trim();
