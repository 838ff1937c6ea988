// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The checks: what was found in plain words, and a button that names what it mends.
Card {
    id: view

    required property AppModel app
    readonly property ChecksModel checks: app.checks

    implicitHeight: column.implicitHeight + 2 * Theme.space5
    ColumnLayout {
        id: column
        x: Theme.space5
        y: Theme.space5
        width: parent.width - 2 * Theme.space5
        spacing: Theme.space3
        AppText {
            Layout.fillWidth: true
            text: view.checks.headline
            variant: "heading"
        }
        Repeater {
            model: view.checks
            ColumnLayout {
                id: row
                required property int index
                required property string name
                required property string verdict
                required property string text
                required property string fixText
                required property string fix
                spacing: Theme.space3
                Rectangle {
                    Layout.fillWidth: true
                    implicitHeight: 1
                    color: Theme.border
                }
                RowLayout {
                    spacing: Theme.space3
                    StateGlyph {
                        visible: row.verdict !== "unknown"
                        Layout.alignment: Qt.AlignTop
                        name: row.verdict === "fine" ? "fine" : "attention"
                        color: row.verdict === "fine" ? Theme.positive : Theme.warning
                    }
                    Icon {
                        visible: row.verdict === "unknown"
                        Layout.alignment: Qt.AlignTop
                        name: "info"
                        color: Theme.textMuted
                    }
                    ColumnLayout {
                        spacing: 2
                        AppText {
                            Layout.fillWidth: true
                            text: row.name
                            weight: Font.Medium
                            Accessible.name: row.verdict === "problem" ? qsTr("%1, needs attention").arg(row.name) : row.verdict === "fine" ? qsTr("%1, fine").arg(row.name) : qsTr("%1, not checked").arg(row.name)
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: row.text
                            variant: "small"
                            muted: true
                        }
                    }
                    FolderFix {
                        visible: row.fix === "folder" && (view.app.machine.storageAbsent || view.app.machine.needsFolder)
                        app: view.app
                        kind: row.index === 0 ? "primary" : "standard"
                    }
                    AppButton {
                        visible: row.fix !== "folder" && row.fixText !== ""
                        small: true
                        kind: row.index === 0 ? "primary" : "standard"
                        text: row.fixText
                        onClicked: view.checks.mend(row.index)
                    }
                }
                StorageTrouble {
                    visible: row.fix === "folder" && storage.error !== ""
                    Layout.fillWidth: true
                    storage: view.app.sharing
                }
            }
        }
    }
}
