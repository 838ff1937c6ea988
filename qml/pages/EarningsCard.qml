// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Charts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// What has it earned? The screen's one large figure, and thirty days of it.
Card {
    id: card

    required property AppModel app
    readonly property EarningsModel earnings: app.overviewEarnings

    FiatEstimate { id: worth; wallet: card.app.wallet; exact: card.earnings.exactTotal }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space5
        spacing: 0
        RowLayout {
            spacing: Theme.space4
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                spacing: 0
                AppText {
                    Layout.fillWidth: true
                    text: qsTr("Earned in the last 30 days")
                    variant: "small"
                    muted: true
                }
                Row {
                    spacing: Theme.space2
                    Figures {
                        id: total
                        text: card.earnings.loaded ? card.earnings.total : "—"
                        variant: "display"
                    }
                    AppText {
                        anchors.baseline: total.baseline
                        text: card.app.sharing.symbol
                        muted: true
                        wrapMode: Text.NoWrap
                    }
                    AppText {
                        visible: text !== ""
                        anchors.baseline: total.baseline
                        text: card.earnings.loaded ? worth.text : ""
                        variant: "small"
                        muted: true
                        wrapMode: Text.NoWrap
                    }
                    Rectangle {
                        visible: card.app.demo
                        anchors.verticalCenter: total.verticalCenter
                        width: demo.implicitWidth + 2 * Theme.space2
                        height: 22
                        radius: 11
                        color: Theme.warningTint
                        AppText {
                            id: demo
                            anchors.centerIn: parent
                            text: qsTr("Demo: no real money")
                            variant: "caption"
                            color: Theme.warning
                            wrapMode: Text.NoWrap
                        }
                    }
                }
            }
            Tile {
                Layout.fillWidth: false
                Layout.alignment: Qt.AlignTop | Qt.AlignRight
                endAligned: true
                caption: qsTr("Today so far")
                value: card.earnings.loaded ? card.earnings.today : "—"
                unit: card.app.sharing.symbol
            }
        }
        EarningsChart {
            id: chart
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 160
            Layout.topMargin: Theme.space3
            model: card.earnings
        }
        ChartLegend {
            Layout.topMargin: Theme.space2
            model: card.earnings
            colours: chart.colours
        }
    }
    LoadingCard {
        anchors.fill: parent
        loading: !card.earnings.loaded && card.earnings.error === ""
        onLogWanted: card.app.page = "support"
    }
}
