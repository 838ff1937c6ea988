#!/usr/bin/env python3
"""Contrast of the design tokens (WCAG 2): text at least 4.5:1, marks and edges at least 3:1, in both themes."""
import json, sys

tokens = json.load(open(sys.argv[1]))["color"]


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


GROUNDS = ["window", "surface", "raised", "sunken", "hover"]
RULES = [(t, GROUNDS, 4.5) for t in ("text", "textMuted")]
RULES += [(t, ["surface", "window"], 4.5) for t in ("accent", "positive", "warning", "danger", "info")]
RULES += [("accentText", ["accent", "accentHover"], 4.5), ("dangerFillText", ["dangerFill"], 4.5),
          ("warning", ["warningTint"], 4.5), ("info", ["infoTint"], 4.5), ("accent", ["accentTint"], 4.5),
          ("storage", ["surface"], 3), ("level", ["surface"], 3), ("levelLow", ["surface"], 3),
          ("borderStrong", ["surface", "window"], 3), ("focusRing", ["surface", "window", "raised"], 3)]
bad = 0
for theme in ("light", "dark"):
    for ink, grounds, least in RULES:
        for ground in grounds:
            ratio = contrast(tokens[theme][ink], tokens[theme][ground])
            if ratio < least:
                bad += 1
                print(f"{theme}: {ink} on {ground} is {ratio:.2f}:1, needs {least}:1")
print(f"{bad} breaches")
sys.exit(1 if bad else 0)
