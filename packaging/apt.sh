# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced: apt for scripts. It waits while another program holds apt's locks, as automatic updates do on a fresh system.

# apt_get ARGUMENTS…: as root, trying for half an hour (SURPLUS_APT_WAIT seconds) to get the locks. apt itself waits for
# dpkg's only, and says nothing when it is quiet; those of its lists and its archives make it fail at once.
apt_get() {
    local limit=${SURPLUS_APT_WAIT:-1800} as_root=() said= holder code log start=$SECONDS
    # A configuration of the caller's own may name folders that need no root.
    [ "$(id -u)" -eq 0 ] || [ -n "${APT_CONFIG:-}" ] || as_root=(sudo)
    log=$(mktemp)
    while :; do
        code=0
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -qq -o DPkg::Lock::Timeout=5 "$@" >"$log" 2>&1 || code=$?
        [ "$code" -ne 0 ] && [ $((SECONDS - start)) -lt "$limit" ] || break
        # "E: Could not get lock FILE. It is held by process 123 (unattended-upgr)"
        holder=$(sed -n 's/^E: Could not get lock [^ ]*\. It is //p' "$log" | head -1)
        grep -q '^E: \(Could not get lock\|Unable to acquire the dpkg frontend lock\)' "$log" || break
        [ -n "$said" ] || echo "apt is in use by another program${holder:+ (its lock is $holder)}: waiting until it is done, at most $((limit / 60)) minutes…" >&2
        said=1
        sleep 2
    done
    [ "$code" -eq 0 ] || tail -20 "$log" >&2
    rm -f "$log"
    return "$code"
}

# apt_install PACKAGES…: "a|b" is the first of them that the system knows.
apt_install() {
    local package name known names=()
    if [ "$(id -u)" -ne 0 ] && [ -z "${APT_CONFIG:-}" ] && ! command -v sudo >/dev/null; then
        echo "These packages are missing and there is no sudo to install them: $*" >&2
        return 1
    fi
    apt_get update || return
    for package in "$@"; do
        known=${package%%|*}
        for name in ${package//|/ }; do
            if apt-cache show "$name" >/dev/null 2>&1; then
                known=$name
                break
            fi
        done
        names+=("$known")
    done
    echo "Installing ${#names[@]} packages: ${names[*]}"
    apt_get install -y --no-install-recommends "${names[@]}"
}
