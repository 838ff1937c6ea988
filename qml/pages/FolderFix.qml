// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Surplus.Components
import Surplus.Models

/// The way on when the storage folder isn't there: another one, and before that the end of what was kept in it.
AppButton {
    id: button

    required property AppModel app
    signal setupWanted

    visible: app.machine.storageAbsent
    small: true
    text: app.sharing.leases > 0 ? qsTr("The files are gone…") : qsTr("Choose a folder…")
    onClicked: app.sharing.leases > 0 ? giveUp.open() : setupWanted()

    LazyDialog { id: giveUp; dialog: Component { GiveUpDialog { app: button.app } } }
}
