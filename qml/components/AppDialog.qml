// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Surplus.Theme

/// A dialog over a dimmed window; Esc closes it, focus stays inside.
Popup {
    id: dialog

    property string title
    /// It has just opened: what is pressed now may be the second half of the double click that opened it.
    readonly property bool fresh: opening.running
    readonly property Timer opening: Timer { interval: Application.styleHints.mouseDoubleClickInterval }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(parent ? parent.width - 2 * Theme.space6 : 560, 560)
    height: Math.min(implicitHeight, parent ? parent.height - 2 * Theme.space6 : implicitHeight)
    padding: Theme.space6
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape
    onAboutToShow: opening.restart()

    background: Rectangle {
        color: Theme.raised
        border.color: Theme.border
        radius: Theme.radiusCard
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title
    }
    T.Overlay.modal: Rectangle { color: Qt.alpha(Theme.scrim, Theme.scrimOpacity) }
}
