// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// Which chain pays, and how it is reached.
AppDialog {
    id: dialog

    required property AppModel app
    readonly property WalletModel wallet: app.wallet
    property string problem
    property string done
    property bool restartWanted: false
    property var wrong: ({}) ///< what is wrong, by the field's name

    title: qsTr("Chain")
    width: Math.min(parent ? parent.width - 2 * Theme.space6 : 640, 640) // for the names of the chains
    onOpened: {
        problem = "";
        done = "";
        restartWanted = false;
        wrong = {};
        factory.text = wallet.factory;
        token.text = wallet.token;
        endpoint.text = wallet.endpoints;
        confirmations.text = String(wallet.confirmations);
        preset.current = 0;
    }
    Connections {
        target: dialog.wallet
        function onChainTaken(problem: string, restart: bool) {
            dialog.problem = problem;
            dialog.restartWanted = problem === "" && restart;
            dialog.done = problem !== "" ? "" : restart ? qsTr("Taken over with the engine's next start.") : qsTr("Taken over.");
        }
    }

    function take() {
        done = "";
        restartWanted = false;
        problem = "";
        wrong = wallet.chainProblems(factory.text, token.text, endpoint.text, confirmations.text);
        if (Object.keys(wrong).length === 0)
            wallet.setChain(preset.current, factory.text, token.text, endpoint.text, confirmations.text);
    }
    function corrected(field: string) {
        const left = Object.assign({}, wrong);
        delete left[field];
        wrong = left;
    }

    contentHeight: column.implicitHeight

    DialogColumn {
        id: column
        anchors.fill: parent
        buttons: [
            Item { Layout.fillWidth: true },
            AppButton { kind: "ghost"; text: qsTr("Close"); onClicked: dialog.close() },
            AppButton {
                visible: dialog.restartWanted
                kind: "primary"
                text: qsTr("Restart engine")
                onClicked: {
                    dialog.app.machine.restart();
                    dialog.close();
                }
            },
            AppButton {
                visible: !dialog.restartWanted
                kind: "primary"
                enabled: dialog.wallet.chainUsed || !dialog.wallet.chainFixed
                disabledReason: qsTr("Something was leased or earned without a chain")
                text: qsTr("Use this chain")
                onClicked: dialog.take()
            }
        ]
        AppText {
            Layout.fillWidth: true
            text: dialog.title
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: dialog.wallet.chainFixed ? (dialog.wallet.chainUsed ? qsTr("Now: %1. What customers promised is promised on this chain and by this factory, so both stay as they are; the endpoint and the confirmations can be changed.").arg(dialog.wallet.chainName)
                    : qsTr("Now: none. A chain is chosen before the first lease: promises made since are bound to this computer's trial network, and no chain pays them. To earn on a chain, set it up in a new profile before you share."))
                : !dialog.wallet.chainUsed ? qsTr("Now: none, so what customers promise stays pending. Choose the chain before the first lease: after that it can't be changed. Whoever runs the network you share on names its factory and token.")
                : qsTr("Now: %1. Whoever runs the network you share on names its factory and token. A chain can be changed as long as nothing was leased or earned; its endpoint at any time.").arg(dialog.wallet.chainName)
            variant: "small"
            muted: true
        }
        Segmented {
            id: preset
            label: qsTr("Chain")
            options: dialog.wallet.presets
            current: 0
            onChosen: index => current = index
        }
        FormField { id: factory; Layout.fillWidth: true; label: qsTr("Chequebook factory"); font: Theme.monoFont; placeholderText: "0x…"; problem: dialog.wrong.factory ?? ""; onEdited: dialog.corrected("factory") }
        FormField { id: token; Layout.fillWidth: true; label: qsTr("Token"); font: Theme.monoFont; placeholderText: "0x…"; problem: dialog.wrong.token ?? ""; onEdited: dialog.corrected("token") }
        RowLayout {
            spacing: Theme.space3
            FormField { id: endpoint; Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("Endpoint (https://…)"); problem: dialog.wrong.endpoints ?? ""; onEdited: dialog.corrected("endpoints") }
            FormField { id: confirmations; Layout.preferredWidth: 180; Layout.maximumWidth: 180; Layout.alignment: Qt.AlignTop; lines: 2; label: qsTr("Confirmations"); problem: dialog.wrong.confirmations ?? ""; onEdited: dialog.corrected("confirmations") }
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: dialog.problem !== "" ? dialog.problem : dialog.done
            variant: "small"
            color: dialog.problem !== "" ? Theme.warning : Theme.positive
        }
    }
}
