# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced: long runs in steps, whose results are kept by commit below build/results, so that a run that was interrupted
# goes on where it was.

# What is tested: the commit, and the files where they are not those of the commit. Empty outside a repository: then
# nothing is taken for known.
tested_state() {
    local commit index tree
    commit=$(git rev-parse --short=12 HEAD 2>/dev/null) || return 0
    index=$(mktemp)
    cp "$(git rev-parse --git-path index)" "$index"
    GIT_INDEX_FILE=$index git add -A . 2>/dev/null
    tree=$(GIT_INDEX_FILE=$index git write-tree)
    rm -f "$index"
    [ "$tree" = "$(git rev-parse 'HEAD^{tree}')" ] && echo "$commit" || echo "$commit+${tree:0:12}"
}

# step NAME COMMAND…: runs it unless it has passed for this state; what it printed is kept. What failed is run again.
# NAME may hold "/". Sets steps_passed, steps_failed and steps_known.
steps_passed=0 steps_failed=0 steps_known=0
step() {
    local name=$1 folder log begun=$SECONDS code=0
    shift
    folder=build/results/${results_state:-unknown}
    log=$folder/$name.log
    mkdir -p "$(dirname "$log")"
    if [ -n "${results_state:-}" ] && [ -f "$folder/$name.passed" ]; then
        steps_known=$((steps_known + 1))
        printf '%-44s passed before, %s\n' "$name" "$(cat "$folder/$name.passed")"
        return 0
    fi
    printf '%-44s ' "$name"
    "$@" >"$log" 2>&1 </dev/null || code=$?
    if [ $code -eq 0 ]; then
        steps_passed=$((steps_passed + 1))
        echo "$((SECONDS - begun)) s" >"$folder/$name.passed"
        printf 'passed, %s s\n' $((SECONDS - begun))
    else
        steps_failed=$((steps_failed + 1))
        printf 'FAILED, %s s: %s\n' $((SECONDS - begun)) "$log"
        tail -n 25 "$log" | sed 's/^/    /'
    fi
    return 0
}

# The last line: how it stands.
steps_summary() {
    echo "$((steps_passed + steps_known)) passed, $steps_failed failed"
    [ "$steps_failed" -eq 0 ]
}
