// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Surplus.Theme

/// A menu of AppMenuItems.
Menu {
    width: 220
    topPadding: Theme.space1
    bottomPadding: Theme.space1
    margins: Theme.space2 // from the window's edge
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.borderRaised
        radius: Theme.radiusControl
    }
}
