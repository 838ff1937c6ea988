// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick.Dialogs
import Surplus.Models

/// Another folder for what customers store, and nothing else: the limit, the prices and whether it is on stay as they are.
FolderDialog {
    required property SharingModel storage

    title: qsTr("Folder for what customers store")
    onAccepted: storage.setFolder(storage.localPath(selectedFolder))
}
