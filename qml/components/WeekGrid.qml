// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Surplus.Components
import Surplus.Theme

/// The hours of a week, painted. Dragging paints or clears, as the first cell decides; a click on a day or an hour fills
/// it. Arrows move, Space toggles, Shift and arrows go on with what Space did. One tab stop.
FocusScope {
    id: grid

    property string hours ///< 168 of 1 and 0, Monday 00:00 first
    property int nowCell: -1
    property real nowFraction: 0
    property string label
    /// Sent when a stroke ends.
    signal painted(string hours)

    readonly property int labelWidth: widestDay() + 8
    readonly property real cellWidth: (width - labelWidth) / 24
    readonly property int cellHeight: Math.max(20, Math.floor((height - headHeight) / 7))
    readonly property int headHeight: 22
    property string draft ///< the hours while they are painted; empty otherwise
    readonly property string shown: draft !== "" ? draft : hours
    property bool paint: true ///< what the stroke does
    property int cursor: 0

    FontMetrics {
        id: metrics
        font.family: Theme.fontFamily
        font.pixelSize: Theme.captionFont.pixelSize
        font.weight: Font.DemiBold // today's
    }

    implicitHeight: headHeight + 7 * 22
    activeFocusOnTab: true
    opacity: enabled ? 1 : 0.5
    Accessible.role: Accessible.Table
    Accessible.name: label
    Accessible.description: cellName(cursor)

    function isOn(cell: int): bool { return shown[cell] === "1"; }
    function dayName(day: int): string { return Qt.locale().dayName((day + 1) % 7, Locale.ShortFormat); }
    function widestDay(): int {
        let widest = 36;
        for (let day = 0; day < 7; ++day)
            widest = Math.max(widest, Math.ceil(metrics.advanceWidth(dayName(day))));
        return widest;
    }
    function hourName(hour: int): string { return String(hour).padStart(2, "0") + ":00"; }
    function cellName(cell: int): string {
        const text = qsTr("%1, %2").arg(Qt.locale().dayName((Math.floor(cell / 24) + 1) % 7, Locale.LongFormat)).arg(hourName(cell % 24));
        return isOn(cell) ? qsTr("%1: share", "an hour of a day").arg(text) : qsTr("%1: pause", "an hour of a day").arg(text);
    }
    function begin(cell: int) {
        paint = !isOn(cell);
        draft = hours;
    }
    function put(cells: var) {
        const next = Array.from(draft);
        for (const cell of cells)
            next[cell] = paint ? "1" : "0";
        draft = next.join("");
    }
    function end() {
        const made = draft;
        draft = "";
        if (made !== hours)
            painted(made);
    }
    function fill(cells: var) {
        // What is on already in all of them is cleared.
        draft = hours;
        paint = !cells.every(cell => isOn(cell));
        put(cells);
        end();
    }
    function move(by: int, painting: bool) {
        cursor = (cursor + by + 168) % 168;
        if (!painting)
            return;
        draft = hours;
        put([cursor]);
        end();
    }
    Keys.onPressed: event => {
        const painting = (event.modifiers & Qt.ShiftModifier) !== 0;
        const sideways = LayoutMirroring.enabled ? -1 : 1;
        event.accepted = true;
        if (event.key === Qt.Key_Left) move(-1, painting);
        else if (event.key === Qt.Key_Right) move(1, painting);
        else if (event.key === Qt.Key_Up) move(-24, painting);
        else if (event.key === Qt.Key_Down) move(24, painting);
        else if (event.key === Qt.Key_Space) { begin(cursor); put([cursor]); end(); }
        else event.accepted = false;
    }

    // Time runs from left to right in every language.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: [0, 6, 12, 18, 24]
        AppText {
            id: hourLabel
            required property int modelData
            x: grid.labelWidth + modelData * grid.cellWidth - (modelData === 24 ? width : 0)
            text: grid.hourName(modelData)
            variant: "caption"
            muted: true
            wrapMode: Text.NoWrap
        }
    }
    Row {
        x: grid.labelWidth
        Repeater {
            model: 24
            Item {
                id: column
                required property int index
                width: grid.cellWidth
                height: grid.headHeight
                TapHandler { enabled: grid.enabled; onTapped: grid.fill(Array.from({ length: 7 }, (_, day) => day * 24 + column.index)) }
            }
        }
    }
    Repeater {
        model: 7
        AppText {
            id: dayLabel
            required property int index
            y: grid.headHeight + index * grid.cellHeight
            width: grid.labelWidth
            height: grid.cellHeight
            verticalAlignment: Text.AlignVCenter
            text: grid.dayName(index)
            variant: "caption"
            muted: Math.floor(grid.nowCell / 24) !== index
            weight: Math.floor(grid.nowCell / 24) === index ? Font.DemiBold : Font.Normal
            wrapMode: Text.NoWrap
            TapHandler { enabled: grid.enabled; onTapped: grid.fill(Array.from({ length: 24 }, (_, hour) => dayLabel.index * 24 + hour)) }
        }
    }
    Item {
        id: cells
        x: grid.labelWidth
        y: grid.headHeight
        width: grid.width - grid.labelWidth
        height: 7 * grid.cellHeight
        WeekCells {
            anchors.fill: parent
            hours: grid.shown
            on: Theme.level
            off: Theme.sunken
        }
        Item {
            x: (grid.cursor % 24) * grid.cellWidth + 1
            y: Math.floor(grid.cursor / 24) * grid.cellHeight + 1
            width: grid.cellWidth - 2
            height: grid.cellHeight - 2
            FocusRing { visible: grid.activeFocus; radius: 5 }
        }
        Rectangle {
            visible: grid.nowCell >= 0
            x: (grid.nowCell % 24 + grid.nowFraction) * grid.cellWidth - 1
            y: Math.floor(grid.nowCell / 24) * grid.cellHeight - 1
            width: 2
            height: grid.cellHeight + 2
            color: Theme.text
        }
        MouseArea {
            anchors.fill: parent
            enabled: grid.enabled
            preventStealing: true
            function at(mouse: var): int {
                const hour = Math.max(0, Math.min(23, Math.floor(mouse.x / grid.cellWidth)));
                const day = Math.max(0, Math.min(6, Math.floor(mouse.y / grid.cellHeight)));
                return day * 24 + hour;
            }
            onPressed: mouse => {
                grid.cursor = at(mouse);
                grid.begin(grid.cursor);
                grid.put([grid.cursor]);
            }
            onPositionChanged: mouse => {
                if (grid.draft !== "" && at(mouse) !== grid.cursor) {
                    grid.cursor = at(mouse);
                    grid.put([grid.cursor]);
                }
            }
            onReleased: if (grid.draft !== "") grid.end()
            onCanceled: grid.draft = ""
        }
    }
}
