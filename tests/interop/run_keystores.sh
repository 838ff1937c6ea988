#!/usr/bin/env bash
# Opens keystores that the npm package ethers writes or reads. node_modules is installed by packaging/test.sh.
set -eu -o pipefail
cd "$(dirname "$0")"
command -v node >/dev/null || { echo "missing: node (Debian packages nodejs, npm)"; exit 1; }
[ -d node_modules/ethers ] || { echo "missing: the npm package ethers (npm ci in tests/interop)"; exit 1; }
node keystores.mjs | "$1"
