// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The pages there are, and at the foot this computer with its state and one button.
Rectangle {
    id: rail

    required property AppModel app
    property bool compact: false
    readonly property var pages: [
        { name: "overview", title: qsTr("Overview") }, { name: "earnings", title: qsTr("Earnings") },
        { name: "machines", title: qsTr("Machines") }, { name: "sharing", title: qsTr("Sharing") }, { name: "wallet", title: qsTr("Wallet") },
        { name: "support", title: qsTr("Support") }, { name: "settings", title: qsTr("Settings") }
    ]

    implicitWidth: compact ? Theme.sizeRailCompact : Theme.sizeRail
    color: Theme.window

    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.border
    }
    Row {
        anchors.left: parent.left
        anchors.leftMargin: rail.compact ? 20 : Theme.space6
        y: 22
        spacing: Theme.space2
        Logo { size: 24 }
        AppText {
            visible: !rail.compact
            anchors.verticalCenter: parent.verticalCenter
            text: "Surplus"
            variant: "heading"
        }
    }
    Column {
        x: Theme.space3
        y: 68
        width: parent.width - 2 * Theme.space3
        spacing: 2
        Repeater {
            model: rail.pages
            AbstractButton {
                id: entry
                Accessible.onPressAction: entry.clicked()
                required property var modelData
                readonly property bool isCurrent: rail.app.page === modelData.name
                readonly property bool needsLook: modelData.name === "support" && rail.app.checks.needs.length > 0
                width: parent ? parent.width : 0
                height: Theme.sizeControl
                text: modelData.title
                Accessible.role: Accessible.PageTab
                Accessible.name: modelData.title
                Accessible.description: needsLook ? qsTr("Needs a look") : ""
                Accessible.selected: isCurrent
                onClicked: rail.app.page = modelData.name
                background: Rectangle {
                    radius: Theme.radiusControl
                    color: entry.isCurrent ? Theme.accentTint : entry.hovered ? Theme.hover : "transparent"
                    FocusRing { visible: entry.visualFocus }
                }
                contentItem: Item {
                    Icon {
                        anchors.left: parent.left
                        anchors.leftMargin: rail.compact ? (parent.width - width) / 2 : Theme.space2
                        anchors.verticalCenter: parent.verticalCenter
                        name: entry.modelData.name
                        color: entry.isCurrent ? Theme.accent : Theme.textMuted
                        Rectangle {
                            visible: entry.needsLook
                            anchors.horizontalCenter: parent.right
                            anchors.verticalCenter: parent.top
                            width: 8
                            height: 8
                            radius: 4
                            color: Theme.warning
                        }
                    }
                    Text {
                        visible: !rail.compact
                        anchors.left: parent.left
                        anchors.leftMargin: 42
                        anchors.verticalCenter: parent.verticalCenter
                        text: entry.text
                        font.family: Theme.fontFamily
                        font.pixelSize: Theme.bodyFont.pixelSize
                        font.weight: entry.isCurrent ? Font.DemiBold : Font.Medium
                        color: entry.isCurrent ? Theme.accent : Theme.textMuted
                        Accessible.ignored: true
                    }
                }
                AppToolTip { visible: rail.compact && entry.hovered; text: entry.text }
            }
        }
    }
    Rectangle {
        anchors.bottom: foot.top
        width: parent.width
        height: 1
        color: Theme.border
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: 88

        Column {
            visible: !rail.compact
            anchors.left: parent.left
            anchors.leftMargin: 22
            y: 13
            width: parent.width - 22 - 60
            spacing: 2
            AppText {
                anchors.left: parent.left
                text: rail.app.demo ? qsTr("Demo on this computer") : qsTr("This computer")
                variant: "small"
                muted: true
                wrapMode: Text.NoWrap
            }
            Row {
                anchors.left: parent.left
                spacing: 6
                StateGlyph {
                    anchors.verticalCenter: parent.verticalCenter
                    size: 16
                    name: rail.app.machine.glyph
                    color: Theme.tone(rail.app.machine.tone)
                }
                AppText {
                    text: rail.app.machine.stateWord
                    variant: "small"
                    weight: Font.Medium
                    color: Theme.tone(rail.app.machine.tone)
                    wrapMode: Text.NoWrap
                }
            }
            AppText {
                width: parent.width
                text: rail.app.machine.secondLine
                variant: "caption"
                muted: true
                maximumLineCount: 2
                elide: Text.ElideRight
            }
        }
        StateGlyph {
            visible: rail.compact
            anchors.horizontalCenter: parent.horizontalCenter
            y: 14
            size: 18
            name: rail.app.machine.glyph
            color: Theme.tone(rail.app.machine.tone)
        }
        AppButton {
            anchors.right: parent.right
            anchors.rightMargin: rail.compact ? (parent.width - width) / 2 : Theme.space5
            y: rail.compact ? 44 : (parent.height - height) / 2
            small: true
            visible: rail.app.machine.canResume || rail.app.machine.sharing
            iconName: rail.app.machine.canResume ? "play" : "pause"
            Accessible.name: rail.app.machine.canResume ? qsTr("Resume sharing") : qsTr("Pause sharing")
            onClicked: {
                if (rail.app.machine.canResume)
                    rail.app.machine.resume();
                else
                    rail.app.machine.pause(0);
            }
        }
    }
}
