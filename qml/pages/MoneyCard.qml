// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The states of money, customer by customer.
Card {
    id: card

    required property AppModel app
    readonly property WalletModel wallet: app.wallet

    component Cell: AppText {
        property bool first: false
        Layout.fillWidth: true
        Layout.preferredWidth: first ? 3 : 1.4
        horizontalAlignment: first ? Text.AlignLeft : Text.AlignRight
        variant: "small"
        elide: Text.ElideRight; mayElide: true
        wrapMode: Text.NoWrap
    }

    implicitHeight: column.implicitHeight + 2 * Theme.space5
    ColumnLayout {
        id: column
        x: Theme.space5
        y: Theme.space5
        width: parent.width - 2 * Theme.space5
        spacing: Theme.space2
        AppText {
            Layout.fillWidth: true
            text: qsTr("By customer")
            variant: "heading"
        }
        RowLayout {
            Cell { first: true; text: qsTr("Customer"); muted: true }
            Cell { text: qsTr("Pending"); muted: true }
            Cell { text: qsTr("Secured"); muted: true }
            Cell { text: qsTr("Bounced"); muted: true }
            Cell { text: qsTr("Settled"); muted: true }
            Cell { text: qsTr("Earned, %1").arg(card.app.sharing.symbol); muted: true }
        }
        Repeater {
            model: card.wallet.customers
            ColumnLayout {
                id: row
                required property var modelData
                Layout.fillWidth: true
                spacing: Theme.space2
                Rectangle {
                    Layout.fillWidth: true
                    implicitHeight: 1
                    color: Theme.border
                }
                RowLayout {
                    Cell { first: true; text: row.modelData.customer; font.family: Theme.monoFamily }
                    Cell { text: row.modelData.pending; muted: true }
                    Cell { text: row.modelData.secured }
                    Cell { text: row.modelData.bounced; color: row.modelData.hasBounced ? Theme.warning : Theme.textMuted }
                    Cell { text: row.modelData.settled }
                    Cell { text: row.modelData.earned; weight: Font.DemiBold }
                }
            }
        }
        AppText {
            visible: card.wallet.customerCount > card.wallet.customersNamed
            Layout.fillWidth: true
            text: qsTr("The largest %1 of %2. surplusctl vouchers lists all.").arg(card.wallet.customersNamed).arg(card.wallet.customerCount)
            variant: "small"
            muted: true
        }
    }
}
