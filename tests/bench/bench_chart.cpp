// SPDX-License-Identifier: GPL-3.0-or-later
// Moving and refilling the earnings chart against bare Qt Charts with the same 30 x 4 parts: how long our handlers hold the
// GUI thread, and the whole event up to the painted frame, with the software renderer. How long a chart's answer takes is
// measured by bench_history.
//   bench_chart [machines] [years]
#include "models/earningsmodel.h"
#include "services/common/core/durations.h"
#include "tests/bench/historygen.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickRenderControl>
#include <QQuickRenderTarget>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtPlugin>
#include <algorithm>
#include <cstdio>

using namespace surplus;
using namespace surplus::bench;

namespace {
constexpr UtcMs End = 20'600 * DayMs;

const char* const Ours = R"(
import QtQuick
import Surplus.Charts
import Surplus.Models
EarningsChart { width: 960; height: 340; withUptime: true; interactive: true }
)";
const char* const Bare = R"(
import QtQuick
import QtCharts
ChartView {
    id: view
    width: 960; height: 340
    antialiasing: false
    animationOptions: ChartView.NoAnimation
    legend.visible: false
    property real at: 0
    property int round: 0
    function pan() { at += 0.3; axis.min = at; axis.max = at + 30; }
    function refill() { ++round; for (const set of [a, b, c, d]) set.values = values(); }
    function values() { const made = []; for (let i = 0; i < 90; ++i) made.push(1 + (i * 7 + round) % 5); return made; }
    StackedBarSeries {
        barWidth: 0.7
        axisX: ValuesAxis { id: axis; min: 0; max: 30 }
        axisY: ValuesAxis { min: 0; max: 25 }
        BarSet { id: a; values: view.values() }
        BarSet { id: b; values: view.values() }
        BarSet { id: c; values: view.values() }
        BarSet { id: d; values: view.values() }
    }
}
)";

/// An item in a window that paints into a picture when it is told to.
class Stage {
public:
    Stage(QQmlEngine& engine, const char* qml, const QVariantMap& properties) : m_window(&m_control), m_image(960, 340, QImage::Format_ARGB32_Premultiplied)
    {
        QQmlComponent component(&engine);
        component.setData(qml, QUrl(QStringLiteral("qrc:/bench.qml")));
        m_item.reset(qobject_cast<QQuickItem*>(component.createWithInitialProperties(properties)));
        if (!m_item)
            qFatal("%s", qPrintable(component.errorString()));
        m_window.setGeometry(0, 0, 960, 340);
        m_item->setParentItem(m_window.contentItem());
        m_window.setRenderTarget(QQuickRenderTarget::fromPaintDevice(&m_image));
        frame();
    }
    void frame()
    {
        for (int pass = 0; pass < 3; ++pass) // Qt Charts hands its changes on through the queue
            QCoreApplication::processEvents();
        m_control.polishItems();
        m_control.beginFrame();
        m_control.sync();
        m_control.render();
        m_control.endFrame();
    }
    [[nodiscard]] QQuickItem* item() const { return m_item.get(); }
    [[nodiscard]] const QImage& image() const { return m_image; }

private:
    QQuickRenderControl m_control;
    QQuickWindow m_window;
    QImage m_image;
    std::unique_ptr<QQuickItem> m_item;
};

struct Times {
    double median;
    double p95;
    double p99;
};
Times timesOf(QList<double> runs)
{
    std::sort(runs.begin(), runs.end());
    return { runs[runs.size() / 2], runs[runs.size() * 95 / 100], runs[runs.size() * 99 / 100] };
}
double ms(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

struct Source {
    QTemporaryDir dir;
    std::unique_ptr<StoreWorker> store;
    explicit Source(int machines, int days)
    {
        auto db = std::move(*Database::open(dir.filePath(QStringLiteral("h.db")), Database::Durability::Normal, HistoryStore::migrations()));
        {
            HistoryStore history(*db, QTimeZone::systemTimeZone());
            for (int machine = 0; machine < machines; ++machine)
                makePages({ machines, End - days * DayMs, End, 1 }, machine, [&](const MachineId& id, const HistoryPage& page) { (void)history.apply(id, page); });
        }
        store = std::make_unique<StoreWorker>(std::move(db));
    }
};

/// From asking to having the bars.
double answer(EarningsModel& model)
{
    QSignalSpy changed(&model, &EarningsModel::changed);
    QElapsedTimer timer;
    timer.start();
    model.refresh();
    while (changed.isEmpty())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return ms(timer);
}
} // namespace

Q_IMPORT_PLUGIN(Surplus_ChartsPlugin)
Q_IMPORT_PLUGIN(Surplus_ModelsPlugin)
Q_IMPORT_PLUGIN(Surplus_ThemePlugin)
Q_IMPORT_PLUGIN(Surplus_ComponentsPlugin)

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QApplication app(argc, argv);
    const int machines = argc > 1 ? atoi(argv[1]) : 50;
    const int years = argc > 2 ? atoi(argv[2]) : 5;
    const ManualClock clock(End - 10 * 3'600'000);
    const Source grown(machines, years * 365);
    EarningsModel ofGrown(*grown.store, clock);

    QQmlEngine engine;
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    ofGrown.setRange(EarningsModel::Month);
    (void)answer(ofGrown);
    (void)answer(ofGrown);
    Stage ours(engine, Ours, { { QStringLiteral("model"), QVariant::fromValue(&ofGrown) } });
    Stage bare(engine, Bare, {});
    ofGrown.zoom(1.001, 0.5); // free, with as much again loaded to either side
    (void)answer(ofGrown);
    ours.frame();
    QList<double> ourPan;
    QList<double> ourHandler;
    QList<double> barePan;
    QList<double> ourRefill;
    QList<double> refillHandler;
    QList<double> bareRefill;
    QElapsedTimer timer;
    for (int run = 0; run < 200; ++run) {
        timer.start();
        if (run % 2)
            ofGrown.zoom(run % 4 == 1 ? 0.98 : 1 / 0.98, 0.4);
        else
            ofGrown.pan(run % 4 == 0 ? -0.01 : 0.01);
        ourHandler.append(ms(timer));
        ours.frame();
        ourPan.append(ms(timer));
        timer.start();
        QMetaObject::invokeMethod(bare.item(), "pan");
        bare.frame();
        barePan.append(ms(timer));
    }
    for (int run = 0; run < 100; ++run) {
        QSignalSpy changed(&ofGrown, &EarningsModel::changed);
        ofGrown.refresh();
        grown.store->drain(); // the answer waits in our queue
        timer.start();
        QCoreApplication::processEvents();
        refillHandler.append(ms(timer));
        ours.frame();
        ourRefill.append(ms(timer));
        timer.start();
        QMetaObject::invokeMethod(bare.item(), "refill");
        bare.frame();
        bareRefill.append(ms(timer));
    }
    for (const auto& [stage, name] : { std::pair(&ours, "ours"), std::pair(&bare, "bare") }) {
        QSet<QRgb> colours;
        for (int at = 0; at < 960 * 340; at += 7)
            colours.insert(stage->image().pixel(at % 960, at / 960));
        if (colours.size() < 5)
            qFatal("%s painted nothing", name);
    }
    const auto print = [](const char* what, const QList<double>& our, const QList<double>& handler, const QList<double>& theirs) {
        const Times o = timesOf(our);
        const Times h = timesOf(handler);
        const Times t = timesOf(theirs);
        printf("%s: handlers median %.2f ms, p99 %.2f ms; whole event median %.2f ms, p95 %.2f ms; bare Qt Charts median %.2f ms, p95 %.2f ms; ratio %.2f\n", what,
            h.median, h.p99, o.median, o.p95, t.median, t.p95, o.median / t.median);
    };
    print("zoom and pan", ourPan, ourHandler, barePan);
    print("new bars", ourRefill, refillHandler, bareRefill);
    return 0;
}
