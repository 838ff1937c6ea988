// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Theme

/// A card of SettingRows under a heading.
Card {
    id: card

    property string title
    property alias action: head.data ///< at the end of the heading
    default property alias rows: column.data

    Layout.fillWidth: true
    implicitHeight: all.implicitHeight + 2 * Theme.space5

    ColumnLayout {
        id: all
        x: Theme.space5
        y: Theme.space5
        width: parent.width - 2 * Theme.space5
        spacing: Theme.space3
        RowLayout {
            id: head
            AppText {
                Layout.fillWidth: true
                text: card.title
                variant: "heading"
            }
        }
        ColumnLayout {
            id: column
            spacing: Theme.space3
        }
    }
}
