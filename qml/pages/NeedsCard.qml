// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// Does anything need me? What does, worst first; then what is owed.
Card {
    id: card

    required property AppModel app
    readonly property bool ready: app.wallet.chainUsed && app.wallet.secured !== ""
    readonly property bool calm: app.machine.problem === "" && app.payout.problem === "" && !app.machine.outdated && app.checks.needs.length === 0

    component Need: RowLayout {
        id: need
        property string title
        property string detail
        property string actionText
        signal action
        visible: title !== ""
        Layout.fillWidth: true
        spacing: Theme.space3
        StateGlyph {
            Layout.alignment: Qt.AlignTop
            name: "attention"
            color: Theme.warning
        }
        ColumnLayout {
            spacing: 2
            AppText {
                Layout.fillWidth: true
                text: need.title
                variant: "bodyStrong"
            }
            AppText {
                Layout.fillWidth: true
                text: need.detail
                variant: "small"
                muted: true
                maximumLineCount: 7
                elide: Text.ElideRight; mayElide: true
            }
            AppButton {
                visible: need.actionText !== ""
                small: true
                text: need.actionText
                onClicked: need.action()
            }
        }
    }

    implicitHeight: column.implicitHeight + 2 * Theme.space5

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.space5
        spacing: Theme.space3
        AppText {
            Layout.fillWidth: true
            text: qsTr("Needs a look")
            variant: "heading"
        }
        Need {
            title: card.app.machine.problem
            detail: card.app.machine.detail
        }
        Need {
            title: card.app.payout.problem
            detail: card.app.payout.problemDetail
            actionText: qsTr("Check again")
            onAction: card.app.payout.refresh()
        }
        Need {
            title: card.app.machine.outdated ? qsTr("The engine is older than this program") : ""
            detail: qsTr("It goes on working. Restart it to use version %1.").arg(card.app.version)
            actionText: qsTr("Restart engine")
            onAction: card.app.machine.restart()
        }
        Repeater {
            model: card.app.checks.needs
            Need {
                required property var modelData
                title: modelData.name
                detail: modelData.text
                actionText: modelData.fixText !== "" ? modelData.fixText : qsTr("See it in Support")
                onAction: modelData.fixText !== "" ? card.app.checks.mend(modelData.row) : card.app.page = "support"
            }
        }
        AppText {
            visible: card.calm
            Layout.fillWidth: true
            text: qsTr("Nothing needs you")
            variant: "small"
            muted: true
        }
        Item { Layout.fillHeight: true }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.border
        }
        // Placed by hand: a RowLayout may keep the width of a figure that was another one before (Qt 6.4.2).
        Item {
            Layout.fillWidth: true
            implicitHeight: figure.implicitHeight
            AppText {
                anchors.left: parent.left
                anchors.right: amount.left
                anchors.baseline: amount.top
                anchors.baselineOffset: figure.baselineOffset
                text: card.ready ? qsTr("Ready to settle") : qsTr("Pending")
                variant: "small"
                muted: true
            }
            Row {
                id: amount
                anchors.right: parent.right
                spacing: Theme.space1
                Figures {
                    id: figure
                    text: card.ready ? card.app.wallet.secured : card.app.sharing.pendingText
                    variant: "bodyStrong"
                }
                AppText {
                    anchors.baseline: figure.baseline
                    text: card.app.sharing.symbol
                    variant: "small"
                    muted: true
                    wrapMode: Text.NoWrap
                }
            }
        }
        AppButton {
            visible: card.ready
            Layout.alignment: Qt.AlignRight
            small: true
            text: qsTr("Settle…")
            onClicked: card.app.page = "wallet"
        }
        AppText {
            visible: !card.ready
            Layout.fillWidth: true
            text: qsTr("Not set aside on the chain yet; it may never be paid.")
            variant: "caption"
            muted: true
        }
    }
}
