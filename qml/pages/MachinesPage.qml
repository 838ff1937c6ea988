// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Charts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// This computer, in full.
PageFrame {
    id: page

    required property AppModel app
    readonly property MachineModel machine: app.machine
    signal setupWanted
    signal pageWanted(string name)

    component Fact: Column {
        id: fact
        property string caption
        property string value
        property bool mono: false
        width: (facts.width - (facts.columns - 1) * facts.columnSpacing) / facts.columns
        spacing: 2
        AppText { width: parent.width; text: fact.caption; variant: "small"; muted: true }
        AppText { width: parent.width; text: fact.value; variant: fact.mono ? "mono" : "body"; wrapMode: Text.NoWrap; elide: Text.ElideRight; mayElide: true; dataOnly: true }
    }

    title: qsTr("Machines")
    note: page.app.machine.staleText
    actions: [
        AppButton {
            visible: page.machine.running
            iconName: "refresh"
            text: qsTr("Restart engine")
            onClicked: page.machine.restart()
        },
        PauseMenu { machine: page.machine }
    ]

    StatusCard {
        Layout.fillWidth: true
        app: page.app
        name: page.machine.name
        onSetupWanted: page.setupWanted()
        onLogWanted: page.pageWanted("support")
    }
    Card {
        Layout.fillWidth: true
        implicitHeight: figures.implicitHeight + 2 * Theme.space5
        GridLayout {
            id: figures
            x: Theme.space5
            y: Theme.space5
            width: parent.width - 2 * Theme.space5
            columns: 4
            columnSpacing: Theme.space6
            Tile {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                caption: qsTr("Today so far")
                value: page.app.overviewEarnings.today
                unit: page.app.sharing.symbol
            }
            Tile {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                caption: qsTr("Earned in 30 days")
                value: page.app.overviewEarnings.hasEarnings ? page.app.overviewEarnings.total : "—"
                unit: page.app.sharing.symbol
            }
            Tile {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                caption: qsTr("Uptime, 90 days")
                value: page.app.uptime.percentage
                note: page.app.uptime.unknown
            }
            Tile {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                caption: qsTr("Leases")
                value: page.app.sharing.available ? page.app.sharing.leases.toLocaleString(Qt.locale(), "f", 0) : "—"
            }
        }
    }
    Card {
        visible: page.app.overviewEarnings.hasEarnings
        Layout.fillWidth: true
        implicitHeight: 264
        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.space5
            spacing: Theme.space2
            RowLayout {
                AppText { Layout.fillWidth: true; text: page.app.overviewEarnings.stepText; variant: "heading" }
                AppButton { small: true; text: qsTr("Open Earnings"); onClicked: page.pageWanted("earnings") }
            }
            EarningsChart {
                Layout.fillWidth: true
                Layout.fillHeight: true
                model: page.app.overviewEarnings
                withUptime: true
            }
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: page.compact ? 1 : 2
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4
        SettingsCard {
            title: qsTr("Sharing now")
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            RowLayout {
                spacing: Theme.space3
                Icon { name: "storage"; color: page.app.sharing.enabled ? Theme.storage : Theme.textMuted }
                AppText { Layout.fillWidth: true; text: qsTr("Storage"); weight: Font.Medium }
                AppText {
                    text: !page.app.sharing.available ? "—" : !page.app.sharing.enabled ? qsTr("Off")
                        : qsTr("%1 of %2").arg(Format.bytes(page.app.sharing.stored)).arg(Format.bytes(page.app.sharing.limit))
                    variant: "small"
                    muted: true
                    wrapMode: Text.NoWrap
                }
            }
            Meter {
                visible: page.app.sharing.enabled
                Layout.fillWidth: true
                value: page.app.sharing.limit > 0 ? page.app.sharing.stored / page.app.sharing.limit : 0
                fill: Theme.storage
            }
            AppText { Layout.fillWidth: true; text: page.app.sharing.trafficText; variant: "small"; muted: true }
            Item { Layout.fillHeight: true }
        }
        SettingsCard {
            title: qsTr("Recent events")
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            Repeater {
                model: page.app.uptime.events
                RowLayout {
                    id: event
                    required property var modelData
                    spacing: Theme.space3
                    StateGlyph {
                        size: 16
                        name: event.modelData.up ? "sharing" : event.modelData.down ? "attention" : "paused"
                        color: event.modelData.up ? Theme.positive : event.modelData.down ? Theme.warning : Theme.textMuted
                    }
                    AppText { Layout.fillWidth: true; text: event.modelData.text; variant: "small" }
                    AppText { text: event.modelData.time; variant: "small"; muted: true; wrapMode: Text.NoWrap }
                }
            }
            AppText {
                visible: page.app.uptime.events.length === 0
                Layout.fillWidth: true
                text: qsTr("Nothing has happened yet. What this computer does is listed here from its first start on.")
                variant: "small"
                muted: true
            }
            AppButton {
                small: true
                text: qsTr("Open log")
                onClicked: page.pageWanted("support")
            }
        }
    }
    Card {
        Layout.fillWidth: true
        implicitHeight: strip.implicitHeight + 2 * Theme.space5
        ColumnLayout {
            id: strip
            x: Theme.space5
            y: Theme.space5
            width: parent.width - 2 * Theme.space5
            spacing: Theme.space4
            UptimeStrip {
                Layout.fillWidth: true
                model: page.app.uptime
            }
            Grid {
                id: facts
                Layout.fillWidth: true
                columns: page.compact ? 2 : 4
                columnSpacing: Theme.space6
                rowSpacing: Theme.space3
                Fact { caption: qsTr("System"); value: page.machine.system }
                Fact { caption: qsTr("Engine"); value: page.machine.version === "" ? "—" : page.machine.version }
                Fact { caption: qsTr("Machine"); value: page.machine.machineId === "" ? "—" : page.machine.machineId.slice(0, 8) + "…" + page.machine.machineId.slice(-8); mono: true }
                Fact { caption: qsTr("Address for customers"); value: page.machine.provider === "" ? "—" : page.machine.provider.split("#")[0]; mono: true }
            }
        }
    }
}
