#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""MONEY.md's equation, at random instants of random histories.

Runs equation_trace, which lets a real ledger live, and works out from what was done to it what it must say: in whole numbers
of any size, from MONEY.md alone. Usage: equation_check.py PATH/equation_trace [HISTORIES [SEED]]
"""
import json
import os
import subprocess
import sys

GB = 10**9
DAY = 86400
FOUND = (7440473,)  # histories in which the two once disagreed
STATES = ("earned", "settled", "secured", "pending", "bounced", "receivedAhead")


def due(use):
    """floor(units x price / unit) over the whole lease, for keeping and for retrieval."""
    size, kept, keep_price, retrieved, retrieve_price = map(int, use)
    return size * kept * keep_price // (GB * DAY) + retrieved * retrieve_price // GB


class Party:
    """One customer, as the present ledger must know it."""

    def __init__(self, answered=False):
        self.accepted = self.earned = self.recovered = self.waiting = 0
        self.settled = self.reserve = self.bounced = 0
        self.known = self.read = False
        self.answered = answered

    def voucher(self, nano, used):
        if nano <= self.accepted:
            self.answered |= nano == 0  # it holds nothing: what it signs after this answer is its own promise
            self.earn(used)  # it changes nothing, but what was used is written down with it
            return
        if not self.known:  # only a channel's first voucher can hold what an earlier ledger had earned
            self.known = True
            self.waiting = 0 if self.answered else nano - min(nano, used)
        self.accepted = nano
        self.recover()
        self.earn(used)

    def recover(self):
        """As far as reserve or settlement covers it, once, when the chain was read; the rest is promised ahead."""
        if self.read and self.waiting:
            covered = max(0, min(self.waiting, self.settled + self.reserve - self.earned))
            self.waiting = 0
            self.earned += covered
            self.recovered += covered

    def open(self):
        return self.accepted - self.earned - self.waiting

    def unearned(self, used):
        return used + self.recovered - self.earned

    def earn(self, used):
        self.earned += min(self.unearned(used), self.open())

    def money(self):
        settled = min(self.earned, self.settled)
        secured = min(self.earned - settled, self.reserve)
        bounced = min(self.bounced, self.earned - settled - secured)
        return dict(earned=self.earned, settled=settled, secured=secured, bounced=bounced,
                    pending=self.earned - settled - secured - bounced, receivedAhead=max(0, self.settled - self.earned))


class Model:
    def __init__(self):
        self.parties = []
        self.seen = self.wrong = 0

    def heed(self, number, line):
        what = line.get("do")
        if what in ("begin", "lose"):
            self.parties = [Party() for _ in range(3)]
        elif what == "voucher":
            self.parties[line["who"]].voucher(int(line["nano"]), sum(map(due, line["use"])))
        elif what == "funds":
            party = self.parties[line["who"]]
            party.settled, party.reserve, party.bounced = (int(line[key]) for key in ("settled", "reserve", "bounced"))
            party.read = True
            party.recover()
        elif what == "restart":  # of a customer without a voucher only the answer that it got is written down
            self.parties = [party if party.known else Party(party.answered) for party in self.parties]
        elif "see" in line:
            self.look(number, line)

    def look(self, number, line):
        self.seen += 1
        total = dict.fromkeys(STATES, 0)
        for index, (party, seen) in enumerate(zip(self.parties, line["see"])):
            used = sum(map(due, seen["use"]))
            party.earn(used)
            wanted = party.money()
            said = {key: int(seen.get("money", {}).get(key, "0")) for key in STATES}
            if not party.known:
                wanted["receivedAhead"] = said["receivedAhead"] = 0  # shown with a channel's first voucher
            where = f"line {number}, customer {index}"
            self.equal(where, "its money", said, wanted)
            self.equal(where, "accepted", int(seen.get("accepted", "0")), party.accepted)
            self.equal(where, "debt", int(seen["debt"]), party.unearned(used) - party.open())
            for key in STATES:
                total[key] += wanted[key]
        self.equal(f"line {number}", "all money", {key: int(line["money"][key]) for key in STATES}, total)
        self.equal(f"line {number}", "the entries", int(line["entries"]), total["earned"])
        self.equal(f"line {number}", "the history", int(line["dated"]) + int(line["undated"]), total["earned"])
        self.equal(f"line {number}", "what has no date", int(line["undated"]), sum(party.recovered for party in self.parties))

    def equal(self, where, what, said, wanted):
        if said != wanted:
            self.wrong += 1
            if self.wrong <= 10:
                print(f"{where}: {what}: the ledger says {said}, it must be {wanted}")


def main():
    long = os.environ.get("SURPLUS_LONG") == "1"
    program = sys.argv[1]
    histories = sys.argv[2] if len(sys.argv) > 2 else ("1000" if long else "15")
    seed = sys.argv[3] if len(sys.argv) > 3 else str(int.from_bytes(os.urandom(3), "big"))
    failed = False
    for count, first in [("1", str(once)) for once in FOUND] + [(histories, seed)]:
        model = Model()
        with subprocess.Popen([program, count, first], stdout=subprocess.PIPE, text=True) as trace:
            for number, line in enumerate(trace.stdout, 1):
                model.heed(number, json.loads(line))
        print(f"{count} histories from seed {first}: {model.seen} instants, {model.wrong} mismatches")
        failed |= trace.returncode != 0 or model.wrong != 0 or model.seen < int(count)
    return failed


if __name__ == "__main__":
    sys.exit(main())
