#!/bin/bash
# Lighthouse, which `make bench` asks for its scores, below the target folder. Nothing else needs Node.
set -euo pipefail
cd "$(dirname "$0")/../.."
wanted=lighthouse@12.8.2
place=${CARGO_TARGET_DIR:-target}/bench-tools
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v npm >/dev/null || missing+=(npm)
if [ ${#missing[@]} -gt 0 ]; then tests/tools/install.sh "${missing[@]}"; fi
if [ "$(cat "$place/wanted" 2>/dev/null)" != "$wanted" ] || ! "$place/node_modules/.bin/lighthouse" --version >/dev/null 2>&1; then
  echo "Installing $wanted …"
  rm -rf "$place"
  mkdir -p "$place"
  npm install --silent --no-fund --no-audit --prefix "$place" "$wanted"
  echo "$wanted" > "$place/wanted"
fi
