// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtCharts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// Earnings per bin as bars. Qt Charts draws the bars; axis, gaps, today's pace, crosshair and tooltip are Quick items
/// over its plot area.
FocusScope {
    id: chart

    required property EarningsModel model
    property bool withUptime: false
    property int selected: -1

    readonly property var bars: model.bars
    readonly property int count: bars.length
    readonly property real axisWidth: Math.max(28, axisMetrics.advanceWidth + Theme.space2, withUptime ? uptimeMetrics.advanceWidth + Theme.space2 : 0)
    readonly property real stripHeight: withUptime ? 24 : 0
    readonly property real labelHeight: 20
    readonly property rect plot: Qt.rect(axisWidth, 6, width - axisWidth, height - stripHeight - labelHeight - 10)
    readonly property real binWidth: count > 0 ? plot.width / count : 0
    readonly property int labelEvery: Math.max(1, Math.ceil(64 / Math.max(1, binWidth)))

    function yOf(value: real): real { return plot.y + plot.height * (1 - value / Math.max(1e-12, model.axisMax)); }
    function axisText(step: int): string {
        const value = model.axisMax * step / model.axisSteps;
        const unit = model.axisMax / model.axisSteps;
        const decimals = unit >= 1 && unit === Math.round(unit) ? 0 : Math.max(1, Math.min(6, Math.ceil(-Math.log10(unit)) + (unit * Math.pow(10, Math.ceil(-Math.log10(unit))) % 1 > 1e-9 ? 1 : 0)));
        return Number(value).toLocaleString(Qt.locale(), "f", decimals);
    }
    function select(index: int) { selected = Math.max(0, Math.min(count - 1, index)); }

    implicitHeight: 240
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Earned per period: %1").arg(model.total)
    Keys.onLeftPressed: select(selected < 0 ? count - 1 : selected - 1)
    Keys.onRightPressed: select(selected < 0 ? count - 1 : selected + 1)
    Keys.onEscapePressed: selected = -1
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home)
            select(0);
        else if (event.key === Qt.Key_End)
            select(count - 1);
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
    FocusRing { visible: chart.activeFocus && chart.selected < 0 }

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
    Rectangle { // the crosshair's column
        visible: chart.selected >= 0
        x: chart.plot.x + chart.selected * chart.binWidth
        y: chart.plot.y
        width: chart.binWidth
        height: chart.plot.height
        color: Qt.alpha(Theme.text, 0.06)
    }
    ChartView {
        id: view
        // Qt Charts keeps a margin of its own around the plot area: the view is placed so that the plot area fits ours.
        x: chart.plot.x
        y: chart.plot.y
        width: chart.plot.width
        height: chart.plot.height
        plotArea: Qt.rect(0, 0, width, height)
        antialiasing: false
        animationOptions: ChartView.NoAnimation
        legend.visible: false
        backgroundColor: "transparent"
        backgroundRoundness: 0
        dropShadowEnabled: false
        margins { top: 0; bottom: 0; left: 0; right: 0 }

        StackedBarSeries {
            barWidth: 0.7
            axisX: BarCategoryAxis {
                visible: false
                gridVisible: false
                categories: chart.bars.map((bar, i) => i.toString())
            }
            axisY: ValuesAxis {
                visible: false
                gridVisible: false
                min: 0
                max: chart.model.axisMax
            }
            BarSet {
                color: Theme.storage
                borderColor: Theme.surface
                values: chart.bars.map(bar => bar.height)
            }
        }
    }
    Repeater { // what is not a bar: gaps, true zeros and the unfinished bin
        model: chart.bars
        Item {
            id: extra
            required property var modelData
            required property int index
            x: chart.plot.x + index * chart.binWidth
            y: chart.plot.y
            width: chart.binWidth
            height: chart.plot.height
            Hatch {
                anchors.fill: parent
                visible: !extra.modelData.known && !extra.modelData.before
            }
            Rectangle { // a true zero
                visible: extra.modelData.known && extra.modelData.height === 0
                x: chart.binWidth * 0.15
                width: chart.binWidth * 0.7
                y: parent.height - 1
                height: 1
                color: Theme.storage
            }
            DashedFrame {
                visible: extra.modelData.unfinished && extra.modelData.pace > extra.modelData.height
                x: chart.binWidth * 0.15
                width: chart.binWidth * 0.7
                y: chart.yOf(extra.modelData.pace) - chart.plot.y
                height: chart.yOf(extra.modelData.height) - chart.yOf(extra.modelData.pace)
            }
            UptimeCell {
                visible: chart.withUptime
                x: Math.max(1, chart.binWidth * 0.15)
                y: chart.plot.height + Theme.space2
                width: chart.binWidth * 0.7
                height: 16
                ratio: extra.modelData.uptime
                kind: extra.modelData.before ? "before" : extra.modelData.allPaused ? "paused" : !extra.modelData.known || ratio < 0 ? "gap" : ratio >= 0.95 ? "level" : "low"
            }
            Text {
                readonly property bool isLast: extra.index === chart.count - 1
                visible: isLast || ((chart.count - 1 - extra.index) % chart.labelEvery === 0 && (chart.count - 1 - extra.index) * chart.binWidth > 56)
                x: Math.max(-extra.x + chart.plot.x, Math.min((chart.binWidth - width) / 2, chart.plot.x + chart.plot.width - extra.x - width))
                y: chart.plot.height + chart.stripHeight + Theme.space1
                text: extra.modelData.label
                font: Theme.captionFont
                color: Theme.textMuted
                Accessible.ignored: true
            }
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
    MouseArea {
        x: chart.plot.x
        y: chart.plot.y
        width: chart.plot.width
        height: chart.plot.height + chart.stripHeight
        hoverEnabled: true
        acceptedButtons: Qt.NoButton
        onPositionChanged: mouse => chart.select(Math.floor(mouse.x / Math.max(1, chart.binWidth)))
        onExited: chart.selected = -1
    }
    ChartToolTip {
        readonly property real columnX: chart.plot.x + chart.selected * chart.binWidth
        visible: chart.selected >= 0 && chart.selected < chart.count
        bar: visible ? chart.bars[chart.selected] : undefined
        resource: qsTr("Storage")
        x: columnX + chart.binWidth / 2 > chart.width / 2 ? columnX - width - Theme.space2 : columnX + chart.binWidth + Theme.space2
        y: chart.plot.y + Theme.space2
    }
}
