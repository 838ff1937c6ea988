// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// Every settlement, and all that was sent, with what became of it.
Card {
    id: card

    required property AppModel app
    readonly property WalletModel wallet: app.wallet
    property bool all: false
    property string problem ///< of an export
    readonly property int few: 5
    readonly property var widths: [0.24, 0.28, 0.16, 0.16, 0.16]

    component Cell: AppText {
        property int column: 0
        Layout.fillWidth: true
        Layout.preferredWidth: card.width * card.widths[column]
        horizontalAlignment: column >= 2 ? Text.AlignRight : Text.AlignLeft
        variant: "small"
        elide: Text.ElideRight; mayElide: true
        wrapMode: Text.NoWrap
    }

    FileDialog {
        id: saver
        fileMode: FileDialog.SaveFile
        defaultSuffix: "csv"
        acceptLabel: qsTr("Save")
        title: qsTr("Save the table")
        nameFilters: [qsTr("Table (*.csv)")]
        onAccepted: card.wallet.exportCsv(selectedFile)
    }
    Connections {
        target: card.wallet
        function onExported(problem) { card.problem = problem; }
    }

    implicitHeight: column.implicitHeight + 2 * Theme.space5
    ColumnLayout {
        id: column
        x: Theme.space5
        y: Theme.space5
        width: parent.width - 2 * Theme.space5
        spacing: Theme.space2
        RowLayout {
            AppText {
                Layout.fillWidth: true
                text: qsTr("Settlements and payments")
                variant: "heading"
            }
            AppButton {
                visible: card.wallet.settlements.length > card.few
                kind: "ghost"
                small: true
                text: card.all ? qsTr("Show fewer") : qsTr("Show all %1").arg(card.wallet.settlements.length)
                onClicked: card.all = !card.all
            }
            AppButton {
                visible: card.wallet.settlements.length > 0
                kind: "ghost"
                small: true
                text: qsTr("Export CSV")
                onClicked: {
                    saver.currentFolder = card.app.earnings.exportFolder();
                    saver.open();
                }
            }
        }
        AppText {
            visible: card.wallet.settlements.length === 0
            Layout.fillWidth: true
            text: qsTr("None yet. Each one will stand here with its transaction.")
            variant: "small"
            muted: true
        }
        AppText {
            visible: card.problem !== ""
            Layout.fillWidth: true
            text: card.problem
            variant: "small"
            color: Theme.warning
        }
        RowLayout {
            visible: card.wallet.settlements.length > 0
            Layout.topMargin: Theme.space1
            Cell { column: 0; text: qsTr("Date"); muted: true }
            Cell { column: 1; text: qsTr("Status"); muted: true }
            Cell { column: 2; text: qsTr("Amount, %1").arg(card.app.sharing.symbol); muted: true }
            Cell { column: 3; text: qsTr("Fee, %1").arg(card.wallet.coin); muted: true }
            Cell { column: 4; text: qsTr("Transaction"); muted: true }
        }
        Repeater {
            model: card.wallet.settlements
            ColumnLayout {
                id: row
                required property var modelData
                required property int index
                visible: card.all || index < card.few
                Layout.fillWidth: true
                spacing: Theme.space2
                Rectangle {
                    Layout.fillWidth: true
                    implicitHeight: 1
                    color: Theme.border
                }
                RowLayout {
                    Cell { column: 0; text: row.modelData.date }
                    Cell {
                        column: 1
                        text: row.modelData.note === "" ? row.modelData.label : row.modelData.label + " · " + row.modelData.note
                        color: Theme.tone(row.modelData.tone)
                        weight: Font.Medium
                        HoverHandler { id: noteHover }
                        AppToolTip { visible: noteHover.hovered && row.modelData.note !== ""; text: row.modelData.note }
                    }
                    Cell { column: 2; text: row.modelData.settled; weight: Font.DemiBold }
                    Cell { column: 3; text: row.modelData.fee; muted: true }
                    Cell {
                        column: 4
                        text: row.modelData.shortTransaction
                        font.family: Theme.monoFamily
                        muted: true
                        HoverHandler { id: hover }
                        TapHandler { onTapped: card.app.copy(row.modelData.transaction) }
                        AppToolTip { visible: hover.hovered && row.modelData.transaction !== ""; text: qsTr("Click to copy %1").arg(row.modelData.transaction) }
                    }
                }
            }
        }
    }
}
