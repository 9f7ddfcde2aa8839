// Each script is one file without imports at run time; pages name the ones they need.
import { join } from "node:path";
import { build } from "esbuild";

const SCRIPTS = ["core", "live", "passkey", "write"];

export async function scripts(home, folder) {
  const result = await build({
    entryPoints: SCRIPTS.map((name) => join(home, "ts", `${name}.ts`)),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    write: false,
    outdir: "out",
    legalComments: "none",
  });
  for (const file of result.outputFiles) folder.add(file.path.split("/").pop(), file.contents);
}
