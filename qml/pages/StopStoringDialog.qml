// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models

/// What becomes of what is stored, before storage is switched off.
AppDialog {
    id: dialog

    required property AppModel app

    title: qsTr("Stop storing files?")
    width: 440
    onOpened: keep.forceActiveFocus()
    contentHeight: column.implicitHeight
    DialogColumn {
        id: column
        anchors.fill: parent
        buttons: [
            Item { Layout.fillWidth: true },
            AppButton {
                id: keep
                text: qsTr("Keep sharing")
                onClicked: dialog.close()
            },
            IrreversibleButton {
                kind: "danger"
                text: qsTr("Stop storing")
                onConfirmed: {
                    dialog.app.sharing.setEnabled(false);
                    dialog.close();
                }
            }
        ]
        AppText {
            Layout.fillWidth: true
            text: dialog.title
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("%1 stays on this computer until its leases end, but customers can't fetch it while storage is off.").arg(Format.bytes(dialog.app.sharing.leased))
        }
    }
}
