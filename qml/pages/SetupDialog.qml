// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The one dialog before anything is shared: folder, limit, where earnings go, and who is served.
AppDialog {
    id: dialog

    required property AppModel app
    readonly property SharingModel storage: app.sharing
    readonly property real free: storage.freeIn(folder.text)
    readonly property string payoutProblem: app.payout.chosen ? "" : choice.problem

    title: qsTr("What would you like to share?")
    closePolicy: storage.working ? Popup.NoAutoClose : Popup.CloseOnEscape
    onOpened: {
        storage.clearError();
        folder.text = storage.folder !== "" ? storage.folder : storage.suggestedFolder();
        limit.value = Math.max(1e9, Math.min(dialog.free * 0.25, 500e9));
        folder.forceActiveFocus();
    }
    onClosed: choice.reset()
    Connections {
        target: dialog.storage
        function onBegun() { dialog.close(); }
    }

    contentHeight: column.implicitHeight + Theme.space4 + buttons.implicitHeight

    Flickable {
        id: flick
        anchors.fill: parent
        anchors.margins: -ring
        anchors.bottomMargin: Theme.space4 + buttons.implicitHeight - ring
        contentHeight: column.implicitHeight + 2 * ring
        readonly property int ring: 4 // focus rings reach beyond what they surround
        onContentHeightChanged: {
            if (dialog.storage.error !== "") // it stands last
                contentY = Math.max(0, contentHeight - height);
        }
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { }

        ColumnLayout {
            id: column
            x: flick.ring
            y: flick.ring
            width: parent.width - 2 * flick.ring
            spacing: Theme.space3
            AppText {
                Layout.fillWidth: true
                text: dialog.title
                variant: "title"
            }
            AppText {
                Layout.fillWidth: true
                text: qsTr("Surplus keeps encrypted pieces of other people's files in one folder, up to your limit. Nothing is shared before you press the button below.")
                variant: "small"
                muted: true
            }
            AppText {
                Layout.topMargin: Theme.space2
                text: qsTr("Folder")
                variant: "bodyStrong"
            }
            RowLayout {
                spacing: Theme.space2
                AppTextField {
                    id: folder
                    Layout.fillWidth: true
                    label: qsTr("Folder")
                }
                AppButton {
                    text: qsTr("Choose…")
                    onClicked: picker.open()
                }
            }
            RowLayout {
                Layout.topMargin: Theme.space2
                AppText {
                    text: qsTr("Up to %1").arg(Format.bytes(limit.value))
                    variant: "bodyStrong"
                    wrapMode: Text.NoWrap
                }
                AppText {
                    Layout.fillWidth: true
                    text: qsTr("%1 free there").arg(Format.bytes(dialog.free))
                    variant: "small"
                    muted: true
                    horizontalAlignment: Text.AlignRight
                }
            }
            AppSlider {
                id: limit
                Layout.fillWidth: true
                label: qsTr("Storage limit")
                from: 1e9
                to: Math.max(2e9, dialog.free - 1e9)
                stepSize: 1e9
            }
            AppText {
                Layout.topMargin: Theme.space2
                text: qsTr("Where earnings go")
                variant: "bodyStrong"
            }
            AppText {
                visible: dialog.app.payout.chosen
                Layout.fillWidth: true
                text: dialog.app.payout.address
                variant: "mono"
                wrapMode: Text.WrapAnywhere
            }
            PayoutChoice {
                id: choice
                visible: !dialog.app.payout.chosen
                Layout.fillWidth: true
                payout: dialog.app.payout
            }
            AppCheckBox {
                id: unfunded
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                checked: true
                text: qsTr("Serve customers who have set no money aside, up to a small amount each. What they promise may never be paid.")
            }
            Banner {
                visible: dialog.storage.error !== ""
                Layout.fillWidth: true
                tone: "warning"
                title: qsTr("That didn't work")
                detail: dialog.storage.error
            }
        }
    }
    RowLayout {
        id: buttons
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.space2
        Item { Layout.fillWidth: true }
        AppButton {
            kind: "ghost"
            text: qsTr("Not now")
            enabled: !dialog.storage.working
            onClicked: dialog.close()
        }
        AppButton {
            kind: "primary"
            text: dialog.storage.working ? qsTr("Starting…") : qsTr("Start sharing")
            enabled: !dialog.storage.working && folder.text !== "" && dialog.payoutProblem === ""
            disabledReason: dialog.payoutProblem
            onClicked: dialog.storage.begin(folder.text, limit.value, choice.value(), unfunded.checked)
        }
    }
    FolderDialog {
        id: picker
        title: qsTr("Folder for what customers store")
        onAccepted: folder.text = dialog.storage.localPath(selectedFolder)
    }
}
