// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

Card {
    id: card

    required property AppModel app
    readonly property SharingModel storage: app.sharing

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
                    text: qsTr("What they promise is pending and may never be paid. How much that may be is limited.")
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
