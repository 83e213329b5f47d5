#!/bin/bash
# Every test: once on SQLite, and what meets the database once more on PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo=${CARGO:-cargo}
$cargo build -p mitwirken
echo "── on SQLite"
env -u MITWIRKEN_TEST_POSTGRES "$cargo" test --workspace --exclude mitwirken-app
echo "── on PostgreSQL"
tests/tools/postgres.sh "$cargo" test -p mitwirken-tests
