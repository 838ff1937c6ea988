// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// All that was ever earned, as one bar and its states; they always add up.
Card {
    id: card

    required property AppModel app
    readonly property WalletModel wallet: app.wallet
    readonly property var colours: ({ pending: Theme.gap, secured: Theme.accent, bounced: Theme.warning, settled: Theme.level })
    readonly property var inks: ({ pending: Theme.textMuted, secured: Theme.accent, bounced: Theme.warning, settled: Theme.positive })
    readonly property var icons: ({ pending: "clock", secured: "lock", bounced: "alert", settled: "check" })

    implicitHeight: column.implicitHeight + 2 * Theme.space5
    ColumnLayout {
        id: column
        x: Theme.space6
        y: Theme.space5
        width: parent.width - 2 * Theme.space6
        spacing: Theme.space4
        // Placed by hand: a RowLayout may keep the width of a figure that was another one before (Qt 6.4.2).
        Item {
            Layout.fillWidth: true
            implicitHeight: total.implicitHeight
            AppText {
                anchors.left: parent.left
                anchors.right: sum.left
                anchors.verticalCenter: parent.verticalCenter
                text: card.app.overviewEarnings.since === "" ? qsTr("Earned in all") : qsTr("Earned since %1").arg(card.app.overviewEarnings.since)
                variant: "heading"
            }
            Row {
                id: sum
                anchors.right: parent.right
                spacing: Theme.space2
                AppText {
                    anchors.baseline: total.baseline
                    visible: text !== ""
                    text: card.wallet.estimate
                    variant: "small"
                    muted: true
                    wrapMode: Text.NoWrap
                }
                Figures {
                    id: total
                    text: card.wallet.earned
                    variant: "figure"
                }
                AppText {
                    anchors.baseline: total.baseline
                    text: card.app.sharing.symbol
                    variant: "small"
                    muted: true
                    wrapMode: Text.NoWrap
                }
            }
        }
        Item {
            Layout.fillWidth: true
            implicitHeight: 10
            Accessible.role: Accessible.StaticText
            Accessible.name: card.wallet.partsText
            Rectangle {
                anchors.fill: parent
                radius: 5
                color: Theme.sunken
            }
            Row {
                id: bar
                readonly property int shown: {
                    let count = 0;
                    for (const part of card.wallet.parts)
                        count += part.share > 0 ? 1 : 0;
                    return count;
                }
                readonly property real least: 6 // whatever is there can be seen
                anchors.fill: parent
                spacing: 2
                Repeater {
                    model: card.wallet.parts
                    Rectangle {
                        required property var modelData
                        visible: modelData.share > 0
                        width: bar.least + (bar.width - bar.spacing * (bar.shown - 1) - bar.least * bar.shown) * modelData.share
                        height: 10
                        radius: 5
                        color: card.colours[modelData.state]
                    }
                }
            }
        }
        // Placed by hand: a RowLayout whose items are made anew may keep the places of the old ones (Qt 6.4.2).
        Row {
            id: columns
            Layout.fillWidth: true
            Repeater {
                model: card.wallet.parts
                Item {
                    id: part
                    required property var modelData
                    required property int index
                    width: columns.width / Math.max(1, card.wallet.parts.length)
                    height: words.height
                    Rectangle {
                        visible: part.index > 0
                        anchors.left: parent.left
                        width: 1
                        height: columns.height
                        color: Theme.border
                    }
                    Column {
                        id: words
                        anchors.left: parent.left
                        anchors.leftMargin: part.index > 0 ? Theme.space6 : 0
                        width: parent.width - anchors.leftMargin - Theme.space4
                        spacing: 2
                        Row {
                            anchors.left: parent.left
                            spacing: Theme.space2
                            Icon {
                                anchors.verticalCenter: parent.verticalCenter
                                name: card.icons[part.modelData.state]
                                size: Theme.sizeIconSmall
                                color: card.inks[part.modelData.state]
                            }
                            AppText {
                                text: part.modelData.label
                                weight: Font.Medium
                                color: card.inks[part.modelData.state]
                                wrapMode: Text.NoWrap
                            }
                        }
                        Row {
                            anchors.left: parent.left
                            spacing: Theme.space1
                            Figures {
                                id: amount
                                text: part.modelData.amount
                                variant: "figure"
                            }
                            AppText {
                                anchors.baseline: amount.baseline
                                text: card.app.sharing.symbol
                                variant: "small"
                                muted: true
                                wrapMode: Text.NoWrap
                            }
                            HoverHandler { id: hover }
                            AppToolTip { visible: hover.hovered; text: part.modelData.exact + " " + card.app.sharing.symbol }
                        }
                        AppText {
                            width: parent.width
                            text: part.modelData.note
                            variant: "small"
                            muted: true
                        }
                    }
                }
            }
        }
        // No part of what is earned, so neither in the bar nor in the sum.
        ColumnLayout {
            visible: card.wallet.receivedAhead !== ""
            spacing: Theme.space3
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: 1
                color: Theme.border
            }
            RowLayout {
                spacing: Theme.space3
                ColumnLayout {
                    spacing: 2
                    AppText {
                        Layout.fillWidth: true
                        text: qsTr("Received ahead")
                        weight: Font.Medium
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: qsTr("Paid out beyond what is earned. It becomes earned as its customers use it.")
                        variant: "small"
                        muted: true
                    }
                }
                Row {
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.space1
                    Figures {
                        id: ahead
                        text: card.wallet.receivedAhead
                    }
                    AppText {
                        anchors.baseline: ahead.baseline
                        text: card.app.sharing.symbol
                        variant: "small"
                        muted: true
                        wrapMode: Text.NoWrap
                    }
                    HoverHandler { id: aheadHover }
                    AppToolTip { visible: aheadHover.hovered; text: card.wallet.exactReceivedAhead + " " + card.app.sharing.symbol }
                }
            }
        }
    }
    LoadingCard {
        anchors.fill: parent
        loading: card.app.machine.loading
        rows: true
        onLogWanted: card.app.page = "support"
    }
}
