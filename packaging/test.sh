#!/usr/bin/env bash
# Installs what the tests need, builds, and runs all of them. --long runs the same programs at full size.
set -euo pipefail
cd "$(dirname "$0")/.."

long=OFF
[ "${1:-}" = "--long" ] && long=ON
if [ $long = ON ]; then
    bash packaging/install-deps.sh build test long
else
    bash packaging/install-deps.sh build test
fi
for folder in tests/interop packaging/contracts; do
    # Again when the lock file has changed since.
    (cd $folder && { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --silent; })
done
# In CI a warning is an error.
cmake --preset release -DSURPLUS_LONG_TESTS=$long ${CI:+-DSURPLUS_WERROR=ON} >/dev/null
cmake --build --preset release -- --quiet
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"
[ $long = OFF ] || bash tests/fuzz/run_fuzz.sh 60
ctest --test-dir build/release --output-on-failure
