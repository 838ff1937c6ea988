// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// Where settlements are paid.
Card {
    id: card

    required property AppModel app
    readonly property WalletModel wallet: app.wallet
    signal wordsWanted
    signal exportWanted
    signal sendWanted
    signal keyWanted

    implicitHeight: column.implicitHeight + 2 * Theme.space5
    ColumnLayout {
        id: column
        x: Theme.space5
        y: Theme.space5
        width: parent.width - 2 * Theme.space5
        spacing: Theme.space2
        AppText {
            Layout.fillWidth: true
            text: qsTr("Payout address")
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: card.wallet.address === "" ? qsTr("Chosen when you start sharing.") : qsTr("Where settlements are paid. Share it freely.")
            variant: "small"
            muted: true
        }
        RowLayout {
            visible: card.wallet.address !== ""
            Layout.topMargin: Theme.space2
            spacing: Theme.space5
            QrCode {
                Layout.alignment: Qt.AlignTop
                implicitWidth: 140
                implicitHeight: 140
                text: card.wallet.address
                ink: Theme.qrInk
                paper: Theme.qrPaper
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("The address as a QR code")
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space3
                AppText {
                    Layout.fillWidth: true
                    text: card.wallet.groupedAddress
                    variant: "mono"
                    horizontalAlignment: Text.AlignLeft
                }
                RowLayout {
                    spacing: Theme.space2
                    AppButton {
                        id: copy
                        small: true
                        iconName: reset.running ? "check" : "copy"
                        text: reset.running ? qsTr("Copied") : qsTr("Copy")
                        onClicked: {
                            card.app.copy(card.wallet.address);
                            reset.restart();
                        }
                        Timer { id: reset; interval: 2000 }
                    }
                    AppButton {
                        visible: card.wallet.explorer !== ""
                        small: true
                        iconName: "external"
                        text: qsTr("Explorer")
                        onClicked: Qt.openUrlExternally(card.wallet.explorer)
                    }
                }
                RowLayout {
                    spacing: Theme.space2
                    Icon {
                        name: !card.wallet.hasKey ? "info" : card.wallet.backedUp ? "check" : "alert"
                        size: Theme.sizeIconSmall
                        color: !card.wallet.hasKey ? Theme.textMuted : card.wallet.backedUp ? Theme.positive : Theme.warning
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: !card.wallet.hasKey ? qsTr("Its key isn't on this computer: bring it to settle here, or settle from the wallet that holds it.")
                            : card.wallet.backedUp ? qsTr("Backed up") : qsTr("Not backed up yet")
                        variant: "small"
                        color: !card.wallet.hasKey ? Theme.textMuted : card.wallet.backedUp ? Theme.positive : Theme.warning
                    }
                }
                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.space2
                    AppButton {
                        visible: !card.wallet.hasKey
                        small: true
                        text: qsTr("Bring its key…")
                        onClicked: card.keyWanted()
                    }
                    AppButton {
                        visible: card.wallet.hasKey && !card.wallet.backedUp
                        small: true
                        text: qsTr("Write down the words…")
                        onClicked: card.wordsWanted()
                    }
                    AppButton {
                        visible: card.wallet.hasKey
                        small: true
                        text: qsTr("Export…")
                        onClicked: card.exportWanted()
                    }
                }
            }
        }
        RowLayout {
            visible: card.wallet.address !== "" && card.wallet.chainUsed
            Layout.topMargin: Theme.space2
            spacing: Theme.space3
            AppText {
                Layout.fillWidth: true
                text: card.app.send.known ? qsTr("It holds %1 %2, and %3 for fees.").arg(card.app.send.tokens).arg(card.app.sharing.symbol).arg(card.app.send.coin)
                    : qsTr("What it holds isn't known right now.")
                variant: "small"
                muted: true
            }
            AppButton {
                visible: card.wallet.hasKey
                small: true
                enabled: card.app.send.known
                disabledReason: qsTr("The chain can't be reached right now.")
                text: qsTr("Send…")
                onClicked: card.sendWanted()
            }
        }
        AppText {
            visible: card.app.payout.former !== ""
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            text: qsTr("Before: %1. What was promised to it is still paid to it, and settled under Settle.").arg(card.app.payout.former)
            variant: "small"
            muted: true
            wrapMode: Text.Wrap
        }
    }
}
