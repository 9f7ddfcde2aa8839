#!/usr/bin/env bash
# What is too long for every change.
# 1. What belongs to one organisation is seen by nobody else: words planted everywhere, and ten thousand random
#    requests for what is of others (BERAAD_PROOF_REQUESTS), on SQLite, and on PostgreSQL when BERAAD_TEST_POSTGRES
#    says where one is.
# 2. What was acknowledged survives a crash: starts the server, writes, kills it at a random moment, and looks.
# proof.sh [ROUNDS]; BERAAD_PROOF_SEED=… repeats a run.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
export BERAAD_PROOF_ROUNDS=${1:-${BERAAD_PROOF_ROUNDS:-50}}
export BERAAD_PROOF_REQUESTS=${BERAAD_PROOF_REQUESTS:-10000}
engines=canaries
if [ -z "${BERAAD_TEST_POSTGRES:-}" ]; then
    echo "BERAAD_TEST_POSTGRES is not set: the canaries are not looked for on PostgreSQL" >&2
    engines=canaries::nothing_planted_is_seen_where_it_may_not::sqlite
fi
cargo test -q -p house --test laws -- --nocapture "$engines"
exec cargo test -q -p house --test proof -- --ignored --nocapture
