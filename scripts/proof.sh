#!/usr/bin/env bash
# What was acknowledged survives a crash: starts the server, writes, kills it at a random moment, and looks.
# proof.sh [ROUNDS]; BERAAD_PROOF_SEED=… repeats a run.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
export BERAAD_PROOF_ROUNDS=${1:-${BERAAD_PROOF_ROUNDS:-50}}
exec cargo test -q -p house --test proof -- --ignored --nocapture
