# SPDX-License-Identifier: GPL-3.0-or-later
"""A place for tray icons (StatusNotifierWatcher with a host) on the session bus; prints the name of each icon that comes."""
import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME = "org.kde.StatusNotifierWatcher"


class Watcher(dbus.service.Object):
    @dbus.service.method(NAME, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, item, sender=None):
        print(sender if item.startswith("/") else item, flush=True)

    @dbus.service.method(NAME, in_signature="s")
    def RegisterStatusNotifierHost(self, host):
        pass

    @dbus.service.method(dbus.INTROSPECTABLE_IFACE, out_signature="s")
    def Introspect(self):  # dbus-python tells of no properties; Qt asks for them first
        return f"""<node><interface name="{NAME}"><method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
            <property name="IsStatusNotifierHostRegistered" type="b" access="read"/><property name="ProtocolVersion" type="i" access="read"/>
            <property name="RegisteredStatusNotifierItems" type="as" access="read"/></interface></node>"""

    @dbus.service.method(dbus.PROPERTIES_IFACE, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return {"IsStatusNotifierHostRegistered": dbus.Boolean(True), "ProtocolVersion": dbus.Int32(0),
                "RegisteredStatusNotifierItems": dbus.Array([], signature="s")}[name]


DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
Watcher(dbus.service.BusName(NAME, bus), "/StatusNotifierWatcher")
GLib.MainLoop().run()
