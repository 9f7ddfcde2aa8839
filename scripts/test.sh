#!/usr/bin/env bash
# Everything that must hold, in named steps. Stops at the first that does not, and ends with what ran and how long.
set -uo pipefail
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
mkdir -p "$CARGO_TARGET_DIR"
# Outside the checkout: the user postgres must be able to reach it.
postgres=${TMPDIR:-/tmp}/beraad-test-postgres
table=()
began=$SECONDS

show() {
    printf '\n%-36s %8s\n' "step" "seconds"
    for line in "${table[@]}"; do printf '%-36s %8s\n' "${line%|*}" "${line##*|}"; done
    printf '%-36s %8s\n' "all" "$((SECONDS - began))"
}

finish() {
    local code=$?
    scripts/postgres.sh "$postgres" stop
    scripts/postgres.sh "$postgres-tls" stop
    [ "$code" = 0 ] || show
    exit "$code"
}
trap finish EXIT
trap 'exit 130' INT TERM

step() { # name, command …
    local name=$1 start=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    if "$@"; then
        table+=("$name|$((SECONDS - start))")
    else
        table+=("$name: FAILED|$((SECONDS - start))")
        printf '\n"%s" failed.\n' "$name" >&2
        exit 1
    fi
}

# Everything that is shown is escaped, and nothing on a page runs or looks by itself. Letters carry their
# styles with them, as mail programs want.
templates() {
    local pages wrong=0
    mapfile -t pages < <(find crates -name '*.html' -not -path 'crates/mail/*' | sort)
    forbid() { # pattern, why
        if grep -nEi "$1" "${pages[@]}"; then
            echo "In a template: $2." >&2
            wrong=1
        fi
    }
    forbid '\|[[:space:]]*safe' 'what is shown is always escaped'
    forbid '[[:space:]]style[[:space:]]*=|<style' 'styles stand in assets'
    forbid '[[:space:]]on[a-z]+[[:space:]]*=[[:space:]]*["'"'"']|javascript:' 'scripts stand in assets'
    if grep -nEi '<script' "${pages[@]}" | grep -vE '<script type="module" src="\{\{ ui\.(asset|script)\("[a-z.-]+"\) \}\}"></script>'; then
        echo "In a template: scripts stand in assets." >&2
        wrong=1
    fi
    if grep -nE '\|[[:space:]]*safe' crates/mail/src/*.html; then
        echo "In a letter: what is shown is always escaped." >&2
        wrong=1
    fi
    return "$wrong"
}

front_end() {
    scripts/assets.sh && (cd assets && npm run --silent check && npm test --silent)
}

# One for the tests, and one that speaks TLS only to whom trusts its certificate.
start_postgres() {
    scripts/postgres.sh "$postgres" stop
    scripts/postgres.sh "$postgres-tls" stop
    BERAAD_TEST_POSTGRES=$(scripts/postgres.sh "$postgres") || { tail -n 20 "$postgres/log" >&2; return 1; }
    BERAAD_TEST_POSTGRES_TLS=$(BERAAD_TEST_PORT=54328 scripts/postgres.sh "$postgres-tls" tls) ||
        { tail -n 20 "$postgres-tls/log" >&2; return 1; }
    export BERAAD_TEST_POSTGRES BERAAD_TEST_POSTGRES_TLS BERAAD_TEST_POSTGRES_CA=$postgres-tls/ca.pem
    echo "$BERAAD_TEST_POSTGRES and $BERAAD_TEST_POSTGRES_TLS"
}

step "tools" scripts/tools.sh test
step "styles and scripts" front_end
step "templates" templates
step "formatting" cargo fmt --all --check
step "PostgreSQL" start_postgres
step "lints" cargo clippy -q --workspace --all-targets -- -D warnings
# Advisories are not asked for: they come from a server, and what holds here must hold without one.
step "licences and sources" cargo deny --log-level error check bans licenses sources
step "building the tests" cargo nextest run --workspace --no-run
step "tests" env INSTA_UPDATE=no cargo nextest run --workspace
step "documentation tests" cargo test -q --workspace --doc
step "pages in a browser" scripts/browser.sh
show
