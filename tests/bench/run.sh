#!/usr/bin/env bash
# Runs every benchmark on a release build and prints what the README's table says. Takes about ten minutes; leave the
# computer alone meanwhile. Needs qbittorrent-nox, curl and xvfb.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build/release}
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"
"$build/tests/bench/bench_voucher"
"$build/tests/bench/bench_engine"
"$build/tests/bench/bench_attack"
"$build/tests/bench/bench_history"
"$build/tests/bench/bench_chart"
tests/bench/firstframe.py "$build"
tests/bench/tour.py "$build"
tests/bench/seeding.py "$build"
