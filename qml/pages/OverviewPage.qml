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
    actions: PauseMenu { machine: page.app.machine }

    StatusCard {
        Layout.fillWidth: true
        app: page.app
        compact: page.compact
        onSetupWanted: page.setupWanted()
        onLogWanted: page.pageWanted("support")
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space4
        EarningsCard {
            visible: page.app.overviewEarnings.hasEarnings || !page.app.overviewEarnings.loaded
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(300, Math.min(336, page.roomForContent - 280))
            app: page.app
        }
        EmptyEarnings {
            visible: !page.app.overviewEarnings.hasEarnings && page.app.overviewEarnings.loaded
            Layout.fillWidth: true
            Layout.minimumHeight: 336
            app: page.app
            onSetupWanted: page.setupWanted()
        }
        NeedsCard {
            visible: !page.compact
            Layout.preferredWidth: 320
            Layout.fillHeight: true
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
                    AppText {
                        Layout.fillWidth: true
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
