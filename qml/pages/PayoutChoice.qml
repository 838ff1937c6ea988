// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The ways to an address that earnings go to: a key made here, one that is brought along, or an address alone.
ColumnLayout {
    id: choice

    required property PayoutModel payout
    property bool lengthOffered: false ///< of a new key's words
    property bool keyOnly: false ///< the address is there, and its key is brought
    property url keystore
    readonly property int way: keyOnly ? 1 : ways.current
    signal edited ///< what was wrong before may not be any more
    readonly property string problem: {
        if (way === 0)
            return "";
        if (way === 2)
            return payout.checkAddress(address.text);
        if (keystore != "")
            return password.text === "" ? qsTr("The keystore file needs its password.") : "";
        return secret.text.trim() === "" ? qsTr("Enter recovery words or a private key, or choose a keystore file.") : "";
    }
    /// What PayoutModel takes.
    function value() {
        if (way === 0)
            return { kind: "new", words: longer.checked ? 24 : 12 };
        if (way === 2)
            return { kind: "address", text: address.text };
        if (keystore != "")
            return { kind: "keystore", file: keystore, password: password.text };
        return { kind: "secret", text: secret.text };
    }
    function enterKey() { secret.forceActiveFocus(); }
    /// Forgets what was typed: it may be secret.
    function reset() {
        ways.current = 0;
        secret.clear();
        password.clear();
        address.clear();
        keystore = "";
    }

    spacing: Theme.space3

    component Note: AppText {
        Layout.fillWidth: true
        variant: "small"
        muted: true
    }

    Segmented {
        id: ways
        visible: !choice.keyOnly
        label: qsTr("Where earnings go")
        options: [qsTr("Make a new key"), qsTr("Bring a key"), qsTr("Address only")]
        onChosen: index => {
            current = index;
            choice.edited();
        }
    }
    Note {
        visible: choice.way === 0
        text: qsTr("The key is kept in this computer's keychain, and nowhere else. Write its recovery words down, in the Wallet: without them a lost computer is lost earnings.")
    }
    AppCheckBox {
        id: longer
        visible: choice.lengthOffered && choice.way === 0
        Layout.fillWidth: true
        text: qsTr("24 words instead of twelve")
    }
    Note {
        visible: choice.way === 1
        text: qsTr("Its recovery words (12 to 24, English or Spanish), its private key, or a keystore file of any Ethereum wallet. It goes into this computer's keychain, and nowhere else.")
    }
    AppTextField {
        id: secret
        visible: choice.way === 1 && choice.keystore == ""
        Layout.fillWidth: true
        label: qsTr("Recovery words or private key")
        placeholderText: label
        // Words that stand one a line stay words.
        onTextChanged: {
            if (/[\n\r\u2028\u2029]/.test(text))
                text = text.trim().replace(/[\n\r\u2028\u2029]+/g, " ");
        }
        onTextEdited: choice.edited()
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
    }
    RowLayout {
        visible: choice.way === 1
        spacing: Theme.space2
        AppButton {
            small: true
            text: choice.keystore == "" ? qsTr("Keystore file…") : qsTr("Without a file")
            onClicked: choice.keystore == "" ? picker.open() : choice.keystore = ""
        }
        AppText {
            Layout.fillWidth: true
            text: decodeURIComponent(String(choice.keystore).split("/").pop())
            variant: "small"
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle; mayElide: true
        }
    }
    AppTextField {
        id: password
        visible: choice.way === 1 && choice.keystore != ""
        Layout.fillWidth: true
        label: qsTr("Password of the file")
        onTextEdited: choice.edited()
        placeholderText: label
        echoMode: TextInput.Password
    }
    Note {
        visible: choice.way === 2
        text: qsTr("Its key stays where it is. Settlements are paid to it, and sent by whoever has gas money: another wallet, or surplusctl.")
    }
    FormField {
        id: address
        visible: choice.way === 2
        Layout.fillWidth: true
        label: qsTr("Payout address")
        placeholderText: "0x…"
        font: Theme.monoFont
        lines: 2
        problem: text !== "" ? choice.problem : ""
        onEdited: choice.edited()
    }
    FileDialog {
        id: picker
        title: qsTr("Keystore file")
        onAccepted: choice.keystore = selectedFile
    }
}
