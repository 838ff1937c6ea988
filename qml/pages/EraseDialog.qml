// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// What is lost by deleting everything, before it is.
AppDialog {
    id: dialog

    required property AppModel app

    title: qsTr("Delete my data?")
    width: 480
    contentHeight: column.implicitHeight
    DialogColumn {
        id: column
        anchors.fill: parent
        buttons: [
            Item { Layout.fillWidth: true },
            AppButton {
                id: keep
                text: qsTr("Keep everything")
                onClicked: dialog.close()
            },
            IrreversibleButton {
                kind: "danger"
                text: qsTr("Delete and quit")
                possible: sure.checked
                reason: qsTr("Tick the box first")
                onConfirmed: {
                    dialog.app.settings.eraseAtQuit();
                    dialog.app.quit(false);
                }
            }
        ]
        AppText { Layout.fillWidth: true; text: dialog.title; variant: "heading" }
        AppText {
            Layout.fillWidth: true
            text: qsTr("This machine's identity, its ledger with all vouchers, the history and the settings are deleted, and so is what customers store here. What isn't settled yet can't be settled afterwards.")
        }
        AppText {
            visible: dialog.app.sharing.leases > 0
            Layout.fillWidth: true
            text: qsTr("%n lease(s) still run: their customers lose what they stored.", "", dialog.app.sharing.leases)
            color: Theme.warning
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("The payout key stays in your keychain. Delete it there once nothing is owed to it.")
            variant: "small"
            muted: true
        }
        AppCheckBox {
            id: sure
            Layout.fillWidth: true
            text: qsTr("I want all of this deleted")
        }
    }
    onOpened: keep.forceActiveFocus()
    onClosed: sure.checked = false
}
