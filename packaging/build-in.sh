#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and tests in a chroot of another Debian release, as on a fresh installation of it: what the packaging scripts
# install there is all that is there. The chroot and its build stay below build/in, so the next run is short.
#   bash packaging/build-in.sh SUITE [COMMAND…]     (COMMAND: bash packaging/test.sh)
# Needs root and the package debootstrap. Packages come from the Debian mirror that this system's own apt uses, or from
# SURPLUS_MIRROR.
set -euo pipefail
cd "$(dirname "$0")/.."

suite=${1:-}
[ -n "$suite" ] || { echo "Usage: bash packaging/build-in.sh SUITE [COMMAND…], such as: bash packaging/build-in.sh trixie" >&2; exit 1; }
shift
[ $# -gt 0 ] || set -- bash packaging/test.sh
[ "$(id -u)" -eq 0 ] || { echo "A chroot needs root: run this with sudo" >&2; exit 1; }
. packaging/apt.sh
command -v debootstrap >/dev/null || apt_install debootstrap
root=$PWD/build/in/$suite

mirror=${SURPLUS_MIRROR:-}
if [ -z "$mirror" ]; then
    # The main archive among this system's sources, not that of the security updates.
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN)' 'Created-By: Packages' | sed -n 's/ Debian$//p' | grep -v security | sort -u | head -1)
    [ -n "$mirror" ] || { echo "This system's apt knows no Debian mirror: name one in SURPLUS_MIRROR" >&2; exit 1; }
fi

if [ ! -f "$root/.made" ]; then
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    echo "Making a chroot of $suite in $root…"
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$mirror" >"$root.log" 2>&1 || { tail -20 "$root.log" >&2; exit 1; }
    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/unsafe-io" # what is lost in a power cut is made again
    touch "$root/.made"
fi

# The way out of this system is the chroot's too: names, proxy, certificates, npm's registry.
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
apt-config dump --format '%f "%v";%n' 'Acquire::http::Proxy' 'Acquire::https::Proxy' >"$root/etc/apt/apt.conf.d/99outer" 2>/dev/null || true
[ ! -f /etc/ssl/certs/ca-certificates.crt ] || cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/outer-certificates.crt"
if command -v npm >/dev/null; then
    printf 'registry=%s\ncafile=/etc/ssl/outer-certificates.crt\n' "$(npm config get registry)" >"$root/root/.npmrc"
fi

# What git knows and what it doesn't ignore; files that are gone go there too, and what was built stays.
mkdir -p "$root/src"
export LC_ALL=C
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done >"$root/files"
(cd "$root/src" && find . \( -path ./build -o -name node_modules \) -prune -o \( -type f -o -type l \) -print0) | sed -z 's|^\./||' | sort -z >"$root/there"
sort -z "$root/files" | comm -z -13 - "$root/there" | (cd "$root/src" && xargs -0 -r rm -f --)
tar --null -T "$root/files" -cf - | tar -C "$root/src" -xf -

# In namespaces of its own, so that neither mounts nor processes outlive it.
exec unshare --mount --pid --fork --kill-child --propagation private bash -euo pipefail -c '
root=$1; shift
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/run"
exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" \
    CI="${CI:-}" chroot "$root" bash -c "cd /src && exec \"\$@\"" bash "$@"
' bash "$root" "$@"
