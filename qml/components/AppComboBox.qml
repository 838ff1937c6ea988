// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Surplus.Theme

/// One choice of several, shown closed. `current` follows the model; `chosen` says what the user asks for.
AppButton {
    id: box

    property var options: [] ///< texts
    property int current: 0
    property string label
    property AppMenu menu: null
    signal chosen(int index)

    text: options[current] ?? ""
    iconName: "down"
    trailingIcon: true
    Accessible.role: Accessible.ComboBox
    Accessible.name: label
    Accessible.description: enabled ? text : qsTr("Not available now")
    onClicked: {
        if (!menu) // built when it is first wanted: lists can be long
            menu = list.createObject(box);
        menu.popup(box, 0, box.height + Theme.space1);
    }
    Keys.onUpPressed: if (current > 0) box.chosen(current - 1)
    Keys.onDownPressed: if (current < options.length - 1) box.chosen(current + 1)

    Component {
        id: list
        AppMenu {
            Repeater {
                model: box.options
                AppMenuItem {
                    required property int index
                    required property string modelData
                    text: modelData
                    marked: index === box.current
                    onTriggered: box.chosen(index)
                }
            }
        }
    }
}
