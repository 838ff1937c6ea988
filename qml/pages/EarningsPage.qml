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
    readonly property EarningsModel earnings: app.earnings
    signal setupWanted

    title: qsTr("Earnings")
    actions: Segmented {
        label: qsTr("Range")
        options: [qsTr("24 h"), qsTr("7 d"), qsTr("30 d"), qsTr("1 y"), qsTr("All")]
        current: page.earnings.range
        onChosen: index => page.earnings.range = index
    }

    Banner {
        visible: page.earnings.error !== ""
        Layout.fillWidth: true
        tone: "warning"
        title: qsTr("The history can't be read")
        detail: page.earnings.error
        actionText: qsTr("Try again")
        onAction: page.earnings.refresh()
    }
    EmptyEarnings {
        visible: page.earnings.loaded && !page.app.overviewEarnings.hasEarnings && !page.earnings.hasEarnings
        Layout.fillWidth: true
        Layout.minimumHeight: 400
        app: page.app
        onSetupWanted: page.setupWanted()
    }
    Card {
        visible: chartCard.visible
        Layout.fillWidth: true
        implicitHeight: figures.implicitHeight + 2 * Theme.space4
        GridLayout {
            id: figures
            x: Theme.space5
            y: Theme.space4
            width: parent.width - 2 * Theme.space5
            columns: 4
            columnSpacing: Theme.space6
            Tile {
                Layout.preferredWidth: 1
                Layout.fillWidth: true
                caption: [qsTr("Earned in 24 hours"), qsTr("Earned in 7 days"), qsTr("Earned in 30 days"), qsTr("Earned in a year"), qsTr("Earned in all")][page.earnings.range]
                value: page.earnings.total
                unit: page.app.sharing.symbol
                note: page.app.demo ? qsTr("Demo: no real money")
                    : page.earnings.undated !== "" ? qsTr("%1 of it without a date").arg(page.earnings.undated) : ""
            }
            Tile {
                Layout.preferredWidth: 1
                Layout.fillWidth: true
                caption: [qsTr("Average per full hour"), qsTr("Average per full day"), qsTr("Average per full day"), qsTr("Average per full week"), qsTr("Average per full month")][page.earnings.range]
                value: page.earnings.average
                unit: page.app.sharing.symbol
                note: qsTr("%n full period(s)", "", page.earnings.fullDays)
            }
            Tile {
                Layout.preferredWidth: 1
                Layout.fillWidth: true
                caption: qsTr("Best")
                value: page.earnings.best
                unit: page.app.sharing.symbol
                note: page.earnings.bestTitle
            }
            Tile {
                Layout.preferredWidth: 1
                Layout.fillWidth: true
                caption: qsTr("Today so far")
                value: page.earnings.today
                unit: page.app.sharing.symbol
                note: qsTr("This computer")
            }
        }
    }
    Card {
        id: chartCard
        visible: page.earnings.hasEarnings || page.app.overviewEarnings.hasEarnings
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(300, Math.min(400, page.roomForContent - 320))
        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.space5
            spacing: Theme.space2
            RowLayout {
                spacing: Theme.space2
                AppText {
                    text: [qsTr("Per hour, by resource"), qsTr("Per day, by resource"), qsTr("Per day, by resource"), qsTr("Per week, by resource"), qsTr("Per month, by resource")][page.earnings.range]
                    variant: "heading"
                    wrapMode: Text.NoWrap
                }
                AppText {
                    Layout.fillWidth: true
                    text: page.app.sharing.symbol
                    variant: "small"
                    muted: true
                }
                Rectangle {
                    implicitWidth: 8
                    implicitHeight: 8
                    color: Theme.storage
                }
                AppText {
                    text: qsTr("Storage")
                    variant: "small"
                    muted: true
                    wrapMode: Text.NoWrap
                }
            }
            EarningsChart {
                Layout.fillWidth: true
                Layout.fillHeight: true
                model: page.earnings
                withUptime: true
            }
            AppText {
                visible: page.earnings.undated !== ""
                Layout.fillWidth: true
                text: qsTr("%1 %2 recovered from vouchers has no date; it is in the total.").arg(page.earnings.undated).arg(page.app.sharing.symbol)
                variant: "small"
                muted: true
            }
        }
    }
    BreakdownCard {
        visible: chartCard.visible
        Layout.fillWidth: true
        app: page.app
    }
}
