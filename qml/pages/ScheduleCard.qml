// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The week's hours to share in.
Card {
    id: card

    required property ConditionsModel conditions

    implicitHeight: column.implicitHeight + 2 * Theme.space5
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.space5
        spacing: Theme.space3
        RowLayout {
            ColumnLayout {
                spacing: 2
                AppText {
                    Layout.fillWidth: true
                    text: qsTr("Weekly schedule")
                    variant: "heading"
                }
                AppText {
                    Layout.fillWidth: true
                    text: card.conditions.scheduleText
                    variant: "small"
                    muted: true
                }
            }
            AppSwitch {
                Layout.alignment: Qt.AlignTop
                label: qsTr("Weekly schedule")
                enabled: card.conditions.available
                on: card.conditions.schedule
                onWanted: on => card.conditions.setRule("schedule", on)
            }
        }
        WeekGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            label: qsTr("Hours to share in")
            enabled: card.conditions.available
            opacity: card.conditions.schedule ? 1 : 0.5
            hours: card.conditions.hours
            nowCell: card.conditions.nowCell
            nowFraction: card.conditions.nowFraction
            onPainted: hours => card.conditions.setHours(hours)
        }
        RowLayout {
            spacing: Theme.space2
            Rectangle { implicitWidth: 14; implicitHeight: 14; radius: 3; color: Theme.level }
            AppText { text: qsTr("Share"); variant: "caption"; muted: true; wrapMode: Text.NoWrap }
            Rectangle { implicitWidth: 14; implicitHeight: 14; radius: 3; color: Theme.sunken; border.color: Theme.border }
            AppText { text: qsTr("Pause"); variant: "caption"; muted: true; wrapMode: Text.NoWrap }
            Item { Layout.fillWidth: true; implicitWidth: Theme.space3 }
            Flow {
                Layout.fillWidth: true
                Layout.maximumWidth: nights.implicitWidth + always.implicitWidth + none.implicitWidth + 2 * spacing
                spacing: Theme.space2
                AppButton {
                    id: nights
                    small: true
                    enabled: card.conditions.available
                    text: qsTr("Nights and weekends")
                    onClicked: card.conditions.setNightsAndWeekends()
                }
                AppButton {
                    id: always
                    small: true
                    enabled: card.conditions.available
                    text: qsTr("Always")
                    onClicked: card.conditions.setHours("1".repeat(168))
                }
                AppButton {
                    id: none
                    small: true
                    kind: "ghost"
                    enabled: card.conditions.available
                    text: qsTr("Clear")
                    onClicked: card.conditions.setHours("0".repeat(168))
                }
            }
        }
    }
}
