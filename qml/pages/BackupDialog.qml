// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// A backup under a password, or one that is restored.
AppDialog {
    id: dialog

    required property AppModel app
    readonly property SettingsModel settings: app.settings
    property bool restoring: false
    property bool done: false
    property string problem
    readonly property string missing: restoring ? (password.text === "" ? qsTr("The backup needs its password") : "") : password.text.length < 10 ? qsTr("At least ten characters") : again.text !== password.text ? qsTr("The two are not the same") : ""

    title: restoring ? qsTr("Restore from a backup") : qsTr("Back up this machine")
    width: 480
    closePolicy: settings.working ? Popup.NoAutoClose : Popup.CloseOnEscape
    onOpened: password.forceActiveFocus()
    onClosed: {
        password.clear();
        again.clear();
        done = false;
        problem = "";
    }
    Connections {
        target: dialog.settings
        enabled: dialog.opened
        function onBackupEnded(problem: string) { dialog.problem = problem; dialog.done = problem === ""; }
        function onRestoreEnded(problem: string) { dialog.problem = problem; dialog.done = problem === ""; }
    }

    contentHeight: column.implicitHeight
    DialogColumn {
        id: column
        anchors.fill: parent
        buttons: [
            Item { Layout.fillWidth: true },
            AppButton {
                kind: dialog.done && !dialog.restoring ? "primary" : "ghost"
                text: dialog.done ? qsTr("Close") : qsTr("Cancel")
                enabled: !dialog.settings.working
                onClicked: dialog.close()
            },
            AppButton {
                visible: !dialog.done
                kind: "primary"
                text: dialog.settings.working ? qsTr("One moment…") : dialog.restoring ? qsTr("Choose the file…") : qsTr("Save as…")
                enabled: !dialog.settings.working && dialog.missing === ""
                disabledReason: dialog.missing
                onClicked: {
                    picker.currentFolder = dialog.app.earnings.exportFolder();
                    if (!dialog.restoring)
                        picker.selectedFile = dialog.settings.backupFile();
                    picker.open();
                }
            },
            IrreversibleButton {
                visible: dialog.done && dialog.restoring
                text: qsTr("Quit Surplus")
                onConfirmed: dialog.app.quit(false)
            }
        ]
        AppText { Layout.fillWidth: true; text: dialog.title; variant: "heading" }
        AppText {
            Layout.fillWidth: true
            visible: !dialog.done
            text: dialog.restoring ? qsTr("Only one computer may go on with a backup: two with the same identity would promise the same space twice. A ledger from an older backup learns the missing vouchers when customers come back.")
                : qsTr("Nobody can open the file without its password, and nobody can give it back to you.")
            variant: "small"
            muted: true
        }
        FormField {
            id: password
            visible: !dialog.done
            Layout.fillWidth: true
            label: qsTr("Password")
            hint: dialog.restoring ? "" : qsTr("At least ten characters")
            echoMode: TextInput.Password
            onAccepted: if (again.visible) again.forceActiveFocus()
        }
        FormField {
            id: again
            visible: !dialog.done && !dialog.restoring
            Layout.fillWidth: true
            label: qsTr("The same again")
            problem: password.text.startsWith(text) ? "" : qsTr("The two are not the same")
            echoMode: TextInput.Password
        }
        AppText { visible: text !== ""; Layout.fillWidth: true; text: dialog.problem; dataOnly: true; color: Theme.warning; variant: "small" }
        AppText {
            visible: dialog.done
            Layout.fillWidth: true
            text: dialog.restoring ? qsTr("The backup is ready. It is put in place when Surplus starts again.") : qsTr("The file is written. Keep it where it outlives this computer.")
        }
    }
    FileDialog {
        id: picker
        title: dialog.title
        fileMode: dialog.restoring ? FileDialog.OpenFile : FileDialog.SaveFile
        defaultSuffix: "surplus-backup"
        acceptLabel: dialog.restoring ? qsTr("Open") : qsTr("Save")
        nameFilters: dialog.restoring ? [qsTr("Backup (*.surplus-backup)"), qsTr("All files (*)")] : [qsTr("Backup (*.surplus-backup)")]
        onAccepted: {
            dialog.problem = "";
            if (dialog.restoring)
                dialog.settings.restore(selectedFile, password.text);
            else
                dialog.settings.backUp(selectedFile, password.text);
        }
    }
}
