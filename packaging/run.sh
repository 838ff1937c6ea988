#!/usr/bin/env bash
# Installs what is missing, builds, and opens the dashboard.
#   bash packaging/run.sh [--demo] [--screenshots DIR] [options of the dashboard, see --help]
set -euo pipefail
cd "$(dirname "$0")/.."

bash packaging/install-deps.sh build
[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
echo "Building…"
cmake --build --preset release --target surplus surplusd surplusctl surplus-customer -- --quiet

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    case " $* " in
    *" --screenshots "* | *" --self-test "* | *" --help "* | *" -h "* | *" --version "*)
        export QT_QPA_PLATFORM=offscreen
        ;;
    *)
        echo "There is no display here, so no window can be opened. To see the dashboard as pictures:"
        echo "  bash packaging/run.sh $* --screenshots DIR"
        exit 1
        ;;
    esac
fi
[ "$(id -u)" -ne 0 ] || echo "Warning: running as root. Strangers' data passes through the engine; use an ordinary account where there is one." >&2
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"
exec build/release/bin/surplus "$@"
