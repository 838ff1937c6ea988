// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Theme

/// What stands beside the crosshair: the bin's date, its exact amounts and its uptime.
Rectangle {
    id: tip

    property var bar
    property list<color> colours

    width: 232
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
        AppText {
            Layout.fillWidth: true
            text: tip.bar ? tip.bar.title : ""
            variant: "small"
            weight: Font.DemiBold
        }
        RowLayout {
            AppText {
                Layout.fillWidth: true
                text: qsTr("Earned")
                variant: "small"
                muted: true
            }
            Figures {
                text: tip.bar ? tip.bar.exact : ""
                variant: "small"
            }
        }
        Repeater {
            model: tip.bar ? tip.bar.parts : []
            RowLayout {
                id: line
                required property var modelData
                spacing: Theme.space2
                Mark {
                    shape: line.modelData.shape
                    color: tip.colours[Math.min(line.modelData.colour, tip.colours.length - 1)]
                }
                AppText {
                    Layout.fillWidth: true
                    text: line.modelData.label
                    variant: "small"
                    muted: true
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
                Figures {
                    text: line.modelData.exact
                    variant: "small"
                }
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
