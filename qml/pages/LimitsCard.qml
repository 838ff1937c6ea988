// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// How much may be owed before serving waits.
Card {
    id: card

    required property SharingModel storage
    property bool compact: false

    component Cap: TokensRow {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        storage: card.storage
        value: card.storage.caps[name] ?? ""
        onEntered: text => card.storage.setCap(name, text)
    }

    implicitHeight: column.implicitHeight + 2 * Theme.space5
    ColumnLayout {
        id: column
        x: Theme.space5
        y: Theme.space5
        width: parent.width - 2 * Theme.space5
        spacing: Theme.space3
        AppText {
            Layout.fillWidth: true
            text: qsTr("How much may be owed")
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Beyond these amounts, serving waits until something is set aside or settled.")
            variant: "small"
            muted: true
        }
        GridLayout {
            columns: card.compact ? 1 : 2
            columnSpacing: Theme.space8
            rowSpacing: Theme.space3
            Cap {
                name: "exposurePerCustomer"
                label: qsTr("Earned and not settled, of one customer")
            }
            Cap {
                name: "exposureTotal"
                label: qsTr("Earned and not settled, of all")
            }
            Cap {
                name: "unfundedPerCustomer"
                visible: card.storage.serveUnfunded
                label: qsTr("With no money set aside, of one customer")
            }
            Cap {
                name: "unfundedTotal"
                visible: card.storage.serveUnfunded
                label: qsTr("With no money set aside, of all")
            }
        }
    }
}
