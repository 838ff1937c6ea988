// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The keys there are (F1).
AppDialog {
    id: dialog

    required property AppModel app
    readonly property var keys: [
        { key: "Ctrl+1…7", what: qsTr("Pages") }, { key: "Ctrl+,", what: qsTr("Settings") },
        { key: "Ctrl+F", what: qsTr("Find in the log") }, { key: "Ctrl+Shift+P", what: qsTr("Pause or resume this computer") },
        { key: "[ ]", what: qsTr("Previous or next range of the chart") }, { key: "F5", what: qsTr("Check again") },
        { key: "Ctrl+Q", what: qsTr("Quit") }, { key: "Esc", what: qsTr("Close or clear") }, { key: "F1", what: qsTr("This list") }
    ]

    title: qsTr("Keys")
    width: 420
    onOpened: close.forceActiveFocus()
    contentHeight: column.implicitHeight
    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space3
        AppText {
            Layout.fillWidth: true
            text: dialog.title
            variant: "heading"
        }
        Repeater {
            model: dialog.keys
            RowLayout {
                id: row
                required property var modelData
                AppText { Layout.fillWidth: true; text: row.modelData.what }
                AppText { text: row.modelData.key; variant: "mono"; muted: true; wrapMode: Text.NoWrap }
            }
        }
        AppButton {
            Layout.alignment: Qt.AlignRight
            id: close
            text: qsTr("Close")
            onClicked: dialog.close()
        }
    }
}
