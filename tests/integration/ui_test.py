# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with the dashboard, with a real engine, a real keyring and real customers. Everything is found by what
a screen reader would say of it. Usage: ui_test.py FOLDER_OF_THE_PROGRAMS"""
import json
import os
import pathlib
import select
import signal
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
import dbus  # noqa: E402
from screen import CONTROLS, Atspi, Screen, wait_for  # noqa: E402

PROGRAMS = pathlib.Path(sys.argv[1])
SEGMENTS = {"System", "Light", "Dark", "0.01", "0.0001", "Health", "Log", "24 h", "7 d", "30 d", "1 y", "All", "Resource", "Machine", "Customer", "State", "Day"}
PAGES = ["Overview", "Earnings", "Machines", "Sharing", "Wallet", "Support", "Settings"]


def ctl(profile, *words):
    out = subprocess.run([PROGRAMS / "surplusctl", "--data", f"{profile}/engine", "--json", *words], capture_output=True, text=True)
    return json.loads(out.stdout) if out.returncode == 0 and out.stdout else None


def set_on_battery(on):
    bus = dbus.SystemBus()
    upower = bus.get_object("org.freedesktop.UPower", "/org/freedesktop/UPower")
    dbus.Interface(upower, "org.freedesktop.DBus.Properties").Set("org.freedesktop.UPower", "OnBattery", dbus.Boolean(on))


def empty_keyring():
    """As on another computer."""
    bus = dbus.SessionBus()
    keys = bus.get_object("org.freedesktop.secrets", "/org/freedesktop/secrets/collection/login")
    for item in dbus.Interface(keys, "org.freedesktop.DBus.Properties").Get("org.freedesktop.Secret.Collection", "Items"):
        dbus.Interface(bus.get_object("org.freedesktop.secrets", item), "org.freedesktop.Secret.Item").Delete()


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.profile = f"{self.folder.name}/profile"
        self.screens = []
        # The suggested folder and the autostart entry are in the home.
        os.environ["HOME"] = f"{self.folder.name}/home"
        os.mkdir(os.environ["HOME"])

    def tearDown(self):
        for screen in self.screens:
            if screen.process.poll() is None:
                screen.end()
        self.folder.cleanup()

    def open(self, *arguments):
        screen = Screen(PROGRAMS / "surplus", self.profile, *arguments)
        self.screens.append(screen)
        return screen

    def set_up(self, screen):
        """The first run in three steps."""
        screen.see("What would you like to share?")
        screen.press("Continue")
        screen.see("Where do your earnings go?")
        screen.press("Continue")
        screen.see("They are paid to this address.")
        status = ctl(self.profile, "status")
        self.assertEqual(status["state"], "idle")  # nothing is shared before the last step
        screen.press("Continue")
        screen.see("You're ready")
        screen.press("Start sharing")
        screen.see("Since ")
        self.assertEqual(ctl(self.profile, "status")["state"], "sharing")

    def test_first_run_to_first_earnings(self):
        screen = self.open()
        self.set_up(screen)
        self.assertTrue(os.path.exists(f"{os.environ['HOME']}/.config/autostart/org.surplus.Surplus.desktop"))
        status = ctl(self.profile, "status")
        content = pathlib.Path(self.folder.name) / "content"
        content.write_bytes(os.urandom(3_000_000))
        home = f"{self.folder.name}/customer"
        customer = [PROGRAMS / "surplus-customer", "--json", "--home", home, "--max-price", "1000000"]
        put = subprocess.run([*customer, "put", content, "--provider", status["provider"]], capture_output=True, text=True)
        self.assertEqual(put.returncode, 0, put.stderr)
        got = subprocess.run([*customer, "get", "content", "--out", f"{self.folder.name}/back"], capture_output=True, text=True)
        self.assertEqual(got.returncode, 0, got.stderr)
        self.assertEqual(pathlib.Path(f"{self.folder.name}/back").read_bytes(), content.read_bytes())
        wait_for("earnings in the engine", lambda: int(ctl(self.profile, "status")["money"]["earned"]) > 0)
        screen.press("Overview")
        screen.see("Earned in the last 30 days", 90)

    def test_setting_up_can_be_left_and_goes_on(self):
        screen = self.open()
        screen.see("What would you like to share?")
        screen.press("Continue")
        screen.see("Where do your earnings go?")
        screen.press("Go on later")
        screen.see("Not set up yet")
        self.assertEqual(screen.end(), 0)
        again = self.open()
        again.see("Where do your earnings go?")

    def test_pausing_and_a_rule_that_fires(self):
        screen = self.open()
        self.set_up(screen)
        screen.press("Pause sharing")
        screen.see("By you, until you resume")
        self.assertEqual(ctl(self.profile, "status")["reason"], "user")
        screen.press("Resume sharing")
        screen.see("Since ")
        try:
            set_on_battery(True)
            screen.see("On battery")
            status = ctl(self.profile, "status")
            self.assertEqual((status["state"], status["reason"]), ("paused", "battery"))
        finally:
            set_on_battery(False)
        screen.see("Since ")
        screen.press("Sharing")
        screen.press("On battery, on")
        wait_for("the rule to be off", lambda: ctl(self.profile, "status")["rules"]["battery"] is False)
        screen.press("Nights and weekends")
        wait_for("the schedule", lambda: ctl(self.profile, "status")["rules"]["schedule"] is True)
        screen.press("Clear")
        screen.see("By schedule")
        self.assertEqual(ctl(self.profile, "status")["reason"], "schedule")

    def test_an_engine_that_is_killed_comes_back(self):
        screen = self.open()
        self.set_up(screen)
        pid = ctl(self.profile, "status")["pid"]
        os.kill(pid, signal.SIGKILL)
        screen.press("Overview")
        screen.see("The engine stopped")
        screen.press("Restart now")
        screen.see("Since ", 40)
        self.assertNotEqual(ctl(self.profile, "status")["pid"], pid)

    def test_a_second_start_shows_the_first(self):
        screen = self.open()
        screen.see("What would you like to share?")
        screen.press("Skip for now")
        second = subprocess.run([PROGRAMS / "surplus", "--profile", self.profile, "--page", "settings"], capture_output=True, text=True, timeout=120)
        self.assertEqual(second.returncode, 0)
        self.assertIn("runs already", second.stdout)
        screen.see("Reduce motion")
        self.assertEqual(screen.end(), 0)

    def test_the_tray_shows_the_state_and_pauses(self):
        host = subprocess.Popen(["/usr/bin/python3", str(pathlib.Path(__file__).parent.parent / "support/tray_host.py")], stdout=subprocess.PIPE, text=True)
        try:
            bus = dbus.SessionBus()
            wait_for("the tray", lambda: bus.name_has_owner("org.kde.StatusNotifierWatcher"))
            screen = self.open()
            self.set_up(screen)
            self.assertTrue(select.select([host.stdout], [], [], 20)[0], "no tray icon came")
            name = host.stdout.readline().strip()
            item = bus.get_object(name, "/StatusNotifierItem")
            menu = dbus.Interface(bus.get_object(name, item.Get("org.kde.StatusNotifierItem", "Menu", dbus_interface=dbus.PROPERTIES_IFACE)), "com.canonical.dbusmenu")

            def entries():
                found = {}

                def walk(entry):
                    number, properties, children = entry
                    if properties.get("visible", True):
                        found[str(properties.get("label", "")).replace("_", "")] = int(number)
                        for child in children:
                            walk(child)

                walk(menu.GetLayout(0, -1, dbus.Array([], signature="s"))[1])
                return found

            def click(label):
                menu.Event(wait_for(f"“{label}” in the tray's menu", lambda: entries().get(label)), "clicked", dbus.String("", variant_level=1), dbus.UInt32(0))

            wait_for("the state in the tray", lambda: any(label.startswith("Sharing: Since") for label in entries()))
            self.assertTrue(any(label.startswith("Today so far") for label in entries()))
            click("For 1 hour")
            screen.see("By you, until")
            wait_for("the pause in the tray", lambda: any(label.startswith("Paused: By you, until") for label in entries()))
            click("Resume this computer")
            screen.see("Since ")
            click("Settings…")
            screen.see("Reduce motion")
            click("Quit…")
            screen.press("Stop sharing")
            self.assertEqual(screen.process.wait(120), 0)
        finally:
            host.kill()
            host.wait()

    def test_another_language_from_the_next_start_on(self):
        screen = self.open("--page", "settings")
        screen.press("Skip for now")
        screen.press("Language")
        screen.press("Deutsch")
        screen.see("Quit and open Surplus again to see it")
        self.assertEqual(screen.end(), 0)
        again = self.open()
        again.see("Noch nicht eingerichtet")
        again.press("Einstellungen")
        again.see("Weniger Bewegung")

    def test_every_control_of_every_page_has_a_name(self):
        screen = self.open()
        self.assertEqual(screen.unnamed(), [])
        self.set_up(screen)
        for page in PAGES:
            screen.press(page)
            wait_for(f"the page {page}", lambda: screen.texts().count(page) >= 2)
            self.assertEqual(screen.unnamed(), [], page)

    def test_the_keyboard_reaches_everything_in_order(self):
        screen = self.open()
        self.set_up(screen)

        def settings():
            storage = ctl(self.profile, "resources")["storage"]
            measured = {"freeBytes", "totalBytes", "diskFree", "diskTotal", "free", "monthTraffic", "stored"}
            return ctl(self.profile, "limits"), {name: value for name, value in storage.items() if name not in measured}

        before = settings()
        for page in PAGES:
            screen.press(page)
            wait_for(f"the page {page}", lambda: screen.texts().count(page) >= 2)
            stops = screen.tab_stops()
            self.assertNotIn(None, stops, f"{page}: the focus is nowhere to be seen")
            begin = [name for name, _ in stops].index("Overview")
            stops = stops[begin:] + stops[:begin]  # it comes round
            names = [name for name, _ in stops]
            self.assertEqual(names[:8], PAGES + ["Pause sharing"], page)
            content = stops[8:]
            for name, (_, y, _, height) in content:
                self.assertTrue(0 <= y and y + height <= 800, f"{page}: “{name}” has the focus out of sight, at {y}")
            rows = [(name, x, y) for name, (x, y, _, _) in content]
            for (first, x1, y1), (second, x2, y2) in zip(rows, rows[1:]):
                # In a row from left to right; what lies at the window's lower edge was scrolled there.
                self.assertFalse(abs(y1 - y2) < 20 and x2 < x1 and max(y1, y2) < 720, f"{page}: from “{first}” the focus goes back to “{second}”")
            missed = set()
            for node in screen.showing():
                if node.get_role() in CONTROLS - {Atspi.Role.PAGE_TAB, Atspi.Role.MENU_ITEM} and screen.usable(node):
                    missed.add(node.get_name())
            parts = {option for option in missed if option in SEGMENTS}  # one stop, the arrows go from part to part
            self.assertEqual(missed - parts - set(names), set(), f"{page}: out of the keyboard's reach")
            self.assertFalse(screen.sees("That didn't work"), page)
        # Going through all of it changed nothing.
        self.assertEqual(settings(), before)

    def test_a_backup_is_put_in_place_and_everything_deleted(self):
        screen = self.open()
        self.set_up(screen)
        machine, paid = (ctl(self.profile, "status")[name] for name in ("machine", "beneficiary"))
        screen.press("Settings")

        def with_password(button, dialog, password, times):
            screen.press(button)
            screen.see(dialog)
            for number in range(times):
                if number:
                    screen.key(0xFF09)
                screen.type(password)

        with_password("Back up…", "Nobody can open the file", "ten letters", 2)
        screen.press("Save as…")
        screen.click("Save")
        screen.see("The file is written.")
        backups = list(pathlib.Path(os.environ["HOME"]).glob("*.surplus-backup"))
        self.assertEqual(len(backups), 1)
        self.assertEqual(backups[0].stat().st_mode & 0o777, 0o600)
        screen.press("Close")

        screen.press("Delete…")
        screen.press("I want all of this deleted")
        screen.press("Delete and quit")
        self.assertEqual(screen.process.wait(120), 0)
        for name in ("engine/identity.key", "history.db", "settings.ini"):
            self.assertFalse(os.path.exists(f"{self.profile}/{name}"), name)
        empty_keyring()

        screen = self.open("--page", "settings")
        screen.press("Skip for now")
        self.assertNotEqual(ctl(self.profile, "status")["machine"], machine)
        with_password("Restore…", "Only one computer may go on", "ten letters", 1)
        screen.press("Choose the file…")
        screen.see(backups[0].name)
        screen.click_text(backups[0].name)
        screen.click("Open")
        screen.see("The backup is ready.")
        screen.press("Quit Surplus")
        self.assertEqual(screen.process.wait(120), 0)
        screen = self.open()
        wait_for("the machine of the backup", lambda: (ctl(self.profile, "status") or {}).get("machine") == machine)
        # The engine of the backup knows who is paid; the key is brought again, and no other one.
        screen.press("Wallet")
        screen.see("Its key isn't on this computer")
        screen.press("Bring its key…")
        screen.see("Bring the key of this address")
        screen.type("11" * 32)
        screen.press("Bring the key")
        screen.see("This is the key of another address")
        self.assertEqual(ctl(self.profile, "status")["beneficiary"], paid)
        screen.press("Cancel")
        screen.press("Sharing")
        screen.press("Storage, on")
        wait_for("storage to be off", lambda: ctl(self.profile, "resources")["storage"]["enabled"] is False)

    def test_the_week_before_is_told_once(self):
        subprocess.run([os.environ["SURPLUS_FILL_HISTORY"], self.profile, "1", "40"], check=True)
        with open(f"{self.profile}/settings.ini", "a", encoding="utf-8") as settings:
            settings.write("notify.weekly=true\nnotify.weekTold=2026-01-05\n")
        told = pathlib.Path(os.environ["SURPLUS_DESKTOP_DIR"]) / "notifications"

        def count():
            return told.read_text(encoding="utf-8").count("SPL earned last week")

        screen = self.open()
        wait_for("the week's summary", lambda: count() == 1)
        self.assertEqual(screen.end(), 0)
        self.assertEqual(self.open().end(), 0)
        self.assertEqual(count(), 1)

    def test_when_the_keyring_is_locked_earning_goes_on(self):  # the last: the keyring stays locked
        screen = self.open()
        self.set_up(screen)
        screen.press("Support")
        screen.see("The payout key is stored and readable.")
        self.assertEqual(screen.end(), 0)
        bus = dbus.SessionBus()
        service = dbus.Interface(bus.get_object("org.freedesktop.secrets", "/org/freedesktop/secrets"), "org.freedesktop.Secret.Service")
        service.Lock([dbus.ObjectPath("/org/freedesktop/secrets/collection/login")])
        again = self.open("--page", "support")
        again.see("Keychain, needs attention")
        again.see("Earning goes on; settling waits.")
        wait_for("sharing", lambda: ctl(self.profile, "status")["state"] == "sharing")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
