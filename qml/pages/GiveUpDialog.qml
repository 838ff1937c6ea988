// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models

/// What customers stored is gone for good: its leases are given up, so that another folder can be chosen.
AppDialog {
    id: dialog

    required property AppModel app
    readonly property SharingModel storage: app.sharing
    property string problem

    title: qsTr("Are the stored files gone for good?")
    width: 480
    closePolicy: storage.givingUp ? Popup.NoAutoClose : Popup.CloseOnEscape
    onOpened: {
        problem = "";
        wait.forceActiveFocus();
    }
    Connections {
        target: dialog.storage
        enabled: dialog.opened
        function onGaveUp(problem: string) {
            dialog.problem = problem;
            if (problem === "")
                dialog.close();
        }
    }
    contentHeight: column.implicitHeight

    DialogColumn {
        id: column
        anchors.fill: parent
        buttons: [
            Item { Layout.fillWidth: true },
            AppButton {
                id: wait
                text: qsTr("Keep waiting")
                enabled: !dialog.storage.givingUp
                onClicked: dialog.close()
            },
            IrreversibleButton {
                kind: "danger"
                text: qsTr("Give the leases up")
                about: String(dialog.storage.leases)
                possible: !dialog.storage.givingUp
                onConfirmed: dialog.storage.giveUp()
            }
        ]
        AppText {
            Layout.fillWidth: true
            text: dialog.title
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("%1 can't be found. If its disk can be connected again, do that instead: then everything goes on.").arg(dialog.storage.folder)
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("If the files are gone, %n lease(s) end now. Their customers are told that what they stored is lost, and pay nothing more for keeping it. What you have earned stays yours, and you can choose a new folder. It can't be undone.", "", dialog.storage.leases)
        }
        Banner {
            visible: dialog.problem !== ""
            Layout.fillWidth: true
            tone: "warning"
            title: qsTr("That didn't work")
            detail: dialog.problem
        }
    }
}
