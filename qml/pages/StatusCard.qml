// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// Is it working? One sentence, and the way out when it isn't.
Card {
    id: card

    required property AppModel app
    property bool compact: false
    property string name ///< of the machine, where more than its state is shown
    readonly property MachineModel machine: app.machine
    readonly property bool stopped: machine.restarting || machine.failed
    signal setupWanted
    signal logWanted

    implicitHeight: column.implicitHeight + 2 * Theme.space4

    ColumnLayout {
        id: column
        x: Theme.space5
        y: Theme.space4
        width: parent.width - 2 * Theme.space5
        spacing: Theme.space3

        RowLayout {
            spacing: Theme.space4
            StateGlyph {
                name: card.machine.glyph
                color: Theme.tone(card.machine.tone)
                size: 30
            }
            ColumnLayout {
                spacing: 2
                AppText {
                    Layout.fillWidth: true
                    text: (card.name === "" ? "" : card.name + " · ") + (card.stopped ? qsTr("The engine stopped") : card.machine.headline)
                    variant: "heading"
                }
                AppText {
                    Layout.fillWidth: true
                    text: card.stopped ? qsTr("Sharing is on hold. Nothing you've earned is lost.") : card.machine.detail
                    variant: "small"
                    muted: true
                }
            }
            AppButton {
                visible: card.machine.needsSetup
                kind: "primary"
                text: qsTr("Set up sharing…")
                onClicked: card.setupWanted()
            }
            FolderFix {
                app: card.app
                small: false
            }
            AppButton {
                visible: card.machine.canStart && !card.stopped
                kind: "primary"
                text: qsTr("Start")
                onClicked: card.machine.start()
            }
            AppButton {
                visible: card.machine.paused && !card.machine.canResume
                text: qsTr("See the rules")
                onClicked: card.app.page = "sharing"
            }
            AppButton {
                visible: card.machine.slow
                text: qsTr("See log")
                onClicked: card.logWanted()
            }
            AppButton {
                visible: card.machine.outdated
                text: qsTr("Restart engine")
                onClicked: card.machine.restart()
            }
        }
        StorageTrouble {
            visible: (card.machine.storageAbsent || card.machine.needsFolder) && storage.error !== ""
            Layout.fillWidth: true
            storage: card.app.sharing
        }
        RowLayout {
            visible: card.machine.restarting
            Layout.fillWidth: true
            spacing: Theme.space4
            AppText {
                text: card.machine.restartText
                variant: "figure"
            }
            Meter {
                Layout.fillWidth: true
                value: card.machine.restartProgress
                fill: Theme.warning
            }
            AppText {
                text: card.machine.tryText
                variant: "small"
                muted: true
            }
        }
        AppText {
            visible: card.stopped && card.machine.report !== ""
            Layout.fillWidth: true
            text: card.machine.report
            dataOnly: true // what the engine wrote
            variant: "small"
            muted: true
            maximumLineCount: 4
            elide: Text.ElideRight; mayElide: true
        }
        Row {
            visible: card.stopped
            spacing: Theme.space2
            AppButton {
                kind: "primary"
                text: qsTr("Restart now")
                onClicked: card.machine.restart()
            }
            AppButton {
                visible: card.machine.restarting
                text: qsTr("Stop trying")
                onClicked: card.machine.stopTrying()
            }
            AppButton {
                kind: "ghost"
                text: qsTr("See log")
                onClicked: card.logWanted()
            }
        }
        Banner {
            visible: card.compact && title !== ""
            Layout.fillWidth: true
            tone: "warning"
            title: card.app.payout.problem
            detail: card.app.payout.problemDetail
            actionText: qsTr("Check again")
            onAction: card.app.payout.refresh()
        }
    }
}
