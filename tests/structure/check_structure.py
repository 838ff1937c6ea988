#!/usr/bin/env python3
"""Keeps the arrows of the house (who may include whom), the top level, and colours out of QML but for the theme."""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])
problems = []

TOP = {"CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "app", "qml", "models", "services", "resources", "tests", "packaging"}
for entry in root.iterdir():
    if not entry.name.startswith(".") and entry.name not in TOP and entry.name != "build":
        problems.append(f"{entry.name}: does not belong on the top level")

# Programs without a window are their main() and nothing else.
for program in ("engine", "ctl", "customer"):
    for path in (root / "app" / program).iterdir():
        if path.name != "main.cpp":
            problems.append(f"app/{program}/{path.name}: only main.cpp stands there; what it does belongs into services/")

# What a folder may include besides itself; the longest prefix counts.
ALLOWED = {
    "services/common": ["services/common"],
    "services/engine": ["services/engine", "services/common"],
    "services/customer": ["services/customer", "services/common"],
    "services/dashboard": ["services/dashboard", "services/common"],
    "models": ["models", "services/dashboard", "services/common"],
    "app/dashboard": ["app/dashboard", "models", "services/dashboard", "services/common"],
    "app/engine": ["app/engine", "services/engine", "services/common"],
    "services/ctl": ["services/ctl", "services/dashboard/fleet", "services/dashboard/diagnostics", "services/dashboard/settlement", "services/common"],
    "app/ctl": ["services/ctl"],
    "app/customer": ["services/customer/commands"],
}
RESOURCES = ["storage", "compute", "connectivity", "sensors"]
INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]', re.M)
FORBIDDEN_QT = re.compile(r"^(QtQuick|QtQml|QQuick|QQml|QJSValue|QtWidgets|QWidget|QApplication$|QtCharts|QChart)")

# The system's zone may be invalid, or have the wrong sign: localZone() and zoneNamed() give ones that work.
ZONE = re.compile(r"systemTimeZone|QTimeZone\s*[({]\s*[^)}\s]|QTimeZone \w+\(|Qt::TimeZone\b")
# What deletes for its age asks ConfirmedTime, never a clock.
DELETES = re.compile(r"\b(prune|tend)\([^;]*lock\.now\(\)|\b(prune|tend)\([^;]*currentMSecsSinceEpoch")

seen = 0
for folder in ("services", "models", "app"):
    for path in sorted((root / folder).rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        seen += 1
        name = path.relative_to(root).as_posix()
        text = path.read_text()
        if not name.startswith(("services/common/core/localzone.", "services/common/core/utc.")) and ZONE.search(re.sub(r"//[^\n]*", "", text)):
            problems.append(f"{name}: time zones come from services/common/core/localzone.h")
        if DELETES.search(text):
            problems.append(f"{name}: what is deleted for its age goes by ConfirmedTime::now()")
        home = max((p for p in ALLOWED if name.startswith(p + "/")), key=len, default=None)
        if home is None:
            problems.append(f"{name}: stands in no known room")
            continue
        for include in INCLUDE.findall(path.read_text()):
            if include.split("/")[0] in ("services", "models", "app", "qml"):
                if not any(include.startswith(a + "/") for a in ALLOWED[home]):
                    problems.append(f"{name}: may not include {include}")
                for resource in RESOURCES:
                    if name.startswith(f"services/engine/{resource}/"):
                        for other in RESOURCES:
                            if other != resource and include.startswith(f"services/engine/{other}/"):
                                problems.append(f"{name}: a resource may not include another ({include})")
            elif folder == "services" and FORBIDDEN_QT.match(include):
                problems.append(f"{name}: services know no interface ({include})")
if seen < 40:
    problems.append(f"only {seen} files were looked at: the check looks in the wrong place")

IRREVERSIBLE = re.compile(r"\b(wallet\.settle|send\.send|settings\.eraseAtQuit|app\.quit\(false|words\.read|payout\.change|sharing\.setEnabled\(false)\b\(?")
COLOUR = re.compile(r'"#[0-9A-Fa-f]{3,8}"|Qt\.(rgba|hsla|rgb)\(|color:\s*"(?!transparent")[a-z]+"')
pages = 0
for path in sorted((root / "qml").rglob("*.qml")):
    pages += 1
    name = path.relative_to(root).as_posix()
    text = path.read_text()
    if not name.startswith("qml/theme/"):
        for number, line in enumerate(text.splitlines(), 1):
            if COLOUR.search(line):
                problems.append(f"{name}:{number}: a colour outside the theme: {line.strip()}")
    if len(text.splitlines()) > 330:
        problems.append(f"{name}: {len(text.splitlines())} lines; is it one thing?")
    # What spends, deletes, reveals or ends something is done by a button that sleeps first, and by nothing else.
    if name.startswith("qml/pages/"):
        for call in IRREVERSIBLE.finditer(text):
            handlers = re.findall(r"\b(on[A-Z]\w*):", text[:call.start()])
            if not handlers or handlers[-1] != "onConfirmed":
                problems.append(f"{name}: {call.group()}…) can't be taken back: do it in onConfirmed of an IrreversibleButton")
        for danger in re.finditer(r'kind: "danger"', text):
            if re.findall(r"\b([A-Z]\w*) \{", text[:danger.start()])[-1] != "IrreversibleButton":
                problems.append(f"{name}: a button of danger has to be an IrreversibleButton")
    # A binding on what a function gives is evaluated once: state lives in a model.
    for number, line in enumerate(text.splitlines(), 1):
        if "itemAt(" in line and re.match(r"\s*(readonly )?(property \w+ )?(?!on[A-Z])[a-z][\w.]*:\s", line):
            problems.append(f"{name}:{number}: a binding on itemAt() never changes: {line.strip()}")
if pages < 10:
    problems.append(f"only {pages} QML files were looked at")

for problem in problems:
    print(problem)
print(f"{seen} C++ and {pages} QML files, {len(problems)} problems")
sys.exit(1 if problems else 0)
