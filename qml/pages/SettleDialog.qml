// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The last look before something is signed, and then what becomes of it. It may be closed while it waits.
AppDialog {
    id: dialog

    required property AppModel app
    readonly property WalletModel wallet: app.wallet
    readonly property bool asking: wallet.step === WalletModel.Idle
    property string ticket ///< where a permission was saved

    title: qsTr("Settle your earnings")
    width: 480
    onOpened: {
        ticket = "";
        fee.text = (0.5).toLocaleString(Qt.locale(), "f", 1);
        wallet.letGo();
        notNow.forceActiveFocus();
    }
    onClosed: wallet.letGo()
    Connections {
        target: dialog.wallet
        function onTicketWritten(file: string) { dialog.ticket = file; }
    }
    FileDialog {
        id: saver
        fileMode: FileDialog.SaveFile
        defaultSuffix: "json"
        acceptLabel: qsTr("Save")
        title: qsTr("Save the permission")
        nameFilters: [qsTr("Permission (*.json)")]
        onAccepted: dialog.wallet.authorize(fee.text, selectedFile)
    }

    contentHeight: content.implicitHeight

    DialogColumn {
        id: content
        anchors.fill: parent
        buttons: [
            AppText {
                Layout.fillWidth: true
                visible: dialog.asking && dialog.wallet.canPay
                text: qsTr("Fee at most %1").arg(dialog.wallet.feeCap)
                variant: "small"
                muted: true
            },
            Item { Layout.fillWidth: true; visible: !(dialog.asking && dialog.wallet.canPay) },
            AppButton {
                id: notNow
                focus: true
                text: dialog.wallet.step === WalletModel.Done || dialog.ticket !== "" ? qsTr("Done") : dialog.asking ? qsTr("Not now") : qsTr("Close")
                onClicked: if (!dialog.fresh) dialog.close()
            },
            IrreversibleButton {
                visible: dialog.asking && dialog.wallet.canPay
                about: dialog.wallet.groupedPayout + dialog.wallet.feeCap
                possible: dialog.wallet.planned // looking again changes nothing until it has found something else
                reason: qsTr("The fee isn't known right now.")
                text: qsTr("Settle %1 %2").arg(dialog.wallet.receive).arg(dialog.app.sharing.symbol)
                onConfirmed: dialog.wallet.settle()
            },
            IrreversibleButton {
                readonly property bool mayAllow: dialog.wallet.hasKey && dialog.wallet.payoutIndex === 0
                visible: dialog.asking && !dialog.wallet.canPay && dialog.ticket === ""
                possible: dialog.wallet.planned && mayAllow && fee.problem === ""
                reason: !mayAllow ? qsTr("Only the key of the address that is paid can allow this.") : fee.problem !== "" ? fee.problem : qsTr("The fee isn't known right now.")
                text: qsTr("Sign and save…")
                onConfirmed: {
                    saver.currentFolder = dialog.app.earnings.exportFolder();
                    saver.open();
                }
            }
        ]
        RowLayout {
            ColumnLayout {
                spacing: 0
                AppText {
                    Layout.fillWidth: true
                    text: dialog.wallet.step === WalletModel.Done ? qsTr("%1 %2 is in your wallet").arg(dialog.wallet.arrived).arg(dialog.app.sharing.symbol) : dialog.title
                    variant: "heading"
                }
                AppText {
                    Layout.fillWidth: true
                    text: dialog.wallet.step === WalletModel.Done ? qsTr("One payment on %1.").arg(dialog.wallet.chainName) : qsTr("One payment on %1. It can't be undone.").arg(dialog.wallet.chainName)
                    variant: "small"
                    muted: true
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: receive.implicitHeight + 2 * Theme.space4
            radius: Theme.radiusControl
            color: Theme.sunken
            ColumnLayout {
                id: receive
                x: Theme.space4
                y: Theme.space4
                width: parent.width - 2 * Theme.space4
                spacing: 0
                AppText {
                    text: dialog.wallet.step === WalletModel.Done ? qsTr("You received") : qsTr("You receive")
                    variant: "small"
                    muted: true
                }
                Row {
                    spacing: Theme.space2
                    Figures {
                        id: amount
                        text: dialog.wallet.step === WalletModel.Done ? dialog.wallet.arrived : dialog.wallet.receive
                        variant: "display"
                    }
                    AppText {
                        anchors.baseline: amount.baseline
                        text: dialog.app.sharing.symbol
                        muted: true
                        wrapMode: Text.NoWrap
                    }
                }
                AppText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: dialog.asking && dialog.wallet.ahead !== "" && dialog.wallet.notIncluded !== "" ? dialog.wallet.ahead + "\n" + dialog.wallet.notIncluded
                        : dialog.asking && dialog.wallet.ahead !== "" ? dialog.wallet.ahead : dialog.wallet.notIncluded
                    variant: "small"
                    muted: true
                }
            }
        }
        FactRow {
            Layout.fillWidth: true
            label: dialog.wallet.step === WalletModel.Done ? qsTr("Network fee") : qsTr("Network fee, at most")
            note: dialog.wallet.step === WalletModel.Done ? "" : dialog.wallet.feeNote
            value: dialog.wallet.step === WalletModel.Done ? dialog.wallet.feePaid : dialog.wallet.feeCap
            valueNote: dialog.wallet.step === WalletModel.Done ? "" : dialog.wallet.feeEstimate
        }
        ColumnLayout {
            spacing: 0
            AppText {
                text: qsTr("Paid to")
                muted: true
            }
            AppText {
                Layout.fillWidth: true
                text: dialog.wallet.groupedPayout
                variant: "mono"
                horizontalAlignment: Text.AlignLeft
            }
        }
        RowLayout {
            visible: dialog.asking && dialog.wallet.canPay
            spacing: Theme.space3
            Icon {
                Layout.alignment: Qt.AlignTop
                name: "lock"
                size: Theme.sizeIconSmall
                color: Theme.textMuted
            }
            AppText {
                Layout.fillWidth: true
                text: qsTr("Your computer's keychain may ask for your password next. Surplus never sees it.")
                variant: "small"
                muted: true
            }
        }
        ColumnLayout {
            visible: dialog.asking && !dialog.wallet.canPay && dialog.ticket === ""
            spacing: Theme.space2
            AppText {
                Layout.fillWidth: true
                text: qsTr("Your address holds %1, too little for the fee. Send it some %2, or sign a permission: whoever gets the file may settle for you within 7 days and keep at most the fee that you allow. The rest goes to your address and nowhere else.").arg(dialog.wallet.gasBalance).arg(dialog.wallet.coin)
                variant: "small"
            }
            FormField {
                id: fee
                Layout.fillWidth: true
                label: qsTr("Fee in %1, at most").arg(dialog.app.sharing.symbol)
                name: qsTr("Fee for whoever settles, at most")
                problem: dialog.wallet.receive === "" ? "" : dialog.wallet.feeProblem(text) // again for another amount
            }
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: dialog.ticket !== "" ? qsTr("Saved to %1. Give it to somebody who settles for others; it stands in your list until it is used or 7 days are over.").arg(dialog.ticket)
                : dialog.wallet.step === WalletModel.WaitingForKeychain ? qsTr("Waiting for the keychain")
                : dialog.wallet.step === WalletModel.Sent ? qsTr("Sent. Waiting for confirmation; you can close this.")
                : dialog.wallet.step === WalletModel.Failed ? dialog.wallet.stepProblem : ""
            color: dialog.wallet.step === WalletModel.Failed ? Theme.warning : Theme.text
            variant: "small"
        }
    }
}
