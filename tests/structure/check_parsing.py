#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text becomes bytes, numbers, keys and sums in one place for each type, which checks the whole of it. Qt's conversions skip
what they don't understand or answer 0 for it: they stand in that place only. Usage: check_parsing.py SOURCE_DIR"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
# Where the lenient calls may stand, each behind its own check.
PLACES = {"services/common/core/parse.cpp", "models/typednumber.cpp"}
STRING = r"(?:captured\([^()]*\)|capturedView\([^()]*\)|toString\(\)|trimmed\(\)|text\(\)|mid\([^()]*\)|left\([^()]*\)|right\([^()]*\)|section\([^()]*\)|meta\([^()]*\)|setting\([^()]*\)|[pP]arser\.value\([^()]*\)|\]|[tT]ext|[dD]igits)"
LENIENT = [
    (re.compile(r"QByteArray::fromHex\s*\("), "parse::hex() or the type's own fromHex()"),
    (re.compile(r"fromBase64(Encoding)?\s*\("), "parse::base64()"),
    (re.compile(r"(?:\.|->)to(LongLong|ULongLong|Long|ULong|UInt|Short|UShort|Float)\s*\("), "parse::integer(), parse::natural(); of a QVariant value<>()"),
    (re.compile(r"(?:\.|->)to(Int|Double)\s*\(\s*&"), "parse::integer() or parse::decimal()"),
    (re.compile(STRING + r"\s*(?:\.|->)to(Int|Double)\s*\("), "parse::integer() or parse::decimal()"),
    (re.compile(r"QLocale[^;]*\.to(Int|Double|Float|LongLong|UInt|ULongLong)\s*\("), "the parser of what people type"),
    (re.compile(r"\b(std::sto(i|l|ul|ll|ull|f|d|ld)|strto(l|ul|ll|ull|d|f|ld)|ato(i|l|ll|f)|sscanf|from_chars)\s*\("), "parse.h"),
]
# A JSON value's toInt() and toDouble() take a number only, and say by their default that there was none: those are no text.
JSON = re.compile(r"\[u\"|\[QLatin1String|\.value\(u\"")

problems = []
seen = 0
for folder in ("services", "models", "app", "qml"):
    for path in sorted((root / folder).rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        seen += 1
        name = path.relative_to(root).as_posix()
        if name in PLACES:
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            code = line.split("//")[0] if "://" not in line else line
            for pattern, instead in LENIENT:
                found = pattern.search(code)
                if found and not (found.group(0).startswith("]") and JSON.search(code)):
                    problems.append(f"{name}:{number}: {found.group(0).strip()} … reads leniently; use {instead}: {line.strip()}")
for place in PLACES:
    if place.startswith("services") and not (root / place).exists():
        problems.append(f"{place} is gone: who checks now?")
if seen < 100:
    problems.append(f"only {seen} files were looked at: the check looks in the wrong place")

# The check itself sees what it should.
for sample in ("QByteArray::fromHex(x)", "QByteArray::fromBase64(x)", "s.toLongLong()", "s.toInt(&ok)", "match.captured(1).toInt()", "QLocale().toDouble(t, &ok)",
               "json.value(u\"x\").toString().toDouble()", "std::stoi(x)", "parts[1].toInt()"):
    if not any(pattern.search(sample) for pattern, _ in LENIENT):
        problems.append(f"the check is blind for {sample}")

print("\n".join(problems) or f"{seen} files read what they are given whole")
sys.exit(1 if problems else 0)
