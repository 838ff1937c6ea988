#!/usr/bin/env bash
# The contracts on a real EVM. node_modules is installed by packaging/test.sh.
set -eu
cd "$(dirname "$0")"
command -v node >/dev/null || { echo "missing: node (Debian packages nodejs, npm)"; exit 1; }
for package in ethers @foundry-rs/anvil; do
    [ -d "node_modules/$package" ] || { echo "missing: the npm package $package (npm ci in tests/interop)"; exit 1; }
done
if [ "${SURPLUS_LONG:-0}" = 1 ]; then
    for seed in 1 2 3 4 5; do node chequebook.mjs 2000 $seed; done
    for seed in 1 2 3; do node odd_tokens.mjs 500 $seed; done
else
    node chequebook.mjs 300 1
    node odd_tokens.mjs 60 1
fi
