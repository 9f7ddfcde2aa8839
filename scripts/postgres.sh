#!/usr/bin/env bash
# Starts a PostgreSQL of its own in a folder, for tests; prints its address. postgres.sh FOLDER [stop]
set -euo pipefail
folder=$1
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
port=${BERAAD_TEST_PORT:-54329}
as() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/sh -c "$*"; else sh -c "$*"; fi; }

if [ "${2:-}" = stop ]; then
    as "$bin/pg_ctl -D $folder/data -m immediate -w stop" >/dev/null 2>&1 || true
    exit 0
fi
if [ ! -d "$folder/data" ]; then
    mkdir -p "$folder"
    [ "$(id -u)" = 0 ] && chown postgres "$folder"
    as "$bin/initdb -D $folder/data -U beraad --auth=trust --encoding=UTF8 --locale=C.UTF-8" >/dev/null
    # What a crash would lose is of no value here.
    printf "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_connections = 300\nunix_socket_directories = ''\n" |
        as "cat >> $folder/data/postgresql.conf"
fi
as "$bin/pg_ctl -D $folder/data -l $folder/log -o '-p $port -h 127.0.0.1' -w start" >/dev/null
echo "postgres://beraad@127.0.0.1:$port/postgres"
