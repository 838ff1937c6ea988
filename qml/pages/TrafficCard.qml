// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// How fast, how much in a month, and what stays free on the disk.
SettingsCard {
    id: card

    required property SharingModel storage

    component Number: SettingRow {
        id: number
        required property string name
        property string value
        property string unit
        property string none
        NumberField {
            Layout.preferredWidth: 124
            label: number.title
            placeholderText: number.none
            value: number.value
            unit: number.unit
            problem: card.storage.problems[number.name] ?? ""
            enabled: card.storage.available
            onEntered: card.storage.setNumber(number.name, text)
            onCorrected: card.storage.clearProblem(number.name)
        }
        AppText {
            Layout.minimumWidth: 44
            text: number.unit
            variant: "small"
            muted: true
            wrapMode: Text.NoWrap
        }
    }

    title: qsTr("Traffic and disk")
    Number {
        first: true
        name: "uploadRate"
        title: qsTr("Upload")
        detail: qsTr("What customers fetch")
        value: card.storage.uploadRate
        unit: qsTr("Mbit/s")
        none: qsTr("no limit")
    }
    Number {
        name: "downloadRate"
        title: qsTr("Download")
        detail: qsTr("What customers store")
        value: card.storage.downloadRate
        unit: qsTr("Mbit/s")
        none: qsTr("no limit")
    }
    Number {
        name: "monthlyCap"
        title: qsTr("Data in a month")
        detail: qsTr("%1. Sharing pauses when it is used up").arg(card.storage.trafficText)
        value: card.storage.monthlyCap
        unit: qsTr("GB")
        none: qsTr("no cap")
    }
    Meter {
        visible: card.storage.trafficShare >= 0
        Layout.fillWidth: true
        value: Math.max(0, card.storage.trafficShare)
        fill: card.storage.trafficShare >= 1 ? Theme.warning : Theme.storage
    }
    SettingRow {
        visible: card.storage.monthlyCap !== ""
        title: qsTr("The month begins on day")
        detail: qsTr("As on your provider's bill")
        AppComboBox {
            label: qsTr("The month begins on day")
            small: true
            options: Array.from({ length: 31 }, (_, index) => String(index + 1))
            current: card.storage.resetDay - 1
            onChosen: index => card.storage.setResetDay(index + 1)
        }
    }
    Number {
        name: "minimumFree"
        title: qsTr("Keep free on the disk")
        detail: qsTr("Nothing new is stored beyond it")
        value: card.storage.minimumFree
        unit: qsTr("GB")
        none: "0"
    }
}
