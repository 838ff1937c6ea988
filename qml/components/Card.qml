// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Theme

/// A card: fill and a 1 px border, no shadow. What stands in it is laid out by whoever uses it.
Rectangle {
    color: Theme.surface
    border.color: Theme.border
    border.width: 1
    radius: Theme.radiusCard
}
