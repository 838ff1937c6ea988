// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Theme

/// What stands beside the crosshair: the bin's date, its exact parts and its uptime.
Rectangle {
    id: tip

    property var bar
    property string resource

    width: 200
    height: column.implicitHeight + 2 * Theme.space3
    color: Theme.raised
    border.color: Theme.borderRaised
    radius: Theme.radiusControl

    ColumnLayout {
        id: column
        x: Theme.space3
        y: Theme.space3
        width: parent.width - 2 * Theme.space3
        spacing: Theme.space1
        RowLayout {
            AppText {
                Layout.fillWidth: true
                text: tip.bar ? tip.bar.title : ""
                variant: "small"
                weight: Font.DemiBold
            }
            Figures {
                text: tip.bar ? tip.bar.amount : ""
                variant: "small"
            }
        }
        RowLayout {
            spacing: Theme.space2
            Rectangle {
                implicitWidth: 8
                implicitHeight: 8
                color: Theme.storage
            }
            AppText {
                Layout.fillWidth: true
                text: tip.resource
                variant: "small"
                muted: true
            }
            Figures {
                text: tip.bar ? tip.bar.amount : ""
                variant: "small"
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space1
            Layout.bottomMargin: Theme.space1
            implicitHeight: 1
            color: Theme.border
        }
        RowLayout {
            AppText {
                Layout.fillWidth: true
                text: qsTr("Uptime")
                variant: "small"
                muted: true
            }
            AppText {
                text: tip.bar ? tip.bar.uptimeText : ""
                variant: "small"
            }
        }
    }
}
