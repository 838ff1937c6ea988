// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Surplus.Charts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The first groups of a chart with their marks.
Row {
    id: legend

    required property EarningsModel model
    property list<color> colours

    spacing: Theme.space4

    Repeater {
        model: legend.model.legend
        Row {
            id: entry
            required property var modelData
            spacing: Theme.space2
            Mark {
                anchors.verticalCenter: parent.verticalCenter
                shape: entry.modelData.shape
                color: legend.colours.length > 0 ? legend.colours[Math.min(entry.modelData.colour, legend.colours.length - 1)] : "transparent"
            }
            AppText {
                text: entry.modelData.label
                variant: "small"
                muted: true
                wrapMode: Text.NoWrap
            }
        }
    }
}
