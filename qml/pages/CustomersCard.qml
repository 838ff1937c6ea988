// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

Card {
    id: card

    required property AppModel app
    readonly property SharingModel storage: app.sharing

    component Cap: RowLayout {
        id: cap
        required property string name
        property string label
        readonly property string value: card.storage.caps[name] ?? ""
        AppText {
            Layout.fillWidth: true
            text: cap.label
        }
        AppTextField {
            id: field
            Layout.preferredWidth: 110
            label: cap.label
            enabled: card.storage.available
            horizontalAlignment: Text.AlignRight
            onEditingFinished: if (text !== cap.value) card.storage.setCap(cap.name, text)
            Binding on text {
                when: !field.activeFocus
                value: cap.value
            }
        }
        AppText {
            text: card.storage.symbol
            muted: true
            wrapMode: Text.NoWrap
        }
    }

    implicitHeight: credit.implicitHeight + 2 * Theme.space5
    ColumnLayout {
        id: credit
        x: Theme.space5
        y: Theme.space5
        width: parent.width - 2 * Theme.space5
        spacing: Theme.space3
        AppText {
            Layout.fillWidth: true
            text: qsTr("Who is served")
            variant: "heading"
        }
        RowLayout {
            spacing: Theme.space4
            ColumnLayout {
                spacing: 2
                AppText {
                    Layout.fillWidth: true
                    text: qsTr("Customers without money set aside")
                }
                AppText {
                    Layout.fillWidth: true
                    text: qsTr("Up to a small amount each. What they promise is pending and may never be paid.")
                    variant: "small"
                    muted: true
                }
            }
            AppSwitch {
                label: qsTr("Customers without money set aside")
                enabled: card.storage.available
                on: card.storage.serveUnfunded
                onWanted: on => card.storage.setServeUnfunded(on)
            }
        }
        Cap {
            name: "unfundedPerCustomer"
            visible: card.storage.serveUnfunded
            label: qsTr("Each of them may owe at most")
        }
        Cap {
            name: "unfundedTotal"
            visible: card.storage.serveUnfunded
            label: qsTr("All of them together")
        }
        Cap {
            name: "exposurePerCustomer"
            label: qsTr("Any customer, earned and not settled")
        }
        Cap {
            name: "exposureTotal"
            label: qsTr("All customers, earned and not settled")
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Beyond these amounts, serving waits until something is settled or set aside.")
            variant: "small"
            muted: true
        }
        AppText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            text: qsTr("Provider address, for customers")
            variant: "small"
            muted: true
        }
        CopyField {
            Layout.fillWidth: true
            label: qsTr("Provider address")
            text: card.app.machine.provider
            onCopy: text => card.app.copy(text)
        }
    }
}
