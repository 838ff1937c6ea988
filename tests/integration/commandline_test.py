#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the programs print about themselves, given to those it is for: completion scripts to real shells, man pages to mandoc,
help of every command. Usage: commandline_test.py BIN_DIR MAN_DIR"""
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import time

BIN, MAN = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
PATIENCE = 60
problems = []


def check(good, what):
    if not good:
        problems.append(what)


def run(*words, **more):
    return subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, **more)


def printed(program, *words):
    done = run(BIN / program, *words)
    check(done.returncode == 0 and not done.stderr, f"{program} {' '.join(words)}: {done.returncode} {done.stderr}")
    return done.stdout


def bash(script, line, folder):
    """What is offered at the end of `line`, as bash calls the function: its words parted at = too."""
    words = [part for word in line.split(" ") for part in re.split("(=)", word) if part or "=" not in word]
    name = line.split(" ")[0]
    asked = f"""source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        $(complete -p {name} | sed 's/.*-F \\([^ ]*\\).*/\\1/') {name}; printf '%s\\n' "${{COMPREPLY[@]}}" """
    done = run("bash", "--norc", "-c", asked, "bash", str(script), *words, cwd=folder)
    check(not done.stderr, f"bash: {line}: {done.stderr}")
    return sorted(set(done.stdout.split()))


def fish(script, line, folder):
    home = folder.parent
    done = run("fish", "--no-config", "-c", 'source $argv[1]; complete -C "$argv[2]"', str(script), line, cwd=folder,
               env={**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": f"{home}/c", "XDG_DATA_HOME": f"{home}/d", "PATH": f"{BIN}:{os.environ['PATH']}"})
    check(not done.stderr, f"fish: {line}: {done.stderr}")
    # It offers the whole word, and besides what begins so also what only holds these letters.
    offered = {entry.split("\t")[0] for entry in done.stdout.splitlines()}
    return sorted({re.sub("^--[a-z-]+=", "", word) for word in offered if word.startswith(line.split(" ")[-1])})


class Zsh:
    """An interactive zsh at a terminal, as somebody uses it: what it offers is what it lists after a Tab."""

    def __init__(self, folder):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe("zsh", ["zsh", "-f", "-i"], {"PATH": f"{BIN}:{os.environ['PATH']}", "HOME": str(folder.parent), "TERM": "dumb", "LC_ALL": "C.UTF-8", "COLUMNS": "500"})
        self.type("unsetopt zle_bracketed_paste; PS1='<ready>'; stty -echo cols 500 rows 200; autoload -Uz compinit; compinit -D\r", "<ready>")
        # What was found comes to a widget of ours, which lists it between marks.
        self.type("zstyle ':completion:*' list-grouped no; zstyle ':completion:*' verbose no; LISTMAX=1000; "
                  "offer() { compadd() { local -a got; builtin compadd -O got \"$@\"; offered+=($got); builtin compadd \"$@\"; }; offered=(); _main_complete; unfunction compadd; "
                  "print -r -- \"<offer>${(j: :)offered}</offer>\"; compstate[insert]=; compstate[list]=; }; "
                  "zle -C offer complete-word offer; bindkey '^I' offer\r", "<ready>")

    def type(self, text, until):
        os.write(self.terminal, text.encode())
        seen, end = "", time.monotonic() + PATIENCE
        while until not in seen:
            if time.monotonic() > end or not select.select([self.terminal], [], [], PATIENCE)[0]:
                raise RuntimeError(f"zsh said {seen!r} after {text!r}")
            seen += os.read(self.terminal, 65536).decode(errors="replace")
        return seen

    def offered(self, line):
        seen = self.type(line + "\t", "</offer>")
        self.type("\x15\r", "<ready>")
        return sorted(set(re.findall("<offer>(.*)</offer>", seen)[-1].split()))

    def source(self, script):
        self.type(f"source {script}; print sour''ced\r", "sourced")
        self.type("\r", "<ready>")

    def end(self):
        os.write(self.terminal, b"\x15exit\r")
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


# The line so far, and what has to be among what is offered, or exactly all of it.
CASES = [
    ("surplusctl res", {"resources", "resume"}, True),
    ("surplusctl reso", {"resources"}, True),
    ("surplusctl ", {"status", "settle", "logs"}, False),
    ("surplusctl --json --data /tmp resources ", {"set", "give-up"}, True),
    ("surplusctl resources set storage keep-", {"keep-price"}, True),
    ("surplusctl resources set storage enabled ", {"on", "off"}, True),
    ("surplusctl limits set hot o", {"off"}, True),
    ("surplusctl settle --pa", {"--password-file", "--payout"}, True),
    ("surplusctl settle authorize --re", {"--relay-fee", "--relayer"}, True),
    ("surplusctl pause --f", {"--for"}, True),
    ("surplusctl earnings --by ", {"resource", "machine", "customer", "state"}, True),
    ("surplusctl earnings --by=s", {"state"}, True),
    ("surplusctl earnings --step da", {"day"}, True),
    ("surplus-customer re", {"renew"}, True),
    ("surplus-customer fund de", {"deploy", "deposit", "decrease"}, True),
    ("surplus-customer --home /tmp put net", {"net.json"}, True),
    ("surplus-customer put net.json --pro", {"--provider"}, True),
    ("surplusd --allow", {"--allow-root"}, True),
    ("surplusd --config net", {"net.json"}, True),
    ("surplusctl --completion ", {"bash", "zsh", "fish"}, True),
    ("surplusctl chain set net", {"net.json"}, True),
    ("surplusctl settle --keystore ne", {"net.json", "nested"}, True),
    ("surplusctl public add net.json ne", {"nested"}, True),
    ("surplusctl status --data ne", {"nested"}, True),
]

with tempfile.TemporaryDirectory() as top:
    folder = pathlib.Path(top) / "here"
    folder.mkdir()
    (folder / "net.json").write_text("{}")
    (folder / "nested").mkdir()
    programs = sorted({line.split(" ")[0] for line, _, _ in CASES})
    scripts = {}
    for shell in ("bash", "zsh", "fish"):
        for program in programs:
            scripts[shell, program] = path = pathlib.Path(top) / f"{program}.{shell}"
            path.write_text(printed(program, "--completion", shell))
            done = run(shell, "-n", str(path))
            check(done.returncode == 0 and not done.stderr, f"{shell} can't read {path.name}: {done.stderr}")
    zsh = Zsh(folder)
    for program in programs:
        zsh.source(scripts["zsh", program])
    for line, wanted, exactly in CASES:
        program = line.split(" ")[0]
        for shell, offered in (("bash", bash(scripts["bash", program], line, folder)), ("fish", fish(scripts["fish", program], line, folder)), ("zsh", zsh.offered(line))):
            offered = {word.rstrip("/") for word in offered}
            check(offered == wanted if exactly else wanted <= offered, f"{shell}: {line!r} offers {sorted(offered)}, not {sorted(wanted)}")
    zsh.end()

for page in sorted(MAN.glob("*.1")):
    done = run("mandoc", "-Tlint", "-W", "style", str(page))
    check(done.returncode == 0, f"{page.name}: {done.stdout}{done.stderr}")
    text = run("mandoc", "-Tutf8", str(page)).stdout
    text = re.sub(".\b", "", text)
    program = page.stem
    for wanted in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "--help", "--version"):
        check(wanted in text, f"{page.name} has no {wanted}")
    # Help of every command, and all of them in the man page.
    paths = [[]]
    while paths:
        path = paths.pop()
        help_text = printed(program, *path, "--help")
        check("Exit codes:" in help_text and help_text.startswith(f"Usage: {' '.join([program, *path])}"), f"{program} {path}: {help_text}")
        check(all(len(row) <= 80 for row in help_text.splitlines()[1:]), f"{program} {path}: lines of more than 80 letters")
        for option in re.findall(r"^  (?:-\w, )?(--[a-z-]+)", help_text, re.M):
            check(option in text, f"{page.name} has no {option} of {path}")
        table = re.search(r"\nCommands[^:\n]*:\n((?:  .*\n)*)", help_text)
        below = re.findall(r"^  (\S+)", table.group(1), re.M) if table else []
        if not below and path:
            check(" ".join(path) in re.sub(r"\s+", " ", text), f"{page.name} has no {' '.join(path)}")
        paths += [[*path, name] for name in below]
check({page.stem for page in MAN.glob("*.1")} >= set(programs), "not every man page was made")

print("\n".join(problems) or f"{len(CASES)} lines in three shells, {len(list(MAN.glob('*.1')))} man pages")
sys.exit(1 if problems else 0)
