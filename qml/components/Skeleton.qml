// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Surplus.Theme

/// The shape of content that isn't there yet: a caption and a figure, and beneath them bars or rows.
Item {
    id: bones

    property bool rows: false
    readonly property real firstLine: 72
    readonly property real room: Math.max(0, height - firstLine)

    component Bone: Rectangle { radius: 4; color: Theme.skeleton }

    SequentialAnimation on opacity {
        running: bones.visible && !Theme.reducedMotion
        loops: Animation.Infinite
        NumberAnimation { from: 1; to: 0.55; duration: 900; easing.type: Easing.InOutSine }
        NumberAnimation { from: 0.55; to: 1; duration: 900; easing.type: Easing.InOutSine }
    }
    Bone { anchors.left: parent.left; width: Math.min(120, parent.width); height: 14 }
    Bone { visible: y + height <= bones.height; anchors.left: parent.left; y: 26; width: Math.min(180, parent.width); height: 30 }
    Repeater {
        model: bones.rows ? 0 : [0.62, 0.8, 0.7, 0.92, 0.84, 0.6, 0.76, 1, 0.88, 0.72, 0.94, 0.82]
        Bone {
            required property int index
            required property real modelData
            x: index * (bones.width + Theme.space2) / 12
            y: bones.height - height
            width: (bones.width + Theme.space2) / 12 - Theme.space2
            height: bones.room * modelData
        }
    }
    Repeater {
        model: bones.rows ? Math.floor((bones.room + 12) / 26) : 0
        Bone {
            required property int index
            y: bones.firstLine + index * 26
            width: bones.width * (index % 2 ? 0.7 : 1)
            height: 14
        }
    }
}
