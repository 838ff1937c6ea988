// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models

/// Asked once when the window is closed while something is shared.
AppDialog {
    id: dialog

    required property AppModel app

    title: qsTr("Keep sharing in the background?")
    width: 440
    onOpened: keep.forceActiveFocus()
    contentHeight: column.implicitHeight
    DialogColumn {
        id: column
        anchors.fill: parent
        buttons: [
            AppButton {
                kind: "ghost"
                text: qsTr("Cancel")
                onClicked: dialog.close()
            },
            Item { Layout.fillWidth: true },
            IrreversibleButton {
                kind: "standard"
                text: qsTr("Stop sharing")
                onConfirmed: dialog.app.quit(false)
            },
            AppButton {
                id: keep
                kind: "primary"
                text: qsTr("Keep sharing")
                onClicked: dialog.app.quit(true)
            }
        ]
        AppText {
            Layout.fillWidth: true
            text: dialog.title
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("The engine can go on without this window. Open Surplus again to see it or to stop it.")
        }
    }
}
