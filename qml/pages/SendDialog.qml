// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// Tokens to another address: what and where to, then a last look, then what becomes of it.
AppDialog {
    id: dialog

    required property AppModel app
    readonly property SendModel send: app.send
    readonly property string symbol: app.sharing.symbol
    readonly property bool typing: send.step === SendModel.Asking || send.step === SendModel.Looking

    title: qsTr("Send %1").arg(symbol)
    width: Math.min(parent ? parent.width - 2 * Theme.space6 : 480, 480)
    onOpened: {
        recipient.text = "";
        amount.text = "";
        send.letGo();
        recipient.forceActiveFocus();
    }
    onClosed: send.letGo()

    function review() {
        if (send.step === SendModel.Asking)
            send.review(recipient.text, amount.text);
    }

    // What was refused is corrected where it stands; what was reviewed starts on the safe choice.
    Connections {
        target: dialog.send
        enabled: dialog.opened
        function onRefused() {
            if (dialog.send.recipientProblem !== "")
                recipient.forceActiveFocus();
            else
                amount.forceActiveFocus();
        }
    }
    // Once for each step: whoever types, or went to another button, is left there.
    readonly property int step: send.step
    onStepChanged: {
        if (opened && !typing)
            back.forceActiveFocus();
    }

    contentHeight: column.implicitHeight

    DialogColumn {
        id: column
        anchors.fill: parent
        buttons: [
            Item { Layout.fillWidth: true },
            AppButton {
                id: back
                text: dialog.send.step === SendModel.Done ? qsTr("Done") : dialog.send.step === SendModel.Reviewed ? qsTr("Back") : dialog.typing ? qsTr("Not now") : qsTr("Close")
                onClicked: {
                    if (dialog.send.step === SendModel.Reviewed) {
                        dialog.send.letGo();
                        recipient.forceActiveFocus();
                    }
                    else
                        dialog.close();
                }
            },
            AppButton {
                visible: dialog.typing
                kind: "primary"
                enabled: dialog.send.step === SendModel.Asking && recipient.text.trim() !== "" && amount.text.trim() !== ""
                disabledReason: qsTr("An address and an amount are needed.")
                text: qsTr("Review…")
                onClicked: dialog.review()
            },
            IrreversibleButton {
                visible: dialog.send.step === SendModel.Reviewed
                about: dialog.send.recipient + dialog.send.feeCap
                possible: dialog.send.canPay
                reason: qsTr("There is too little for the fee.")
                text: qsTr("Send %1 %2").arg(dialog.send.amount).arg(dialog.symbol)
                onConfirmed: dialog.send.send()
            }
        ]
        AppText {
            Layout.fillWidth: true
            text: dialog.send.step === SendModel.Done ? qsTr("%1 %2 sent and confirmed").arg(dialog.send.amount).arg(dialog.symbol) : dialog.title
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            visible: dialog.send.step !== SendModel.Done
            text: qsTr("A payment on %1. It can't be undone: tokens sent to a wrong address are gone.").arg(dialog.app.wallet.chainName)
            variant: "small"
            muted: true
        }
        ColumnLayout {
            visible: dialog.typing
            spacing: Theme.space3
            FormField {
                id: recipient
                Layout.fillWidth: true
                label: qsTr("To")
                name: qsTr("Address to send to")
                placeholderText: "0x…"
                font: Theme.monoFont
                lines: 2
                problem: dialog.send.recipientProblem
                onEdited: dialog.send.clearRecipientProblem()
                onAccepted: amount.forceActiveFocus()
            }
            RowLayout {
                spacing: Theme.space2
                FormField {
                    id: amount
                    Layout.fillWidth: true
                    label: qsTr("Amount, %1").arg(dialog.symbol)
                    name: qsTr("Amount to send")
                    lines: 2
                    hint: qsTr("Your address holds %1 %2, and %3 for fees.").arg(dialog.send.tokens).arg(dialog.symbol).arg(dialog.send.coin)
                    problem: dialog.send.amountProblem
                    onEdited: dialog.send.clearAmountProblem()
                    onAccepted: dialog.review()
                }
                AppButton {
                    visible: dialog.send.known
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Theme.smallLineHeight + Theme.space1
                    text: qsTr("Everything")
                    onClicked: {
                        amount.text = dialog.send.exactTokens;
                        dialog.send.clearAmountProblem();
                    }
                }
            }
        }
        ColumnLayout {
            visible: !dialog.typing
            spacing: Theme.space3
            FactRow {
                Layout.fillWidth: true
                label: qsTr("You send")
                strong: true
                value: dialog.send.amount + " " + dialog.symbol
            }
            FactRow {
                Layout.fillWidth: true
                label: dialog.send.step === SendModel.Done ? qsTr("Network fee") : qsTr("Network fee, at most")
                value: dialog.send.step === SendModel.Done ? dialog.send.feePaid : dialog.send.feeCap
            }
            ColumnLayout {
                spacing: 0
                AppText { text: qsTr("To"); muted: true }
                AppText {
                    Layout.fillWidth: true
                    text: dialog.send.recipient
                    variant: "mono"
                    horizontalAlignment: Text.AlignLeft
                }
            }
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: dialog.send.problem !== "" ? dialog.send.problem
                : dialog.send.step === SendModel.Looking ? qsTr("Looking up the fee…")
                : dialog.send.step === SendModel.Reviewed && !dialog.send.canPay ? qsTr("Your address holds %1, too little for the fee. Send it some %2 first.").arg(dialog.send.coin).arg(dialog.app.wallet.coin)
                : dialog.send.step === SendModel.Reviewed ? qsTr("Compare the address with where you have it from. Your computer's keychain may ask for your password next.")
                : dialog.send.step === SendModel.WaitingForKeychain ? qsTr("Waiting for the keychain")
                : dialog.send.step === SendModel.Sent ? qsTr("Sent. Waiting for confirmation; you can close this.") : ""
            variant: "small"
            color: dialog.send.problem !== "" ? Theme.warning : Theme.textMuted
            Accessible.role: Accessible.AlertMessage
        }
    }
}
