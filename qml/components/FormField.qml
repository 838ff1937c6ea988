// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Surplus.Theme

/// A field of a dialog with its name above, and below it what helps or, in the same place, what is wrong with what was
/// typed: nothing moves when that comes.
ColumnLayout {
    id: form

    property alias text: field.text
    property alias font: field.font
    property alias echoMode: field.echoMode
    property alias placeholderText: field.placeholderText
    property alias inputMethodHints: field.inputMethodHints
    property string label
    property string name: label ///< for a screen reader
    property string hint
    property string problem
    property int lines: 1 ///< room that is kept for hint or problem
    signal edited
    signal accepted
    signal finished

    function forceActiveFocus() { field.forceActiveFocus(); }
    function clear() { field.clear(); }

    spacing: Theme.space1
    AppText {
        visible: text !== ""
        Layout.fillWidth: true
        text: form.label
        variant: "small"
        muted: true
        Accessible.ignored: true
    }
    AppTextField {
        id: field
        Layout.fillWidth: true
        label: form.name
        wrong: form.problem !== ""
        Accessible.description: !enabled ? qsTr("Not available now") : form.problem !== "" ? form.problem : form.hint
        onTextEdited: form.edited()
        onAccepted: form.accepted()
        onEditingFinished: form.finished()
    }
    AppText {
        Layout.fillWidth: true
        Layout.minimumHeight: form.lines * Theme.smallLineHeight
        text: form.problem !== "" ? form.problem : form.hint
        variant: "small"
        color: form.problem !== "" ? Theme.warning : Theme.textMuted
        Accessible.role: form.problem !== "" ? Accessible.AlertMessage : Accessible.StaticText
    }
}
