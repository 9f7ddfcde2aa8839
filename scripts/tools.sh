#!/usr/bin/env bash
# Sees to it that the tools are there. On Debian, as root, it installs what is missing; elsewhere it names it.
# tools.sh build: what building needs.  tools.sh test: also what the tests need.  tools.sh parts: what the list of parts
# needs.
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

# Of a program that is there but too old to build with: which one, and what to do.
at_least() { # name, version that is there, version that is needed, what to do
    [ "$(printf '%s\n%s\n' "$3" "$2" | sort -V | head -n 1)" = "$3" ] && return
    echo "$1 is at version $2, and $3 or newer is needed. $4" >&2
    exit 1
}

crate() { # command, version, what it is for
    command -v "$1" >/dev/null 2>&1 && return
    echo "Installing $1: $3. This takes some minutes, once."
    cargo install --locked "$1" --version "$2" --root "${CARGO_HOME:-$HOME/.cargo}" -q
}

command -v cargo >/dev/null 2>&1 || { echo "Missing: Rust. Install it from https://rustup.rs (1.95 or newer)." >&2; exit 1; }
rust=$(sed -nE 's/^rust-version = "(.*)"$/\1/p' "$(dirname "$0")/../Cargo.toml")
at_least Rust "$(rustc --version | cut -d ' ' -f 2)" "$rust" "Run: rustup update stable"
install cc build-essential "a C compiler, for SQLite"
install node nodejs "Node, to build the styles and scripts"
at_least Node "$(node --version | tr -d v)" 20 "Install it from https://nodejs.org, or a newer Debian."
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
    crate cargo-nextest 0.9.143 "it runs the tests"
    crate cargo-deny 0.20.2 "it looks at licences and sources of what we build with"
fi
if [ "${1:-build}" = parts ]; then
    crate cargo-cyclonedx 0.5.9 "it lists the parts of the program"
fi
