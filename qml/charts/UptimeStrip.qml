// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// A strip of days as on status pages; each day's tooltip lists what happened.
Item {
    id: strip

    required property UptimeModel model
    readonly property real cellWidth: width / Math.max(1, repeater.count)

    implicitHeight: 24
    Accessible.role: Accessible.Graphic
    Accessible.name: model.summary

    Repeater {
        id: repeater
        model: strip.model
        UptimeCell {
            id: cell
            required property int index
            required property string tip
            required ratio
            required kind
            x: index * strip.cellWidth
            width: Math.max(2, strip.cellWidth - 2)
            height: strip.height
            HoverHandler { id: hover }
            AppToolTip { visible: hover.hovered; text: cell.tip; delay: 200 }
        }
    }
}
