// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Surplus.Theme

/// One choice of a few; one tab stop, arrows inside.
FocusScope {
    id: control

    property var options: [] ///< texts
    property int current: 0
    property string label
    signal chosen(int index)

    implicitWidth: row.implicitWidth + 2 * row.x
    implicitHeight: Theme.sizeControl
    activeFocusOnTab: true
    Accessible.role: Accessible.PageTabList
    Accessible.name: label
    Keys.onLeftPressed: if (current > 0) control.chosen(current - 1)
    Keys.onRightPressed: if (current < options.length - 1) control.chosen(current + 1)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: Theme.sunken
        FocusRing { visible: control.activeFocus }
    }
    Row {
        id: row
        x: 3
        y: 3
        Repeater {
            model: control.options
            AbstractButton {
                id: segment
                Accessible.onPressAction: if (segment.enabled) segment.clicked()
                required property int index
                required property string modelData
                readonly property bool isCurrent: index === control.current
                height: control.height - 6
                width: implicitContentWidth + 2 * Theme.space3
                focusPolicy: Qt.NoFocus
                text: modelData
                Accessible.role: Accessible.PageTab
                Accessible.name: modelData
                Accessible.selected: isCurrent
                onClicked: control.chosen(index)
                background: Rectangle {
                    radius: Theme.radiusControl - 2
                    color: segment.isCurrent ? Theme.selected : segment.hovered ? Theme.hover : "transparent"
                    border.width: segment.isCurrent ? 1 : 0
                    border.color: Theme.border
                }
                contentItem: Text {
                    text: segment.modelData
                    font.family: Theme.fontFamily
                    font.pixelSize: Theme.smallFont.pixelSize
                    font.weight: segment.isCurrent ? Font.DemiBold : Font.Medium
                    color: segment.isCurrent ? Theme.text : Theme.textMuted
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                }
            }
        }
    }
}
