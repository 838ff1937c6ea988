// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Surplus.Theme

/// A number whose digits stand in columns, also in a font without tabular figures.
Item {
    id: figures

    property string text
    property string variant: "body"
    property color color: Theme.text

    implicitWidth: Theme.hasTabularFigures ? plain.implicitWidth : cells.implicitWidth
    implicitHeight: Theme[variant + "LineHeight"]
    baselineOffset: plain.baselineOffset
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    TextMetrics {
        id: widest
        font: Theme[figures.variant + "Font"]
        text: "0"
    }
    Text {
        id: plain
        visible: Theme.hasTabularFigures
        text: figures.text
        color: figures.color
        font: Theme[figures.variant + "Font"]
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    Row {
        id: cells
        visible: !Theme.hasTabularFigures
        layoutDirection: Qt.LeftToRight
        LayoutMirroring.enabled: false
        Repeater {
            model: Theme.hasTabularFigures ? 0 : figures.text.length
            Item {
                id: cell
                required property int index
                readonly property string character: figures.text.charAt(index)
                width: character >= "0" && character <= "9" ? widest.advanceWidth : sign.implicitWidth
                height: figures.implicitHeight
                Text {
                    id: sign
                    anchors.centerIn: parent
                    text: cell.character
                    color: figures.color
                    font: Theme[figures.variant + "Font"]
                    Accessible.ignored: true
                }
            }
        }
    }
}
