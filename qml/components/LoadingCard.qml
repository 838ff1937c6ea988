// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Components
import Surplus.Theme

/// Lies over a card whose content isn't known yet, or stands for it: empty for 300 ms, then the shape of the content, and
/// after 10 s that it takes long.
Card {
    id: card

    property bool loading: false
    property bool rows: false ///< the content has rows instead of a chart
    property bool shown: false
    property bool late: false
    signal logWanted

    implicitHeight: 160
    visible: loading
    onLoadingChanged: { shown = false; late = false; }
    Accessible.role: Accessible.StaticText
    Accessible.name: late ? qsTr("This is taking longer than usual.") : qsTr("Loading")

    Timer { running: card.loading && !card.shown; interval: 300; onTriggered: card.shown = true }
    Timer { running: card.loading && !card.late; interval: 10000; onTriggered: card.late = true }

    Skeleton {
        visible: card.shown
        anchors.fill: parent
        anchors.margins: Theme.space5
        anchors.bottomMargin: Theme.space5 + (card.late ? log.height + Theme.space3 : 0)
        rows: card.rows
    }
    AppText {
        visible: card.late
        anchors.left: parent.left
        anchors.right: log.left
        anchors.leftMargin: Theme.space5
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: log.verticalCenter
        text: qsTr("This is taking longer than usual.")
        variant: "small"
        muted: true
    }
    AppButton {
        id: log
        visible: card.late
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space5
        small: true
        text: qsTr("See log")
        onClicked: card.logWanted()
    }
}
