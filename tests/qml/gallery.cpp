// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page in every state, light and dark, at two sizes, in English and in a long pseudo-language that runs from
// right to left, with the real engine; looks for what no picture should have. Usage: gallery FOLDER
#include "app/dashboard/dashboard.h"
#include "app/dashboard/qmlplugins.h"
#include "services/common/core/log.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>
#include <csignal>

namespace {
using namespace surplus;

constexpr int SettleMs = 120;

void runFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

bool waitUntil(const std::function<bool()>& condition, int milliseconds = 60'000)
{
    for (int waited = 0; waited < milliseconds; waited += 50) {
        if (condition())
            return true;
        runFor(50);
    }
    return condition();
}

/// Every translated text a third longer and between brackets, so that what isn't translated and what has no room is seen.
class PseudoTranslator final : public QTranslator {
public:
    [[nodiscard]] QString translate(const char*, const char* source, const char*, int number) const override
    {
        static const QString from = QStringLiteral("aeiouAEIOUncs");
        static const QString to = QStringLiteral("àéîôûÀÉÎÔÛñçš");
        const QString plain = QString::fromUtf8(source);
        QString text;
        for (qsizetype i = 0; i < plain.size(); ++i) {
            const qsizetype at = from.indexOf(plain[i]);
            const bool placeholder = i > 0 && plain[i - 1] == u'%'; // %n
            text += at >= 0 && !placeholder ? to[at] : plain[i];
        }
        text.replace(QStringLiteral("%n"), QString::number(number));
        return QStringLiteral("⟦") + text + QString(plain.size() / 4, u'·') + QStringLiteral("⟧");
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// Collects what is wrong, each thing once.
class Inspector {
public:
    void look(const QQuickWindow& window, const QString& where, bool pseudo)
    {
        m_where = where;
        m_pseudo = pseudo;
        walk(window.contentItem(), QRectF(0, 0, window.width(), window.height()));
    }
    [[nodiscard]] const QStringList& problems() const { return m_problems; }
    void add(const QString& problem)
    {
        if (!m_seen.contains(problem)) {
            m_seen.insert(problem);
            m_problems.append(m_where + QStringLiteral(": ") + problem);
        }
    }

private:
    void walk(QQuickItem* item, const QRectF& shown)
    {
        if (!item->isVisible() || item->opacity() == 0)
            return;
        const QRectF rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        if (item->inherits("QQuickText"))
            lookAtText(item);
        if (item->inherits("QQuickControl") && item->isEnabled() && rect.width() > 0 && (rect.left() < shown.left() - 1 || rect.right() > shown.right() + 1))
            add(QStringLiteral("%1 “%2” reaches outside the window: %3 to %4").arg(QString::fromLatin1(item->metaObject()->className()),
                item->property("text").toString()).arg(rect.left()).arg(rect.right()));
        if (item->inherits("QQuickLayout") || item->inherits("QQuickBasePositioner"))
            lookAtLayout(item);
        lookAtCards(item);
        for (QQuickItem* child : item->childItems())
            walk(child, shown);
    }
    /// What a layout places never lies over what it places beside.
    void lookAtLayout(const QQuickItem* layout)
    {
        QList<QRectF> placed;
        for (const QQuickItem* child : layout->childItems()) {
            const QRectF rect(child->x() + 1, child->y() + 1, child->width() - 2, child->height() - 2);
            if (!child->isVisible() || rect.width() <= 0 || rect.height() <= 0)
                continue;
            for (const QRectF& other : std::as_const(placed)) {
                if (rect.intersects(other))
                    add(QStringLiteral("%1 in %2 lies over another").arg(QString::fromLatin1(child->metaObject()->className()).section(u'_', 0, 0),
                        QString::fromLatin1(layout->parentItem() ? layout->parentItem()->metaObject()->className() : "").section(u'_', 0, 0)));
            }
            placed.append(rect);
        }
    }
    /// Cards beside each other never lie over each other.
    void lookAtCards(const QQuickItem* parent)
    {
        QList<QRectF> cards;
        for (const QQuickItem* child : parent->childItems()) {
            if (!child->isVisible() || !QString::fromLatin1(child->metaObject()->className()).contains(QLatin1String("Card")))
                continue;
            const QRectF rect(child->x() + 1, child->y() + 1, child->width() - 2, child->height() - 2);
            for (const QRectF& other : std::as_const(cards)) {
                if (rect.intersects(other))
                    add(QString::fromLatin1(child->metaObject()->className()).section(u'_', 0, 0) + QStringLiteral(" lies over another card"));
            }
            cards.append(rect);
        }
    }
    void lookAtText(const QQuickItem* item)
    {
        const QString text = item->property("text").toString();
        if (text.trimmed().isEmpty())
            return;
        const bool mayElide = item->property("mayElide").toBool();
        if (!mayElide && item->property("truncated").toBool())
            add(QStringLiteral("“%1” is cut off").arg(text.left(80)));
        if (!mayElide && item->width() > 0 && item->property("contentWidth").toReal() > item->width() + 1.5 && item->property("elide").toInt() == Qt::ElideNone)
            add(QStringLiteral("“%1” is wider than its place: %2 of %3").arg(text.left(80)).arg(item->property("contentWidth").toReal()).arg(item->width()));
        // Words that no translator has seen. Names, addresses, units, numbers and dates are not words.
        static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
        static const QRegularExpression free(QStringLiteral("Surplus|SPL|0x[0-9a-fA-F ]+|[0-9a-f]{8,}|[0-9a-f]+…[0-9a-f]+|/[^ ]+|https?:|Mbit/s|Ctrl|Shift|Esc|GB|kB|MB|TB|"
                                                 "Debian.*|\\d+\\.\\d+\\.\\d+.*|surplus-customer.*|English|Deutsch|Español|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*"));
        if (m_pseudo && !text.contains(u'⟦') && !item->property("dataOnly").toBool() && QString(text).remove(free).contains(word))
            add(QStringLiteral("“%1” is not translated").arg(text.left(80)));
    }
    QString m_where;
    bool m_pseudo = false;
    QSet<QString> m_seen;
    QStringList m_problems;
};

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
                    inspector.look(*window, name, pseudo);
                    const QImage image = window->grabWindow();
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
        process.start(customer, words + QStringList { QStringLiteral("--home"), home });
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
    app.sharing()->clearError();
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
