// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The chart as a table: by resource, or bin by bin.
Card {
    id: card

    required property AppModel app
    readonly property EarningsModel earnings: app.earnings
    readonly property var bars: earnings.bars
    property int by: 0

    implicitHeight: column.implicitHeight + 2 * Theme.space4

    component Cell: AppText {
        variant: "small"
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        Layout.preferredWidth: 1
        Layout.fillWidth: true
    }
    component Line: Rectangle {
        Layout.fillWidth: true
        implicitHeight: 1
        color: Theme.border
    }

    ColumnLayout {
        id: column
        x: Theme.space5
        y: Theme.space4
        width: parent.width - 2 * Theme.space5
        spacing: 0
        RowLayout {
            Layout.bottomMargin: Theme.space2
            AppText {
                Layout.fillWidth: true
                text: qsTr("Breakdown")
                variant: "heading"
            }
            Segmented {
                label: qsTr("Break down by")
                implicitHeight: Theme.sizeControlSmall + 2
                options: [qsTr("Resource"), qsTr("Period")]
                current: card.by
                onChosen: index => card.by = index
            }
        }
        RowLayout {
            Layout.preferredHeight: 32
            Cell { text: card.by === 0 ? qsTr("Resource") : qsTr("Period"); muted: true }
            Cell { text: card.by === 0 ? qsTr("Delivered") : qsTr("Uptime"); muted: true; Layout.preferredWidth: 2 }
            Cell { text: card.by === 0 ? qsTr("Change") : ""; muted: true; horizontalAlignment: Text.AlignRight }
            Cell { text: qsTr("Earned, %1").arg(card.app.sharing.symbol); muted: true; horizontalAlignment: Text.AlignRight }
        }
        ColumnLayout {
            visible: card.by === 0
            spacing: 0
            Line { }
            RowLayout {
                Layout.preferredHeight: 32
                RowLayout {
                    Layout.preferredWidth: 1
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                    Layout.alignment: Qt.AlignVCenter
                    spacing: Theme.space2
                    Rectangle {
                        implicitWidth: 8
                        implicitHeight: 8
                        color: Theme.storage
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: qsTr("Storage")
                        variant: "small"
                        wrapMode: Text.NoWrap
                    }
                }
                Cell {
                    text: qsTr("%1 stored, %2 retrieved in all").arg(card.app.sharing.storedNumber + " " + card.app.sharing.storedUnit).arg(card.app.sharing.retrievedText)
                    muted: true
                    Layout.preferredWidth: 2
                }
                Cell { text: card.earnings.change; muted: true; horizontalAlignment: Text.AlignRight }
                Cell { text: card.earnings.total; weight: Font.DemiBold; horizontalAlignment: Text.AlignRight }
            }
        }
        Repeater {
            model: card.by === 1 ? card.bars.slice().reverse().filter(bar => !bar.before) : []
            ColumnLayout {
                id: row
                required property var modelData
                spacing: 0
                Line { }
                RowLayout {
                    Layout.preferredHeight: 32
                    Cell { text: row.modelData.title }
                    Cell { text: row.modelData.uptimeText; muted: true; Layout.preferredWidth: 2 }
                    Cell { text: row.modelData.unfinished ? qsTr("so far") : ""; muted: true; horizontalAlignment: Text.AlignRight }
                    Cell { text: row.modelData.amount; weight: Font.DemiBold; horizontalAlignment: Text.AlignRight }
                }
            }
        }
    }
}
