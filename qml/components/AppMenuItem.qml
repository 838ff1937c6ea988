// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Surplus.Theme

/// A line of an AppMenu.
MenuItem {
    id: entry

    // Qt 6.4.2 hands a screen reader's press to nobody.
    Accessible.onPressAction: {
        if (!entry.enabled)
            return;
        entry.triggered();
        if (entry.menu)
            entry.menu.close();
    }

    implicitHeight: Theme.sizeControl
    contentItem: Text {
        leftPadding: Theme.space2
        text: entry.text
        font: Theme.bodyFont
        color: Theme.text
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        x: Theme.space1
        width: entry.width - 2 * Theme.space1
        radius: Theme.radiusSmall
        color: entry.highlighted ? Theme.hover : "transparent"
    }
}
