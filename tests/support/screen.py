# SPDX-License-Identifier: GPL-3.0-or-later
"""The dashboard as a person with a screen reader meets it: over AT-SPI, by accessible names and roles."""
import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

CONTROLS = {Atspi.Role.PUSH_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.PAGE_TAB, Atspi.Role.TEXT, Atspi.Role.ENTRY,
            Atspi.Role.SLIDER, Atspi.Role.COMBO_BOX, Atspi.Role.MENU_ITEM, Atspi.Role.RADIO_BUTTON, Atspi.Role.TABLE,
            Atspi.Role.TOGGLE_BUTTON}


PATIENCE = 120  # seconds after which something that should have come won't, also on a computer that is busy


def wait_for(what, condition, seconds=PATIENCE):
    """The first truthy answer of condition(); fails saying what was waited for."""
    seconds = max(seconds, PATIENCE)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds} s for {what}")


class Screen:
    """One running dashboard."""

    def __init__(self, program, profile, *arguments, env=None):
        self.profile = profile
        self.process = subprocess.Popen([program, "--profile", profile, *arguments], env={**os.environ, **(env or {})})
        self.application = wait_for("the dashboard on the accessibility bus", self._find)

    def _find(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            try:
                if child and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                    return child
            except gi.repository.GLib.GError:
                continue
        return None

    def showing(self):
        """Everything that is on the screen, in order."""
        found = []

        def walk(node):
            try:
                node.clear_cache()
                states = node.get_state_set()
                if not states.contains(Atspi.StateType.SHOWING) and node.get_role() not in (Atspi.Role.APPLICATION, Atspi.Role.FRAME, Atspi.Role.WINDOW):
                    return
                found.append(node)
                for index in range(node.get_child_count()):
                    child = node.get_child_at_index(index)
                    if child:
                        walk(child)
            except gi.repository.GLib.GError:
                return

        walk(self.application)
        return found

    def find(self, name, role=None):
        for node in self.showing():
            try:
                if node.get_name() == name and (role is None or node.get_role() == role):
                    return node
            except gi.repository.GLib.GError:
                continue
        return None

    def texts(self):
        names = []
        for node in self.showing():
            try:
                names.append(node.get_name())
            except gi.repository.GLib.GError:
                continue
        return names

    def see(self, text, seconds=30):
        """Waits until some name on the screen contains `text`."""
        return wait_for(f"“{text}” on the screen",
                        lambda: next((name for name in self.texts() if text in name), None), seconds)

    def sees(self, text):
        return any(text in name for name in self.texts())

    @staticmethod
    def usable(node):
        """Qt 6.4.2 reports no state for what is disabled: the description says it."""
        return not (node.get_description() or "").startswith("Not available now")

    def press(self, name, seconds=30):
        """Presses the control of that name, once it is there and can be used."""

        def found():
            for node in self.showing():
                try:
                    if node.get_name() == name and node.get_role() in CONTROLS and self.usable(node):
                        return node
                except gi.repository.GLib.GError:
                    continue
            return None

        node = wait_for(f"a control “{name}”", found, seconds)
        action = node.get_action_iface()
        for index in range(action.get_n_actions()):
            if action.get_action_name(index).lower() in ("press", "toggle", "click"):
                action.do_action(index)
                return
        raise AssertionError(f"“{name}” can't be pressed")

    @staticmethod
    def key(symbol):
        """A real key, into whatever has the focus. `symbol`: of X11's keysymdef.h."""
        Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)
        time.sleep(0.1)

    @staticmethod
    def type(text):
        Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)
        time.sleep(0.3)

    @staticmethod
    def place(node):
        extents = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        return extents.x, extents.y, extents.width, extents.height

    def click(self, name, seconds=30):
        """With the mouse: the buttons of Qt's own file dialog know no press of a screen reader."""
        node = wait_for(f"“{name}” to click", lambda: self.find(name, Atspi.Role.PUSH_BUTTON), seconds)
        x, y, width, height = self.place(node)
        Atspi.generate_mouse_event(x + width // 2, y + height // 2, "b1c")

    def click_text(self, text):
        """Whatever shows this text, with the mouse."""
        node = next(node for node in self.showing() if node.get_name() == text)
        x, y, width, height = self.place(node)
        Atspi.generate_mouse_event(x + width // 2, y + height // 2, "b1c")
        time.sleep(0.3)

    def focused(self):
        """Name and place of the control that has the keyboard's focus."""
        for node in self.showing():
            try:
                if node.get_state_set().contains(Atspi.StateType.FOCUSED) and node.get_role() not in (Atspi.Role.FRAME, Atspi.Role.FILLER):
                    return node.get_name(), self.place(node)
            except gi.repository.GLib.GError:
                continue
        return None

    def tab_stops(self, most=80):
        """What Tab goes through until it comes round, with places."""
        stops = []
        now = self.focused()
        for _ in range(most):
            before = now
            self.key(0xFF09)
            now = wait_for("the focus to move", lambda: self.focused() if self.focused() != before else None)
            if stops and now and (now[0], now[1][0]) == (stops[0][0], stops[0][1][0]):  # it may have been scrolled meanwhile
                return stops
            stops.append(now)
        raise AssertionError(f"Tab does not come round: {stops}")

    def unnamed(self):
        """Controls without a name: a screen reader could say nothing of them."""
        bad = []
        for node in self.showing():
            try:
                if node.get_role() in CONTROLS and not node.get_name():
                    bad.append(node.get_role_name())
            except gi.repository.GLib.GError:
                continue
        return bad

    def end(self):
        self.process.terminate()
        return self.process.wait(PATIENCE)
