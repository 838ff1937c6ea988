// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Surplus.Theme

ToolTip {
    id: tip

    delay: 500
    padding: Theme.space2
    font: Theme.captionFont
    contentItem: Text {
        text: tip.text
        font: tip.font
        color: Theme.text
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.borderRaised
        radius: Theme.radiusControl
    }
}
