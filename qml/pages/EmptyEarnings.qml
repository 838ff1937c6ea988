// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// Why there is nothing yet, when that changes, and what can be done.
Card {
    id: card

    required property AppModel app
    readonly property bool needsSetup: app.machine.needsSetup
    signal setupWanted

    implicitHeight: column.implicitHeight + 2 * Theme.space6

    ColumnLayout {
        id: column
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.space6, 560)
        spacing: Theme.space3
        Logo {
            Layout.alignment: Qt.AlignHCenter
            size: 40
            opacity: 0.9
        }
        AppText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            text: card.needsSetup ? qsTr("Nothing is shared yet") : qsTr("No earnings yet")
            variant: "heading"
            horizontalAlignment: Text.AlignHCenter
        }
        AppText {
            Layout.fillWidth: true
            text: card.needsSetup
                ? qsTr("Surplus asks for a folder, a limit and where your earnings should go. Nothing is shared before that.")
                : card.app.machine.provider === "" ? qsTr("What you earn is shown here, from the first customer on.")
                : qsTr("Customers aren't found on their own yet: they come by the address below. Give it to whoever wants to store files with you.")
            variant: "small"
            muted: true
            horizontalAlignment: Text.AlignHCenter
        }
        AppButton {
            visible: card.needsSetup
            Layout.alignment: Qt.AlignHCenter
            text: qsTr("Set up sharing…")
            onClicked: card.setupWanted()
        }
        CopyField {
            visible: !card.needsSetup && card.app.machine.provider !== ""
            Layout.fillWidth: true
            label: qsTr("Provider address")
            text: card.app.machine.provider
            onCopy: text => card.app.copy(text)
        }
        AppText {
            visible: !card.needsSetup && card.app.machine.provider !== ""
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            text: qsTr("To try it yourself, store a file from a terminal:")
            variant: "small"
            muted: true
            horizontalAlignment: Text.AlignHCenter
        }
        CopyField {
            visible: !card.needsSetup && card.app.machine.provider !== ""
            Layout.fillWidth: true
            label: qsTr("Command")
            text: "surplus-customer put FILE --provider " + card.app.machine.provider
            onCopy: text => card.app.copy(text)
        }
    }
}
