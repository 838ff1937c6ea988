// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The second step: an address that earnings go to, and its backup.
ColumnLayout {
    id: step

    required property AppModel app
    readonly property string problem: choice.problem
    signal edited
    function value() { return choice.value(); }
    function reset() { choice.reset(); }

    spacing: Theme.space4
    AppText { Layout.fillWidth: true; text: qsTr("Where do your earnings go?"); variant: "display"; Accessible.role: Accessible.Heading }
    AppText {
        Layout.fillWidth: true
        text: step.app.payout.chosen ? qsTr("They are paid to this address.") : qsTr("To a key of your own, which nobody else has, or to an address that you have already.")
        muted: true
    }
    Card {
        visible: !step.app.payout.chosen
        Layout.fillWidth: true
        implicitHeight: choice.implicitHeight + 2 * Theme.space6
        PayoutChoice {
            id: choice
            x: Theme.space6
            y: Theme.space6
            width: parent.width - 2 * Theme.space6
            payout: step.app.payout
            onEdited: step.edited()
        }
    }
    Card {
        visible: step.app.payout.chosen
        Layout.fillWidth: true
        implicitHeight: chosen.implicitHeight + 2 * Theme.space6
        ColumnLayout {
            id: chosen
            x: Theme.space6
            y: Theme.space6
            width: parent.width - 2 * Theme.space6
            spacing: Theme.space3
            AppText { Layout.fillWidth: true; text: step.app.payout.address; variant: "mono"; wrapMode: Text.WrapAnywhere }
            RowLayout {
                visible: step.app.payout.keyInKeychain
                spacing: Theme.space3
                Icon { name: step.app.wallet.backedUp ? "check" : "info"; color: step.app.wallet.backedUp ? Theme.positive : Theme.warning }
                AppText {
                    Layout.fillWidth: true
                    text: step.app.wallet.backedUp ? qsTr("Backed up") : qsTr("Write down its recovery words. Without them a lost computer is lost earnings. It can be done later, in the Wallet.")
                    variant: "small"
                }
                AppButton {
                    visible: !step.app.wallet.backedUp
                    text: qsTr("Write them down…")
                    onClicked: words.open()
                }
            }
        }
    }
    LazyDialog {
        id: words
        dialog: Component { WordsDialog { app: step.app } }
    }
}
