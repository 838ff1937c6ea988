#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A fresh system updates itself and holds apt's locks meanwhile: what installs packages waits for that, and says so. The
# real apt-get, in folders of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v apt-get >/dev/null || { echo "there is no apt here"; exit 77; }
dir=$(mktemp -d)
holders=()
trap 'kill "${holders[@]}" 2>/dev/null || true; rm -rf "$dir"' EXIT
mkdir -p "$dir"/{lists/partial,archives/partial,dpkg/updates,dpkg/info,etc/parts,bin}
touch "$dir/dpkg/status"
# A repository of one package; what would unpack it only notes that it was asked to.
mkdir -p "$dir/made/DEBIAN" "$dir/repository"
printf 'Package: surplus-nothing\nVersion: 1\nArchitecture: all\nMaintainer: Test <test@example.org>\nDescription: nothing\n' >"$dir/made/DEBIAN/control"
dpkg-deb --build "$dir/made" "$dir/repository/nothing.deb" >/dev/null
(cd "$dir/repository" && { cat ../made/DEBIAN/control; printf 'Filename: ./nothing.deb\nSize: %s\nSHA256: %s\n' "$(stat -c %s nothing.deb)" "$(sha256sum nothing.deb | cut -d ' ' -f 1)"; } >Packages)
echo "deb [trusted=yes] file:$dir/repository ./" >"$dir/etc/sources.list"
printf '#!/bin/sh\necho "$@" >>%s/asked\n' "$dir" >"$dir/bin/dpkg"
chmod +x "$dir/bin/dpkg"
cat >"$dir/apt.conf" <<EOF
Dir::State "$dir"; Dir::State::lists "$dir/lists"; Dir::State::status "$dir/dpkg/status"; Dir::State::extended_states "$dir/extended_states";
Dir::Cache "$dir"; Dir::Cache::archives "$dir/archives";
Dir::Etc::sourcelist "$dir/etc/sources.list"; Dir::Etc::sourceparts "-"; Dir::Etc::preferencesparts "-"; Dir::Etc::parts "$dir/etc/parts";
Dir::Bin::dpkg "$dir/bin/dpkg"; Dir::Log "$dir"; APT::Sandbox::User "";
#clear DPkg::Post-Invoke; #clear DPkg::Pre-Install-Pkgs; #clear DPkg::Pre-Invoke; #clear APT::Update::Post-Invoke; #clear APT::Update::Post-Invoke-Success;
EOF
export APT_CONFIG=$dir/apt.conf

# hold FILE: takes a lock as apt does, until the file "$dir/free" is there.
hold() {
    python3 - "$1" "$dir" <<'EOF' &
import fcntl, os, sys, time
file = open(sys.argv[1], "w")
fcntl.lockf(file, fcntl.LOCK_EX)
open(sys.argv[2] + "/held", "w").close()
while not os.path.exists(sys.argv[2] + "/free"):
    time.sleep(0.05)
EOF
    holders+=($!)
    while [ ! -e "$dir/held" ]; do sleep 0.05; done
    rm "$dir/held"
}

. packaging/apt.sh
for lock in lists/lock dpkg/lock-frontend archives/lock; do
    rm -f "$dir/free" "$dir/asked" "$dir/said" "$dir/lists/"*Packages
    hold "$dir/$lock"
    apt_install "surplus-other-name|surplus-nothing" >"$dir/out" 2>"$dir/said" &
    installing=$!
    # It says that it waits; only then it is let go on.
    until grep -qs "waiting until it is done" "$dir/said"; do
        kill -0 $installing 2>/dev/null || { echo "$lock: it gave up"; cat "$dir/said"; exit 1; }
        sleep 0.1
    done
    ! grep -q nothing "$dir/asked" 2>/dev/null || { echo "$lock: it did not wait"; exit 1; }
    touch "$dir/free"
    wait $installing || { echo "$lock: it failed"; cat "$dir/said"; exit 1; }
    grep -q nothing "$dir/asked" || { echo "$lock: nothing was installed"; exit 1; }
    echo "$lock: $(cat "$dir/said")"
done

# What fails for another reason is no lock: it ends at once, in apt's words.
if apt_install surplus-absent >"$dir/out" 2>"$dir/said"; then
    echo "a package that isn't there was installed"
    exit 1
fi
grep -q surplus-absent "$dir/said" || { echo "it does not say which package is missing"; cat "$dir/said"; exit 1; }
# And what never ends is not waited for forever.
rm -f "$dir/free"
hold "$dir/lists/lock"
if SURPLUS_APT_WAIT=1 apt_install surplus-nothing >"$dir/out" 2>"$dir/said"; then
    echo "it went on in spite of the lock"
    exit 1
fi
grep -q 'lock' "$dir/said"
echo "3 locks waited for"
