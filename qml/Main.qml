// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Surplus.Models
import Surplus.Theme

ApplicationWindow {
    id: window

    required property AppModel app
    readonly property bool compact: width < 1100
    property bool quitting: false
    property bool painted: false
    property var dialogs: ({})

    width: 1280
    height: 800
    minimumWidth: 960
    minimumHeight: 600
    visible: true
    title: app.demo ? qsTr("Surplus, demo") : qsTr("Surplus")
    color: Theme.window

    Binding { target: Theme; property: "mode"; value: window.app.theme }

    onFrameSwapped: painted = true

    function setUp() { dialog("SetupDialog.qml").open(); }
    /// Built when it is first wanted.
    function dialog(file: string): var {
        if (!dialogs[file])
            dialogs[file] = Qt.createComponent("qrc:/qt/qml/Surplus/Pages/" + file).createObject(window.contentItem, { app: window.app });
        return dialogs[file];
    }

    onClosing: close => {
        if (window.quitting)
            return;
        close.accepted = false;
        // A demo ends with its window; so does what shares nothing.
        if (window.app.demo || !(window.app.machine.sharing || window.app.machine.paused))
            window.app.quit(false);
        else
            window.dialog("QuitDialog.qml").open();
    }
    Connections {
        target: window.app
        function onQuitRequested() { window.quitting = true; }
    }

    Shortcut { sequence: "Ctrl+1"; onActivated: window.app.page = "overview" }
    Shortcut { sequence: "Ctrl+2"; onActivated: window.app.page = "earnings" }
    Shortcut { sequence: "Ctrl+3"; onActivated: window.app.page = "sharing" }
    Shortcut { sequence: "Ctrl+4"; onActivated: window.app.page = "wallet" }
    Shortcut { sequence: "Ctrl+5"; onActivated: window.app.page = "support" }
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

            PageLoader { app: window.app; page: "overview"; file: "OverviewPage.qml"; painted: window.painted; onSetupWanted: window.setUp(); onPageWanted: name => window.app.page = name }
            PageLoader { app: window.app; page: "earnings"; file: "EarningsPage.qml"; painted: window.painted; onSetupWanted: window.setUp() }
            PageLoader { app: window.app; page: "sharing"; file: "SharingPage.qml"; painted: window.painted; onSetupWanted: window.setUp() }
            PageLoader { app: window.app; page: "wallet"; file: "WalletPage.qml"; painted: window.painted }
            PageLoader { app: window.app; page: "support"; file: "SupportPage.qml"; painted: window.painted }
        }
    }
}
