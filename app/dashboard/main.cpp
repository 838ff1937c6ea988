// SPDX-License-Identifier: GPL-3.0-or-later
// surplus: the dashboard.
#include "app/dashboard/dashboard.h"
#include "app/dashboard/desktop.h"
#include "app/dashboard/qmlplugins.h"
#include "app/dashboard/screenshots.h"
#include "services/common/core/privatefile.h"
#include "services/common/core/unixsignals.h"
#include "services/dashboard/session/eraseprofile.h"
#include "services/dashboard/session/profilebackup.h"
#include "services/dashboard/session/singleinstance.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QEventLoop>
#include <QIcon>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QSurfaceFormat>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>
#include <sys/stat.h>

namespace {
using namespace surplus;

constexpr int ExitFailed = 2;

struct Options {
    QString profile;
    bool demo = false;
    QString page;
    QString screenshots;
    bool selfTest = false;
    bool minimized = false;
};

Options readOptions(const QCoreApplication& app)
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Shows and manages what this computer shares."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Keep settings, history and the engine's data in <dir>."), QStringLiteral("dir"));
    const QCommandLineOption demo(QStringLiteral("demo"), QStringLiteral("Run a demo network on this computer, with a profile of its own."));
    const QCommandLineOption page(QStringLiteral("page"), QStringLiteral("Open this page: %1.").arg(AppModel::pages().join(QStringLiteral(", "))), QStringLiteral("name"));
    const QCommandLineOption shots(QStringLiteral("screenshots"), QStringLiteral("Save a picture of every page, light and dark, into <dir>, and exit."), QStringLiteral("dir"));
    const QCommandLineOption selfTest(QStringLiteral("self-test"), QStringLiteral("Build every page and exit; not 0 if QML warns."));
    const QCommandLineOption minimized(QStringLiteral("minimized"), QStringLiteral("Start minimised."));
    parser.addOptions({ profile, demo, page, shots, selfTest, minimized });
    parser.process(app);
    if (parser.isSet(page) && !AppModel::pages().contains(parser.value(page))) {
        QTextStream(stderr) << "surplus: no page \"" << parser.value(page) << "\"; there are " << AppModel::pages().join(QStringLiteral(", ")) << ".\n";
        std::exit(1);
    }
    Options options { parser.value(profile), parser.isSet(demo), parser.value(page), parser.value(shots), parser.isSet(selfTest), parser.isSet(minimized) };
    if (options.profile.isEmpty())
        options.profile = data + (options.demo ? QStringLiteral("/surplus/demo") : QStringLiteral("/surplus/profile"));
    options.profile = QDir(options.profile).absolutePath();
    return options;
}

void runFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The language of the profile or, by default, the system's; English where there is no other. The catalog of English holds
/// the plural forms.
void speak(QTranslator& translator, const QString& profile)
{
    const QString chosen = QSettings(profile + QStringLiteral("/settings.ini"), QSettings::IniFormat).value(QStringLiteral("language")).toString();
    // Hours, addresses and code are in Western digits; amounts beside them should be too.
    if (!chosen.isEmpty() || QLocale().zeroDigit() != QStringLiteral("0"))
        QLocale::setDefault(QLocale(chosen == QLatin1String("ar") || chosen.isEmpty() ? QStringLiteral("ar_AE") : chosen));
    const QLocale locale;
    if (translator.load(locale, QStringLiteral("surplus"), QStringLiteral("_"), QStringLiteral(":/translations"))
        || translator.load(QStringLiteral(":/translations/surplus_en.qm")))
        QCoreApplication::installTranslator(&translator);
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

/// Waits until the engine answers and, in a demo, until there is something to see; at most a minute.
void waitForContent(Dashboard& dashboard, bool demo)
{
    for (int i = 0; i < 120; ++i) {
        runFor(500);
        const bool running = dashboard.supervisor().state() == Supervisor::State::Running;
        if (running && (!demo || (i > 40 && dashboard.app().overviewEarnings()->hasEarnings())))
            break;
    }
    runFor(1500);
}
} // namespace

int main(int argc, char** argv)
{
    umask(0077);
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setSamples(4); // shapes are drawn with multisampling
    QSurfaceFormat::setDefaultFormat(format);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("surplus"));
    QApplication::setApplicationVersion(QStringLiteral(SURPLUS_VERSION));
    QApplication::setQuitOnLastWindowClosed(false);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const Options options = readOptions(app);
    if (const auto made = makePrivateDir(options.profile); !made) {
        QTextStream(stderr) << "surplus: " << made.error().message << '\n';
        return ExitFailed;
    }
    SingleInstance instance(options.profile);
    if (!instance.claim(options.page)) {
        QTextStream(stdout) << "Surplus runs already; its window is shown.\n";
        return 0;
    }
    if (const auto restored = applyRestore(options.profile, QDateTime::currentDateTime()); !restored) {
        QTextStream(stderr) << "surplus: " << restored.error().message << '\n';
        return ExitFailed;
    }
    QTranslator translator;
    speak(translator, options.profile);

    const Log log(options.profile + QStringLiteral("/logs/surplus.log"), false);
    const SystemClock clock;
    auto dashboard = Dashboard::open({ options.profile, QCoreApplication::applicationDirPath() }, options.demo, clock);
    if (!dashboard) {
        QTextStream(stderr) << "surplus: " << dashboard.error().message << '\n';
        return ExitFailed;
    }
    AppModel& model = (*dashboard)->app();
    if (!options.page.isEmpty())
        model.setPage(options.page);

    model.setWelcome(options.screenshots.isEmpty() && !options.selfTest && !options.demo);
    int warnings = 0;
    auto qml = std::make_unique<QQmlApplicationEngine>();
    qml->addImportPath(QStringLiteral(":/qt/qml"));
    QObject::connect(qml.get(), &QQmlEngine::warnings, &app, [&](const QList<QQmlError>& errors) {
        for (const QQmlError& error : errors) {
            ++warnings;
            QTextStream(stderr) << "QML: " << error.toString() << '\n';
        }
    });
    qml->setInitialProperties({ { QStringLiteral("app"), QVariant::fromValue(&model) } });
    qml->load(QUrl(QStringLiteral("qrc:/qt/qml/Surplus/Main.qml")));
    auto* window = qml->rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(qml->rootObjects().constFirst());
    if (!window) {
        QTextStream(stderr) << "surplus: the interface could not be built.\n";
        return ExitFailed;
    }
    std::optional<Desktop> desktop;
    // A program that only takes pictures is no part of the desktop.
    if (options.screenshots.isEmpty() && !options.selfTest) {
        desktop.emplace(model, *window);
        QObject::connect(&instance, &SingleInstance::raiseRequested, &*desktop, &Desktop::raise);
    }
    if (options.minimized) {
        if (model.hasTray())
            window->hide();
        else
            window->showMinimized();
    }

    QObject::connect(&model, &AppModel::quitRequested, dashboard->get(), &Dashboard::shutDown);
    QObject::connect(dashboard->get(), &Dashboard::finished, &app, &QCoreApplication::quit);
    const UnixSignals signals;
    QObject::connect(&signals, &UnixSignals::terminate, &model, [&] { model.quit(false); });
    // The engine starts once the window is there; a window that is minimised or hidden paints nothing.
    constexpr int UnpaintedMs = 500;
    QObject::connect(window, &QQuickWindow::frameSwapped, dashboard->get(), &Dashboard::start);
    QTimer::singleShot(UnpaintedMs, dashboard->get(), &Dashboard::start);

    int code = 0;
    if (!options.screenshots.isEmpty() || options.selfTest) {
        waitForContent(**dashboard, options.demo);
        QStringList failed;
        if (!options.screenshots.isEmpty())
            failed = takeScreenshots(*window, model, options.screenshots);
        else
            for (const QString& page : AppModel::pages()) {
                model.setPage(page);
                runFor(300);
            }
        for (const QString& file : failed)
            QTextStream(stderr) << "surplus: can't write " << file << '\n';
        code = failed.isEmpty() && warnings == 0 ? 0 : 1;
        QTimer::singleShot(0, &model, [&] { model.quit(false); });
    }
    QCoreApplication::exec();
    if (model.settings()->wantsErasing()) {
        const QString stored = model.sharing()->folderAtQuit();
        desktop.reset();
        qml.reset();
        dashboard->reset();
        const auto erased = eraseProfile(options.profile, stored);
        instance.release();
        QDir().rmdir(options.profile);
        (void)Autostart({}).setOn(false); // also where something of it had to stay
        if (!erased) {
            QTextStream(stderr) << "surplus: " << erased.error().message << '\n';
            return ExitFailed;
        }
    }
    return code;
}
