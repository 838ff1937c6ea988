// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The first step: how much of the disk, where, and what that may cost.
ColumnLayout {
    id: step

    required property AppModel app
    required property string folder
    required property real limit
    property string problem ///< of the folder
    readonly property real free: app.sharing.freeIn(folder)
    property real room: 0 ///< free, or what was free before while the folder makes no sense
    property alias shownLimit: slider.value
    onFreeChanged: if (free > 0) room = free
    signal folderChosen(string folder)
    signal limitChosen(real limit)

    component Note: RowLayout {
        id: note
        property string iconName
        property string text
        spacing: Theme.space3
        Icon { Layout.alignment: Qt.AlignTop; name: note.iconName; color: Theme.textMuted; size: Theme.sizeIconSmall }
        AppText { Layout.fillWidth: true; text: note.text; variant: "small"; muted: true }
    }

    spacing: Theme.space4
    AppText { Layout.fillWidth: true; text: qsTr("What would you like to share?"); variant: "display"; Accessible.role: Accessible.Heading }
    AppText { Layout.fillWidth: true; text: qsTr("Pick what this computer can spare. You can change or stop it later."); muted: true }
    Card {
        Layout.fillWidth: true
        implicitHeight: rows.implicitHeight + 2 * Theme.space6
        ColumnLayout {
            id: rows
            x: Theme.space6
            y: Theme.space6
            width: parent.width - 2 * Theme.space6
            spacing: Theme.space4
            RowLayout {
                spacing: Theme.space4
                Icon { name: "storage"; size: 22; color: Theme.storage }
                ColumnLayout {
                    spacing: 2
                    AppText { Layout.fillWidth: true; text: qsTr("Storage"); variant: "heading" }
                    AppText { Layout.fillWidth: true; text: qsTr("Keeps encrypted pieces of other people's files"); variant: "small"; muted: true }
                }
                AppText {
                    text: qsTr("%1 of %2 free").arg(Format.bytes(slider.value)).arg(Format.bytes(step.room))
                    weight: Font.Medium
                    wrapMode: Text.NoWrap
                }
            }
            AppSlider {
                id: slider
                Layout.fillWidth: true
                label: qsTr("Storage limit")
                from: 1e9
                to: Math.max(2e9, step.room - 1e9)
                stepSize: 1e9
                onMoved: step.limitChosen(value)
                Binding on value {
                    when: !slider.pressed
                    restoreMode: Binding.RestoreNone // what is there stays, to be changed
                    value: Math.min(step.limit, slider.to)
                }
            }
            RowLayout {
                spacing: Theme.space2
                AppTextField {
                    id: field
                    Layout.fillWidth: true
                    label: qsTr("Folder")
                    text: step.folder
                    wrong: step.problem !== ""
                    onTextEdited: step.folderChosen(text)
                }
                AppButton { text: qsTr("Choose…"); Accessible.name: qsTr("Choose the folder"); onClicked: picker.open() }
            }
            AppText {
                visible: text !== ""
                Layout.fillWidth: true
                text: step.problem
                variant: "small"
                color: Theme.warning
                Accessible.role: Accessible.AlertMessage
            }
        }
    }
    Card {
        Layout.fillWidth: true
        implicitHeight: worth.implicitHeight + 2 * Theme.space4
        ColumnLayout {
            id: worth
            x: Theme.space6
            y: Theme.space4
            width: parent.width - 2 * Theme.space6
            spacing: 2
            AppText {
                Layout.fillWidth: true
                text: qsTr("0 to %1 %2 a day for what is kept").arg(step.app.sharing.mostPerDay(slider.value)).arg(step.app.sharing.symbol)
                weight: Font.Medium
            }
            AppText {
                Layout.fillWidth: true
                text: qsTr("From no customer to a full folder, at your price; what customers fetch is paid on top. Not a promise.")
                variant: "small"
                muted: true
            }
        }
    }
    Note { iconName: "storage"; text: qsTr("Disk: at most %1, and 1 GB always stays free.").arg(Format.bytes(slider.value)) }
    Note { iconName: "wifi"; text: qsTr("Traffic: what customers store and fetch. A speed limit and a monthly cap are on the Sharing page.") }
    Note { iconName: "clock"; text: qsTr("Power: next to nothing while the computer is on anyway. A computer left on for it alone uses more than it may earn.") }
    Note { iconName: "battery"; text: qsTr("Pauses by itself on battery and on metered networks.") }
    Note { iconName: "lock"; text: qsTr("What others store here is encrypted before it arrives. Nothing is shared before the last step.") }
    FolderDialog {
        id: picker
        title: qsTr("Folder for what customers store")
        onAccepted: step.folderChosen(step.app.sharing.localPath(selectedFolder))
    }
}
