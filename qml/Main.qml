// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Surplus.Models
import Surplus.Pages
import Surplus.Theme

ApplicationWindow {
    id: window

    required property AppModel app
    readonly property bool compact: width < 1100
    property bool quitting: false

    width: 1280
    height: 800
    minimumWidth: 960
    minimumHeight: 600
    visible: true
    title: app.demo ? qsTr("Surplus, demo") : qsTr("Surplus")
    color: Theme.window

    Binding { target: Theme; property: "mode"; value: window.app.theme }

    onClosing: close => {
        if (window.quitting)
            return;
        close.accepted = false;
        // A demo ends with its window; so does what shares nothing.
        if (window.app.demo || !(window.app.machine.sharing || window.app.machine.paused))
            window.app.quit(false);
        else
            quitDialog.open();
    }
    Connections {
        target: window.app
        function onQuitRequested() { window.quitting = true; }
    }

    Shortcut { sequence: "Ctrl+1"; onActivated: window.app.page = "overview" }
    Shortcut { sequence: "Ctrl+2"; onActivated: window.app.page = "earnings" }
    Shortcut { sequence: "Ctrl+3"; onActivated: window.app.page = "sharing" }
    Shortcut { sequence: "Ctrl+4"; onActivated: window.app.page = "support" }
    Shortcut {
        sequence: "Ctrl+Shift+P"
        onActivated: {
            if (window.app.machine.paused)
                window.app.machine.resume();
            else if (window.app.machine.sharing)
                window.app.machine.pause(0);
        }
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0
        Rail {
            Layout.fillHeight: true
            app: window.app
            compact: window.compact
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            // Bound components can't be loaded into a window made with initial properties in Qt 6.4.
            // qmllint disable unqualified
            Loader {
                property bool seen: false
                anchors.fill: parent
                visible: window.app.page === "overview"
                active: visible || seen
                onLoaded: seen = true
                sourceComponent: OverviewPage {
                    app: window.app
                    onSetupWanted: setup.open()
                    onPageWanted: name => window.app.page = name
                }
            }
            Loader {
                property bool seen: false
                anchors.fill: parent
                visible: window.app.page === "earnings"
                active: visible || seen
                onLoaded: seen = true
                sourceComponent: EarningsPage {
                    app: window.app
                    onSetupWanted: setup.open()
                }
            }
            Loader {
                property bool seen: false
                anchors.fill: parent
                visible: window.app.page === "sharing"
                active: visible || seen
                onLoaded: seen = true
                sourceComponent: SharingPage {
                    app: window.app
                    onSetupWanted: setup.open()
                }
            }
            Loader {
                property bool seen: false
                anchors.fill: parent
                visible: window.app.page === "support"
                active: visible || seen
                onLoaded: seen = true
                sourceComponent: SupportPage { app: window.app }
            }
            // qmllint enable unqualified
        }
    }
    SetupDialog { id: setup; app: window.app }
    QuitDialog { id: quitDialog; app: window.app }
}
