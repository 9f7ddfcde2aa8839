#!/usr/bin/env bash
# Sees to it that the tools are there. On Debian, as root, it installs what is missing; elsewhere it names it.
# tools.sh build: what building needs.  tools.sh test: also what the tests need.
set -euo pipefail

install() { # command, Debian package, what it is for
    command -v "$1" >/dev/null 2>&1 && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing $2: $3."
        [ -n "${updated:-}" ] || apt-get update -qq >/dev/null
        updated=yes
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $2 >/dev/null
    else
        echo "Missing: $1. $3. On Debian: apt-get install $2" >&2
        exit 1
    fi
}

command -v cargo >/dev/null 2>&1 || { echo "Missing: Rust. Install it from https://rustup.rs (1.95 or newer)." >&2; exit 1; }
install cc build-essential "a C compiler, for SQLite"
install node nodejs "Node, to build the styles and scripts"
install npm npm "npm, to fetch the front-end packages"

if [ "${1:-build}" = test ]; then
    install chromium chromium "a browser, to test the pages"
    install pdftotext poppler-utils "to read the letters that the tests make"
    install openssl openssl "to make a certificate for the PostgreSQL of the tests"
    install curl curl "to ask whether the demo is ready"
    if ! ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1; then
        install pg_ctl_is_never_on_the_path postgresql "PostgreSQL, to test on both engines"
    fi
    ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || { echo "Missing: the PostgreSQL server." >&2; exit 1; }
    if ! command -v cargo-nextest >/dev/null 2>&1; then
        echo "Installing cargo-nextest: it runs the tests."
        cargo install --locked cargo-nextest --version 0.9.143 --root "${CARGO_HOME:-$HOME/.cargo}" -q
    fi
fi
