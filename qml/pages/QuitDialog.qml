// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// Asked once when the window is closed while something is shared.
AppDialog {
    id: dialog

    required property AppModel app

    title: qsTr("Keep sharing in the background?")
    width: 440
    contentItem: ColumnLayout {
        spacing: Theme.space3
        AppText {
            Layout.fillWidth: true
            text: dialog.title
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("The engine can go on without this window. Open Surplus again to see it or to stop it.")
        }
        RowLayout {
            Layout.topMargin: Theme.space2
            spacing: Theme.space2
            AppButton {
                kind: "ghost"
                text: qsTr("Cancel")
                onClicked: dialog.close()
            }
            Item { Layout.fillWidth: true }
            AppButton {
                text: qsTr("Stop sharing")
                onClicked: dialog.app.quit(false)
            }
            AppButton {
                kind: "primary"
                focus: true
                text: qsTr("Keep sharing")
                onClicked: dialog.app.quit(true)
            }
        }
    }
}
