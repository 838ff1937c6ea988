// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

ApplicationWindow {
    id: window

    required property AppModel app
    readonly property bool compact: width < 1100
    property bool quitting: false
    property bool painted: false
    property bool greeted: false
    property var dialogs: ({})

    width: 1280
    height: 800
    // No larger than a small screen, unless that is too small for the window anyway.
    Component.onCompleted: {
        if (Screen.desktopAvailableWidth >= minimumWidth)
            width = Math.min(width, Screen.desktopAvailableWidth);
        if (Screen.desktopAvailableHeight >= minimumHeight)
            height = Math.min(height, Screen.desktopAvailableHeight);
    }
    minimumWidth: 960
    minimumHeight: 600
    visible: true
    title: app.demo ? qsTr("Surplus, demo") : qsTr("Surplus")
    color: Theme.window

    LayoutMirroring.enabled: window.app.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding { target: Theme; property: "mode"; value: window.app.settings.theme }
    Binding { target: Theme; property: "reducedMotion"; value: window.app.settings.reducedMotion }

    onFrameSwapped: painted = true
    HeldKeys { target: window }

    function setUp() { setup.active = true; }
    function leaveSetup() { setup.active = false; }
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
        else if (window.app.tray)
            window.hide();
        else
            window.showMinimized();
    }
    // A new profile is asked once; whoever left in the middle goes on there.
    Connections {
        target: window.app.machine
        enabled: window.app.welcome && !setup.active
        function onChanged() {
            const left = window.app.settings.kept("setup.left");
            if (window.app.machine.needsSetup && !window.greeted && (left === undefined || Number(window.app.settings.kept("setup.step") ?? 0) > 0))
                window.setUp();
            window.greeted = window.greeted || window.app.machine.running;
        }
    }
    /// Asks once what becomes of the engine, unless the settings say.
    function quitOrAsk() {
        const choice = window.app.settings.whenQuitting;
        if (window.app.demo || !(window.app.machine.sharing || window.app.machine.paused))
            window.app.quit(false);
        else if (choice !== "ask")
            window.app.quit(choice === "keep");
        else
            window.dialog("QuitDialog.qml").open();
    }
    Connections {
        target: window.app
        function onQuitRequested() { window.quitting = true; }
        function onQuitWanted() { window.quitOrAsk(); }
    }

    Repeater {
        model: rail.pages
        Item {
            id: way
            required property var modelData
            required property int index
            Shortcut { sequence: "Ctrl+" + (way.index + 1); onActivated: window.app.page = way.modelData.name }
        }
    }
    Shortcut { sequence: "Ctrl+,"; onActivated: window.app.page = "settings" }
    Shortcut { sequence: "Ctrl+Q"; autoRepeat: false; onActivated: window.quitOrAsk() }
    Shortcut { sequence: "F1"; onActivated: window.dialog("KeysDialog.qml").open() }
    Shortcut {
        sequence: "Ctrl+Shift+P"
        autoRepeat: false
        onActivated: {
            if (window.app.machine.canResume)
                window.app.machine.resume();
            else if (window.app.machine.sharing)
                window.app.machine.pause(0);
        }
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0
        visible: !setup.active // what is beneath would still be read out and tabbed to
        Rail {
            id: rail
            Layout.fillHeight: true
            app: window.app
            compact: window.compact
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            PageLoader { app: window.app; page: "overview"; file: "OverviewPage.qml"; painted: window.painted; onSetupWanted: window.setUp(); onPageWanted: name => window.app.page = name }
            PageLoader { app: window.app; page: "earnings"; file: "EarningsPage.qml"; painted: window.painted; onSetupWanted: window.setUp() }
            PageLoader { app: window.app; page: "machines"; file: "MachinesPage.qml"; painted: window.painted; onSetupWanted: window.setUp(); onPageWanted: name => window.app.page = name }
            PageLoader { app: window.app; page: "sharing"; file: "SharingPage.qml"; painted: window.painted; onSetupWanted: window.setUp() }
            PageLoader { app: window.app; page: "wallet"; file: "WalletPage.qml"; painted: window.painted }
            PageLoader { app: window.app; page: "support"; file: "SupportPage.qml"; painted: window.painted; onSetupWanted: window.setUp() }
            PageLoader { app: window.app; page: "settings"; file: "SettingsPage.qml"; painted: window.painted; onQuitWanted: window.quitOrAsk() }
        }
    }

    Loader {
        id: setup
        anchors.fill: parent
        active: false
        focus: active
        onActiveChanged: if (active) setSource("qrc:/qt/qml/Surplus/Pages/SetupPage.qml", { app: window.app, width: width, height: height })
        Connections {
            target: setup.item
            ignoreUnknownSignals: true
            function onDone() { setup.active = false; }
        }
    }
}
