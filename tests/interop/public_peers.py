#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""aria2 and transmission fetch what an engine gives away, and get nothing when its policy says no.

usage: public_peers.py BUILD_DIR
"""
import filecmp, http.server, json, os, shutil, socket, struct, subprocess, sys, tempfile, threading, time

PROGRAMS = {"aria2c": "aria2", "transmission-cli": "transmission-cli", "ip": "iproute2", "unshare": "util-linux"}
PEERS = ("aria2c", "transmission-cli")
ADDRESS = "10.77.0.1"  # transmission takes no peer on 127.0.0.1 for one


def on_a_network_of_our_own():
    if os.environ.get("SURPLUS_PEERS_NETWORK") != "1":
        os.environ["SURPLUS_PEERS_NETWORK"] = "1"
        own = ["--net"] if os.geteuid() == 0 else ["--net", "--map-root-user"]
        os.execvp("unshare", ["unshare", *own, sys.executable, *sys.argv])
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    subprocess.run(["ip", "address", "add", f"{ADDRESS}/32", "dev", "lo"], check=True)


class Tracker(http.server.BaseHTTPRequestHandler):
    """Tells everybody about one peer: the engine does not announce itself."""
    peer = 0

    def do_GET(self):
        peers = socket.inet_aton(ADDRESS) + struct.pack(">H", Tracker.peer)
        body = b"d8:intervali2e5:peers6:" + peers + b"e"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def wait_for(condition, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return False


class Scene:
    def __init__(self, build, top):
        self.build, self.top = build, top
        self.data = f"{top}/engine"
        with open(f"{top}/engine.json", "w") as out:
            json.dump({"listen": "0.0.0.0", "storage": {"folder": f"{top}/shared", "limit": 10**9, "enabled": True}}, out)
        self.engine = subprocess.Popen([f"{build}/bin/surplusd", "--data", self.data, "--config", f"{top}/engine.json", "--allow-root", "--quiet"])
        assert wait_for(lambda: os.path.exists(f"{self.data}/runtime.json"), 120), "the engine did not start"

    def ctl(self, *words):
        done = subprocess.run([f"{self.build}/bin/surplusctl", *words, "--data", self.data, "--json"], capture_output=True, text=True)
        return done.returncode, json.loads(done.stdout or "{}"), done.stderr

    def fetch(self, program, torrent, seconds):
        """Runs a peer until it has the file, or for `seconds`. Returns the folder."""
        target = tempfile.mkdtemp(dir=self.top)
        home = dict(os.environ, HOME=target)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        if program == "aria2c":
            words = ["aria2c", "--no-conf", "--quiet", f"--dir={target}", "--seed-time=0", "--enable-dht=false", "--bt-enable-lpd=false",
                     "--enable-peer-exchange=false", f"--listen-port={port}", torrent]
        else:
            words = ["transmission-cli", "-w", target, "-p", str(port), "-g", f"{target}/config", torrent]
        peer = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=home)
        same = lambda: os.path.exists(f"{target}/payload") and filecmp.cmp(f"{target}/payload", f"{self.top}/data/payload", shallow=False)
        whole = wait_for(same, seconds)
        peer.terminate()
        try:
            peer.wait(30)
        except subprocess.TimeoutExpired:
            peer.kill()
        return whole, target


def main(build):
    missing = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    if missing:
        sys.exit(f"missing packages: {' '.join(missing)}")
    on_a_network_of_our_own()
    top = tempfile.mkdtemp(prefix="surplus-peers-")
    tracker = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Tracker)
    threading.Thread(target=tracker.serve_forever, daemon=True).start()
    scene = Scene(build, top)
    try:
        os.mkdir(f"{top}/data")
        with open(f"{top}/data/payload", "wb") as out:
            out.write(os.urandom(5_000_000))
        torrent = f"{top}/payload.torrent"
        subprocess.run([f"{build}/tests/maketorrent", f"{top}/data", "payload", torrent, "v1", f"http://127.0.0.1:{tracker.server_port}/announce"], check=True)
        # Files that are not there are named, and nothing is added.
        code, _, words = scene.ctl("public", "add", torrent, top)
        assert code == 3 and "payload" in words, words
        code, added, words = scene.ctl("public", "add", torrent, f"{top}/data")
        assert code == 0, words
        Tracker.peer = scene.ctl("public")[1]["port"]
        for program in PEERS: # the policy is off until the owner says otherwise
            whole, target = scene.fetch(program, torrent, 8)
            assert not whole, f"{program} got content that is not given away"
            held = sum(os.stat(f"{target}/{name}").st_blocks for name in os.listdir(target) if name.startswith("payload") and not name.endswith(".aria2"))
            assert held == 0, f"{program} got {held} blocks"
        assert scene.ctl("public", "on")[0] == 0
        for program in PEERS:
            whole, _ = scene.fetch(program, torrent, 600) # transmission takes half a minute to ask for anything
            assert whole, f"{program} could not fetch what is given away"
            print(f"{program} fetched 5 MB from the engine")
        assert scene.ctl("public", "off")[0] == 0 # taken back while it runs
        whole, _ = scene.fetch("aria2c", torrent, 6)
        assert not whole, "aria2c got content that is no longer given away"
        # It survives a restart, with its policy.
        assert scene.ctl("public", "on")[0] == 0
        scene.engine.terminate()
        assert scene.engine.wait(120) == 0
        scene.__init__(build, top)
        Tracker.peer = scene.ctl("public")[1]["port"]
        assert scene.fetch("aria2c", torrent, 300)[0], "not given away after a restart"
        assert scene.ctl("public", "remove", added["id"])[0] == 0
        assert scene.ctl("public")[1]["items"] == []
        assert scene.ctl("status")[1]["money"]["earned"] == "0"
        assert os.path.exists(f"{top}/data/payload"), "removing must not delete"
    finally:
        scene.engine.terminate()
        scene.engine.wait()
        shutil.rmtree(top, ignore_errors=True)


main(os.path.abspath(sys.argv[1]))
