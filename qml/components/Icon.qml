// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Surplus.Theme

/// One of the theme's icons in any colour.
Item {
    id: icon

    property string name
    property color color: Theme.text
    property int size: Theme.sizeIcon

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Shape {
        width: 20
        height: 20
        scale: icon.size / 20
        transformOrigin: Item.TopLeft
        ShapePath {
            strokeColor: icon.color
            strokeWidth: icon.size <= Theme.sizeIconSmall ? 1.9 : 1.6
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            PathSvg { path: Icons.paths[icon.name] ?? "" }
        }
    }
}
