#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the interface stands in every catalog: finished, with the plural forms of its language and the placeholders
of the original. Usage: check_translations.py SOURCE_DIR LUPDATE"""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

root, lupdate = pathlib.Path(sys.argv[1]), sys.argv[2]
FORMS = {"de": 2, "es": 2, "zh_CN": 1, "ar": 6, "en": 2}
problems = []


def messages(path):
    for context in ET.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            key = (context.find("name").text, message.find("source").text, (message.find("comment").text if message.find("comment") is not None else ""))
            yield key, message


with tempfile.TemporaryDirectory() as folder:
    fresh = f"{folder}/fresh.ts"
    subprocess.run([lupdate, "-I", ".", "-no-obsolete", "-locations", "none", "qml", "models", "app", "services/dashboard", "-ts", fresh],
                   cwd=root, check=True, capture_output=True)
    wanted = dict(messages(fresh))
if len(wanted) < 500:
    problems.append(f"only {len(wanted)} texts were found: the check looks in the wrong place")
for language, forms in FORMS.items():
    catalog = dict(messages(root / f"resources/translations/surplus_{language}.ts"))
    for key, message in wanted.items():
        plural = message.get("numerus") == "yes"
        if language == "en" and not plural:
            continue
        where = f"{language}: {key[0]}: {key[1]!r}"
        if key not in catalog:
            problems.append(f"{where} is missing")
            continue
        translation = catalog[key].find("translation")
        if translation.get("type"):
            problems.append(f"{where} is {translation.get('type')}")
        texts = [form.text for form in translation.findall("numerusform")] if plural else [translation.text]
        if plural and len(texts) != forms:
            problems.append(f"{where} has {len(texts)} plural forms instead of {forms}")
        for text in texts:
            placeholders = sorted(re.findall(r"%[1-9]", key[1]))
            if not text or sorted(re.findall(r"%[1-9]", text)) != placeholders or "(s)" in text:
                problems.append(f"{where}: {text!r}")
    for key in catalog.keys() - wanted.keys():
        problems.append(f"{language}: {key[0]}: {key[1]!r} is no longer used")
print("\n".join(problems) or f"{len(wanted)} texts in {len(FORMS)} languages")
sys.exit(1 if problems else 0)
