#!/usr/bin/env bash
# Builds styles, scripts, signs and typefaces into the target folder. Does nothing when nothing changed.
set -euo pipefail
cd "$(dirname "$0")/.."
stamp=assets/node_modules/.stamp
if [ ! -f "$stamp" ] || [ assets/package-lock.json -nt "$stamp" ]; then
    echo "Fetching the front-end packages."
    (cd assets && npm ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund --loglevel=error)
    touch "$stamp"
fi
exec node assets/build.mjs --quiet
