#!/usr/bin/env bash
# Installs what is missing of the packages named on the command line's groups (build, test, long). Debian 12 and 13, Ubuntu 24.04.
# Usage: install-deps.sh build [test] [long]
set -euo pipefail

build=(cmake ninja-build g++ pkg-config qt6-base-dev qt6-websockets-dev qt6-declarative-dev qt6-declarative-dev-tools
    qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qtkeychain-qt6-dev libtorrent-rasterbar-dev
    libsecp256k1-dev libqrcodegencpp-dev libxcb-screensaver0-dev libsqlite3-dev libssl-dev libexpected-dev libboost-dev libgl-dev libxkbcommon-dev libvulkan-dev
    qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-layouts qml6-module-qtquick-templates
    qml6-module-qtquick-window qml6-module-qtquick-shapes qml6-module-qtquick-dialogs qml6-module-qtqml
    qml6-module-qtqml-workerscript qml6-module-qtqml-models qml6-module-qtcharts qml6-module-qt-labs-folderlistmodel
    qt6-qpa-plugins tzdata fonts-inter fonts-noto-core fonts-noto-mono fonts-dejavu-core)
test=(python3 python3-dbusmock python3-dbus python3-gi gir1.2-atspi-2.0 at-spi2-core xvfb xauth libxcb-cursor0 dbus gnome-keyring procps mount util-linux iproute2 qml6-module-qttest aria2 transmission-cli)
long=(clang libclang-rt-dev)

wanted=()
for group in "$@"; do
    declare -n packages=$group
    wanted+=("${packages[@]}")
done
missing=()
for package in "${wanted[@]}"; do
    [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null || true)" = "ii " ] || missing+=("$package")
done
# Node comes with npm in some images and not as Debian's package: what counts is that it runs.
if [[ " $* " == *" test "* ]] && ! { command -v node && command -v npm; } >/dev/null; then
    missing+=(nodejs npm)
fi
[ ${#missing[@]} -eq 0 ] && exit 0

. "$(dirname "$0")/apt.sh"
apt_install "${missing[@]}"
