// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Surplus.Theme

/// A level in a vessel: the bowl and the drop.
Item {
    id: logo

    property int size: 24
    property color color: Theme.accent

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Shape {
        width: 26
        height: 26
        scale: logo.size / 26
        transformOrigin: Item.TopLeft
        ShapePath {
            strokeColor: "transparent"
            fillColor: logo.color
            PathSvg { path: "M2.5 12.5h21a10.5 10.5 0 0 1-21 0z" }
        }
    }
    Rectangle {
        x: 13.2 / 26 * logo.size
        y: 2.5 / 26 * logo.size
        width: 6.6 / 26 * logo.size
        height: width
        radius: width / 2
        color: logo.color
    }
}
