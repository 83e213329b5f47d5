#!/bin/bash
# Installs Debian packages, as root or through sudo, or says what to do.
set -euo pipefail
run() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
if ! command -v apt-get >/dev/null || { [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; }; then
  echo "Please install these packages (Debian's names) and try again: $*" >&2
  exit 1
fi
echo "Installing $* …"
run apt-get update -qq
run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
