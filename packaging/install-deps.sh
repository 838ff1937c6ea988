#!/usr/bin/env bash
# Installs what is missing of the packages of the groups on the command line (build, test, long). The names are those of
# Debian 12 and 13; where Ubuntu 24.04 calls one otherwise, as far as that could be looked up, both stand here as "a|b".
# Usage: install-deps.sh build [test] [long]
set -euo pipefail

build=(cmake ninja-build g++ pkg-config qt6-base-dev "qt6-websockets-dev|libqt6websockets6-dev" qt6-declarative-dev qt6-declarative-dev-tools
    "qt6-charts-dev|libqt6charts6-dev" "qt6-svg-dev|libqt6svg6-dev" qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qtkeychain-qt6-dev libtorrent-rasterbar-dev
    libsecp256k1-dev libqrcodegencpp-dev libxcb-screensaver0-dev libsqlite3-dev libssl-dev libexpected-dev libcli11-dev libboost-dev libgl-dev libxkbcommon-dev libvulkan-dev
    qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-layouts qml6-module-qtquick-templates
    qml6-module-qtquick-window qml6-module-qtquick-shapes qml6-module-qtquick-dialogs qml6-module-qtqml
    qml6-module-qtqml-workerscript qml6-module-qtqml-models qml6-module-qtcharts qml6-module-qt-labs-folderlistmodel
    qt6-qpa-plugins tzdata fonts-inter fonts-noto-core fonts-noto-mono fonts-dejavu-core)
test=(python3 python3-dbusmock python3-dbus python3-gi gir1.2-atspi-2.0 at-spi2-core xvfb xauth libxcb-cursor0 dbus gnome-keyring procps mount util-linux iproute2 qml6-module-qttest aria2 transmission-cli python3-fusepy fuse3 bash zsh fish mandoc)
long=(clang libclang-rt-dev)

wanted=()
for group in "$@"; do
    declare -n packages=$group
    wanted+=("${packages[@]}")
done
missing=()
for package in "${wanted[@]}"; do
    there=
    for name in ${package//|/ }; do
        [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$name" 2>/dev/null || true)" != "ii " ] || there=1
    done
    [ -n "$there" ] || missing+=("$package")
done
# Node comes with npm in some images and not as Debian's package: what counts is that it runs.
if [[ " $* " == *" test "* ]] && ! { command -v node && command -v npm; } >/dev/null; then
    missing+=(nodejs npm)
fi
[ ${#missing[@]} -eq 0 ] && exit 0

. "$(dirname "$0")/apt.sh"
apt_install "${missing[@]}"
