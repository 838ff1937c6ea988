// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Theme

/// Text in one of the theme's styles; muted text is one property away.
Text {
    id: label

    property string variant: "body"
    property bool muted: false
    readonly property font base: Theme[variant + "Font"]
    property int weight: base.weight

    color: muted ? Theme.textMuted : Theme.text
    font.family: base.family
    font.pixelSize: base.pixelSize
    font.weight: weight
    lineHeightMode: Text.FixedHeight
    lineHeight: Theme[variant + "LineHeight"]
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    linkColor: Theme.accent
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
