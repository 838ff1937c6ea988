#!/usr/bin/env bash
# Compares our typed data with the npm package ethers. node_modules is installed by packaging/test.sh.
set -eu
cd "$(dirname "$0")"
command -v node >/dev/null || { echo "missing: node (Debian packages nodejs, npm)"; exit 1; }
[ -d node_modules/ethers ] || { echo "missing: the npm package ethers (npm ci in tests/interop)"; exit 1; }
rounds=100
[ "${SURPLUS_LONG:-0}" = 1 ] && rounds=2000
"$1" "$rounds" | node ethers.mjs
