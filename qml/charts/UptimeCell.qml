// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Theme

/// One cell of an uptime strip: the fill height is the share; hatched without a record, outlined when paused throughout.
Item {
    id: cell

    property real ratio: -1
    property string kind: "gap"

    Rectangle {
        anchors.fill: parent
        visible: cell.kind !== "gap"
        radius: Theme.radiusCell
        color: cell.kind === "paused" ? "transparent" : Theme.sunken
        border.width: cell.kind === "paused" ? 1 : 0
        border.color: Theme.borderStrong
    }
    Rectangle {
        visible: cell.kind === "level" || cell.kind === "low"
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(2, parent.height * Math.max(0, cell.ratio))
        radius: Theme.radiusCell
        color: cell.kind === "level" ? Theme.level : Theme.levelLow
    }
    Hatch {
        anchors.fill: parent
        visible: cell.kind === "gap"
        step: 5
    }
}
