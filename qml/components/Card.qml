// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Theme

/// A card: fill and a 1 px border, no shadow. What stands in it is laid out by whoever uses it.
Rectangle {
    // Until a layout gives it its width: texts that begin in no width at all wrap at every word, and layouts may keep
    // the height of that (Qt 6.4.2).
    implicitWidth: 640
    color: Theme.surface
    border.color: Theme.border
    border.width: 1
    radius: Theme.radiusCard
}
