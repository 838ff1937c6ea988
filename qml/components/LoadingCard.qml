// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Surplus.Theme

/// Lies over a card whose content isn't known yet, or stands for it: empty for 300 ms, then the shape of the content, and
/// after 10 s that it takes long.
Card {
    id: card

    property string shape: "chart" ///< or "rows"
    property bool shown: false
    property bool late: false
    signal logWanted

    implicitHeight: 160
    onVisibleChanged: { shown = false; late = false; }
    Accessible.role: Accessible.StaticText
    Accessible.name: late ? qsTr("This is taking longer than usual.") : qsTr("Loading")

    Timer { running: card.visible && !card.shown; interval: 300; onTriggered: card.shown = true }
    Timer { running: card.visible && !card.late; interval: 10000; onTriggered: card.late = true }

    Loader {
        anchors.fill: parent
        anchors.margins: Theme.space5
        active: card.shown
        sourceComponent: Item {
            id: bones
            readonly property list<real> bars: [0.62, 0.8, 0.7, 0.92, 0.84, 0.6, 0.76, 1, 0.88, 0.72, 0.94, 0.82]
            readonly property real barsTop: 72
            readonly property real barsHeight: Math.max(0, height - barsTop - (card.late ? 48 : 0))

            component Bone: Rectangle { radius: 4; color: Theme.skeleton }

            SequentialAnimation on opacity {
                running: !Theme.reducedMotion
                loops: Animation.Infinite
                NumberAnimation { from: 1; to: 0.55; duration: 900; easing.type: Easing.InOutSine }
                NumberAnimation { from: 0.55; to: 1; duration: 900; easing.type: Easing.InOutSine }
            }
            Bone { anchors.left: parent.left; width: Math.min(120, parent.width); height: 14 }
            Bone { anchors.left: parent.left; y: 26; width: Math.min(180, parent.width); height: 30 }
            Row {
                visible: card.shape === "chart"
                y: bones.barsTop
                width: parent.width
                height: bones.barsHeight
                spacing: Theme.space2
                Repeater {
                    model: bones.bars
                    Bone {
                        required property real modelData
                        width: (bones.width - 11 * Theme.space2) / 12
                        height: bones.barsHeight * modelData
                        y: bones.barsHeight - height
                    }
                }
            }
            Column {
                visible: card.shape === "rows"
                y: bones.barsTop
                width: parent.width
                spacing: Theme.space3
                Repeater {
                    model: Math.max(0, Math.floor(bones.barsHeight / 26))
                    Bone {
                        required property int index
                        width: bones.width * (index % 2 ? 0.7 : 1)
                        height: 14
                    }
                }
            }
        }
    }
    Loader {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space5
        active: card.late
        sourceComponent: Item {
            implicitHeight: log.height
            AppText {
                anchors.left: parent.left
                anchors.right: log.left
                anchors.verticalCenter: log.verticalCenter
                text: qsTr("This is taking longer than usual.")
                muted: true
            }
            AppButton {
                id: log
                anchors.right: parent.right
                small: true
                text: qsTr("See log")
                onClicked: card.logWanted()
            }
        }
    }
}
