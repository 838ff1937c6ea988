// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The range in four figures.
Card {
    id: card

    required property AppModel app
    readonly property EarningsModel earnings: app.earnings
    readonly property var captions: [qsTr("Earned in 24 hours"), qsTr("Earned in 7 days"), qsTr("Earned in 30 days"), qsTr("Earned in a year"), qsTr("Earned in all"), qsTr("Earned in this range")]

    FiatEstimate { id: worth; wallet: card.app.wallet; exact: card.earnings.exactTotal }

    implicitHeight: figures.implicitHeight + 2 * Theme.space4

    GridLayout {
        id: figures
        x: Theme.space5
        y: Theme.space4
        width: parent.width - 2 * Theme.space5
        columns: 4
        columnSpacing: Theme.space6
        Tile {
            Layout.preferredWidth: 1
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            caption: card.captions[card.earnings.range]
            value: card.earnings.total
            unit: card.app.sharing.symbol
            note: worth.text === "" || aside === "" ? worth.text + aside : qsTr("%1 · %2").arg(worth.text).arg(aside)
            readonly property string aside: card.earnings.undated !== "" ? qsTr("%1 of it without a date").arg(card.earnings.undated)
                : card.earnings.loaded && card.earnings.change !== "—" ? qsTr("%1 against the period before").arg(card.earnings.change)
                : card.app.demo ? qsTr("Demo: no real money") : ""
        }
        Tile {
            Layout.preferredWidth: 1
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            caption: card.earnings.averageCaption
            value: card.earnings.average
            unit: card.app.sharing.symbol
            note: card.earnings.averageNote
        }
        Tile {
            Layout.preferredWidth: 1
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            caption: qsTr("Best")
            value: card.earnings.best
            unit: card.app.sharing.symbol
            note: card.earnings.bestTitle
        }
        Tile {
            Layout.preferredWidth: 1
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            caption: qsTr("Today so far")
            value: card.earnings.today
            unit: card.app.sharing.symbol
            note: card.earnings.machines > 1 ? qsTr("%n machine(s)", "", card.earnings.machines) : qsTr("This computer")
        }
    }
}
