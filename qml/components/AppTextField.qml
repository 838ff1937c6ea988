// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Surplus.Theme

TextField {
    id: field

    property string label
    property bool wrong: false

    implicitHeight: Theme.sizeControl
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    font: Theme.bodyFont
    color: Theme.text
    placeholderTextColor: Theme.textMuted
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentText
    selectByMouse: true
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    Accessible.description: enabled ? placeholderText : qsTr("Not available now")

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.surface
        border.color: field.wrong ? Theme.warning : Theme.borderStrong
        FocusRing { visible: field.activeFocus }
    }
}
