#!/usr/bin/env bash
# Pages and journeys in a real Chromium, on SQLite and on PostgreSQL, against the demo country.
# Pictures of every page land in target/pictures, for looking at.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
work=$target/test-browser
# The whole workspace, as the tests were built: of one package alone its libraries would be built once more.
cargo build -q --workspace --bins
stamp=tests/browser/node_modules/.stamp
if [ ! -f "$stamp" ] || [ tests/browser/package-lock.json -nt "$stamp" ]; then
    (cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    touch "$stamp"
fi
rm -rf "$work" && mkdir -p "$work" "$target/pictures"

run() { # engine, database arguments …
    local engine=$1 port; shift
    port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
    "$target/debug/beraad" demo --listen "127.0.0.1:$port" --data "$work/$engine" --now 2026-11-24T09:00 "$@" >"$work/$engine.log" 2>&1 &
    local server=$!
    # Also when a journey fails: whatever ends this script ends the server.
    trap "kill $server 2>/dev/null || true" EXIT
    for _ in $(seq 600); do
        curl -fsS "http://127.0.0.1:$port/health/ready" >/dev/null 2>&1 && break
        kill -0 "$server" 2>/dev/null || { cat "$work/$engine.log" >&2; return 1; }
        sleep 0.5
    done
    echo "Pages and journeys on $engine"
    BERAAD_AT="http://127.0.0.1:$port" BERAAD_ENGINE=$engine BERAAD_PICTURES="$target/pictures" BERAAD_PROGRAM="$target/debug/beraad" BERAAD_STORE="--data $work/$engine $*" \
        node --test --test-concurrency=1 tests/browser/*.test.mjs
    kill "$server" && wait "$server" 2>/dev/null || true
}

run sqlite
if [ -n "${BERAAD_TEST_POSTGRES:-}" ]; then
    psql -q "$BERAAD_TEST_POSTGRES" -c 'DROP DATABASE IF EXISTS beraad_browser' -c 'CREATE DATABASE beraad_browser'
    run postgres --database "${BERAAD_TEST_POSTGRES%/*}/beraad_browser"
else
    echo "BERAAD_TEST_POSTGRES is not set: the journeys did not run on PostgreSQL" >&2
    exit 1
fi
