// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Models

/// What the pointer does over the bars: it points at the one beneath it and picks it; wheel and drag zoom and pan where
/// `interactive`.
MouseArea {
    required property EarningsModel model
    required property bool interactive
    property real dragX: 0
    property bool dragged: false
    signal pointed(int index) ///< a loaded bar, or -1
    signal grasped()
    signal picked()

    hoverEnabled: true
    cursorShape: pressed && dragged ? Qt.ClosedHandCursor : Qt.ArrowCursor
    preventStealing: true
    onPressed: mouse => {
        dragX = mouse.x;
        dragged = false;
        if (interactive)
            grasped();
    }
    onPositionChanged: mouse => {
        if (pressed && interactive) {
            if (!dragged && Math.abs(mouse.x - dragX) < 4)
                return;
            dragged = true;
            pointed(-1);
            model.pan((dragX - mouse.x) / width);
            dragX = mouse.x;
        } else if (!pressed) {
            pointed(model.indexAt(model.viewStart + mouse.x / width * Math.max(1, model.viewEnd - model.viewStart)));
        }
    }
    onClicked: if (!dragged) picked()
    onExited: pointed(-1)
    onWheel: wheel => {
        if (!interactive) {
            wheel.accepted = false;
            return;
        }
        pointed(-1);
        const sideways = wheel.angleDelta.x !== 0 ? wheel.angleDelta.x : wheel.modifiers & Qt.ShiftModifier ? wheel.angleDelta.y : 0;
        if (sideways !== 0)
            model.pan(-sideways / 1200);
        else
            model.zoom(Math.pow(0.999, wheel.angleDelta.y), wheel.x / width);
    }
}
