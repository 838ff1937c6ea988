// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Theme

/// Text in one of the theme's styles; muted text is one property away.
Text {
    id: label

    property string variant: "body"
    property bool muted: false
    property bool mayElide: false ///< what is cut off can be read elsewhere
    property bool dataOnly: false ///< no words: a name, an address, what a program says
    readonly property font base: Theme[variant + "Font"]
    property int weight: base.weight

    // Said outright, so that mirroring turns it round; otherwise each text would stand as its own letters run.
    horizontalAlignment: Text.AlignLeft
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
