#!/usr/bin/env bash
# Compiles the contracts in resources/contracts with solc and OpenZeppelin from npm; ABI and bytecode are committed beside
# the sources. --check compares instead.
set -euo pipefail
cd "$(dirname "$0")/contracts"
command -v npm >/dev/null || { echo "missing: npm (Debian packages nodejs, npm)"; exit 1; }
[ -d node_modules/solc ] && [ -d node_modules/@openzeppelin/contracts ] || npm ci --no-audit --no-fund --silent
exec node build.mjs "$@"
