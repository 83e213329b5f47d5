#!/bin/bash
# Every test: once on SQLite, and what meets the database once more on PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo=${CARGO:-cargo}
# One selection for building and testing: another one would compile the dependencies again.
everything=(--workspace --exclude mitwirken-app)
"$cargo" build "${everything[@]}" --all-targets
echo "── on SQLite"
env -u MITWIRKEN_TEST_POSTGRES "$cargo" test --no-fail-fast "${everything[@]}"
echo "── on PostgreSQL"
tests/tools/postgres.sh "$cargo" test --no-fail-fast "${everything[@]}" --test api --test hostile
