// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Surplus.Theme

/// A field for a number that applies at once. It shows what applies unless somebody types in it; what was typed and can't be
/// taken stays, with what is wrong beside it, until it is corrected or given up with Esc. Nothing else moves for it.
AppTextField {
    id: field

    property string value ///< what applies
    property string unit
    property string problem
    signal entered
    signal corrected

    wrong: problem !== ""
    horizontalAlignment: Text.AlignRight
    Accessible.description: !enabled ? qsTr("Not available now") : problem !== "" ? problem : placeholderText
    onEditingFinished: if (text !== value) entered()
    onTextEdited: if (problem !== "") corrected()
    Keys.onEscapePressed: event => {
        event.accepted = problem !== "" || text !== value;
        text = value;
        corrected();
    }
    Binding on text {
        when: !field.activeFocus && field.problem === ""
        restoreMode: Binding.RestoreNone // what is there stays, to be changed
        value: field.value
    }

    // In its own row, over what the field is called: the fields around it stay to be seen.
    Popup {
        x: field.LayoutMirroring.enabled ? field.width + Theme.space2 : -width - Theme.space2
        y: (field.height - height) / 2
        width: Math.min(implicitWidth, 320)
        padding: Theme.space2
        leftPadding: Theme.space3
        rightPadding: Theme.space3
        visible: field.visible && field.problem !== ""
        closePolicy: Popup.NoAutoClose
        focus: false
        contentItem: RowLayout {
            spacing: Theme.space2
            Icon { Layout.alignment: Qt.AlignTop; Layout.topMargin: 1; name: "alert"; size: Theme.sizeIconSmall; color: Theme.warning }
            AppText {
                Layout.fillWidth: true
                text: field.value === "" ? field.problem : qsTr("%1 %2 still applies.").arg(field.problem).arg((field.value + " " + field.unit).trim())
                variant: "small"
                Accessible.role: Accessible.AlertMessage
            }
        }
        background: Rectangle {
            radius: Theme.radiusControl
            color: Theme.warningTint
            border.color: Theme.warning
        }
    }
}
