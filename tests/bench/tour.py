#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tour of all pages of the dashboard over an empty profile and over one of 50 machines and five years: the first frame, how
soon a page that was visited before is painted, our own handlers, and memory against an empty Qt Quick window with a chart.

usage: tour.py BUILD_DIR [--runs 3]
On a virtual screen of its own (Xvfb, software renderer), in turns.
"""
import argparse, json, os, shutil, statistics, subprocess, sys, tempfile, time

from firstframe import HEIGHT, WIDTH, pss


def floor_memory(words, environment):
    program = subprocess.Popen(words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(5)
    size = pss(program.pid)
    program.terminate()
    program.wait(20)
    return size


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("build")
    arguments.add_argument("--runs", type=int, default=3)
    options = arguments.parse_args()
    build, here = os.path.abspath(options.build), os.path.dirname(os.path.abspath(__file__))
    if not shutil.which("Xvfb"):
        sys.exit("tour.py: missing: Xvfb (Debian package xvfb)")
    top = tempfile.mkdtemp(prefix="surplus-tour-")
    read, write = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    display = os.read(read, 16).decode().strip()
    environment = dict(os.environ, DISPLAY=f":{display}", QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software", HOME=top, XDG_RUNTIME_DIR=top,
                       DBUS_SESSION_BUS_ADDRESS="disabled:", LC_ALL="C.UTF-8")
    profiles = {"empty": f"{top}/empty", "grown": f"{top}/grown"}
    seen, floor = {name: [] for name in profiles}, []
    try:
        subprocess.run([f"{build}/tests/bench/fill_history", profiles["grown"], "50", str(5 * 365)], check=True)
        for run in range(options.runs + 1):  # the first warms up
            for name, profile in profiles.items():
                out = subprocess.run([f"{build}/tests/bench/bench_tour", profile], env=environment, capture_output=True, text=True, check=True).stdout
                if run:
                    seen[name].append(json.loads(out.splitlines()[-1]))
            if run:
                floor.append(floor_memory([f"{build}/tests/bench/floor", f"{here}/floor/floor.qml"], environment))
    finally:
        screen.terminate()
        screen.wait()
        shutil.rmtree(top, ignore_errors=True)
    if not float(seen["grown"][0]["earned"]) > 0:
        sys.exit("tour.py: the grown profile shows no earnings: nothing was measured")
    print(f"tour of all pages, 50 machines x 5 years, {options.runs} runs in turns after a warm-up, medians")
    for page in seen["grown"][0]["pages"]:
        rows = [one["pages"][page] for one in seen["grown"]]
        print(f"  {page:9} painted again after {statistics.median(r['medianMs'] for r in rows):5.1f} ms, worst {max(r['worstMs'] for r in rows):5.1f} ms; "
              f"own handlers at most {max(r['longestHandlerMs'] for r in rows):4.1f} ms")
    first = {name: statistics.median(one["firstFrameMs"] for one in rows) for name, rows in seen.items()}
    memory = {name: statistics.median(one["megabytes"] for one in rows) for name, rows in seen.items()}
    print(f"  first frame: grown {first['grown']:.0f} ms, empty {first['empty']:.0f} ms: ratio {first['grown'] / first['empty']:.2f} (wanted: at most 1.3)")
    print(f"  PSS after the tour: grown {memory['grown']:.1f} MiB, empty {memory['empty']:.1f} MiB, a Qt Quick window with a chart {statistics.median(floor):.1f} MiB: "
          f"ratio {memory['grown'] / statistics.median(floor):.2f} (wanted: at most 2)")


if __name__ == "__main__":
    main()
