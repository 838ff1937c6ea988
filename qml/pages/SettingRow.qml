// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Theme

/// One setting: what it is, a line on what it means, and its control at the end. A rule stands above all but the first.
ColumnLayout {
    id: row

    property string title
    property string detail
    property string iconName
    property bool first: false
    property bool warns: false ///< the detail says why it can't be used
    default property alias control: place.data

    Layout.fillWidth: true
    spacing: Theme.space3
    Rectangle {
        visible: !row.first
        Layout.fillWidth: true
        implicitHeight: 1
        color: Theme.border
    }
    RowLayout {
        Layout.minimumHeight: Theme.sizeControl
        spacing: Theme.space3
        Icon {
            visible: row.iconName !== ""
            name: row.iconName
            color: Theme.textMuted
        }
        ColumnLayout {
            spacing: 2
            AppText {
                Layout.fillWidth: true
                text: row.title
                weight: Font.Medium
            }
            AppText {
                visible: text !== ""
                Layout.fillWidth: true
                text: row.detail
                variant: "small"
                muted: !row.warns
                color: row.warns ? Theme.warning : Theme.textMuted
            }
        }
        RowLayout {
            id: place
            Layout.alignment: Qt.AlignRight | Qt.AlignVCenter
            spacing: Theme.space2
        }
    }
}
