// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Theme

/// Shown around a control that has the keyboard's focus.
Rectangle {
    anchors.fill: parent
    anchors.margins: -(Theme.sizeFocusRing + Theme.sizeFocusGap)
    radius: Theme.radiusControl + Theme.sizeFocusGap
    color: "transparent"
    border.color: Theme.focusRing
    border.width: Theme.sizeFocusRing
}
