// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

PageFrame {
    id: page

    required property AppModel app
    readonly property SharingModel storage: app.sharing
    readonly property bool ready: storage.available && storage.folder !== "" && app.payout.chosen
    readonly property string notReady: !storage.available ? qsTr("The engine isn't running")
        : storage.folder === "" ? qsTr("No storage folder is chosen yet") : app.payout.chosen ? "" : qsTr("No payout address is chosen yet")
    signal setupWanted

    title: qsTr("Sharing")
    note: page.app.machine.staleText

    StorageTrouble { Layout.fillWidth: true; storage: page.storage }
    Banner {
        visible: page.app.conditions.error !== ""
        Layout.fillWidth: true
        tone: "warning"
        title: qsTr("That didn't work")
        detail: page.app.conditions.error
        actionText: qsTr("OK")
        onAction: page.app.conditions.clearError()
    }
    Banner {
        visible: page.app.machine.paused
        Layout.fillWidth: true
        title: qsTr("Sharing is paused")
        detail: page.app.machine.secondLine
        actionText: page.app.machine.canResume ? qsTr("Resume") : ""
        onAction: page.app.machine.resume()
    }
    Banner {
        visible: !page.storage.available && !page.app.machine.loading
        Layout.fillWidth: true
        title: qsTr("The engine isn't running")
        detail: qsTr("What it shares can be changed once it runs again.")
    }
    Banner {
        visible: page.app.machine.needsSetup
        Layout.fillWidth: true
        title: qsTr("Nothing is shared yet")
        detail: qsTr("Choose a folder, a limit and where your earnings go.")
        actionText: qsTr("Set up sharing…")
        onAction: page.setupWanted()
    }
    Card {
        Layout.fillWidth: true
        implicitHeight: row.implicitHeight + 2 * Theme.space5
        GridLayout {
            id: row
            x: Theme.space5
            y: Theme.space5
            width: parent.width - 2 * Theme.space5
            columns: page.compact ? 2 : 3
            columnSpacing: Theme.space6
            rowSpacing: Theme.space4
            RowLayout {
                Layout.preferredWidth: 350
                Layout.maximumWidth: page.compact ? 10000 : 350
                Layout.fillWidth: page.compact
                spacing: Theme.space4
                Icon {
                    name: "storage"
                    size: 22
                    color: page.storage.enabled ? Theme.storage : Theme.textMuted
                }
                ColumnLayout {
                    spacing: 2
                    AppText {
                        Layout.fillWidth: true
                        text: qsTr("Storage")
                        variant: "heading"
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: page.storage.folder === "" ? qsTr("Keeps encrypted pieces of other people's files") : Format.apart(page.storage.folder)
                        variant: "small"
                        muted: true
                        wrapMode: Text.NoWrap
                        elide: Text.ElideMiddle; mayElide: true
                    }
                    FolderFix { visible: page.app.machine.needsFolder; app: page.app; Layout.topMargin: Theme.space1 }
                    Row {
                        visible: page.storage.folder !== ""
                        Layout.topMargin: Theme.space1
                        spacing: Theme.space2
                        AppButton {
                            small: true
                            enabled: page.storage.available && page.storage.leases === 0 && !page.storage.working
                            disabledReason: page.storage.leases > 0 ? qsTr("It holds what customers store. It can be changed once no lease is left.") : qsTr("The engine isn't running yet.")
                            text: qsTr("Change…")
                            Accessible.name: qsTr("Change the folder of what customers store")
                            onClicked: picker.open()
                        }
                        AppButton {
                            small: true
                            text: qsTr("Open")
                            Accessible.name: qsTr("Open the folder of what customers store")
                            onClicked: page.app.settings.openFolder(page.storage.folder)
                        }
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.row: page.compact ? 1 : 0
                Layout.column: page.compact ? 0 : 1
                Layout.columnSpan: page.compact ? 2 : 1
                spacing: Theme.space1
                RowLayout {
                    AppText {
                        text: qsTr("Up to %1").arg(Format.bytes(slider.value))
                        variant: "bodyStrong"
                        wrapMode: Text.NoWrap
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: page.storage.usageText
                        variant: "small"
                        muted: true
                        horizontalAlignment: Text.AlignRight
                    }
                }
                AppSlider {
                    id: slider
                    Layout.fillWidth: true
                    label: qsTr("Storage limit")
                    enabled: page.ready
                    disabledReason: page.notReady
                    from: 0
                    to: Math.max(1, page.storage.most)
                    stepSize: 1e9
                    used: page.storage.leased
                    onCommitted: value => page.storage.setLimit(value)
                    Binding on value {
                        when: !slider.pressed
                        restoreMode: Binding.RestoreNone // what is there stays, to be changed
                        value: page.storage.limit
                    }
                }
                AppText {
                    visible: text !== ""
                    Layout.fillWidth: true
                    text: page.storage.overLimitText
                    variant: "small"
                    color: Theme.warning
                }
            }
            AppSwitch {
                Layout.row: 0
                Layout.column: page.compact ? 1 : 2
                Layout.alignment: Qt.AlignRight | Qt.AlignVCenter
                label: qsTr("Storage")
                on: page.storage.enabled
                enabled: page.ready || (page.storage.available && page.storage.enabled)
                disabledReason: page.notReady
                onWanted: on => {
                    if (on || page.storage.leases === 0)
                        page.storage.setEnabled(on);
                    else
                        confirm.open();
                }
            }
        }
        LoadingCard {
            anchors.fill: parent
            loading: page.app.machine.loading
            rows: true
            onLogWanted: page.app.page = "support"
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: page.compact ? 1 : 2
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4
        ScheduleCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 5
            conditions: page.app.conditions
        }
        RulesCard {
            Layout.fillHeight: true
            Layout.preferredWidth: 4
            conditions: page.app.conditions
        }
        TrafficCard {
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 5
            Layout.rowSpan: page.compact ? 1 : 2
            storage: page.storage
        }
        PricesCard {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 4
            storage: page.storage
        }
        CustomersCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 4
            app: page.app
        }
    }
    LimitsCard {
        Layout.fillWidth: true
        storage: page.storage
        compact: page.compact
    }
    AppText {
        Layout.fillWidth: true
        text: page.storage.folder === "" ? qsTr("Changes apply at once.") : qsTr("Changes apply at once. Files already stored stay until their lease ends.")
        variant: "small"
        muted: true
    }

    FolderChooser { id: picker; storage: page.storage }
    LazyDialog { id: confirm; dialog: Component { StopStoringDialog { app: page.app } } }
}
