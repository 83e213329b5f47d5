#!/bin/bash
# The long tests: on SQLite, the kill series once more on PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo=${CARGO:-cargo}
echo "── on SQLite"
env -u MITWIRKEN_TEST_POSTGRES "$cargo" test -p mitwirken-tests --test soak -- --ignored --nocapture --test-threads=1
echo "── on PostgreSQL"
tests/tools/postgres.sh "$cargo" test -p mitwirken-tests --test soak -- --ignored --nocapture --test-threads=1 killed
