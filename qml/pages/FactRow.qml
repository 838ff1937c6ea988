// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Theme

/// A line of a list of facts: what it is on the left, how much on the right, a rule below.
ColumnLayout {
    id: row

    property string label
    property string note
    property string value
    property string valueNote
    property bool strong: false
    property bool mono: false

    spacing: Theme.space2
    RowLayout {
        spacing: Theme.space3
        ColumnLayout {
            spacing: 0
            AppText {
                Layout.fillWidth: true
                text: row.label
                muted: !row.strong
                weight: row.strong ? Font.DemiBold : Font.Normal
            }
            AppText {
                Layout.fillWidth: true
                visible: text !== ""
                text: row.note
                variant: "caption"
                muted: true
            }
        }
        ColumnLayout {
            spacing: 0
            Layout.maximumWidth: row.width * 0.7
            AppText {
                Layout.alignment: Qt.AlignRight
                text: row.value
                variant: row.mono ? "mono" : "body"
                weight: row.strong ? Font.DemiBold : Font.Normal
                wrapMode: Text.NoWrap
            }
            AppText {
                Layout.alignment: Qt.AlignRight
                visible: text !== ""
                text: row.valueNote
                variant: "caption"
                muted: true
                wrapMode: Text.NoWrap
            }
        }
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 1
        color: Theme.border
    }
}
