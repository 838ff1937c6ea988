// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The third step: what was chosen, and what happens now.
ColumnLayout {
    id: step

    required property AppModel app
    required property string folder
    required property real limit
    readonly property alias startAtLogin: login.on
    readonly property alias notify: tell.on
    readonly property alias serveUnfunded: unfunded.on
    readonly property var pauses: {
        const list = [];
        if (app.conditions.battery)
            list.push(qsTr("On battery"));
        if (app.conditions.metered)
            list.push(qsTr("Metered network"));
        return list.length > 0 ? list.join(" · ") : qsTr("Only when you say so");
    }

    component Choice: SettingRow {
        id: choice
        property bool on: true
        AppSwitch {
            label: choice.title
            on: choice.on
            onWanted: on => choice.on = on
        }
    }
    spacing: Theme.space4
    AppText { Layout.fillWidth: true; text: qsTr("You're ready"); variant: "display"; Accessible.role: Accessible.Heading }
    AppText {
        Layout.fillWidth: true
        text: step.app.tray ? qsTr("Surplus shares in the background; its icon is in the tray.") : qsTr("Surplus shares in the background. Closing its window minimises it.")
        muted: true
    }
    SettingsCard {
        title: qsTr("Summary")
        SettingRow { first: true; iconName: "storage"; title: qsTr("Storage"); detail: qsTr("Up to %1 in %2").arg(Format.bytes(step.limit)).arg(Format.apart(step.folder)) }
        SettingRow { iconName: "wallet"; title: qsTr("Paid to"); detail: Format.apart(step.app.payout.address) }
        SettingRow { iconName: "battery"; title: qsTr("Pauses"); detail: step.pauses }
    }
    SettingsCard {
        title: qsTr("And")
        Choice {
            id: login
            first: true
            title: qsTr("Start Surplus when I log in")
            detail: qsTr("It stays out of your way")
        }
        Choice {
            id: tell
            title: qsTr("Tell me when something needs attention")
            detail: qsTr("At most one notification per problem")
        }
        Choice {
            id: unfunded
            title: qsTr("Serve customers who have set no money aside")
            detail: qsTr("Up to a small amount each. What they promise may never be paid")
        }
    }
    RowLayout {
        spacing: Theme.space3
        Icon { name: "clock"; color: Theme.textMuted; size: Theme.sizeIconSmall }
        AppText {
            Layout.fillWidth: true
            text: qsTr("What happens now: customers find room here when you give them your address, from the Overview. Earnings appear as they store and fetch.")
            variant: "small"
            muted: true
        }
    }
}
