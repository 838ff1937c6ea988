// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The engine's log: search, levels, and new lines while it is scrolled to the end.
ColumnLayout {
    id: view

    required property AppModel app
    property real room: 400 ///< the height there is
    readonly property LogModel log: app.log
    function find() { search.forceActiveFocus(); }

    spacing: Theme.space4
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space3
        AppTextField {
            id: search
            Layout.fillWidth: true
            Layout.maximumWidth: 360
            label: qsTr("Search the log")
            placeholderText: qsTr("Search the engine's log")
            text: view.log.search
            onTextEdited: view.log.search = text
        }
        AppCheckBox { text: qsTr("Information"); checked: view.log.showInfo; onToggled: view.log.showInfo = checked }
        AppCheckBox { text: qsTr("Warnings"); checked: view.log.showWarnings; onToggled: view.log.showWarnings = checked }
        AppCheckBox { text: qsTr("Errors"); checked: view.log.showErrors; onToggled: view.log.showErrors = checked }
        Item { Layout.fillWidth: true }
        AppText {
            text: view.log.countText
            variant: "small"
            muted: true
            wrapMode: Text.NoWrap
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(240, view.room - 60)
        ListView {
            id: list
            property bool following: true
            anchors.fill: parent
            anchors.margins: Theme.space3
            clip: true
            model: view.log
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            ScrollBar.vertical: ScrollBar { }
            onCountChanged: if (following) positionViewAtEnd()
            onMovementEnded: following = atYEnd
            delegate: RowLayout {
                id: line
                required property string time
                required property string level
                required property string part
                required property string text
                required property bool matches
                width: list.width
                spacing: Theme.space3
                opacity: matches ? 1 : 0.4
                LayoutMirroring.enabled: false
                AppText {
                    Layout.alignment: Qt.AlignTop
                    text: line.time
                    dataOnly: true
                    variant: "mono"
                    muted: true
                    wrapMode: Text.NoWrap
                }
                AppText {
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: 64
                    text: line.level
                    dataOnly: true
                    variant: "mono"
                    color: line.level === "error" ? Theme.danger : line.level === "warning" ? Theme.warning : Theme.textMuted
                    wrapMode: Text.NoWrap
                }
                AppText {
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: 110
                    text: line.part
                    dataOnly: true
                    variant: "mono"
                    muted: true
                    elide: Text.ElideRight; mayElide: true
                    wrapMode: Text.NoWrap
                }
                AppText {
                    Layout.fillWidth: true
                    text: line.text
                    dataOnly: true
                    variant: "mono"
                    wrapMode: Text.WrapAnywhere
                }
            }
        }
        AppText {
            anchors.centerIn: parent
            visible: list.count === 0
            text: view.app.machine.running ? qsTr("No lines yet.") : qsTr("The engine isn't running, so its log can't be read here.")
            muted: true
        }
        AppButton {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.space3
            visible: !list.following
            small: true
            iconName: "down"
            text: qsTr("Newest lines")
            onClicked: {
                list.following = true;
                list.positionViewAtEnd();
            }
        }
    }
}
