#!/bin/bash
# The tests' Python tools in an environment of their own below the target folder, and Chromium.
set -euo pipefail
cd "$(dirname "$0")/../.."
wanted=tests/tools/requirements.txt
place=${CARGO_TARGET_DIR:-target}/test-tools
missing=()
command -v chromium >/dev/null || missing+=(chromium)
python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
if [ ${#missing[@]} -gt 0 ]; then tests/tools/install.sh "${missing[@]}"; fi
# A target folder may come from elsewhere: what is there must also run.
if ! cmp -s "$wanted" "$place/requirements.txt" \
  || ! "$place/bin/python" -c "import aiosmtpd, axe_playwright_python, playwright, schemathesis" 2>/dev/null; then
  echo "Installing the tests' Python tools …"
  rm -rf "$place"
  python3 -m venv "$place"
  "$place/bin/pip" --quiet --disable-pip-version-check install --requirement "$wanted"
  cp "$wanted" "$place/requirements.txt"
fi
