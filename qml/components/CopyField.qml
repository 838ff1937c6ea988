// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Theme

/// A line of mono text with a button that copies it and says so for two seconds.
Rectangle {
    id: field

    property string text
    property string label
    signal copy(string text)

    implicitHeight: Math.max(Theme.sizeControl, line.implicitHeight + Theme.space3)
    color: Theme.sunken
    radius: Theme.radiusControl
    Accessible.role: Accessible.StaticText
    Accessible.name: label + " " + text

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space1
        spacing: Theme.space2
        AppText {
            id: line
            Layout.fillWidth: true
            text: field.text
            dataOnly: true
            LayoutMirroring.enabled: false // addresses and commands run from left to right
            variant: "mono"
            wrapMode: Text.WrapAnywhere
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
        AppButton {
            id: button
            small: true
            enabled: field.text !== ""
            iconName: reset.running ? "check" : "copy"
            text: reset.running ? qsTr("Copied") : qsTr("Copy")
            Accessible.name: qsTr("Copy %1").arg(field.label)
            onClicked: {
                field.copy(field.text);
                reset.restart();
            }
            Timer { id: reset; interval: 2000 }
        }
    }
}
