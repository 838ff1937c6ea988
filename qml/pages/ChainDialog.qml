// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
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

    title: qsTr("Chain")
    width: Math.min(parent ? parent.width - 2 * Theme.space6 : 640, 640) // for the names of the chains
    onOpened: {
        problem = "";
        done = "";
        factory.text = wallet.factory;
        token.text = wallet.token;
        endpoint.text = wallet.endpoints;
        confirmations.text = wallet.confirmations;
        preset.current = 0;
    }
    Connections {
        target: dialog.wallet
        function onChainTaken(problem: string, restart: bool) {
            dialog.problem = problem;
            dialog.done = problem !== "" ? "" : restart ? qsTr("Taken over with the engine's next start.") : qsTr("Taken over.");
        }
    }

    component Field: ColumnLayout {
        property alias text: field.text
        property string label
        spacing: 2
        AppText { text: parent.label; variant: "small"; muted: true }
        AppTextField { id: field; Layout.fillWidth: true; label: parent.label }
    }

    contentHeight: column.implicitHeight

    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { }
        ColumnLayout {
            id: column
            width: parent.width
            spacing: Theme.space3
            AppText {
                Layout.fillWidth: true
                text: dialog.title
                variant: "heading"
            }
            AppText {
                Layout.fillWidth: true
                text: qsTr("Now: %1. Whoever runs the network you share on names its factory and token. A chain can be changed as long as nothing was leased or earned; its endpoint at any time.").arg(dialog.wallet.chainName)
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
            Field { id: factory; Layout.fillWidth: true; label: qsTr("Chequebook factory") }
            Field { id: token; Layout.fillWidth: true; label: qsTr("Token") }
            RowLayout {
                spacing: Theme.space3
                Field { id: endpoint; Layout.fillWidth: true; label: qsTr("Endpoint (https://…)") }
                Field { id: confirmations; Layout.preferredWidth: 130; Layout.maximumWidth: 130; label: qsTr("Confirmations") }
            }
            AppText {
                Layout.fillWidth: true
                visible: text !== ""
                text: dialog.problem !== "" ? dialog.problem : dialog.done
                variant: "small"
                color: dialog.problem !== "" ? Theme.warning : Theme.positive
            }
            RowLayout {
                spacing: Theme.space2
                Item { Layout.fillWidth: true }
                AppButton { kind: "ghost"; text: qsTr("Close"); onClicked: dialog.close() }
                AppButton {
                    kind: "primary"
                    text: qsTr("Use this chain")
                    onClicked: dialog.wallet.setChain(preset.current, factory.text, token.text, endpoint.text, parseInt(confirmations.text) || 0)
                }
            }
        }
    }
}
