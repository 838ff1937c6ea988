// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Charts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

PageFrame {
    id: page

    required property AppModel app
    signal setupWanted
    signal pageWanted(string name)

    title: qsTr("Overview")
    note: page.app.machine.staleText
    actions: PauseMenu { machine: page.app.machine }

    StatusCard {
        Layout.fillWidth: true
        app: page.app
        compact: page.compact
        onSetupWanted: page.setupWanted()
        onLogWanted: page.pageWanted("support")
    }
    // Placed by hand: a RowLayout whose items come and go may keep the arrangement of before (Qt 6.4.2).
    Item {
        id: middle
        readonly property bool earned: page.app.overviewEarnings.hasEarnings || !page.app.overviewEarnings.loaded
        readonly property real mainWidth: page.compact ? width : width - needs.width - Theme.space4
        Layout.fillWidth: true
        implicitHeight: Math.max(earned ? Math.max(300, Math.min(336, page.roomForContent - 280)) : Math.max(336, empty.implicitHeight),
            page.compact ? 0 : needs.implicitHeight)
        EarningsCard {
            visible: middle.earned
            anchors.left: parent.left
            width: middle.mainWidth
            height: parent.height
            app: page.app
        }
        EmptyEarnings {
            id: empty
            visible: !middle.earned
            anchors.left: parent.left
            width: middle.mainWidth
            height: parent.height
            app: page.app
            onSetupWanted: page.setupWanted()
        }
        NeedsCard {
            id: needs
            visible: !page.compact
            anchors.right: parent.right
            width: 320
            height: parent.height
            app: page.app
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: page.compact ? 1 : 2
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4
        StorageTile {
            Layout.preferredWidth: page.compact ? -1 : 320
            Layout.fillWidth: page.compact
            Layout.fillHeight: true
            app: page.app
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: uptime.implicitHeight + 2 * Theme.space4
            ColumnLayout {
                id: uptime
                x: Theme.space5
                y: Theme.space4
                width: parent.width - 2 * Theme.space5
                spacing: Theme.space3
                RowLayout {
                    AppText {
                        Layout.fillWidth: true
                        text: qsTr("Uptime, 90 days")
                        variant: "heading"
                    }
                    AppText {
                        visible: text !== ""
                        text: page.app.uptime.unknown
                        variant: "small"
                        muted: true
                        wrapMode: Text.NoWrap
                    }
                    Figures {
                        text: page.app.uptime.percentage
                        variant: "bodyStrong"
                    }
                }
                UptimeStrip {
                    Layout.fillWidth: true
                    model: page.app.uptime
                }
                RowLayout {
                    // Time runs from left to right in every language.
                    LayoutMirroring.enabled: false
                    LayoutMirroring.childrenInherit: true
                    AppText {
                        Layout.fillWidth: true
                        horizontalAlignment: Text.AlignLeft
                        text: page.app.uptime.firstDay
                        variant: "caption"
                        muted: true
                    }
                    AppText {
                        text: qsTr("Today")
                        variant: "caption"
                        muted: true
                    }
                }
            }
        }
    }
}
