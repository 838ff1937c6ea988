// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Theme

/// A line that says what happened and what to do, with one button.
Rectangle {
    id: banner

    property string title
    property string detail
    property string tone: "info"
    property string actionText
    signal action

    implicitHeight: row.implicitHeight + 2 * Theme.space3
    radius: Theme.radiusControl
    color: tone === "warning" ? Theme.warningTint : tone === "danger" ? Theme.dangerTint : Theme.infoTint

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.space3
        spacing: Theme.space3
        Icon {
            Layout.alignment: Qt.AlignTop
            name: banner.tone === "info" ? "info" : "alert"
            color: Theme.tone(banner.tone)
        }
        ColumnLayout {
            spacing: 2
            AppText {
                Layout.fillWidth: true
                visible: text !== ""
                text: banner.title
                variant: "bodyStrong"
            }
            AppText {
                Layout.fillWidth: true
                visible: text !== ""
                text: banner.detail
                variant: "small"
            }
        }
        AppButton {
            visible: banner.actionText !== ""
            small: true
            text: banner.actionText
            onClicked: banner.action()
        }
    }
}
