#!/bin/bash
# Runs a command with a PostgreSQL server of its own, which ends with it. Nothing is kept.
set -euo pipefail
if [ -n "${MITWIRKEN_TEST_POSTGRES:-}" ]; then exec "$@"; fi
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
data=$(mktemp -d /tmp/mitwirken-postgres.XXXXXX)
port=$((20000 + RANDOM % 20000))
# PostgreSQL refuses to run as root.
as_owner() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }
if [ "$(id -u)" = 0 ]; then chown postgres "$data"; fi
stop() { as_owner "$bin/pg_ctl" -D "$data/db" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$data"; }
trap stop EXIT
as_owner "$bin/initdb" -D "$data/db" -U mitwirken -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
as_owner "$bin/pg_ctl" -D "$data/db" -w -l "$data/log" \
  -o "-p $port -h 127.0.0.1 -k $data -c fsync=off -c max_connections=400" start >/dev/null
MITWIRKEN_TEST_POSTGRES="postgres://mitwirken@127.0.0.1:$port/postgres" "$@"
