// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Surplus.Theme

/// A page: a fixed head row with the title and its actions, then content that scrolls when it doesn't fit.
FocusScope {
    id: page

    property string title
    property string note ///< beside the title: how old what is shown is
    property alias actions: actionRow.data
    default property alias content: column.data
    /// The height that the content may fill without scrolling.
    readonly property real roomForContent: flickable.height - Theme.space6
    readonly property bool compact: width < 1100 - Theme.sizeRailCompact
    readonly property int sidePadding: compact ? Theme.space6 : Theme.space8

    // Whoever tabs to something sees it.
    readonly property Item focused: visible && Window.window ? Window.window.activeFocusItem : null
    onFocusedChanged: {
        let up = focused;
        while (up && up !== column)
            up = up.parent;
        if (!up)
            return;
        const top = focused.mapToItem(column, 0, 0).y - Theme.space4;
        const bottom = top + focused.height + 2 * Theme.space4;
        if (bottom > flickable.contentY + flickable.height)
            flickable.contentY = Math.min(bottom - flickable.height, flickable.contentHeight - flickable.height);
        if (top < flickable.contentY)
            flickable.contentY = Math.max(0, top);
    }
    Keys.onPressed: event => {
        const step = event.key === Qt.Key_PageDown ? 0.9 : event.key === Qt.Key_PageUp ? -0.9 : 0;
        event.accepted = step !== 0;
        if (step !== 0)
            flickable.contentY = Math.max(0, Math.min(flickable.contentHeight - flickable.height, flickable.contentY + step * flickable.height));
    }

    RowLayout {
        id: head
        x: page.sidePadding
        y: page.compact ? Theme.space4 : Theme.space6
        width: Math.min(page.width - 2 * page.sidePadding, Theme.sizeContentMax)
        height: Theme.sizeControl
        AppText {
            Layout.fillWidth: true
            text: page.title
            variant: "title"
            Accessible.role: Accessible.Heading
        }
        AppText {
            visible: text !== ""
            text: page.note
            variant: "small"
            muted: true
            wrapMode: Text.NoWrap
        }
        RowLayout {
            id: actionRow
            spacing: Theme.space2
        }
    }
    Flickable {
        id: flickable
        anchors.top: head.bottom
        anchors.topMargin: page.compact ? Theme.space3 : Theme.space4
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        contentHeight: column.implicitHeight + Theme.space6
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { policy: flickable.contentHeight > flickable.height ? ScrollBar.AsNeeded : ScrollBar.AlwaysOff }

        ColumnLayout {
            id: column
            x: page.sidePadding
            width: head.width
            spacing: Theme.space4
        }
    }
}
