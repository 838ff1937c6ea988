// SPDX-License-Identifier: GPL-3.0-or-later
import Surplus.Components
import Surplus.Models

/// Why something of the storage could not be changed.
Banner {
    required property SharingModel storage

    visible: storage.error !== ""
    tone: "warning"
    title: qsTr("That didn't work")
    detail: storage.error
    actionText: qsTr("OK")
    onAction: storage.clearError()
}
