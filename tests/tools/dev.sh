#!/bin/bash
# Builds and serves, and does so again whenever a source is newer than the last start.
set -uo pipefail
cd "$(dirname "$0")/../.."
cargo=${CARGO:-cargo}
target=${CARGO_TARGET_DIR:-target}
sources=(backend shared migrations frontend/src frontend/style frontend/public frontend/boot frontend/index.html)
started=$(mktemp)
server=
stop() { if [ -n "$server" ]; then kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; fi; }
trap 'stop; rm -f "$started"; exit' EXIT INT TERM
while true; do
  touch "$started"
  if "$cargo" run --quiet -p mitwirken-bundle && "$cargo" build --quiet -p mitwirken; then
    stop
    "$target/debug/mitwirken" serve & server=$!
  else
    echo "dev: not built; the last version goes on running"
  fi
  until [ -n "$(find "${sources[@]}" -newer "$started" -type f -print -quit)" ]; do sleep 1; done
done
