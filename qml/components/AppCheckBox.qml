// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Surplus.Theme

CheckBox {
    id: box

    // Qt 6.4.2 hands a screen reader's press to nobody, and says of nothing that it can't be used.
    Accessible.description: enabled ? "" : qsTr("Not available now")
    Accessible.onPressAction: box.act()
    Accessible.onToggleAction: box.act() // what a screen reader does first, with Qt 6.8

    function act() {
        if (!box.enabled)
            return;
        box.toggle();
        box.toggled();
    }

    spacing: Theme.space3
    padding: 0
    Accessible.name: text

    indicator: Rectangle {
        x: box.mirrored ? box.width - width : 0
        y: 1
        width: 18
        height: 18
        radius: Theme.radiusSmall
        color: box.checked ? Theme.accent : Theme.surface
        border.color: box.checked ? Theme.accent : Theme.borderStrong
        Icon {
            anchors.centerIn: parent
            visible: box.checked
            name: "check"
            size: 14
            color: Theme.accentText
        }
        FocusRing { visible: box.visualFocus }
    }
    contentItem: AppText {
        leftPadding: box.mirrored ? 0 : box.indicator.width + box.spacing
        rightPadding: box.mirrored ? box.indicator.width + box.spacing : 0
        text: box.text
        variant: "small"
        Accessible.ignored: true
    }
}
