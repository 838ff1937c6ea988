// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Theme

/// One figure with its caption above and a note below.
ColumnLayout {
    id: tile

    property string caption
    property string value
    property string unit
    property string note
    property bool endAligned: false

    Layout.fillHeight: false // so that figures side by side begin at the top, whichever has a note
    spacing: 2
    AppText {
        Layout.fillWidth: true
        text: tile.caption
        horizontalAlignment: tile.endAligned ? Text.AlignRight : Text.AlignLeft
        variant: "small"
        muted: true
    }
    Row {
        Layout.alignment: tile.endAligned ? Qt.AlignRight : Qt.AlignLeft
        spacing: Theme.space1
        Figures {
            id: figure
            text: tile.value
            variant: "figure"
        }
        AppText {
            anchors.baseline: figure.baseline
            visible: tile.unit !== "" && tile.value !== "—"
            text: tile.unit
            variant: "small"
            muted: true
            wrapMode: Text.NoWrap
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: tile.note
        variant: "small"
        muted: true
    }
}
