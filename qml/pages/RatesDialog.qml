// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// What tokens are worth to the user: the source of everything that is marked as an estimate.
AppDialog {
    id: dialog

    required property AppModel app
    readonly property WalletModel wallet: app.wallet
    readonly property bool valid: tokenRate.problem === "" && coinRate.problem === ""

    title: qsTr("Rates")
    width: 480
    onOpened: {
        tokenRate.text = wallet.tokenRate;
        coinRate.text = wallet.coinRate;
        currency.text = wallet.currency;
        currency.forceActiveFocus();
    }

    contentHeight: column.implicitHeight
    DialogColumn {
        id: column
        anchors.fill: parent
        buttons: [
            Item { Layout.fillWidth: true },
            AppButton { kind: "ghost"; text: qsTr("Cancel"); onClicked: dialog.close() },
            AppButton {
                kind: "primary"
                text: qsTr("Done")
                enabled: dialog.valid
                disabledReason: tokenRate.problem !== "" ? tokenRate.problem : coinRate.problem
                onClicked: {
                    dialog.wallet.currency = currency.text;
                    dialog.wallet.tokenRate = tokenRate.text;
                    dialog.wallet.coinRate = coinRate.text;
                    dialog.close();
                }
            }
        ]
        AppText { Layout.fillWidth: true; text: dialog.title; variant: "heading" }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Rates are yours to set; nothing is looked up. What they give is marked as an estimate everywhere.")
            variant: "small"
            muted: true
        }
        RowLayout {
            spacing: Theme.space3
            FormField { id: currency; Layout.alignment: Qt.AlignTop; Layout.preferredWidth: 90; Layout.maximumWidth: 90; label: qsTr("Currency") }
            FormField {
                id: tokenRate
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                lines: 2
                label: qsTr("For one %1").arg(dialog.app.sharing.symbol)
                hint: qsTr("Such as %1; empty means none.").arg((0.25).toLocaleString(Qt.locale(), "f", 2))
                problem: dialog.wallet.rateProblem(text)
            }
        }
        FormField {
            id: coinRate
            visible: dialog.wallet.chainUsed
            Layout.fillWidth: true
            label: qsTr("%1 for one %2").arg(dialog.app.sharing.symbol).arg(dialog.wallet.coin)
            hint: qsTr("To compare the network's fee with an amount.")
            problem: dialog.wallet.rateProblem(text)
        }
    }
}
