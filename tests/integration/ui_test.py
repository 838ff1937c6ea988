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
from screen import Screen, wait_for  # noqa: E402

PROGRAMS = pathlib.Path(sys.argv[1])
PAGES = ["Overview", "Earnings", "Machines", "Sharing", "Wallet", "Support", "Settings"]


def ctl(profile, *words):
    out = subprocess.run([PROGRAMS / "surplusctl", "--data", f"{profile}/engine", "--json", *words], capture_output=True, text=True)
    return json.loads(out.stdout) if out.returncode == 0 and out.stdout else None


def set_on_battery(on):
    bus = dbus.SystemBus()
    upower = bus.get_object("org.freedesktop.UPower", "/org/freedesktop/UPower")
    dbus.Interface(upower, "org.freedesktop.DBus.Properties").Set("org.freedesktop.UPower", "OnBattery", dbus.Boolean(on))


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
        customer = [PROGRAMS / "surplus-customer", "--json", "--home", home]
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
        second = subprocess.run([PROGRAMS / "surplus", "--profile", self.profile, "--page", "settings"], capture_output=True, text=True, timeout=20)
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
            self.assertEqual(screen.process.wait(40), 0)
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
