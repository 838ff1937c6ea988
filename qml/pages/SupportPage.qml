// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

PageFrame {
    id: page

    required property AppModel app
    readonly property LogModel log: app.log

    title: qsTr("Support")
    onVisibleChanged: page.log.active = visible
    Component.onCompleted: page.log.active = visible
    actions: AppButton {
        text: qsTr("Copy log")
        iconName: "copy"
        enabled: list.count > 0
        disabledReason: qsTr("There are no lines yet.")
        onClicked: page.app.copy(page.log.asText())
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space3
        AppTextField {
            Layout.fillWidth: true
            Layout.maximumWidth: 360
            label: qsTr("Search the log")
            placeholderText: qsTr("Search the engine's log")
            text: page.log.search
            onTextEdited: page.log.search = text
        }
        AppCheckBox { text: qsTr("Information"); checked: page.log.showInfo; onToggled: page.log.showInfo = checked }
        AppCheckBox { text: qsTr("Warnings"); checked: page.log.showWarnings; onToggled: page.log.showWarnings = checked }
        AppCheckBox { text: qsTr("Errors"); checked: page.log.showErrors; onToggled: page.log.showErrors = checked }
        Item { Layout.fillWidth: true }
        AppText {
            text: page.log.countText
            variant: "small"
            muted: true
            wrapMode: Text.NoWrap
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(240, page.roomForContent - 100)
        ListView {
            id: list
            property bool following: true
            anchors.fill: parent
            anchors.margins: Theme.space3
            clip: true
            model: page.log
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
                    variant: "mono"
                    muted: true
                    wrapMode: Text.NoWrap
                }
                AppText {
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: 64
                    text: line.level
                    variant: "mono"
                    color: line.level === "error" ? Theme.danger : line.level === "warning" ? Theme.warning : Theme.textMuted
                    wrapMode: Text.NoWrap
                }
                AppText {
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: 110
                    text: line.part
                    variant: "mono"
                    muted: true
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                }
                AppText {
                    Layout.fillWidth: true
                    text: line.text
                    variant: "mono"
                    wrapMode: Text.WrapAnywhere
                }
            }
        }
        AppText {
            anchors.centerIn: parent
            visible: list.count === 0
            text: page.app.machine.running ? qsTr("No lines yet.") : qsTr("The engine isn't running, so its log can't be read here.")
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
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space6
        AppText {
            text: qsTr("Surplus %1").arg(page.app.version)
            variant: "small"
            muted: true
            wrapMode: Text.NoWrap
        }
        AppText {
            visible: page.app.machine.version !== ""
            text: qsTr("Engine %1").arg(page.app.machine.version)
            variant: "small"
            muted: true
            wrapMode: Text.NoWrap
        }
        AppText {
            Layout.fillWidth: true
            text: page.app.machine.machineId === "" ? "" : qsTr("machine %1…%2").arg(page.app.machine.machineId.slice(0, 8)).arg(page.app.machine.machineId.slice(-8))
            variant: "small"
            muted: true
        }
        Segmented {
            label: qsTr("Theme")
            options: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
            current: page.app.theme === "light" ? 1 : page.app.theme === "dark" ? 2 : 0
            onChosen: index => page.app.theme = ["system", "light", "dark"][index]
        }
    }
}
