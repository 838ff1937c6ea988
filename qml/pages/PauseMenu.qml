// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// Pause with a choice of how long; Resume while paused.
AppButton {
    id: button

    required property MachineModel machine

    text: machine.canResume ? qsTr("Resume") : qsTr("Pause")
    iconName: machine.canResume ? "play" : "pause"
    enabled: machine.canResume || machine.sharing
    disabledReason: machine.paused ? qsTr("Paused by a rule: %1. The rules are on the Sharing page.").arg(machine.secondLine) : qsTr("Nothing is being shared now.")
    onClicked: {
        if (machine.canResume)
            machine.resume();
        else
            menu.popup(button, 0, button.height + Theme.space1);
    }

    AppMenu {
        id: menu
        AppMenuItem { text: qsTr("For 1 hour"); onTriggered: button.machine.pause(3600) }
        AppMenuItem { text: qsTr("For 3 hours"); onTriggered: button.machine.pause(3 * 3600) }
        AppMenuItem { text: qsTr("For 6 hours"); onTriggered: button.machine.pause(6 * 3600) }
        AppMenuItem { text: qsTr("For 12 hours"); onTriggered: button.machine.pause(12 * 3600) }
        AppMenuItem { text: qsTr("Until tomorrow, 08:00"); onTriggered: button.machine.pauseUntilTomorrow() }
        AppMenuItem { text: qsTr("Until I resume"); onTriggered: button.machine.pause(0) }
    }
}
