#!/usr/bin/env bash
# Runs the demo from a quick build; builds and starts it again when a source changes.
set -uo pipefail
cd "$(dirname "$0")/.."
state() { find assets crates migrations Cargo.toml Cargo.lock -type f -not -path '*/node_modules/*' -printf '%T@ %p\n' | sort | sha256sum; }
running=
trap '[ -n "$running" ] && kill "$running" 2>/dev/null; exit 0' INT TERM
while true; do
    before=$(state)
    if scripts/assets.sh && cargo build -q --workspace --bins; then
        [ -n "$running" ] && kill "$running" 2>/dev/null && wait "$running" 2>/dev/null
        "$CARGO_TARGET_DIR/debug/beraad" demo --data demo-data &
        running=$!
    fi
    while [ "$(state)" = "$before" ]; do sleep 1; done
done
