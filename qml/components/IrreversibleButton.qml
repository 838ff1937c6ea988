// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The button of what can't be taken back: it spends, deletes, reveals or ends something. It sleeps for the first second
/// that it is seen, and again whenever what it would do has changed: the second half of a double click, or a key that was
/// pressed once too often, finds it asleep. Use confirmed(), possible and reason instead of clicked(), enabled and
/// disabledReason.
AppButton {
    id: button

    property bool possible: true
    property string reason ///< why it isn't possible
    property string about ///< what it would do; a string, because a var says that it changed whenever it is set
    property bool cautious: true ///< false where it can't do any harm
    property bool awake: false
    signal confirmed

    function sleep() {
        awake = false;
        rest.restart();
    }

    kind: "primary"
    enabled: possible && (awake || !cautious)
    disabledReason: possible ? qsTr("In a moment: this can't be taken back") : reason
    onVisibleChanged: sleep()
    onPossibleChanged: sleep()
    onAboutChanged: sleep()
    onTextChanged: sleep()
    Component.onCompleted: sleep()
    onClicked: {
        if (!possible || (cautious && !awake))
            return;
        sleep();
        confirmed();
    }

    Timer {
        id: rest
        interval: Math.max(1000, 2 * Application.styleHints.mouseDoubleClickInterval)
        onTriggered: button.awake = button.visible && button.possible
    }
}
