#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon the dashboard paints its window and what it weighs, against the least a Qt Quick program with a chart can be.

usage: firstframe.py BUILD_DIR [--runs 7]
Each program is started in turns on a virtual screen of its own (Xvfb, software renderer). "Painted" is when the screen
shows 16 colours or more that were not there before; memory is the proportional set size after 5 s, of the program
alone and of the engine that it starts.
"""
import argparse, os, shutil, statistics, subprocess, sys, tempfile, time

WIDTH, HEIGHT = 1280, 800


def children(pid):
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            if f"--data {pid}" in open(f"/proc/{entry}/cmdline").read().replace("\0", " "):
                yield int(entry)
        except OSError:
            pass


def pss(pid):
    for line in open(f"/proc/{pid}/smaps_rollup"):
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024


def colours(frame):
    """Of every 61st pixel in an Xwd frame buffer file."""
    view = memoryview(frame)
    pixels = view[len(view) - WIDTH * HEIGHT * 4:]
    return {bytes(pixels[i:i + 4]) for i in range(0, len(pixels) - 4, 4 * 61)}


def measure(words, buffer, environment, data):
    with open(buffer, "rb") as screen:
        started = time.monotonic()
        program = subprocess.Popen(words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        painted = None
        while painted is None and time.monotonic() - started < 20:
            screen.seek(0)
            if len(colours(screen.read())) >= 16:
                painted = time.monotonic() - started
            else:
                time.sleep(0.004)
        time.sleep(max(0, started + 5 - time.monotonic()))
        own, engine = pss(program.pid), sum(pss(pid) for pid in children(data))
    program.terminate()
    program.wait(20)
    end = time.monotonic() + 3
    while time.monotonic() < end and list(children(data)):
        time.sleep(0.05)
    time.sleep(0.3)
    return painted * 1000, own, engine


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("build")
    arguments.add_argument("--runs", type=int, default=7)
    options = arguments.parse_args()
    build, here = os.path.abspath(options.build), os.path.dirname(os.path.abspath(__file__))
    if not shutil.which("Xvfb"):
        sys.exit("firstframe.py: missing: Xvfb (Debian package xvfb)")
    top = tempfile.mkdtemp(prefix="surplus-firstframe-")
    read, write = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", top, "-nolisten", "tcp"],
                              pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    display = os.read(read, 16).decode().strip()
    environment = dict(os.environ, DISPLAY=f":{display}", QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software", HOME=top, XDG_RUNTIME_DIR=top,
                       DBUS_SESSION_BUS_ADDRESS="disabled:", LC_ALL="C.UTF-8")
    programs = {"floor": [f"{build}/tests/bench/floor", f"{here}/floor/floor.qml"], "surplus": [f"{build}/bin/surplus", "--profile", f"{top}/profile"]}
    seen = {name: [] for name in programs}
    try:
        for run in range(options.runs + 1):  # the first warms up
            for name, words in programs.items():
                figures = measure(words, f"{top}/Xvfb_screen0", environment, f"{top}/profile/engine")
                if run:
                    seen[name].append(figures)
    finally:
        screen.terminate()
        screen.wait()
        shutil.rmtree(top, ignore_errors=True)
    middle = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in seen.items()}
    print(f"start, {options.runs} runs in turns after a warm-up, medians")
    for name, (painted, own, engine) in middle.items():
        print(f"  {name:8} first frame {painted:5.0f} ms   PSS after 5 s {own:5.1f} MiB" + (f" and its engine {engine:.1f} MiB" if engine else ""))
    ratios = [[ours[i] / theirs[i] for ours, theirs in zip(seen["surplus"], seen["floor"])] for i in (0, 1)]
    print(f"  first frame ÷ floor: {statistics.median(ratios[0]):.2f} (wanted: at most 1.3)")
    print(f"  PSS ÷ floor: {statistics.median(ratios[1]):.2f} (wanted: at most 1.5)")


if __name__ == "__main__":
    main()
