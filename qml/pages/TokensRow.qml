// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models

/// An amount of tokens that can be changed: what it is, how much, and the token.
RowLayout {
    id: row

    required property SharingModel storage
    required property string name ///< of the engine's setting
    property string label
    property string value
    signal entered(string text)

    AppText {
        Layout.fillWidth: true
        text: row.label
    }
    NumberField {
        Layout.preferredWidth: 130
        label: row.label
        value: row.value
        unit: row.storage.symbol
        problem: row.storage.problems[row.name] ?? ""
        enabled: row.storage.available
        onEntered: row.entered(text)
        onCorrected: row.storage.clearProblem(row.name)
    }
    AppText {
        text: row.storage.symbol
        muted: true
        wrapMode: Text.NoWrap
    }
}
