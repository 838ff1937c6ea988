// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The recovery words: read from the keychain when asked for, hidden again on closing, never on the clipboard; then three of
/// them are asked for.
AppDialog {
    id: dialog

    required property AppModel app
    readonly property WordsModel words: app.words
    readonly property bool shown: words.step === WordsModel.Shown
    readonly property bool asking: words.step === WordsModel.Asking

    title: qsTr("Recovery words")
    onOpened: later.forceActiveFocus()
    onClosed: words.hide()

    function confirm() {
        const wrong = dialog.words.confirm();
        if (wrong >= 0)
            answers.itemAt(wrong).forceActiveFocus();
        else if (dialog.words.step === WordsModel.Confirmed)
            dialog.close();
    }
    Connections {
        target: dialog.words
        function onChanged() {
            if (dialog.opened && dialog.shown)
                (written.visible ? written : later).forceActiveFocus();
        }
    }

    contentHeight: content.implicitHeight

    DialogColumn {
        id: content
        anchors.fill: parent
        buttons: [
            AppButton {
                visible: dialog.asking
                kind: "ghost"
                text: qsTr("Back")
                onClicked: dialog.words.back()
            },
            Item { Layout.fillWidth: true },
            AppButton {
                id: later
                text: dialog.shown && dialog.app.wallet.backedUp ? qsTr("Close") : qsTr("Later")
                onClicked: dialog.close()
            },
            IrreversibleButton {
                visible: !dialog.shown && !dialog.asking
                possible: dialog.words.step === WordsModel.Hidden
                reason: qsTr("Waiting for the keychain")
                text: dialog.words.step === WordsModel.Reading ? qsTr("One moment…") : qsTr("Show the words")
                onConfirmed: dialog.words.read()
            },
            AppButton {
                id: written
                visible: dialog.shown && !dialog.app.wallet.backedUp
                kind: "primary"
                text: qsTr("I've written them down")
                onClicked: dialog.words.ask()
            },
            AppButton {
                visible: dialog.asking
                kind: "primary"
                enabled: dialog.words.answered
                disabledReason: qsTr("All three words are needed")
                text: qsTr("Done")
                onClicked: dialog.confirm()
            }
        ]
        AppText {
            Layout.fillWidth: true
            text: dialog.title
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: dialog.asking ? qsTr("Now from your paper: three of them.")
                : qsTr("Whoever has these words has your earnings; without them and without this computer nobody has. Write them down by hand, in this order, and keep the paper where nobody looks.")
            variant: "small"
            muted: true
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: dialog.words.problem
            color: Theme.warning
            Accessible.role: Accessible.AlertMessage
        }
        GridLayout {
            visible: dialog.shown
            Layout.fillWidth: true
            LayoutMirroring.enabled: false // they are read from left to right
            LayoutMirroring.childrenInherit: true
            columns: 3
            columnSpacing: Theme.space3
            rowSpacing: Theme.space2
            Repeater {
                model: dialog.words.words
                Rectangle {
                    id: cell
                    required property string modelData
                    required property int index
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    implicitHeight: Theme.sizeControl
                    radius: Theme.radiusControl
                    color: Theme.sunken
                    Accessible.role: Accessible.StaticText
                    Accessible.name: qsTr("Word %1: %2").arg(cell.index + 1).arg(cell.modelData)
                    Row {
                        anchors.verticalCenter: parent.verticalCenter
                        x: Theme.space3
                        spacing: Theme.space2
                        AppText { text: cell.index + 1; variant: "small"; muted: true; width: 20; horizontalAlignment: Text.AlignRight; wrapMode: Text.NoWrap; Accessible.ignored: true }
                        AppText { text: cell.modelData; variant: "bodyStrong"; dataOnly: true; wrapMode: Text.NoWrap; Accessible.ignored: true }
                    }
                }
            }
        }
        Repeater {
            id: answers
            model: dialog.asking ? dialog.words.questions : []
            FormField {
                id: answer
                required property int modelData
                required property int index
                Layout.fillWidth: true
                label: qsTr("Word %1").arg(answer.modelData)
                problem: dialog.words.problems[answer.index] ?? ""
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                Component.onCompleted: if (answer.index === 0) answer.forceActiveFocus()
                onEdited: dialog.words.answer(answer.index, answer.text)
                onFinished: dialog.words.judge(answer.index)
                onAccepted: {
                    if (answer.index + 1 < answers.count)
                        answers.itemAt(answer.index + 1).forceActiveFocus();
                    else
                        dialog.confirm();
                }
            }
        }
    }
}
