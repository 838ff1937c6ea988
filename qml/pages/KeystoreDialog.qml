// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The payout key as a file under a password.
AppDialog {
    id: dialog

    required property AppModel app
    readonly property PayoutModel payout: app.payout
    property string problem
    property bool written: false
    readonly property string weakness: password.text.length < 10 ? qsTr("At least ten characters")
        : password.text !== again.text ? qsTr("The two are not the same") : ""

    title: qsTr("Export the key")
    onOpened: {
        problem = "";
        written = false;
        password.forceActiveFocus();
    }
    onClosed: {
        password.clear();
        again.clear();
    }
    Connections {
        target: dialog.payout
        enabled: dialog.opened
        function onExportEnded(problem: string) {
            dialog.problem = problem;
            dialog.written = problem === "";
        }
    }

    contentHeight: column.implicitHeight

    DialogColumn {
        id: column
        anchors.fill: parent
        buttons: [
            Item { Layout.fillWidth: true },
            AppButton {
                kind: dialog.written ? "primary" : "ghost"
                text: dialog.written ? qsTr("Close") : qsTr("Cancel")
                onClicked: dialog.close()
            },
            AppButton {
                visible: !dialog.written
                kind: "primary"
                text: dialog.payout.working ? qsTr("Writing…") : qsTr("Save as…")
                enabled: !dialog.payout.working && dialog.weakness === ""
                disabledReason: dialog.weakness
                onClicked: {
                    picker.currentFolder = dialog.app.earnings.exportFolder();
                    picker.selectedFile = picker.currentFolder + "/surplus-key-" + dialog.payout.address.slice(2, 10) + ".json";
                    picker.open();
                }
            }
        ]
        AppText {
            Layout.fillWidth: true
            text: dialog.title
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("A keystore file (version 3) that every Ethereum wallet and surplusctl read. Whoever has the file and its password has your earnings; without the password nobody can open it, and nobody can give it back to you.")
            variant: "small"
            muted: true
        }
        FormField {
            id: password
            visible: !dialog.written
            Layout.fillWidth: true
            label: qsTr("Password")
            hint: qsTr("At least ten characters")
            echoMode: TextInput.Password
            onAccepted: again.forceActiveFocus()
        }
        FormField {
            id: again
            visible: !dialog.written
            Layout.fillWidth: true
            label: qsTr("The same again")
            problem: password.text.startsWith(text) ? "" : qsTr("The two are not the same")
            echoMode: TextInput.Password
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: dialog.written ? qsTr("The file is written. Keep it where it outlives this computer.") : dialog.problem
            variant: "small"
            color: dialog.written ? Theme.positive : Theme.warning
        }
    }
    FileDialog {
        id: picker
        title: qsTr("Keystore file")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "json"
        acceptLabel: qsTr("Save")
        nameFilters: [qsTr("Keystore (*.json)")]
        onAccepted: dialog.payout.exportKeystore(password.text, selectedFile)
    }
}
