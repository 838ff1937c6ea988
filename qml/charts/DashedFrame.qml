// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Surplus.Theme

/// What an unfinished bin comes to at this pace.
Shape {
    id: frame

    ShapePath {
        strokeColor: Theme.textMuted
        strokeWidth: 1
        strokeStyle: ShapePath.DashLine
        dashPattern: [3, 3]
        fillColor: "transparent"
        startX: 0.5
        startY: frame.height
        PathLine { x: 0.5; y: 0.5 }
        PathLine { x: frame.width - 0.5; y: 0.5 }
        PathLine { x: frame.width - 0.5; y: frame.height }
    }
}
