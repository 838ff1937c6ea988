// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Surplus.Charts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

PageFrame {
    id: page

    required property AppModel app
    readonly property EarningsModel earnings: app.earnings
    property string problem ///< of an export
    signal setupWanted

    function exportTo(kind: string) {
        dialog.kind = kind;
        dialog.currentFolder = earnings.exportFolder();
        dialog.selectedFile = earnings.exportFile(kind);
        dialog.open();
    }

    title: qsTr("Earnings")
    note: page.app.machine.staleText
    actions: [
        Segmented {
            label: qsTr("Range")
            options: [qsTr("24 h"), qsTr("7 d"), qsTr("30 d"), qsTr("1 y"), qsTr("All")]
            current: page.earnings.range
            onChosen: index => page.earnings.range = index
        },
        ExportMenu {
            visible: chartCard.visible
            onPngWanted: page.exportTo("png")
            onCsvWanted: page.exportTo("csv")
        }
    ]

    Shortcut {
        sequence: "["
        onActivated: page.earnings.range = Math.max(0, Math.min(EarningsModel.All, page.earnings.range) - 1)
    }
    Shortcut {
        sequence: "]"
        onActivated: page.earnings.range = Math.min(EarningsModel.All, page.earnings.range + 1)
    }
    Shortcut {
        sequence: "Ctrl+E"
        onActivated: page.exportTo("csv")
    }
    FileDialog {
        id: dialog
        property string kind: "csv"
        fileMode: FileDialog.SaveFile
        defaultSuffix: kind
        acceptLabel: qsTr("Save")
        nameFilters: kind === "csv" ? [qsTr("Table (*.csv)")] : [qsTr("Picture (*.png)")]
        title: kind === "csv" ? qsTr("Save the table") : qsTr("Save the chart")
        onAccepted: {
            if (kind === "csv")
                page.earnings.exportCsv(selectedFile);
            else
                image.save(page.earnings, qsTr("%1, earned").arg(page.earnings.stepText), page.app.sharing.symbol, selectedFile);
        }
    }
    Connections {
        target: page.earnings
        function onExported(problem) { page.problem = problem; }
    }
    Tokens {
        id: light
        dark: false
        fontFamily: Theme.fontFamily
        monoFamily: Theme.monoFamily
    }
    ChartImage {
        id: image
        colours: chart.coloursOf(light)
        surface: light.surface
        text: light.text
        muted: light.textMuted
        grid: light.gridLine
        gap: light.gap
        family: Theme.fontFamily
        onSaved: problem => page.problem = problem
    }

    Banner {
        visible: page.app.historyNotice !== ""
        Layout.fillWidth: true
        tone: "warning"
        title: qsTr("The history was made anew")
        detail: page.app.historyNotice
        actionText: qsTr("OK")
        onAction: page.app.historyNotice = ""
    }
    Banner {
        visible: page.problem !== ""
        Layout.fillWidth: true
        tone: "warning"
        title: qsTr("Nothing was saved")
        detail: page.problem
        actionText: qsTr("OK")
        onAction: page.problem = ""
    }
    Banner {
        visible: page.earnings.error !== ""
        Layout.fillWidth: true
        tone: "warning"
        title: qsTr("The history can't be read")
        detail: page.earnings.error
        actionText: qsTr("Try again")
        onAction: page.earnings.refresh()
    }
    LoadingCard {
        loading: !page.earnings.loaded && page.earnings.error === ""
        Layout.fillWidth: true
        Layout.preferredHeight: 420
        onLogWanted: page.app.page = "support"
    }
    EmptyEarnings {
        visible: page.earnings.loaded && !page.app.overviewEarnings.hasEarnings && !page.earnings.hasEarnings
        Layout.fillWidth: true
        Layout.minimumHeight: 400
        app: page.app
        onSetupWanted: page.setupWanted()
    }
    EarningsFigures {
        visible: chartCard.visible
        Layout.fillWidth: true
        app: page.app
    }
    Card {
        id: chartCard
        visible: page.earnings.hasEarnings || page.app.overviewEarnings.hasEarnings
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(340, Math.min(420, page.roomForContent - 320))
        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.space5
            spacing: Theme.space2
            RowLayout {
                spacing: Theme.space2
                AppText {
                    text: page.earnings.stepText
                    variant: "heading"
                    wrapMode: Text.NoWrap
                }
                AppText {
                    Layout.fillWidth: true
                    text: page.earnings.range === EarningsModel.Free ? page.earnings.rangeText : page.app.sharing.symbol
                    variant: "small"
                    muted: true
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight; mayElide: true
                }
                ChartLegend {
                    model: page.earnings
                    colours: chart.colours
                }
            }
            EarningsChart {
                id: chart
                Layout.fillWidth: true
                Layout.fillHeight: true
                model: page.earnings
                withUptime: true
                interactive: true
                onBarClicked: index => page.earnings.open(index)
            }
            AppText {
                Layout.fillWidth: true
                readonly property string share: qsTr("Uptime %1").arg(page.earnings.uptime)
                text: (page.earnings.unknownText === "" ? share : share + " (" + page.earnings.unknownText + ")")
                    + " · " + qsTr("Turn the wheel to zoom, drag to move, click a bar to open it.")
                variant: "small"
                muted: true
            }
            AppText {
                visible: page.earnings.undated !== ""
                Layout.fillWidth: true
                text: qsTr("This machine's history was restored from a backup. %1 %2 recovered from vouchers has no date; it is in the total.").arg(page.earnings.undated).arg(page.app.sharing.symbol)
                variant: "small"
                muted: true
            }
        }
    }
    Banner {
        visible: chartCard.visible && page.earnings.forecast !== ""
        Layout.fillWidth: true
        tone: "info"
        title: qsTr("This month may come to about %1 %2").arg(page.earnings.forecast).arg(page.app.sharing.symbol)
        detail: page.earnings.forecastDetail
    }
    BreakdownCard {
        visible: chartCard.visible
        Layout.fillWidth: true
        app: page.app
        colours: chart.colours
    }
}
