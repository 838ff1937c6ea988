// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Surplus.Theme

/// 45° hatching: nobody recorded anything here.
Item {
    id: hatch

    property int step: 7
    clip: true

    Shape {
        anchors.fill: parent
        ShapePath {
            strokeColor: Theme.gap
            strokeWidth: 1.2
            fillColor: "transparent"
            PathSvg {
                path: {
                    let d = "";
                    for (let x = -hatch.height; x < hatch.width; x += hatch.step)
                        d += "M" + x + " " + hatch.height + "l" + hatch.height + " -" + hatch.height;
                    return d === "" ? "M0 0" : d;
                }
            }
        }
    }
}
