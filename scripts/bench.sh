#!/usr/bin/env bash
# Measures the pages of the demo country in the release build, at 16 readers, and the memory of the server.
# Needs wrk (Debian: apt-get install wrk). Writes target/bench.json and prints a table.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
command -v wrk >/dev/null 2>&1 || {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || { echo "Missing: wrk. On Debian: apt-get install wrk" >&2; exit 1; }
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq wrk >/dev/null
}
cargo build -q --release -p house
work=$target/bench && rm -rf "$work" && mkdir -p "$work"
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
"$target/release/beraad" demo --listen "127.0.0.1:$port" --data "$work" --now 2026-11-24T09:00 >"$work/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
until curl -fsS "http://127.0.0.1:$port/health/ready" >/dev/null 2>&1; do sleep 0.2; done
# A fresh start, so that memory is that of a server and not of filling the country.
kill "$server" && wait "$server" 2>/dev/null || true
"$target/release/beraad" demo --listen "127.0.0.1:$port" --data "$work" >"$work/log" 2>&1 &
server=$!
began=$(date +%s%N)
until curl -fsS "http://127.0.0.1:$port/health/ready" >/dev/null 2>&1; do sleep 0.02; done
BERAAD_COLD_MS=$((($(date +%s%N) - began) / 1000000)) BERAAD_AT="http://127.0.0.1:$port" BERAAD_PID=$server \
    BERAAD_PROGRAM="$target/release/beraad" BERAAD_DATA="$work" node scripts/bench.mjs "$target/bench.json"
