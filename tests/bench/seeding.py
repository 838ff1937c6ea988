#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeding on loopback: our engine paid, our engine unpaid, and qbittorrent-nox, fetched by the same program in turns.

usage: seeding.py BUILD_DIR [--runs 5] [--mib 1024]
Prints medians of throughput and of the seeder's CPU seconds per GiB, and the ratios that are wanted. Files lie in
/dev/shm. "Paid" is leased content with a voucher for each MiB; "unpaid" is content of the same size given away.
"""
import argparse, json, os, shutil, socket, statistics, subprocess, sys, tempfile, time, urllib.parse, urllib.request

PAYOUT = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def cpu_seconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def patiently(what, attempt, seconds=60):
    """Calls `attempt` until it gives something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := attempt():
                return found
        except (OSError, ValueError, subprocess.CalledProcessError):
            pass
        time.sleep(0.1)
    sys.exit(f"seeding.py: {what} did not come in {seconds} s")


class Ours:
    """The engine with one leased and one public file."""

    def __init__(self, tools, top, data, torrent):
        self.tools, self.top, self.dir = tools, top, f"{top}/engine"
        config = f"{top}/engine.json"
        with open(config, "w") as out:
            json.dump({"listen": "127.0.0.1", "payout": PAYOUT,
                       "storage": {"folder": f"{top}/shared", "limit": 10**11, "enabled": True, "keepPrice": "0", "retrievePrice": "1"},
                       "credit": {"serveUnfunded": True, "unfundedPerCustomer": "1000000", "unfundedPerAddress": "1000000", "unfundedTotal": "1000000"}}, out)
        self.process = subprocess.Popen([f"{tools}/bin/surplusd", "--data", self.dir, "--config", config, "--allow-root", "--quiet"])
        status = patiently("the engine", lambda: self.ctl("status"))
        self.ctl("public", "add", torrent, data)
        self.ctl("public", "on")
        self.port = self.ctl("public")["port"]
        subprocess.run([f"{tools}/bin/surplus-customer", "put", f"{data}/payload", "--provider", status["provider"], "--home", f"{top}/customer", "--max-price", "1000000", "--keep-ahead", "0"],
                       check=True, stdout=subprocess.DEVNULL)

    def ctl(self, *words):
        answer = subprocess.run([f"{self.tools}/bin/surplusctl", *words, "--data", self.dir, "--json"], check=True, capture_output=True, text=True)
        return json.loads(answer.stdout.strip().splitlines()[-1])

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Qbittorrent:
    def __init__(self, top, data, torrent):
        if not shutil.which("qbittorrent-nox"):
            sys.exit("seeding.py: missing: qbittorrent-nox (Debian package qbittorrent-nox)")
        profile, web, self.port = f"{top}/qbt", free_port(), free_port()
        settings = f"{profile}/qBittorrent/config"
        os.makedirs(settings)
        with open(f"{settings}/qBittorrent.conf", "w") as out:
            out.write("[LegalNotice]\nAccepted=true\n[BitTorrent]\n"
                      + "".join(f"Session\\{key}={value}\n" for key, value in {
                          "DHTEnabled": "false", "LSDEnabled": "false", "PeXEnabled": "false", "Encryption": 2, "BTProtocol": "TCP",
                          "Port": self.port, "QueueingSystemEnabled": "false"}.items())
                      + "[Network]\nPortForwardingEnabled=false\n[Preferences]\n"
                      + f"WebUI\\Address=127.0.0.1\nWebUI\\Port={web}\nWebUI\\LocalHostAuth=false\n")
        self.process = subprocess.Popen(["qbittorrent-nox", f"--profile={profile}"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, env=dict(os.environ, HOME=top))
        api = f"http://127.0.0.1:{web}/api/v2/torrents"
        patiently("qbittorrent-nox", lambda: urllib.request.urlopen(f"{api}/info").status == 200)
        subprocess.run(["curl", "-sf", "-F", f"torrents=@{torrent}", "-F", f"savepath={data}", "-F", "skip_checking=true", f"{api}/add"],
                       check=True, stdout=subprocess.DEVNULL)
        seeding = {"uploading", "stalledUP", "forcedUP"}
        patiently("qbittorrent's seed", lambda: any(t["state"] in seeding for t in json.load(urllib.request.urlopen(f"{api}/info"))))

    def stop(self):
        self.process.terminate()
        self.process.wait()


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("build")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--mib", type=int, default=1024)
    options = arguments.parse_args()
    tools = os.path.abspath(options.build)
    leech = f"{tools}/tests/bench/bench_leech"
    top = tempfile.mkdtemp(prefix="surplus-seeding-", dir="/dev/shm")
    running = []
    try:
        data, torrent = f"{top}/data", f"{top}/payload.torrent"
        os.mkdir(data)
        with open(f"{data}/payload", "wb") as out:
            for _ in range(options.mib):
                out.write(os.urandom(2**20))
        subprocess.run([f"{tools}/tests/maketorrent", data, "payload", torrent, "v2"], check=True)
        ours = Ours(tools, top, data, torrent)
        running.append(ours)
        peer = Qbittorrent(top, data, torrent)
        running.append(peer)
        ways = {"engine, paid": (ours, ["paid", f"{top}/customer", "payload"]),
                "engine, unpaid": (ours, ["plain", torrent, str(ours.port)]),
                "qbittorrent-nox": (peer, ["plain", torrent, str(peer.port)])}
        rates, costs = {way: [] for way in ways}, {way: [] for way in ways}
        for run in range(options.runs + 1):  # the first warms up
            for way, (seeder, words) in ways.items():
                target = tempfile.mkdtemp(dir=top)
                before = cpu_seconds(seeder.process.pid)
                answer = subprocess.run([leech, *words, target], check=True, capture_output=True, text=True)
                seconds, size = answer.stdout.split()
                cost = (cpu_seconds(seeder.process.pid) - before) / (int(size) / 2**30)
                shutil.rmtree(target)
                if run:
                    rates[way].append(int(size) / float(seconds) / 1e6)
                    costs[way].append(cost)
    finally:
        for seeder in running:
            seeder.stop()
        shutil.rmtree(top, ignore_errors=True)
    print(f"seeding {options.mib} MiB on loopback, {options.runs} runs in turns after a warm-up, medians")
    for way in rates:
        print(f"  {way:16} {statistics.median(rates[way]):7.0f} MB/s   {statistics.median(costs[way]):5.2f} CPU s/GiB")
    each = lambda table, a, b: statistics.median(x / y for x, y in zip(table[a], table[b]))
    for text, value, wanted in (
            ("paid ÷ unpaid, throughput", each(rates, "engine, paid", "engine, unpaid"), "at least 0.95"),
            ("unpaid ÷ qbittorrent-nox, throughput", each(rates, "engine, unpaid", "qbittorrent-nox"), "at least 1.0"),
            ("unpaid ÷ qbittorrent-nox, CPU per GiB", each(costs, "engine, unpaid", "qbittorrent-nox"), "at most 0.75"),
            ("paid ÷ qbittorrent-nox, throughput", each(rates, "engine, paid", "qbittorrent-nox"), "at least 1.0"),
            ("paid ÷ qbittorrent-nox, CPU per GiB", each(costs, "engine, paid", "qbittorrent-nox"), "at most 0.75")):
        print(f"  {text:38} {value:5.2f}   (wanted: {wanted})")


main()
