#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The steps of a long run (packaging/results.sh): what passed isn't run again for the same files, what failed or was
# interrupted is, and other files are another matter.
set -euo pipefail
helper=$(cd "$(dirname "$0")/../.." && pwd)/packaging/results.sh
command -v git >/dev/null || { echo "there is no git here"; exit 77; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
git init -q .
git config user.name test
git config user.email test@example.org
echo build/ >.gitignore
echo one >file
git add .
git commit -q -m one

# Two steps, of which the second ends with what stands in build/code; what ran stands in build/ran.
run() {
    : >build/ran
    bash -c '. "$1"; results_state=$(tested_state)
        step first bash -c "echo first >>build/ran"
        step group/second bash -c "echo second >>build/ran; exit \$(cat build/code)"
        steps_summary' - "$helper" >build/out 2>&1
}
expect() { # WHAT RAN LAST-LINE
    [ "$(paste -sd ' ' build/ran)" = "$2" ] || { echo "$1: ran “$(paste -sd ' ' build/ran)” instead of “$2”"; cat build/out; exit 1; }
    [ "$(tail -1 build/out)" = "$3" ] || { echo "$1: said “$(tail -1 build/out)” instead of “$3”"; exit 1; }
}
mkdir -p build
echo 7 >build/code
! run || { echo "a failure was not told"; exit 1; }
expect "at first" "first second" "1 passed, 1 failed"
echo 0 >build/code
run
expect "after a failure" "second" "2 passed, 0 failed"
run
expect "once more" "" "2 passed, 0 failed"
echo two >file
run
expect "with another file" "first second" "2 passed, 0 failed"
echo new >another
run
expect "with a new file" "first second" "2 passed, 0 failed"
rm another
echo one >file
run
expect "as it was" "" "2 passed, 0 failed"
git commit -q --allow-empty -m three
run
expect "another commit" "first second" "2 passed, 0 failed"
[ -z "$(git status --porcelain)" ] || { echo "the index was touched"; exit 1; }

# An interruption leaves what was done.
git commit -q --allow-empty -m four
bash -c '. "$1"; results_state=$(tested_state)
    step first true
    step group/second bash -c "kill -9 \$PPID"' - "$helper" >/dev/null 2>&1 || true
run
expect "after an interruption" "second" "2 passed, 0 failed"

# Without a repository nothing is known.
rm -rf .git
run
run
expect "without a repository" "first second" "2 passed, 0 failed"
echo "9 runs as they should be"
