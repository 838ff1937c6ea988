// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Surplus.Theme

/// A limit: use in the resource's colour, the reserved rest up to the limit, and the free remainder.
Slider {
    id: slider

    property real used: 0 ///< in the slider's own unit
    property color useColor: Theme.storage
    property string label
    property string disabledReason ///< why it can't be used now; a tooltip
    /// Sent when the user lets go or steps by key: not for each pixel.
    signal committed(real value)

    implicitHeight: Theme.sizeControlSmall
    padding: 0
    opacity: enabled ? 1 : 0.5
    Accessible.role: Accessible.Slider
    Accessible.name: label
    Accessible.description: enabled ? "" : disabledReason === "" ? qsTr("Not available now") : qsTr("Not available now: %1").arg(disabledReason)
    onPressedChanged: if (!pressed) slider.committed(value)
    Keys.onReleased: event => {
        if (event.key === Qt.Key_Left || event.key === Qt.Key_Right)
            slider.committed(value);
    }

    background: Item {
        Rectangle {
            y: (parent.height - height) / 2
            width: parent.width
            height: 4
            radius: 2
            color: Theme.sunken
            Rectangle {
                anchors.left: parent.left // mirrored with the window
                width: slider.position * parent.width
                height: parent.height
                radius: 2
                color: Theme.gap
            }
            Rectangle {
                anchors.left: parent.left
                width: Math.min(1, slider.to > 0 ? slider.used / slider.to : 0) * parent.width
                height: parent.height
                radius: 2
                color: slider.useColor
            }
        }
    }
    handle: Rectangle {
        x: slider.visualPosition * (slider.availableWidth - width)
        y: (slider.availableHeight - height) / 2
        width: 16
        height: 16
        radius: 8
        color: Theme.surface
        border.color: Theme.accent
        border.width: 2
        FocusRing { visible: slider.visualFocus; radius: 12 }
    }
    HoverHandler { id: hover; enabled: !slider.enabled }
    AppToolTip { visible: hover.hovered && slider.disabledReason !== ""; text: slider.disabledReason }
}
