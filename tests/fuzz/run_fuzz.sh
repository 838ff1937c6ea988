#!/usr/bin/env bash
# Builds every fuzz target with clang, ASan and UBSan and runs each for a while; what it finds is printed and kept.
# Usage: run_fuzz.sh [seconds for each] [NAME…]        (60, all of them)
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
names=("${@:2}")
[ ${#names[@]} -gt 0 ] || for corpus in tests/fuzz/corpus/*/; do names+=("$(basename "$corpus")"); done
command -v clang++ >/dev/null || { echo "missing: clang++ (Debian package clang)"; exit 1; }
[ -f build/fuzz/build.ninja ] || cmake --preset fuzz >/dev/null
cmake --build build/fuzz --target fuzz_targets -- --quiet
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"
failed=0
total=0
for name in "${names[@]}"; do
    corpus=tests/fuzz/corpus/$name/
    fresh=$(mktemp -d)
    log=$(mktemp)
    if ! "build/fuzz/tests/fuzz/$name" -max_total_time="$seconds" -max_len=8192 -rss_limit_mb=4096 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/$name-" "$fresh" "$corpus" >"$log" 2>&1; then
        failed=1
        tail -40 "$log"
    fi
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1)
    total=$((total + ${runs:-0}))
    echo "$name: ${runs:-?} executions, $(find "$corpus" -type f | wc -l) files in its corpus"
    # What reached new code is added to the corpus when asked to: SURPLUS_FUZZ_KEEP=1.
    [ "${SURPLUS_FUZZ_KEEP:-}" != 1 ] || "build/fuzz/tests/fuzz/$name" -merge=1 "$corpus" "$fresh" >/dev/null 2>&1
    rm -rf "$fresh" "$log"
done
echo "$total executions in all"
exit $failed
