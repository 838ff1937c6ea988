// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Charts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// A strip of days as on status pages; each day's tooltip lists what happened. One tab stop; the arrows go from day to day.
FocusScope {
    id: strip

    required property UptimeModel model
    property int current: -1 ///< the day that the keyboard is on
    readonly property int hovered: hover.hovered ? Math.min(model.days - 1, Math.floor(hover.point.position.x / cellWidth)) : -1
    readonly property int told: hovered >= 0 ? hovered : activeFocus ? current : -1
    readonly property real cellWidth: Math.max(1, width) / model.days

    implicitHeight: 24
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: model.summary
    Accessible.description: told >= 0 ? model.tip(told) : ""
    onActiveFocusChanged: current = activeFocus ? model.days - 1 : -1
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Left) current = Math.max(0, current - 1);
        else if (event.key === Qt.Key_Right) current = Math.min(model.days - 1, current + 1);
        else if (event.key === Qt.Key_Home) current = 0;
        else if (event.key === Qt.Key_End) current = model.days - 1;
        else event.accepted = false;
    }

    FocusRing { visible: strip.activeFocus && strip.current < 0 }
    UptimeCells {
        anchors.fill: parent
        model: strip.model
        level: Theme.level
        levelLow: Theme.levelLow
        vessel: Theme.sunken
        outline: Theme.borderStrong
        hatch: Theme.gap
        radius: Theme.radiusCell
    }
    Item {
        x: Math.max(0, strip.told) * strip.cellWidth
        width: strip.cellWidth - 2
        height: strip.height
        FocusRing { visible: strip.activeFocus && strip.hovered < 0 && strip.current >= 0; radius: Theme.radiusCell + 2 }
        AppToolTip { visible: strip.told >= 0; text: strip.model.tip(strip.told); delay: 200 }
    }
    HoverHandler { id: hover }
}
