// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The storage resource at a glance.
Card {
    id: tile

    required property AppModel app
    readonly property SharingModel storage: app.sharing

    implicitHeight: column.implicitHeight + 2 * Theme.space4

    ColumnLayout {
        id: column
        x: Theme.space4
        y: Theme.space4
        width: parent.width - 2 * Theme.space4
        spacing: Theme.space2
        RowLayout {
            spacing: Theme.space2
            Icon {
                name: "storage"
                color: tile.storage.enabled ? Theme.storage : Theme.textMuted
            }
            AppText {
                Layout.fillWidth: true
                text: qsTr("Storage")
                variant: "heading"
            }
            AppText {
                text: tile.storage.available && !tile.storage.enabled ? qsTr("Off") : qsTr("%1 retrieved").arg(tile.storage.retrievedText)
                variant: "small"
                muted: true
                wrapMode: Text.NoWrap
            }
        }
        Row {
            spacing: Theme.space1
            Figures {
                id: figure
                text: tile.storage.storedNumber
                variant: "figure"
            }
            AppText {
                anchors.baseline: figure.baseline
                text: tile.storage.storedUnit !== "" ? qsTr("%1 stored", "a unit such as GB").arg(tile.storage.storedUnit) : ""
                variant: "small"
                muted: true
                wrapMode: Text.NoWrap
            }
        }
        Meter {
            visible: tile.storage.enabled && tile.storage.storedUnit !== ""
            Layout.fillWidth: true
            value: tile.storage.limit > 0 ? tile.storage.stored / tile.storage.limit : 0
            fill: Theme.storage
        }
        AppText {
            Layout.fillWidth: true
            text: tile.storage.enabled ? qsTr("of %1 offered, in %n lease(s)", "", tile.storage.leases).arg(Format.bytes(tile.storage.limit)) : " "
            variant: "caption"
            muted: true
        }
    }
    LoadingCard {
        anchors.fill: parent
        loading: tile.app.machine.loading
        rows: true
        onLogWanted: tile.app.page = "support"
    }
}
