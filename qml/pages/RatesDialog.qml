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
    readonly property bool valid: wallet.isRate(tokenRate.text) && wallet.isRate(coinRate.text)

    title: qsTr("Rates")
    width: 480
    onOpened: {
        tokenRate.text = wallet.tokenRate;
        coinRate.text = wallet.coinRate;
        currency.text = wallet.currency;
        currency.forceActiveFocus();
    }

    component Field: ColumnLayout {
        property alias text: field.text
        property alias wrong: field.wrong
        property string label
        spacing: 2
        function forceActiveFocus() { field.forceActiveFocus(); }
        AppText { text: parent.label; variant: "small"; muted: true; wrapMode: Text.NoWrap }
        AppTextField { id: field; Layout.fillWidth: true; label: parent.label }
    }

    contentHeight: column.implicitHeight
    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space3
        AppText { Layout.fillWidth: true; text: dialog.title; variant: "heading" }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Rates are yours to set; nothing is looked up. What they give is marked as an estimate everywhere.")
            variant: "small"
            muted: true
        }
        RowLayout {
            spacing: Theme.space3
            Field { id: currency; Layout.preferredWidth: 90; Layout.maximumWidth: 90; label: qsTr("Currency") }
            Field { id: tokenRate; Layout.fillWidth: true; label: qsTr("For one %1").arg(dialog.app.sharing.symbol); wrong: !dialog.wallet.isRate(text) }
        }
        Field {
            id: coinRate
            visible: dialog.wallet.chainUsed
            Layout.fillWidth: true
            label: qsTr("%1 for one %2").arg(dialog.app.sharing.symbol).arg(dialog.wallet.coin)
            wrong: !dialog.wallet.isRate(text)
        }
        AppText {
            visible: !dialog.valid
            Layout.fillWidth: true
            text: qsTr("A rate is a number above 0 such as %1; empty means none.").arg((0.25).toLocaleString(Qt.locale(), "f", 2))
            variant: "small"
            color: Theme.warning
        }
        RowLayout {
            Layout.topMargin: Theme.space2
            spacing: Theme.space2
            Item { Layout.fillWidth: true }
            AppButton { kind: "ghost"; text: qsTr("Cancel"); onClicked: dialog.close() }
            AppButton {
                kind: "primary"
                text: qsTr("Done")
                enabled: dialog.valid
                disabledReason: qsTr("A rate isn't a number")
                onClicked: {
                    dialog.wallet.currency = currency.text;
                    dialog.wallet.tokenRate = tokenRate.text;
                    dialog.wallet.coinRate = coinRate.text;
                    dialog.close();
                }
            }
        }
    }
}
