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
    readonly property WalletModel wallet: app.wallet
    property var words: []
    property string problem
    property bool checking: false
    property var asked: []
    readonly property bool right: asked.length === 3 && [0, 1, 2].every(i => answers.itemAt(i) && answers.itemAt(i).given.trim().toLowerCase() === words[asked[i]])

    title: qsTr("Recovery words")
    onClosed: {
        words = [];
        problem = "";
        checking = false;
        asked = [];
    }
    Connections {
        target: dialog.wallet
        enabled: dialog.opened
        function onWordsRead(words, problem: string) {
            dialog.words = words;
            dialog.problem = problem;
        }
    }
    function check() {
        const left = dialog.words.map((_, index) => index);
        dialog.asked = [0, 1, 2].map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]).sort((a, b) => a - b);
        dialog.checking = true;
    }

    contentHeight: content.implicitHeight

    ColumnLayout {
        id: content
        anchors.fill: parent
        spacing: Theme.space3
        AppText {
            Layout.fillWidth: true
            text: dialog.title
            variant: "heading"
        }
        AppText {
            Layout.fillWidth: true
            text: dialog.checking ? qsTr("Now from your paper: three of them.")
                : qsTr("Whoever has these words has your earnings; without them and without this computer nobody has. Write them down by hand, in this order, and keep the paper where nobody looks.")
            variant: "small"
            muted: true
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: dialog.problem
            color: Theme.warning
        }
        GridLayout {
            visible: dialog.words.length > 0 && !dialog.checking
            Layout.fillWidth: true
            columns: 3
            columnSpacing: Theme.space3
            rowSpacing: Theme.space2
            Repeater {
                model: dialog.words
                Rectangle {
                    id: cell
                    required property string modelData
                    required property int index
                    Layout.fillWidth: true
                    implicitHeight: Theme.sizeControl
                    radius: Theme.radiusControl
                    color: Theme.sunken
                    Row {
                        anchors.verticalCenter: parent.verticalCenter
                        x: Theme.space3
                        spacing: Theme.space2
                        AppText { text: cell.index + 1; variant: "small"; muted: true; width: 20; horizontalAlignment: Text.AlignRight; wrapMode: Text.NoWrap }
                        AppText { text: cell.modelData; variant: "bodyStrong"; wrapMode: Text.NoWrap }
                    }
                }
            }
        }
        Repeater {
            id: answers
            model: dialog.checking ? dialog.asked : []
            RowLayout {
                id: question
                required property int modelData
                readonly property string given: field.text
                spacing: Theme.space3
                AppText {
                    Layout.preferredWidth: 90
                    text: qsTr("Word %1").arg(question.modelData + 1)
                    wrapMode: Text.NoWrap
                }
                AppTextField {
                    id: field
                    Layout.fillWidth: true
                    label: qsTr("Word %1").arg(question.modelData + 1)
                }
            }
        }
        RowLayout {
            Layout.topMargin: Theme.space2
            spacing: Theme.space2
            AppButton {
                visible: dialog.checking
                kind: "ghost"
                text: qsTr("Back")
                onClicked: dialog.checking = false
            }
            Item { Layout.fillWidth: true }
            AppButton {
                text: dialog.words.length === 0 || dialog.checking ? qsTr("Later") : qsTr("Close")
                onClicked: dialog.close()
            }
            AppButton {
                visible: dialog.words.length === 0
                kind: "primary"
                text: qsTr("Show the words")
                onClicked: dialog.wallet.readWords()
            }
            AppButton {
                visible: dialog.words.length > 0 && !dialog.checking && !dialog.wallet.backedUp
                kind: "primary"
                text: qsTr("I've written them down")
                onClicked: dialog.check()
            }
            AppButton {
                visible: dialog.checking
                kind: "primary"
                enabled: dialog.right
                disabledReason: qsTr("Not all three are right yet")
                text: qsTr("Done")
                onClicked: {
                    dialog.wallet.noteBackup();
                    dialog.close();
                }
            }
        }
    }
}
