// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Surplus.Theme

/// The mark of a group in legends, tooltips and tables. A resource has a shape of its own: square, triangle, circle,
/// diamond.
Item {
    id: mark

    property int shape: 0 ///< 0 to 3; a square beyond
    property color color

    implicitWidth: 8
    implicitHeight: 8

    Rectangle {
        visible: mark.shape !== 1
        anchors.centerIn: parent
        width: mark.shape === 3 ? 6 : 8
        height: width
        radius: mark.shape === 2 ? 4 : 0
        rotation: mark.shape === 3 ? 45 : 0
        antialiasing: true
        color: mark.color
    }
    Shape {
        visible: mark.shape === 1
        anchors.fill: parent
        ShapePath {
            strokeWidth: 0
            strokeColor: "transparent"
            fillColor: mark.color
            startX: 4
            startY: 0
            PathLine { x: 8; y: 8 }
            PathLine { x: 0; y: 8 }
            PathLine { x: 4; y: 0 }
        }
    }
}
