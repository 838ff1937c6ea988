// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A dialog that is built when it is first opened, and kept from then on.
Item {
    id: place

    required property Component dialog
    property var made: null
    function open() {
        if (!made)
            made = dialog.createObject(place);
        made.open();
    }

    visible: false // takes no room in a layout
}
