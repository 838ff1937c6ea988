// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models

/// Another payout address from now on, or the present one's key again.
AppDialog {
    id: dialog

    required property AppModel app
    readonly property PayoutModel payout: app.payout
    property string problem
    property bool bring: false ///< the present address's key, and nothing else

    title: bring ? qsTr("Bring the key of this address") : qsTr("Change address")
    closePolicy: payout.working ? Popup.NoAutoClose : Popup.CloseOnEscape
    onOpened: {
        problem = "";
        if (bring)
            choice.enterKey();
        else
            cancel.forceActiveFocus();
    }
    onClosed: choice.reset()
    Connections {
        target: dialog.payout
        enabled: dialog.opened
        function onChangeEnded(problem: string) {
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
                id: cancel
                kind: "ghost"
                text: qsTr("Cancel")
                enabled: !dialog.payout.working
                onClicked: dialog.close()
            },
            IrreversibleButton {
                text: dialog.payout.working ? qsTr("Changing…") : dialog.bring ? qsTr("Bring the key") : qsTr("Change address")
                about: String(choice.way)
                possible: !dialog.payout.working && choice.problem === ""
                reason: choice.problem
                onConfirmed: dialog.bring ? dialog.payout.bring(choice.value()) : dialog.payout.change(choice.value())
            }
        ]
        AppText {
            Layout.fillWidth: true
            text: dialog.title
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: dialog.bring ? qsTr("Earnings go to %1. With its key in this computer's keychain you can settle and send from here; no other key is taken.").arg(dialog.app.wallet.groupedAddress)
                : qsTr("From then on new earnings go to the new address. What customers have promised to the present one is still paid to that: its key stays in the keychain, and you keep its backup. The present one:")
            variant: "small"
            muted: true
        }
        AppText {
            Layout.fillWidth: true
            text: dialog.app.wallet.groupedAddress
            variant: "mono"
            horizontalAlignment: Text.AlignLeft
        }
        PayoutChoice {
            id: choice
            Layout.fillWidth: true
            payout: dialog.payout
            keyOnly: dialog.bring
            lengthOffered: true
            onEdited: dialog.problem = ""
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
