// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Surplus.Charts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// Earnings per bin as stacked bars on a time axis, with the uptime strip beneath. Wheel and drag, + and −, Ctrl and the
/// arrows zoom and pan where `interactive`; the arrows alone move the crosshair.
FocusScope {
    id: chart

    required property EarningsModel model
    property bool withUptime: false
    property bool interactive: false
    property int selected: -1 ///< index of a loaded bar
    property bool pointed: false ///< the focus came by the pointer: no ring
    signal barClicked(int index)

    readonly property list<color> colours: coloursOf(Theme)
    readonly property real axisWidth: Math.max(28, axisMetrics.advanceWidth + Theme.space2, withUptime ? uptimeMetrics.advanceWidth + Theme.space2 : 0)
    readonly property real stripHeight: withUptime ? 24 : 0
    readonly property real labelHeight: 20
    readonly property rect plot: Qt.rect(axisWidth, 6, width - axisWidth, height - stripHeight - labelHeight - 10)
    readonly property real span: Math.max(1, model.viewEnd - model.viewStart)
    readonly property var bar: selected >= 0 ? model.bar(selected) : undefined

    /// By EarningsPart.colour: a resource and a state of money have their own, other groups grow paler.
    function coloursOf(tokens: Tokens): list<color> {
        if (model.by === EarningsModel.Resource)
            return [tokens.storage, tokens.compute, tokens.connectivity, tokens.sensors];
        if (model.by === EarningsModel.State)
            return [tokens.level, tokens.accent, tokens.gap, tokens.warning];
        return [1, 0.82, 0.67, 0.54, 0.43, 0.34, 0.26, 0.2].map(opacity => Qt.alpha(tokens.accent, opacity));
    }
    function xOf(time: real): real { return plot.x + (time - model.viewStart) / span * plot.width; }
    function yOf(value: real): real { return plot.y + plot.height * (1 - value / Math.max(1e-12, model.axisMax)); }
    function axisText(step: int): string {
        const value = model.axisMax * step / model.axisSteps;
        const unit = model.axisMax / model.axisSteps;
        const decimals = unit >= 1 && unit === Math.round(unit) ? 0 : Math.max(1, Math.min(6, Math.ceil(-Math.log10(unit)) + (unit * Math.pow(10, Math.ceil(-Math.log10(unit))) % 1 > 1e-9 ? 1 : 0)));
        return Number(value).toLocaleString(Qt.locale(), "f", decimals);
    }
    function select(index: int) {
        const bar = model.bar(index);
        if (bar.end > bar.start && bar.end > model.viewStart && bar.start < model.viewEnd)
            selected = index;
    }

    implicitHeight: 240
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: model.summary
    Accessible.description: bar ? bar.title + ", " + bar.amount : ""
    onActiveFocusChanged: if (!activeFocus) pointed = false
    Keys.onPressed: event => {
        pointed = false;
        const ctrl = event.modifiers & Qt.ControlModifier;
        const move = event.key === Qt.Key_Left ? -1 : event.key === Qt.Key_Right ? 1 : 0;
        event.accepted = true;
        if (move !== 0 && ctrl && chart.interactive)
            model.pan(move * 0.25);
        else if (move !== 0)
            select(selected < 0 ? (move < 0 ? model.lastShown : model.firstShown) : selected + move);
        else if (event.key === Qt.Key_Home)
            select(model.firstShown);
        else if (event.key === Qt.Key_End)
            select(model.lastShown);
        else if (chart.interactive && (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal))
            model.zoom(0.8, 0.5);
        else if (chart.interactive && event.key === Qt.Key_Minus)
            model.zoom(1.25, 0.5);
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && selected >= 0)
            chart.barClicked(selected);
        else if (event.key === Qt.Key_Escape && selected >= 0)
            selected = -1;
        else if (event.key === Qt.Key_Escape && chart.interactive && model.range === EarningsModel.Free)
            model.range = EarningsModel.Month;
        else
            event.accepted = false;
    }
    Connections {
        target: chart.model
        function onRangeChanged() { chart.selected = -1; }
    }

    TextMetrics {
        id: axisMetrics
        font: Theme.captionFont
        text: chart.axisText(chart.model.axisSteps)
    }
    TextMetrics {
        id: uptimeMetrics
        font: Theme.captionFont
        text: qsTr("Uptime")
    }
    FocusRing { visible: chart.activeFocus && chart.selected < 0 && !chart.pointed }

    Repeater { // grid and axis
        model: chart.model.axisSteps + 1
        Item {
            id: rule
            required property int index
            readonly property real lineY: chart.yOf(chart.model.axisMax * index / chart.model.axisSteps)
            Rectangle {
                x: chart.plot.x
                y: Math.round(rule.lineY)
                width: chart.plot.width
                height: 1
                color: rule.index === 0 ? Theme.border : Theme.gridLine
            }
            Text {
                x: 0
                width: chart.axisWidth - Theme.space2
                y: rule.lineY - height / 2
                text: chart.axisText(rule.index)
                font: Theme.captionFont
                color: Theme.textMuted
                horizontalAlignment: Text.AlignRight
                Accessible.ignored: true
            }
        }
    }
    Item {
        x: chart.plot.x
        y: chart.plot.y
        width: chart.plot.width
        height: chart.plot.height + Theme.space2 + 16
        clip: true
        Repeater { // gaps: hatched, never a zero
            model: chart.model.gaps
            Item {
                id: gap
                required property var modelData
                x: Math.round(chart.xOf(modelData.start) - chart.plot.x)
                width: Math.round(chart.xOf(modelData.end) - chart.plot.x) - x
                height: parent.height
                visible: x < parent.width && x + width > 0
                Hatch {
                    width: parent.width
                    height: chart.plot.height
                }
                Rectangle {
                    visible: gap.width >= 60
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: chart.plot.height / 2 - height / 2
                    width: noData.implicitWidth + Theme.space2
                    height: noData.implicitHeight + 2
                    color: Theme.surface
                    Text {
                        id: noData
                        anchors.centerIn: parent
                        text: qsTr("No data")
                        font: Theme.captionFont
                        color: Theme.textMuted
                    }
                }
                Hatch {
                    visible: chart.withUptime
                    y: chart.plot.height + Theme.space2
                    width: parent.width
                    height: 16
                    step: 5
                }
            }
        }
        Rectangle { // the crosshair's column
            visible: chart.bar !== undefined
            x: chart.bar ? chart.xOf(chart.bar.start) - chart.plot.x : 0
            width: chart.bar ? chart.xOf(chart.bar.end) - chart.xOf(chart.bar.start) : 0
            height: chart.plot.height
            color: Qt.alpha(Theme.text, 0.06)
        }
        DashedFrame { // the unfinished bin at its pace
            readonly property var pace: chart.model.pace
            readonly property real binWidth: chart.xOf(pace.end) - chart.xOf(pace.start)
            visible: pace.height > pace.sofar
            x: chart.xOf(pace.start) - chart.plot.x + binWidth * 0.15
            width: binWidth * 0.7
            y: chart.yOf(pace.height) - chart.plot.y
            height: chart.yOf(pace.sofar) - chart.yOf(pace.height)
        }
        BarStack {
            anchors.fill: parent
            model: chart.model
            colours: chart.colours
            line: Theme.surface
            level: Theme.level
            levelLow: Theme.levelLow
            vessel: Theme.sunken
            outline: Theme.borderStrong
            plotHeight: chart.plot.height
            stripTop: chart.plot.height + Theme.space2
            stripHeight: chart.withUptime ? 16 : 0
        }
    }
    Repeater { // time axis
        model: chart.model.ticks
        Text {
            required property var modelData
            readonly property real middle: chart.xOf(modelData.at)
            visible: middle >= chart.plot.x && middle <= chart.plot.x + chart.plot.width
            x: Math.max(chart.plot.x, Math.min(middle - width / 2, chart.plot.x + chart.plot.width - width))
            y: chart.plot.y + chart.plot.height + chart.stripHeight + Theme.space1
            text: modelData.text
            font: Theme.captionFont
            color: Theme.textMuted
            Accessible.ignored: true
        }
    }
    Text {
        visible: chart.withUptime
        width: chart.axisWidth - Theme.space2
        y: chart.plot.y + chart.plot.height + Theme.space2
        height: 16
        text: uptimeMetrics.text
        font: Theme.captionFont
        color: Theme.textMuted
        horizontalAlignment: Text.AlignRight
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    ChartPointer {
        x: chart.plot.x
        y: chart.plot.y
        width: chart.plot.width
        height: chart.plot.height + chart.stripHeight
        model: chart.model
        interactive: chart.interactive
        onPointed: index => { chart.selected = index; }
        onGrasped: {
            chart.forceActiveFocus(Qt.MouseFocusReason);
            chart.pointed = true;
        }
        onPicked: if (chart.selected >= 0) chart.barClicked(chart.selected)
    }
    ChartToolTip {
        readonly property real columnStart: chart.bar ? chart.xOf(chart.bar.start) : 0
        readonly property real columnEnd: chart.bar ? chart.xOf(chart.bar.end) : 0
        visible: chart.bar !== undefined && !chart.bar.before
        bar: chart.bar
        colours: chart.colours
        x: (columnStart + columnEnd) / 2 > chart.width / 2 ? columnStart - width - Theme.space2 : columnEnd + Theme.space2
        y: chart.plot.y + Theme.space2
    }
}
