// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Charts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The chart as a table: by resource, machine, customer or state of money, or bar by bar. Its rows add up to the chart exactly; the
/// amounts' tooltips say them to the last digit.
Card {
    id: card

    required property AppModel app
    property list<color> colours
    readonly property EarningsModel earnings: app.earnings
    property bool byPeriod: false
    readonly property list<string> kinds: [qsTr("Resource"), qsTr("Machine"), qsTr("Customer"), qsTr("State"), qsTr("Period")]
    readonly property int kind: byPeriod ? kinds.length - 1 : earnings.by
    readonly property var periods: {
        const rows = [];
        for (let i = earnings.lastShown; byPeriod && i >= earnings.firstShown && rows.length < 400; --i) {
            const bar = earnings.bar(i);
            if (!bar.before)
                rows.push(bar);
        }
        return rows;
    }

    implicitHeight: column.implicitHeight + 2 * Theme.space4

    component Cell: AppText {
        variant: "small"
        wrapMode: Text.NoWrap
        elide: Text.ElideRight; mayElide: true
        Layout.preferredWidth: 1
        Layout.fillWidth: true
    }
    component Line: Rectangle {
        Layout.fillWidth: true
        implicitHeight: 1
        color: Theme.border
    }
    component Exact: Cell {
        id: exact
        property string whole
        weight: Font.DemiBold
        horizontalAlignment: Text.AlignRight
        Accessible.name: whole
        HoverHandler { id: hover }
        AppToolTip { visible: hover.hovered && exact.whole !== exact.text; text: exact.whole }
    }

    ColumnLayout {
        id: column
        x: Theme.space5
        y: Theme.space4
        width: parent.width - 2 * Theme.space5
        spacing: 0
        RowLayout {
            Layout.bottomMargin: Theme.space2
            AppText {
                Layout.fillWidth: true
                text: qsTr("Breakdown")
                variant: "heading"
            }
            Segmented {
                label: qsTr("Break down by")
                implicitHeight: Theme.sizeControlSmall + 2
                options: card.kinds
                current: card.kind
                onChosen: index => {
                    card.byPeriod = index === card.kinds.length - 1;
                    if (!card.byPeriod)
                        card.earnings.by = index;
                }
            }
        }
        RowLayout {
            Layout.preferredHeight: 32
            Cell { text: card.kinds[card.kind]; muted: true; Layout.preferredWidth: 2 }
            Cell { text: card.byPeriod ? qsTr("Uptime") : qsTr("Share of earnings"); muted: true; Layout.preferredWidth: 2 }
            Cell { text: card.byPeriod ? "" : qsTr("Change"); muted: true; horizontalAlignment: Text.AlignRight }
            Cell { text: qsTr("Earned, %1").arg(card.app.sharing.symbol); muted: true; horizontalAlignment: Text.AlignRight }
        }
        Repeater {
            model: card.byPeriod ? [] : card.earnings.groups
            ColumnLayout {
                id: group
                required property var modelData
                readonly property color colour: card.colours.length > 0 ? card.colours[Math.min(modelData.colour, card.colours.length - 1)] : Theme.storage
                spacing: 0
                Line { }
                RowLayout {
                    Layout.preferredHeight: 32
                    RowLayout {
                        Layout.preferredWidth: 2
                        Layout.fillWidth: true
                        Layout.fillHeight: false
                        Layout.alignment: Qt.AlignVCenter
                        spacing: Theme.space2
                        Mark {
                            shape: group.modelData.shape
                            color: group.colour
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: group.modelData.label
                            variant: "small"
                            wrapMode: Text.NoWrap
                            elide: Text.ElideRight; mayElide: true
                        }
                    }
                    RowLayout {
                        Layout.preferredWidth: 2
                        Layout.fillWidth: true
                        Layout.fillHeight: false
                        Layout.alignment: Qt.AlignVCenter
                        spacing: Theme.space3
                        Rectangle {
                            implicitWidth: 140
                            Layout.maximumWidth: 140
                            Layout.fillWidth: true
                            implicitHeight: 6
                            radius: 3
                            color: Theme.sunken
                            Rectangle {
                                anchors.left: parent.left
                                width: parent.width * group.modelData.share
                                height: parent.height
                                radius: 3
                                color: group.colour
                            }
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: Format.percent(group.modelData.share)
                            variant: "small"
                            muted: true
                            wrapMode: Text.NoWrap
                        }
                    }
                    Cell { text: group.modelData.change; muted: true; horizontalAlignment: Text.AlignRight }
                    Exact { text: group.modelData.amount; whole: group.modelData.exact }
                }
            }
        }
        Repeater {
            model: card.periods
            ColumnLayout {
                id: row
                required property var modelData
                spacing: 0
                Line { }
                RowLayout {
                    Layout.preferredHeight: 32
                    Cell { text: row.modelData.title; Layout.preferredWidth: 2 }
                    Cell { text: row.modelData.uptimeText; muted: true; Layout.preferredWidth: 2 }
                    Cell { text: row.modelData.unfinished ? qsTr("so far") : ""; muted: true; horizontalAlignment: Text.AlignRight }
                    Exact { text: row.modelData.amount; whole: row.modelData.exact }
                }
            }
        }
        Line { }
        RowLayout {
            Layout.preferredHeight: 32
            Cell { text: qsTr("Total"); weight: Font.DemiBold; Layout.preferredWidth: 2 }
            Cell { text: card.earnings.rangeText; muted: true; Layout.preferredWidth: 2 }
            Cell { text: card.earnings.change; muted: true; horizontalAlignment: Text.AlignRight }
            Exact { text: card.earnings.total; whole: card.earnings.exactTotal }
        }
        AppText {
            visible: !card.byPeriod && card.earnings.by === EarningsModel.State
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            text: qsTr("As it stands now. Of each customer's money, the oldest counts as settled first; pending money is not set aside on the chain and may never be paid.")
            variant: "small"
            muted: true
        }
    }
}
