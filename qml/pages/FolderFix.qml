// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Surplus.Components
import Surplus.Models

/// The way on when the storage folder isn't there: the end of what was kept in it, then another one. What the engine says
/// against that one is shown by StorageTrouble.
AppButton {
    id: button

    required property AppModel app

    visible: app.machine.storageAbsent || app.machine.needsFolder
    small: true
    text: app.sharing.leases > 0 ? qsTr("The files are gone…") : qsTr("Choose a folder…")
    onClicked: app.sharing.leases > 0 ? giveUp.open() : chooser.open()

    LazyDialog { id: giveUp; dialog: Component { GiveUpDialog { app: button.app } } }
    LazyDialog { id: chooser; dialog: Component { FolderChooser { storage: button.app.sharing } } }
}
