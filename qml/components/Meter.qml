// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Theme

/// A fill level, 0 to 1.
Rectangle {
    id: meter

    property real value: 0
    property color fill: Theme.accent

    implicitHeight: 6
    radius: 3
    color: Theme.sunken
    Rectangle {
        visible: meter.value > 0
        anchors.left: parent.left
        width: Math.max(parent.height, Math.min(1, meter.value) * parent.width)
        height: parent.height
        radius: 3
        color: meter.fill
    }
}
