// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// An amount of tokens that can be changed: what it is, how much, and the token. The field shows what the engine has
/// unless somebody types in it.
RowLayout {
    id: row

    required property SharingModel storage
    property string label
    property string value
    property alias edited: field.text
    signal entered

    AppText {
        Layout.fillWidth: true
        text: row.label
    }
    AppTextField {
        id: field
        Layout.preferredWidth: 130
        label: row.label
        enabled: row.storage.available
        horizontalAlignment: Text.AlignRight
        onEditingFinished: if (text !== row.value) row.entered()
        Binding on text {
            when: !field.activeFocus
            restoreMode: Binding.RestoreNone // what is there stays, to be changed
            value: row.value
        }
    }
    AppText {
        text: row.storage.symbol
        muted: true
        wrapMode: Text.NoWrap
    }
}
