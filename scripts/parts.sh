#!/usr/bin/env bash
# The list of the parts in the program (SBOM): names, versions, licences and where each came from, in CycloneDX 1.5
# (ECMA-424). It goes along with a release. The front end has no part of its own in it: what the assets are made of is
# beside it, from the same lock file that builds them.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
scripts/tools.sh parts
out=$CARGO_TARGET_DIR/parts
rm -rf "$out" && mkdir -p "$out"
# The tool writes one beside the manifest of each crate; the one of the program holds them all.
trap 'find crates -maxdepth 2 -name "parts.json" -delete' EXIT
cargo cyclonedx -q --format json --spec-version 1.5 --no-build-deps --override-filename parts \
    --manifest-path crates/house/Cargo.toml
mv crates/house/parts.json "$out/beraad.cdx.json"
(cd assets && npm sbom --sbom-format cyclonedx) >"$out/assets.cdx.json"
for list in "$out"/*.json; do
    node -e '
        const { bomFormat, components } = JSON.parse(require("fs").readFileSync(process.argv[1]));
        if (bomFormat !== "CycloneDX" || !components?.length) throw new Error("this is no list of parts");
        const named = components.filter((it) => it.licenses?.length).length;
        console.log(`${process.argv[1]}: ${components.length} parts, ${named} with a licence`);
    ' "$list"
done
