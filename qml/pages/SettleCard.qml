// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// What a settlement would pay now, and what it may cost.
Card {
    id: card

    required property AppModel app
    readonly property WalletModel wallet: app.wallet
    signal reviewWanted
    signal chainWanted

    implicitHeight: column.implicitHeight + 2 * Theme.space5
    ColumnLayout {
        id: column
        x: Theme.space5
        y: Theme.space5
        width: parent.width - 2 * Theme.space5
        spacing: Theme.space2
        AppText {
            Layout.fillWidth: true
            text: qsTr("Settle")
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: card.wallet.chainUsed ? qsTr("Collects everything that is covered into one payment to your address.")
                : card.wallet.chainFixed ? qsTr("Earnings are promises until a chain pays them. None was set up before the first lease, so what customers promised stays pending.")
                : qsTr("Earnings are promises until a chain pays them. No chain is set up yet: what customers promise stays pending.")
            variant: "small"
            muted: true
        }
        Segmented {
            visible: card.wallet.chainUsed && card.wallet.payouts.length > 1
            Layout.topMargin: Theme.space2
            label: qsTr("Whom it pays")
            options: card.wallet.payouts
            current: card.wallet.payoutIndex
            onChosen: index => card.wallet.payoutIndex = index
        }
        FactRow {
            visible: card.wallet.chainUsed
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            label: card.wallet.payoutIndex === 0 ? qsTr("You receive") : qsTr("The former address receives")
            strong: true
            note: card.wallet.ahead
            value: card.wallet.receive + " " + card.app.sharing.symbol
        }
        FactRow {
            visible: card.wallet.chainUsed
            Layout.fillWidth: true
            label: qsTr("Network fee, at most")
            value: card.wallet.feeCap
            valueNote: card.wallet.feeEstimate
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: card.wallet.planProblem !== "" ? card.wallet.planProblem
                : card.wallet.planned && !card.wallet.canPay ? qsTr("Your address holds %1, too little for the fee. Send it some %2, or let somebody else settle for a fee in tokens.").arg(card.wallet.gasBalance).arg(card.wallet.coin)
                : card.wallet.planned ? card.wallet.feeNote
                : card.wallet.nothingPlanned
            variant: "small"
            color: card.wallet.planProblem !== "" ? Theme.warning : Theme.textMuted
        }
        Item { Layout.fillHeight: true }
        RowLayout {
            visible: card.wallet.chainUsed && card.wallet.hasKey
            Layout.topMargin: Theme.space2
            spacing: Theme.space2
            AppCheckBox {
                id: auto
                Layout.fillWidth: true
                text: qsTr("Settle by itself when the fee is at most")
                checked: card.app.autoSettle.on
                onToggled: card.app.autoSettle.on = checked
            }
            NumberField {
                Layout.preferredWidth: 64
                implicitHeight: Theme.sizeControlSmall
                label: qsTr("Fee at most, in percent of the amount")
                value: card.app.autoSettle.percent
                unit: "%"
                problem: card.app.autoSettle.percentProblem
                onEntered: card.app.autoSettle.setPercent(text)
                onCorrected: card.app.autoSettle.clearProblem()
            }
            AppText {
                text: qsTr("% of the amount")
                variant: "small"
                wrapMode: Text.NoWrap
            }
        }
        AppText {
            visible: text !== "" && auto.visible
            Layout.fillWidth: true
            text: card.app.autoSettle.status
            variant: "small"
            muted: true
        }
        RowLayout {
            Layout.topMargin: Theme.space2
            spacing: Theme.space2
            Item { Layout.fillWidth: true }
            AppButton {
                visible: !card.wallet.chainUsed
                text: card.wallet.chainFixed ? qsTr("Why there is no chain…") : qsTr("Set up a chain…")
                onClicked: card.chainWanted()
            }
            AppButton {
                visible: card.wallet.chainUsed
                kind: "primary"
                enabled: card.wallet.planned && card.wallet.planProblem === ""
                disabledReason: card.wallet.planning ? qsTr("Looking at the chain…") : qsTr("There is nothing to settle")
                text: qsTr("Review and settle…")
                onClicked: card.reviewWanted()
            }
        }
    }
}
