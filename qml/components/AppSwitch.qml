// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Surplus.Theme

/// A switch that shows the state it is given: `wanted` says what the user asks for, `checked` follows the model.
AbstractButton {
    id: control

    // Qt 6.4.2 hands a screen reader's press to nobody, and says of nothing that it can't be used.
    Accessible.onPressAction: if (control.enabled) control.clicked()
    Accessible.onToggleAction: if (control.enabled) control.clicked() // what a screen reader does first, with Qt 6.8
    Accessible.description: enabled ? "" : disabledReason === "" ? qsTr("Not available now") : qsTr("Not available now: %1").arg(disabledReason)

    property bool on: false
    property string label
    property string disabledReason ///< why it can't be used now; a tooltip
    signal wanted(bool on)

    implicitWidth: 36
    implicitHeight: Theme.sizeControlSmall
    opacity: enabled ? 1 : 0.5
    Accessible.role: Accessible.CheckBox
    Accessible.name: on ? qsTr("%1, on").arg(label) : qsTr("%1, off").arg(label)
    Accessible.checkable: true
    Accessible.checked: on
    onClicked: control.wanted(!control.on)

    contentItem: Item { }
    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: 36
            height: 20
            radius: 10
            color: control.on ? Theme.accent : Theme.surface
            border.color: control.on ? Theme.accent : Theme.borderStrong
            Rectangle {
                x: control.on ? parent.width - width - 3 : 3
                anchors.verticalCenter: parent.verticalCenter
                width: control.on ? 14 : 12
                height: width
                radius: width / 2
                color: control.on ? Theme.accentText : Theme.borderStrong
                Behavior on x { NumberAnimation { duration: Theme.fastMs; easing.type: Easing.OutCubic } }
            }
            FocusRing { visible: control.visualFocus; radius: 14 }
        }
    }
    HoverHandler { id: hover; enabled: !control.enabled }
    AppToolTip { visible: hover.hovered && control.disabledReason !== ""; text: control.disabledReason }
}
