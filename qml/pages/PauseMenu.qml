// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// Pause with a choice of how long; Resume while paused.
AppButton {
    id: button

    required property MachineModel machine

    text: machine.paused ? qsTr("Resume") : qsTr("Pause")
    iconName: machine.paused ? "play" : "pause"
    enabled: machine.paused || machine.sharing
    disabledReason: qsTr("Nothing is being shared now.")
    onClicked: {
        if (machine.paused)
            machine.resume();
        else
            menu.popup(button, 0, button.height + Theme.space1);
    }

    Menu {
        id: menu
        width: 220
        background: Rectangle {
            color: Theme.raised
            border.color: Theme.borderRaised
            radius: Theme.radiusControl
        }
        component Entry: MenuItem {
            id: entry
            implicitHeight: Theme.sizeControl
            contentItem: Text {
                leftPadding: Theme.space2
                text: entry.text
                font: Theme.bodyFont
                color: Theme.text
                verticalAlignment: Text.AlignVCenter
            }
            background: Rectangle {
                x: Theme.space1
                width: entry.width - 2 * Theme.space1
                radius: Theme.radiusSmall
                color: entry.highlighted ? Theme.hover : "transparent"
            }
        }
        Entry { text: qsTr("For 1 hour"); onTriggered: button.machine.pause(3600) }
        Entry { text: qsTr("For 3 hours"); onTriggered: button.machine.pause(3 * 3600) }
        Entry { text: qsTr("Until tomorrow, 08:00"); onTriggered: button.machine.pauseUntilTomorrow() }
        Entry { text: qsTr("Until I resume"); onTriggered: button.machine.pause(0) }
    }
}
