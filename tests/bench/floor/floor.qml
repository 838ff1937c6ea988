// SPDX-License-Identifier: GPL-3.0-or-later
import QtCharts
import QtQuick
import QtQuick.Controls

ApplicationWindow {
    width: 1280
    height: 800
    visible: true
    title: "floor"
    ChartView {
        anchors.fill: parent
        LineSeries {
            id: line
            axisX: ValueAxis { max: 500 }
            axisY: ValueAxis { min: -1; max: 1 }
        }
        Component.onCompleted: {
            for (let i = 0; i < 500; ++i)
                line.append(i, Math.sin(i / 25));
        }
    }
}
