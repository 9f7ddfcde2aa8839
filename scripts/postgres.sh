#!/usr/bin/env bash
# Starts a PostgreSQL of its own in a folder, for tests; prints its address. postgres.sh FOLDER [tls|stop]
# With tls it has a certificate, signed by the one in FOLDER/ca.pem.
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
if [ "${2:-}" = tls ] && [ ! -f "$folder/ca.pem" ]; then
    key="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
    {
        openssl req -x509 $key -keyout "$folder/ca.key" -out "$folder/ca.new" -days 3650 -subj "/CN=Beraad tests"
        openssl req $key -keyout "$folder/server.key" -out "$folder/server.csr" -subj "/CN=localhost"
        openssl x509 -req -in "$folder/server.csr" -CA "$folder/ca.new" -CAkey "$folder/ca.key" -CAcreateserial \
            -out "$folder/server.crt" -days 3650 -extfile <(echo "subjectAltName=DNS:localhost,IP:127.0.0.1")
    } 2>/dev/null
    [ "$(id -u)" = 0 ] && chown postgres "$folder/server.key" "$folder/server.crt"
    chmod 600 "$folder/server.key"
    printf "ssl = on\nssl_cert_file = '$folder/server.crt'\nssl_key_file = '$folder/server.key'\n" |
        as "cat >> $folder/data/postgresql.conf"
    mv "$folder/ca.new" "$folder/ca.pem"
fi
as "$bin/pg_ctl -D $folder/data -l $folder/log -o '-p $port -h 127.0.0.1' -w start" >/dev/null
echo "postgres://beraad@127.0.0.1:$port/postgres"
