// SPDX-License-Identifier: GPL-3.0-or-later
// A tour of all pages: how soon the first frame is painted, how soon a page that was visited before is, how long our own
// handlers hold the GUI thread meanwhile, and what the program weighs at the end. One JSON object on standard output.
//   bench_tour PROFILE
#include "app/dashboard/dashboard.h"
#include "app/dashboard/qmlplugins.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTextStream>
#include <QTimer>
#include <algorithm>

namespace {
using namespace surplus;

constexpr int LingerMs = 700; ///< on each page: its models answer meanwhile
constexpr int Rounds = 5;

double ms(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

bool isOurs(const QObject* object)
{
    for (; object; object = object->parent()) {
        if (QLatin1String(object->metaObject()->className()).startsWith(QLatin1String("surplus::")))
            return true;
    }
    return false;
}

/// Times each event that one of our own objects handles.
class Probe final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        if (!isOurs(receiver))
            return QApplication::notify(receiver, event);
        QElapsedTimer timer;
        timer.start();
        const bool done = QApplication::notify(receiver, event);
        longest = std::max(longest, ms(timer));
        return done;
    }
    double longest = 0;
};

void runFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

double painted(QQuickWindow& window, const std::function<void()>& change)
{
    QEventLoop loop;
    QObject::connect(&window, &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit);
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    QElapsedTimer timer;
    timer.start();
    change();
    window.update();
    loop.exec();
    return ms(timer);
}

double proportionalMegabytes()
{
    QFile rollup(QStringLiteral("/proc/self/smaps_rollup"));
    if (!rollup.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : rollup.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
    }
    return -1;
}
} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer start;
    start.start();
    Probe app(argc, argv);
    if (argc != 2)
        qFatal("usage: bench_tour PROFILE");
    QApplication::setQuitOnLastWindowClosed(false);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const SystemClock clock;
    auto opened = Dashboard::open({ QString::fromLocal8Bit(argv[1]), QStringLiteral(SURPLUS_BIN_DIR) }, false, clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    Dashboard& dashboard = **opened;
    QQmlApplicationEngine qml;
    qml.addImportPath(QStringLiteral(":/qt/qml"));
    // A page that isn't there would be a fast one.
    QObject::connect(&qml, &QQmlEngine::warnings, &app, [](const QList<QQmlError>& errors) { qFatal("%s", qPrintable(errors.first().toString())); });
    qml.setInitialProperties({ { QStringLiteral("app"), QVariant::fromValue(&dashboard.app()) } });
    qml.load(QUrl(QStringLiteral("qrc:/qt/qml/Surplus/Main.qml")));
    auto* window = qobject_cast<QQuickWindow*>(qml.rootObjects().value(0));
    if (!window)
        qFatal("the interface could not be built");
    QJsonObject result;
    (void)painted(*window, [] { });
    result.insert(QStringLiteral("firstFrameMs"), ms(start));
    runFor(2 * LingerMs);
    for (const QString& page : AppModel::pages()) { // built, and its models answered
        dashboard.app().setPage(page);
        runFor(LingerMs);
    }
    QJsonObject pages;
    for (const QString& page : AppModel::pages()) {
        QList<double> times;
        app.longest = 0;
        for (int round = 0; round < Rounds; ++round) {
            dashboard.app().setPage(page == QLatin1String("overview") ? QStringLiteral("support") : QStringLiteral("overview"));
            runFor(LingerMs / 2);
            times.append(painted(*window, [&] { dashboard.app().setPage(page); }));
            dashboard.app().refreshHistory(); // as after each page of the sync
            runFor(LingerMs / 2);
        }
        std::sort(times.begin(), times.end());
        pages.insert(page, QJsonObject { { QStringLiteral("medianMs"), times[Rounds / 2] }, { QStringLiteral("worstMs"), times.last() }, { QStringLiteral("longestHandlerMs"), app.longest } });
    }
    result.insert(QStringLiteral("pages"), pages);
    result.insert(QStringLiteral("earned"), dashboard.app().overviewEarnings()->exactTotal());
    result.insert(QStringLiteral("megabytes"), proportionalMegabytes());
    QTextStream(stdout) << QJsonDocument(result).toJson(QJsonDocument::Compact) << '\n' << Qt::flush;
    return 0;
}
