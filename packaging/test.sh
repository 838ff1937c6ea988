#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the tests need, builds, and runs them.
#   bash packaging/test.sh                            all of them
#   bash packaging/test.sh --long [PART…]             at full size, in parts of at most an hour; --long list names them
#   bash packaging/test.sh --sanitize address|thread  with ASan and UBSan, or with ThreadSanitizer
# What passed in a long or a sanitized run is kept by commit below build/results: a run that was interrupted, or in which
# something failed, goes on with the rest.
set -euo pipefail
cd "$(dirname "$0")/.."
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"

parts=(suite attacks crash1 crash2 crash3 crash4 faults history contracts pictures fuzz trixie)

prepare() { # GROUPS of packages…
    bash packaging/install-deps.sh "$@"
    local folder
    for folder in tests/interop packaging/contracts; do
        # Again when the lock file has changed since.
        (cd $folder && { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --silent; })
    done
}
build() { # PRESET OPTIONS…
    # In CI a warning is an error.
    cmake --preset "$@" ${CI:+-DSURPLUS_WERROR=ON} >/dev/null
    cmake --build --preset "$1" -- --quiet
}
tests_of() { # FOLDER CTEST-OPTIONS…
    ctest --test-dir "$1" -N "${@:2}" | sed -n 's/^ *Test *#[0-9]*: //p'
}
one() { ctest --test-dir "$1" -R "^$2\$" --no-tests=error --output-on-failure; }
# A report of the sanitizer fails the test, from whichever of its programs it is.
sanitized() { # FOLDER NAME
    local code=0
    mkdir -p "$1/reports"
    rm -f "$1/reports/$2".*
    one "$1" "$2" || code=$?
    ! cat "$1/reports/$2".* 2>/dev/null && return $code
}

# Programs of Qt Test as CTest runs them, for what is more than one step.
program() { # NAME ARGUMENTS…
    env QT_QPA_PLATFORM=offscreen TZ=Europe/Berlin LC_ALL=C.UTF-8 SURPLUS_LONG=1 QTEST_FUNCTION_TIMEOUT=3600000 "build/release/tests/$1" "${@:2}"
}
# Each case of such a program, a step: a function, or a row of its data.
cases() { # PART PROGRAM
    local line function row
    while read -r line; do
        function=${line%% *} row=${line#"${line%% *}"} row=${row# }
        step "$1/$function${row:+-${row// /-}}" program "$2" "$function${row:+:$row}"
    done < <("build/release/tests/$2" -datatags 2>/dev/null | cut -d ' ' -f 2-)
}

# Kills of the engine, the customer and the dashboard: 10,000, 1,000 and 1,000 in all, a quarter in each of four parts.
crash() { # PART
    local slice
    for slice in 1 2 3 4 5; do
        SURPLUS_KILLS=500 step "$1/engine-$slice" program crash_test theEngineIsKilledWhileItIsPaid
    done
    SURPLUS_KILLS=250 step "$1/customer" program crash_test theCustomerIsKilledWhileItPays
    SURPLUS_KILLS=250 step "$1/dashboard" program crash_test theDashboardIsKilledWhileItCopiesTheHistory
}
long_part() { # PART
    local name
    case $1 in
    suite)
        for name in $(tests_of build/release -LE 'part'); do step "suite/$name" one build/release "$name"; done
        ;;
    attacks) cases attacks attack_test && cases attacks hostilepeer_test && cases attacks market_attack_test && cases attacks strangers_test ;;
    crash[1-4]) crash "$1" ;;
    faults) cases faults fault_test && cases faults startfault_test ;;
    history) cases history history_fault_test ;;
    contracts)
        for name in 1 2 3 4 5; do step "contracts/$name" bash -c "cd tests/interop && node chequebook.mjs 2000 $name"; done
        for name in 1 2 3; do step "contracts/odd-$name" bash -c "cd tests/interop && node odd_tokens.mjs 500 $name"; done
        ;;
    pictures) step pictures one build/release gallery ;;
    fuzz)
        for name in tests/fuzz/corpus/*/; do step "fuzz/$(basename "$name")" bash tests/fuzz/run_fuzz.sh 60 "$(basename "$name")"; done
        ;;
    trixie) step trixie bash packaging/build-in.sh trixie ;;
    *)
        echo "There is no part $1; these are: ${parts[*]}" >&2
        exit 1
        ;;
    esac
}

case ${1:-} in
"")
    prepare build test
    build release -DSURPLUS_LONG_TESTS=OFF
    # Two at a time: most of them wait for processes, chains and disks.
    ctest --test-dir build/release --parallel 2 --output-on-failure --no-label-summary
    ;;
--long)
    shift
    [ "${1:-}" != list ] || { printf '%s\n' "${parts[@]}"; exit; }
    [ $# -gt 0 ] || set -- "${parts[@]}"
    . packaging/results.sh
    prepare build test long
    build release -DSURPLUS_LONG_TESTS=ON
    results_state=$(tested_state)
    for part in "$@"; do long_part "$part"; done
    steps_summary
    ;;
--sanitize)
    case ${2:-} in
    address) preset=asan only=(-LE 'sources') ;;
    thread) preset=tsan only=(-L 'threads') ;;
    *)
        echo "Usage: bash packaging/test.sh --sanitize address|thread" >&2
        exit 1
        ;;
    esac
    . packaging/results.sh
    prepare build test
    build $preset
    results_state=$(tested_state)
    export SURPLUS_GALLERY_THEME=light
    for name in $(tests_of build/$preset "${only[@]}"); do step "$preset/$name" sanitized build/$preset "$name"; done
    steps_summary
    ;;
*)
    sed -n '3,8s/^# \{0,1\}//p' "$0" >&2
    exit 1
    ;;
esac
