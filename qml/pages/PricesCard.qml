// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

Card {
    id: card

    required property SharingModel storage

    implicitHeight: prices.implicitHeight + 2 * Theme.space5
    ColumnLayout {
        id: prices
        x: Theme.space5
        y: Theme.space5
        width: parent.width - 2 * Theme.space5
        spacing: Theme.space3
        AppText {
            Layout.fillWidth: true
            text: qsTr("Prices")
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("For new leases. Leases that run keep theirs.")
            variant: "small"
            muted: true
        }
        TokensRow {
            name: "keepPrice"
            storage: card.storage
            onEntered: text => card.storage.setPrice(name, text)
            label: qsTr("Keeping 1 GB for a day")
            value: card.storage.keepPrice
        }
        TokensRow {
            name: "retrievePrice"
            storage: card.storage
            onEntered: text => card.storage.setPrice(name, text)
            label: qsTr("Retrieving 1 GB")
            value: card.storage.retrievePrice
        }
    }
}
