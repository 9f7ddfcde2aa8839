#!/usr/bin/env bash
# What is too long for every change, on SQLite and on PostgreSQL.
# 1. What belongs to one organisation is seen by nobody else: words planted everywhere, and ten thousand random
#    requests for what is of others (BERAAD_PROOF_REQUESTS).
# 2. Nothing that anybody sends makes the house stumble: as many forms with hostile values, and not one fault.
# 3. What was acknowledged survives a crash: starts the server, writes, kills it at a random moment, and looks; after
#    it each letter was written once.
# 4. Pages under load: no answer fails. The numbers land in target/bench.json.
# proof.sh [ROUNDS]; BERAAD_PROOF_SEED=… repeats a run.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
export BERAAD_PROOF_ROUNDS=${1:-${BERAAD_PROOF_ROUNDS:-50}}
export BERAAD_PROOF_REQUESTS=${BERAAD_PROOF_REQUESTS:-10000}
scripts/tools.sh test
if [ -z "${BERAAD_TEST_POSTGRES:-}" ]; then
    # One of its own, outside the checkout: the user postgres must be able to reach it.
    postgres=${TMPDIR:-/tmp}/beraad-proof-postgres
    trap 'scripts/postgres.sh "$postgres" stop' EXIT
    trap 'exit 130' INT TERM
    scripts/postgres.sh "$postgres" stop
    BERAAD_TEST_POSTGRES=$(BERAAD_TEST_PORT=${BERAAD_TEST_PORT:-54327} scripts/postgres.sh "$postgres")
    export BERAAD_TEST_POSTGRES
fi
# The whole workspace, as the tests are built: of one package alone its libraries would be built once more.
proof() { cargo test -q --workspace "$@"; }
proof --test laws -- --nocapture canaries hostile
proof --test proof -- --nocapture --ignored --test-threads 1
BERAAD_SECONDS=${BERAAD_SECONDS:-8} scripts/bench.sh
