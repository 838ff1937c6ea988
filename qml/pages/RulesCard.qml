// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// What pauses sharing by itself. A rule that this computer can't be asked about says so.
SettingsCard {
    id: card

    required property ConditionsModel conditions
    /// Why a rule can't be asked here; empty if it can.
    function gone(rule: string): string { return card.conditions.missing[rule] ?? ""; }

    component Rule: SettingRow {
        id: rule
        required property string name
        required property bool on
        property string means
        readonly property string gone: card.gone(name)
        detail: gone !== "" ? gone : means
        warns: gone !== "" && on
        AppSwitch {
            label: rule.title
            on: rule.on
            // One that is on can be switched off, whether or not it can be asked.
            enabled: card.conditions.available && (rule.gone === "" || rule.on)
            onWanted: on => card.conditions.setRule(rule.name, on)
        }
    }

    title: qsTr("Pause sharing")
    Rule {
        first: true
        name: "battery"
        iconName: "battery"
        title: qsTr("On battery")
        means: qsTr("Resumes when plugged in")
        on: card.conditions.battery
    }
    Rule {
        name: "inUse"
        iconName: "person"
        title: qsTr("When I'm using the computer")
        means: qsTr("Pauses storage. Resumes after %n min idle", "", card.conditions.idleMinutes)
        on: card.conditions.inUse
        AppComboBox {
            visible: card.conditions.inUse
            small: true
            label: qsTr("Minutes without a key or the mouse")
            readonly property var minutes: [5, 10, 15, 30, 60]
            options: minutes.map(count => qsTr("%n min", "", count))
            current: Math.max(0, minutes.indexOf(card.conditions.idleMinutes))
            onChosen: index => card.conditions.setNumber("idleMinutes", minutes[index])
        }
    }
    Rule {
        name: "metered"
        iconName: "wifi"
        title: qsTr("On a metered network")
        means: qsTr("Such as a phone hotspot")
        on: card.conditions.metered
    }
    Rule {
        name: "hot"
        iconName: "heat"
        title: qsTr("When it runs hot")
        means: card.conditions.temperature === "" ? qsTr("Above %1 °C, until it cools").arg(card.conditions.hotAbove)
            : qsTr("Above %1 °C, until it cools. %2 °C now").arg(card.conditions.hotAbove).arg(card.conditions.temperature)
        on: card.conditions.hot
        AppComboBox {
            visible: card.conditions.hot
            small: true
            label: qsTr("Temperature to pause above")
            readonly property var degrees: [65, 70, 75, 80, 85, 90, 95]
            options: degrees.map(one => qsTr("%1 °C").arg(one))
            current: Math.max(0, degrees.indexOf(card.conditions.hotAbove))
            onChosen: index => card.conditions.setNumber("hotAbove", degrees[index])
        }
    }
    SettingRow {
        iconName: "app"
        title: qsTr("While a program runs")
        detail: card.gone("program") || qsTr("Names as a process list shows them, with commas")
        AppTextField {
            id: programs
            Layout.preferredWidth: 150
            label: qsTr("Programs that pause sharing")
            placeholderText: qsTr("none")
            enabled: card.conditions.available
            onEditingFinished: if (text !== card.conditions.programs) card.conditions.setPrograms(text)
            Binding on text {
                when: !programs.activeFocus
                restoreMode: Binding.RestoreNone // what is there stays, to be changed
                value: card.conditions.programs
            }
        }
    }
}
