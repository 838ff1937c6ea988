// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page in every state, light and dark, at two sizes, in English and in a long pseudo-language that runs from
// right to left, with the real engine; looks for what no picture should have. Usage: gallery FOLDER
#include "app/dashboard/dashboard.h"
#include "app/dashboard/qmlplugins.h"
#include "services/common/core/log.h"
#include "tests/qml/inspector.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <QTextStream>
#include <csignal>

namespace {
using namespace surplus;
using namespace surplus::test;

struct Gallery {
    QString folder;
    QString language;
    bool pseudo = false;
    QQuickWindow* window = nullptr;
    Dashboard* dashboard = nullptr;
    Inspector& inspector;
    int pictures = 0;

    void shoot(const QString& state, const QStringList& pages)
    {
        for (const QSize size : { QSize(1280, 800), QSize(960, 600) }) {
            window->resize(size);
            for (const QString& page : pages) {
                for (const QString& theme : { QStringLiteral("light"), QStringLiteral("dark") }) {
                    if (const QString only = qEnvironmentVariable("SURPLUS_GALLERY_THEME"); !only.isEmpty() && theme != only)
                        continue;
                    if (language != QLatin1String("en") && !pseudo && theme == QLatin1String("dark"))
                        continue; // the same shapes in other colours
                    dashboard->app().setPage(page);
                    dashboard->app().settings()->setTheme(theme);
                    runFor(SettleMs);
                    const QString name = QStringLiteral("%1-%2-%3%4%5").arg(state, page, theme, size.width() < 1100 ? QStringLiteral("-small") : QString(),
                        language == QLatin1String("en") ? QString() : u'-' + language);
                    // First: this lays out what is not yet; what that changed in a layout above it takes a second time.
                    (void)window->grabWindow();
                    const QImage image = window->grabWindow();
                    inspector.look(*window, name, pseudo);
                    if (image.isNull() || !image.save(folder + u'/' + name + QStringLiteral(".png")))
                        inspector.add(name + QStringLiteral(": no picture"));
                    ++pictures;
                }
            }
        }
    }
};

/// All states that a person meets, one after the other, in one language.
int showAll(const QString& folder, const QString& language, Inspector& inspector)
{
    const QTemporaryDir dir;
    const SystemClock clock;
    PseudoTranslator translator;
    QTranslator catalog;
    const bool pseudo = language == QLatin1String("pseudo");
    if (pseudo)
        QCoreApplication::installTranslator(&translator);
    else if (catalog.load(QStringLiteral(":/translations/surplus_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&catalog);
    else
        inspector.add(QStringLiteral("no catalog of ") + language);
    QLocale::setDefault(QLocale(language == QLatin1String("ar") ? QStringLiteral("ar_AE") : pseudo ? QStringLiteral("en") : language));
    const bool rtl = pseudo || language == QLatin1String("ar");
    QGuiApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
    const QString profile = dir.filePath(QStringLiteral("profile"));
    auto opened = Dashboard::open({ profile, QStringLiteral(SURPLUS_BIN_DIR) }, false, clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    Dashboard& dashboard = **opened;
    AppModel& app = dashboard.app();
    QQmlApplicationEngine qml;
    qml.addImportPath(QStringLiteral(":/qt/qml"));
    QObject::connect(&qml, &QQmlEngine::warnings, &app, [&](const QList<QQmlError>& errors) {
        for (const QQmlError& error : errors)
            inspector.add(error.toString());
    });
    qml.setInitialProperties({ { QStringLiteral("app"), QVariant::fromValue(&app) } });
    qml.load(QUrl(QStringLiteral("qrc:/qt/qml/Surplus/Main.qml")));
    if (qml.rootObjects().isEmpty())
        qFatal("the interface could not be built");
    Gallery gallery { folder, language, pseudo, qobject_cast<QQuickWindow*>(qml.rootObjects().constFirst()), &dashboard, inspector };
    const QStringList all = AppModel::pages();
    const QStringList few { QStringLiteral("overview"), QStringLiteral("machines"), QStringLiteral("sharing"), QStringLiteral("support") };

    gallery.shoot(QStringLiteral("1-engine-stopped"), few);
    dashboard.start();
    // An engine that has been started and says nothing: what isn't known yet, and that it takes long.
    const auto engine = [&] { return static_cast<pid_t>(dashboard.supervisor().pid()); };
    if (!waitUntil([&] { return engine() > 0; }))
        inspector.add(QStringLiteral("no engine was started"));
    ::kill(engine(), SIGSTOP);
    if (!waitUntil([&] { return app.machine()->isSlow(); }))
        inspector.add(QStringLiteral("a slow start is not seen"));
    gallery.shoot(QStringLiteral("1-loading"), { QStringLiteral("overview"), QStringLiteral("sharing"), QStringLiteral("wallet") });
    ::kill(engine(), SIGCONT);
    const auto machine = [&](const char* glyph) { return waitUntil([&] { return app.machine()->glyph() == QLatin1String(glyph); }); };
    if (!waitUntil([&] { return app.machine()->needsSetup(); }))
        inspector.add(QStringLiteral("the engine did not start"));
    gallery.shoot(QStringLiteral("2-first-run"), all);
    QObject* root = qml.rootObjects().constFirst();
    const auto setUp = [&](const QString& step, int number) {
        app.settings()->keep(QStringLiteral("setup.step"), number);
        QMetaObject::invokeMethod(root, "setUp");
        runFor(300);
        gallery.shoot(QStringLiteral("3-setup-") + step, { QStringLiteral("overview") });
        QMetaObject::invokeMethod(root, "leaveSetup");
    };
    setUp(QStringLiteral("1"), 0);
    setUp(QStringLiteral("2"), 1);
    app.payout()->begin({ { QStringLiteral("kind"), QStringLiteral("address") }, { QStringLiteral("text"), QStringLiteral("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed") } });
    if (!waitUntil([&] { return app.payout()->isChosen() && !app.payout()->isWorking(); }))
        inspector.add(QStringLiteral("no payout address"));
    setUp(QStringLiteral("3"), 2);
    app.sharing()->begin(dir.filePath(QStringLiteral("shared")), 5e9, {}, true);
    if (!machine("sharing"))
        inspector.add(QStringLiteral("nothing is shared"));
    gallery.shoot(QStringLiteral("4-sharing-empty"), all);
    // A customer, so that there is something earned.
    const QString content = dir.filePath(QStringLiteral("content"));
    QFile made(content);
    if (!made.open(QIODevice::WriteOnly) || made.write(QByteArray(3'000'000, 'x')) != 3'000'000)
        qFatal("no content");
    made.close();
    const QString customer = QStringLiteral(SURPLUS_BIN_DIR "/surplus-customer");
    const QString home = dir.filePath(QStringLiteral("customer"));
    for (const QStringList& words : { QStringList { QStringLiteral("put"), content, QStringLiteral("--provider"), app.machine()->provider() },
             { QStringLiteral("get"), QStringLiteral("content"), QStringLiteral("--out"), dir.filePath(QStringLiteral("back")) } }) {
        QProcess process;
        QEventLoop done;
        QObject::connect(&process, &QProcess::finished, &done, &QEventLoop::quit);
        process.start(customer, words + QStringList { QStringLiteral("--home"), home, QStringLiteral("--max-price"), QStringLiteral("1000000") });
        done.exec();
        if (process.exitCode() != 0)
            inspector.add(QStringLiteral("the customer failed: ") + QString::fromUtf8(process.readAllStandardError()));
    }
    if (!waitUntil([&] { return app.overviewEarnings()->hasEarnings(); }, 90'000))
        inspector.add(QStringLiteral("no earnings are shown"));
    gallery.shoot(QStringLiteral("4-with-earnings"), all);
    app.machine()->pause(3600);
    if (!machine("paused"))
        inspector.add(QStringLiteral("it does not pause"));
    gallery.shoot(QStringLiteral("5-paused"), few);
    app.machine()->resume();
    app.conditions()->setHours(QString(168, u'0'));
    if (!waitUntil([&] { return app.machine()->isPaused() && !app.machine()->canResume(); }))
        inspector.add(QStringLiteral("the schedule does not pause"));
    gallery.shoot(QStringLiteral("6-by-schedule"), few);
    app.conditions()->setRule(QStringLiteral("schedule"), false);
    (void)machine("sharing");
    app.sharing()->setNumber(QStringLiteral("uploadRate"), QStringLiteral("nonsense"));
    gallery.shoot(QStringLiteral("7-refused"), { QStringLiteral("sharing") });
    app.sharing()->clearProblem(QStringLiteral("uploadRate"));
    // A disk that is unplugged.
    const QString marker = dir.filePath(QStringLiteral("shared/surplus-storage.json"));
    QFile::rename(marker, marker + QStringLiteral(".away"));
    if (!machine("attention"))
        inspector.add(QStringLiteral("a missing disk is not seen"));
    gallery.shoot(QStringLiteral("8-disk-away"), few);
    QFile::rename(marker + QStringLiteral(".away"), marker);
    (void)machine("sharing");
    ::kill(engine(), SIGKILL);
    if (!machine("restarting"))
        inspector.add(QStringLiteral("a killed engine is not restarted"));
    gallery.shoot(QStringLiteral("9-restarting"), { QStringLiteral("overview"), QStringLiteral("support") });
    QEventLoop end;
    QObject::connect(&dashboard, &Dashboard::finished, &end, &QEventLoop::quit);
    app.quit(false);
    QMetaObject::invokeMethod(&dashboard, [&] { dashboard.shutDown(false); }, Qt::QueuedConnection);
    QTimer::singleShot(30'000, &end, &QEventLoop::quit);
    end.exec();
    QCoreApplication::removeTranslator(&translator);
    QCoreApplication::removeTranslator(&catalog);
    return gallery.pictures;
}
} // namespace

int main(int argc, char** argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", ""); // nothing of this desktop takes part
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::tempPath() + QStringLiteral("/surplus-gallery");
    QDir().mkpath(folder);
    Inspector inspector;
    int pictures = 0;
    QStringList languages { QStringLiteral("en"), QStringLiteral("pseudo"), QStringLiteral("ar") };
    if (qEnvironmentVariableIntValue("SURPLUS_LONG") != 0)
        languages += { QStringLiteral("de"), QStringLiteral("es"), QStringLiteral("zh_CN") };
    for (const QString& language : std::as_const(languages))
        pictures += showAll(folder, language, inspector);
    QTextStream out(stdout);
    for (const QString& problem : inspector.problems())
        out << problem << '\n';
    out << pictures << " pictures in " << folder << ", " << inspector.problems().size() << " problems\n";
    return inspector.problems().isEmpty() && pictures > (qEnvironmentVariableIsSet("SURPLUS_GALLERY_THEME") ? 50 : 100) ? 0 : 1;
}
