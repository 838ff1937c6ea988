// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

PageFrame {
    id: page

    required property AppModel app
    property int tab: 0
    readonly property bool showsLog: tab === 1

    title: qsTr("Support")
    onVisibleChanged: enter()
    onShowsLogChanged: enter()
    Component.onCompleted: enter()
    /// Checks run when the page is opened; the log is fetched while it is seen.
    function enter() {
        page.app.log.active = visible && showsLog;
        if (visible && !showsLog)
            page.app.checks.run();
    }
    actions: [
        AppButton {
            visible: !page.showsLog
            text: page.app.checks.running ? qsTr("Checking…") : qsTr("Run checks again")
            iconName: "refresh"
            enabled: !page.app.checks.running
            onClicked: page.app.checks.runThoroughly()
        },
        AppButton {
            visible: page.showsLog
            text: qsTr("Copy log")
            iconName: "copy"
            onClicked: page.app.copy(page.app.log.asText())
        }
    ]
    Shortcut { sequence: "F5"; enabled: page.visible && !page.showsLog; onActivated: page.app.checks.runThoroughly() }
    Shortcut {
        sequence: "Ctrl+F"
        enabled: page.visible
        onActivated: {
            page.tab = 1;
            logView.find();
        }
    }

    RowLayout {
        Layout.fillWidth: true
        Segmented {
            label: qsTr("Support")
            options: [qsTr("Health"), qsTr("Log")]
            current: page.tab
            onChosen: index => page.tab = index
        }
        AppText {
            visible: !page.showsLog
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignRight
            text: page.app.checks.checkedText
            variant: "small"
            muted: true
        }
        Item { visible: page.showsLog; Layout.fillWidth: true }
    }
    HealthView {
        visible: !page.showsLog
        Layout.fillWidth: true
        app: page.app
    }
    LogView {
        id: logView
        visible: page.showsLog
        Layout.fillWidth: true
        app: page.app
        room: page.roomForContent - 90
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space6
        AppText {
            text: qsTr("Surplus %1").arg(page.app.version)
            variant: "small"
            muted: true
            wrapMode: Text.NoWrap
        }
        AppText {
            visible: page.app.machine.version !== ""
            text: qsTr("Engine %1").arg(page.app.machine.version)
            variant: "small"
            muted: true
            wrapMode: Text.NoWrap
        }
        AppText {
            Layout.fillWidth: true
            text: page.app.machine.machineId === "" ? "" : qsTr("machine %1…%2").arg(page.app.machine.machineId.slice(0, 8)).arg(page.app.machine.machineId.slice(-8))
            variant: "small"
            muted: true
        }
        AppButton {
            kind: "ghost"
            small: true
            iconName: "copy"
            text: qsTr("Copy details")
            onClicked: page.app.copy(qsTr("Surplus %1, engine %2, machine %3").arg(page.app.version).arg(page.app.machine.version).arg(page.app.machine.machineId))
        }
    }
}
