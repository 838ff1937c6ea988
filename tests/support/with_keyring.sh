#!/usr/bin/env bash
# Runs a test in a D-Bus session of its own with a real, unlocked gnome-keyring, in a home of its own.
set -eu
for tool in dbus-run-session gnome-keyring-daemon; do
    command -v "$tool" >/dev/null || { echo "missing: $tool (Debian packages dbus, gnome-keyring)"; exit 1; }
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data"
unset DBUS_SESSION_BUS_ADDRESS || true
mkdir -m 700 "$XDG_RUNTIME_DIR"
# Without any session bus there is no keyring.
DBUS_SESSION_BUS_ADDRESS="unix:path=$home/none" timeout -k 2 60 "$@" anAbsentKeyringIsNoFirstRun
timeout -k 2 100 dbus-run-session -- bash -c '
    printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    status=0
    "$@" aKeyIsMadeOnceAndFoundAgain anEmptiedKeyringNeverLeadsToANewKey anotherKeyIsNotTakenForOurs \
        anAddressAloneIsEnough zALockedKeyringIsNoFirstRun || status=$?
    pkill -P $$ gnome-keyring-d >/dev/null 2>&1 || true
    exit $status' _ "$@"
# A bus whose policy lets nobody talk to the keyring, as in a sandbox.
cat >"$home/bus.conf" <<'CONF'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <include>/usr/share/dbus-1/session.conf</include>
  <policy context="mandatory"><deny send_destination="org.freedesktop.secrets"/></policy>
</busconfig>
CONF
timeout -k 2 60 dbus-run-session --config-file="$home/bus.conf" -- bash -c '
    printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    "$@" aKeyringThatRefusesIsNoFirstRun' _ "$@"
