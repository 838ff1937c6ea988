#!/usr/bin/env bash
# Runs a test in a D-Bus session of its own with a real, unlocked gnome-keyring, in a home of its own.
#   with_keyring.sh [--absent CASE] [--denied CASE] [--seconds N] PROGRAM
# The cases named run without any session bus, and on a bus that lets nobody talk to the keyring; all others, in their
# order, with the keyring.
set -eu
for tool in dbus-run-session gnome-keyring-daemon; do
    command -v "$tool" >/dev/null || { echo "missing: $tool (Debian packages dbus, gnome-keyring)"; exit 1; }
done
absent="" denied="" seconds=600
while [ $# -gt 1 ]; do
    case $1 in
    --absent) absent=$2 ;;
    --denied) denied=$2 ;;
    --seconds) seconds=$2 ;;
    *) echo "unknown: $1"; exit 1 ;;
    esac
    shift 2
done
program=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data"
unset DBUS_SESSION_BUS_ADDRESS || true
mkdir -m 700 "$XDG_RUNTIME_DIR"
cases=()
while read -r name; do
    name=${name%"()"}
    [ "$name" = "$absent" ] || [ "$name" = "$denied" ] || cases+=("$name")
done < <("$program" -functions)
[ ${#cases[@]} -gt 0 ] || { echo "no cases in $program"; exit 1; }

[ -z "$absent" ] || DBUS_SESSION_BUS_ADDRESS="unix:path=$home/none" timeout -k 2 "$seconds" "$program" "$absent"
timeout -k 2 "$seconds" dbus-run-session -- bash -c '
    printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    status=0
    "$@" || status=$?
    pkill -P $$ gnome-keyring-d >/dev/null 2>&1 || true
    exit $status' _ "$program" "${cases[@]}"
[ -n "$denied" ] || exit 0
cat >"$home/bus.conf" <<'CONF'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <include>/usr/share/dbus-1/session.conf</include>
  <policy context="mandatory"><deny send_destination="org.freedesktop.secrets"/></policy>
</busconfig>
CONF
timeout -k 2 "$seconds" dbus-run-session --config-file="$home/bus.conf" -- bash -c '
    printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    "$@"' _ "$program" "$denied"
