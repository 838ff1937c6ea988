// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Surplus.Theme

/// What a dialog says, which scrolls where the window is low, over its buttons, which are always to be seen.
ColumnLayout {
    id: body

    default property alias content: column.data
    property alias buttons: row.data
    readonly property Item focused: visible && Window.window ? Window.window.activeFocusItem : null
    readonly property int ringRoom: 4 // around what has the focus, also where it is clipped

    spacing: Theme.space4

    // Whoever tabs to something sees it.
    onFocusedChanged: {
        let up = focused;
        while (up && up !== column)
            up = up.parent;
        if (!up)
            return;
        const top = focused.mapToItem(column, 0, 0).y - Theme.space4;
        const bottom = top + focused.height + 2 * Theme.space4;
        if (bottom > flickable.contentY + flickable.height)
            flickable.contentY = Math.max(0, Math.min(bottom - flickable.height, flickable.contentHeight - flickable.height));
        if (top < flickable.contentY)
            flickable.contentY = Math.max(0, top);
    }

    Flickable {
        id: flickable
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: -body.ringRoom
        Layout.rightMargin: -body.ringRoom
        Layout.preferredHeight: column.implicitHeight
        contentHeight: column.implicitHeight
        clip: contentHeight > height
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { policy: flickable.contentHeight > flickable.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff }
        ColumnLayout {
            id: column
            x: body.ringRoom
            width: flickable.width - 2 * body.ringRoom
            spacing: Theme.space3
        }
    }
    RowLayout {
        id: row
        spacing: Theme.space2
    }
}
