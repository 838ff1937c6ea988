#!/usr/bin/env bash
# Runs a program in a desktop of its own: an X server, a session bus with the accessibility bus, a system bus with UPower
# (python-dbusmock), and an unlocked keyring. Usage: with_desktop.sh PROGRAM ARGUMENT…
set -euo pipefail

for part in Xvfb dbus-daemon gnome-keyring-daemon; do
    command -v "$part" >/dev/null || { echo "with_desktop.sh: $part is missing: install xvfb, dbus and gnome-keyring" >&2; exit 1; }
done
launcher=/usr/libexec/at-spi-bus-launcher
[ -x "$launcher" ] || { echo "with_desktop.sh: $launcher is missing: install at-spi2-core" >&2; exit 1; }
/usr/bin/python3 -c 'import dbusmock, gi; gi.require_version("Atspi", "2.0")' ||
    { echo "with_desktop.sh: install python3-dbusmock, python3-gi and gir1.2-atspi-2.0" >&2; exit 1; }

if [ "${SURPLUS_IN_DESKTOP:-}" != 1 ]; then
    SURPLUS_DESKTOP_DIR=$(mktemp -d)
    export SURPLUS_DESKTOP_DIR SURPLUS_IN_DESKTOP=1
    export HOME="$SURPLUS_DESKTOP_DIR/home" XDG_RUNTIME_DIR="$SURPLUS_DESKTOP_DIR/run"
    unset XDG_CONFIG_HOME XDG_DATA_HOME WAYLAND_DISPLAY
    mkdir -p "$HOME"
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    status=0
    setsid --wait dbus-run-session -- "$0" "$@" || status=$?
    rm -rf "$SURPLUS_DESKTOP_DIR"
    exit $status
fi

cat >"$SURPLUS_DESKTOP_DIR/system.conf" <<EOF
<busconfig><type>system</type><listen>unix:path=$SURPLUS_DESKTOP_DIR/system</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
EOF
export DBUS_SYSTEM_BUS_ADDRESS="unix:path=$SURPLUS_DESKTOP_DIR/system"
children=()
trap 'kill "${children[@]}" 2>/dev/null || true' EXIT
dbus-daemon --config-file="$SURPLUS_DESKTOP_DIR/system.conf" --nofork & children+=($!)
Xvfb -displayfd 3 -screen 0 1400x900x24 3>"$SURPLUS_DESKTOP_DIR/display" 2>/dev/null & children+=($!)
for _ in $(seq 1200); do [ -s "$SURPLUS_DESKTOP_DIR/display" ] && break; sleep 0.1; done
DISPLAY=":$(cat "$SURPLUS_DESKTOP_DIR/display")"
export DISPLAY QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
"$launcher" --launch-immediately 2>/dev/null & children+=($!)
/usr/bin/python3 -m dbusmock --system --template upower >/dev/null & children+=($!)
/usr/bin/python3 -m dbusmock --session --template notification_daemon >"$SURPLUS_DESKTOP_DIR/notifications" & children+=($!)
printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
sleep 1
"$@"
