// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// What has become of the money, where it is paid, and settling.
PageFrame {
    id: page

    required property AppModel app
    readonly property WalletModel wallet: app.wallet

    title: qsTr("Wallet")
    note: page.app.machine.staleText
    actions: [
        AppButton {
            visible: page.wallet.hasKey
            iconName: "eye"
            text: qsTr("Recovery words")
            onClicked: words.open()
        },
        AppButton {
            visible: page.wallet.address !== ""
            text: qsTr("Change address…")
            onClicked: change.open()
        },
        AppButton {
            text: qsTr("Chain…")
            onClicked: chain.open()
        }
    ]

    function look() {
        if (visible) {
            wallet.refresh();
            app.send.refresh();
        }
    }
    onVisibleChanged: look()
    Component.onCompleted: look()
    Connections {
        target: page.wallet
        function onChainChanged() { page.look(); }
        function onSettlementsChanged() { page.look(); }
        function onCustomersChanged() { page.look(); }
    }

    LazyDialog { id: settle; dialog: Component { SettleDialog { app: page.app } } }
    LazyDialog { id: chain; dialog: Component { ChainDialog { app: page.app } } }
    LazyDialog { id: words; dialog: Component { WordsDialog { app: page.app } } }
    LazyDialog { id: change; dialog: Component { PayoutDialog { app: page.app } } }
    LazyDialog { id: bring; dialog: Component { PayoutDialog { app: page.app; bring: true } } }
    LazyDialog { id: keystore; dialog: Component { KeystoreDialog { app: page.app } } }
    LazyDialog { id: send; dialog: Component { SendDialog { app: page.app } } }

    Banner {
        visible: page.app.payout.problem !== ""
        Layout.fillWidth: true
        tone: "warning"
        title: page.app.payout.problem
        detail: page.app.payout.problemDetail
        actionText: qsTr("Check again")
        onAction: page.app.payout.refresh()
    }
    Banner {
        visible: page.wallet.chainProblem !== ""
        Layout.fillWidth: true
        tone: "warning"
        title: qsTr("%1 can't be reached").arg(page.wallet.chainName)
        detail: qsTr("Sharing goes on within the limits, with what the chain said last. %1").arg(page.wallet.chainProblem)
        actionText: qsTr("Chain…")
        onAction: chain.open()
    }
    BalanceCard {
        Layout.fillWidth: true
        app: page.app
    }
    GridLayout {
        Layout.fillWidth: true
        columns: page.compact ? 1 : 2
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4
        SettleCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 560
            app: page.app
            onReviewWanted: settle.open()
            onChainWanted: chain.open()
        }
        PayoutCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 440
            app: page.app
            onWordsWanted: words.open()
            onExportWanted: keystore.open()
            onSendWanted: send.open()
            onKeyWanted: bring.open()
        }
    }
    SettlementsCard {
        Layout.fillWidth: true
        app: page.app
    }
    MoneyCard {
        visible: page.wallet.customers.length > 0
        Layout.fillWidth: true
        app: page.app
    }
}
