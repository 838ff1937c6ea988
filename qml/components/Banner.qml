// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Theme

/// A line that says what happened and what to do, with one button.
Rectangle {
    id: banner

    property string title
    property string detail
    property string tone: "info"
    property string actionText
    signal action

    // Placed by hand: layouts whose texts come and go can chase their own heights (Qt 6.4.2).
    implicitHeight: Math.max(icon.height, words.height, button.visible ? button.height : 0) + 2 * Theme.space3
    implicitWidth: 640
    radius: Theme.radiusControl
    color: tone === "warning" ? Theme.warningTint : tone === "danger" ? Theme.dangerTint : Theme.infoTint

    Icon {
        id: icon
        anchors.left: parent.left
        anchors.leftMargin: Theme.space3
        y: Theme.space3
        name: banner.tone === "info" ? "info" : "alert"
        color: Theme.tone(banner.tone)
    }
    Column {
        id: words
        anchors.left: icon.right
        anchors.leftMargin: Theme.space3
        anchors.right: button.visible ? button.left : parent.right
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2
        AppText {
            width: parent.width
            visible: text !== ""
            text: banner.title
            variant: "bodyStrong"
        }
        AppText {
            width: parent.width
            visible: text !== ""
            text: banner.detail
            variant: "small"
        }
    }
    AppButton {
        id: button
        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        visible: banner.actionText !== ""
        small: true
        text: banner.actionText
        onClicked: banner.action()
    }
}
