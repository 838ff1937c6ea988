// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Surplus.Theme

/// A line of an AppMenu.
MenuItem {
    id: entry

    property bool marked: false ///< it is the one that applies

    // Qt 6.4.2 hands a screen reader's press to nobody.
    Accessible.onPressAction: {
        if (!entry.enabled)
            return;
        entry.triggered();
        if (entry.menu)
            entry.menu.close();
    }

    implicitHeight: Theme.sizeControl
    contentItem: Item {
        Text {
            anchors.fill: parent
            leftPadding: Theme.space2
            rightPadding: entry.marked ? Theme.space6 : Theme.space2
            text: entry.text
            font: Theme.bodyFont
            color: Theme.text
            horizontalAlignment: Text.AlignLeft // also of a text in the other direction
            verticalAlignment: Text.AlignVCenter
        }
        Icon {
            visible: entry.marked
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: "check"
            size: Theme.sizeIconSmall
            color: Theme.accent
        }
    }
    background: Rectangle {
        x: Theme.space1
        width: entry.width - 2 * Theme.space1
        radius: Theme.radiusSmall
        color: entry.highlighted ? Theme.hover : "transparent"
    }
}
