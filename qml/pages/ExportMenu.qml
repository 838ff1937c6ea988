// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Components
import Surplus.Theme

/// What is in sight, as a file.
AppButton {
    id: button

    signal pngWanted
    signal csvWanted

    text: qsTr("Export")
    iconName: "download"
    onClicked: menu.popup(button, 0, button.height + Theme.space1)

    AppMenu {
        id: menu
        AppMenuItem { text: qsTr("Chart as PNG…"); onTriggered: button.pngWanted() }
        AppMenuItem { text: qsTr("Table as CSV…"); onTriggered: button.csvWanted() }
    }
}
