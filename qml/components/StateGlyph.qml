// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Surplus.Theme

/// A state's shape, or "fine" for a check that found nothing. Shape, word and colour always stand together.
Item {
    id: glyph

    property string name: "stopped"
    property color color: Theme.textMuted
    property int size: 20
    readonly property bool filled: name === "attention" || name === "fine"

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Logo {
        anchors.fill: parent
        visible: glyph.name === "sharing"
        size: glyph.size
        color: glyph.color
    }
    Icon {
        anchors.fill: parent
        visible: glyph.name === "restarting"
        name: "refresh"
        size: glyph.size
        color: glyph.color
    }
    Item {
        id: drawn
        anchors.fill: parent
        visible: glyph.name !== "sharing" && glyph.name !== "restarting"

        Shape {
            width: 20
            height: 20
            scale: glyph.size / 20
            transformOrigin: Item.TopLeft
            ShapePath {
                strokeColor: glyph.color
                strokeWidth: 1.6
                fillColor: glyph.filled ? glyph.color : "transparent"
                capStyle: ShapePath.RoundCap
                joinStyle: ShapePath.RoundJoin
                PathSvg {
                    path: {
                        switch (glyph.name) {
                        case "paused": return "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM8.2 7.5v5M11.8 7.5v5";
                        case "fine": return "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14z";
                        case "attention": return "M10 3.5l7.3 12.8H2.7z";
                        case "busy": return "M10 3a7 7 0 1 1-6.6 4.7";
                        default: return "M4.5 4.5h11v11h-11z";
                        }
                    }
                }
            }
            ShapePath {
                strokeColor: glyph.filled ? Theme.surface : "transparent"
                strokeWidth: 1.6
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                PathSvg { path: glyph.name === "fine" ? "M7 10.3l2.1 2.1 4-4.4" : "M10 8.2v3.6M10 14h.01" }
            }
        }
        RotationAnimation on rotation {
            running: glyph.name === "busy" && glyph.visible && !Theme.reducedMotion
            from: 0
            to: 360
            duration: 1600
            loops: Animation.Infinite
        }
    }
    onNameChanged: drawn.rotation = 0
}
