// SPDX-License-Identifier: GPL-3.0-or-later
// Every dialog there is: pictures of it in both themes and sizes, in English and in a long language from right to left, and
// what the mouse and the keys can do in it. With a real keyring, engine and chain; only the person is ours.
#include "app/dashboard/dashboard.h"
#include "app/dashboard/qmlplugins.h"
#include "services/common/crypto/keccak.h"
#include "services/common/crypto/secretkey.h"
#include "tests/qml/inspector.h"
#include "tests/support/anvil.h"
#include "tests/support/patience.h"
#include "tests/support/processes.h"

#include <QApplication>
#include <QDir>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickStyle>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace surplus;
using namespace surplus::test;

namespace {
/// A window over the dashboard's models, in one language.
struct Screen {
    QQmlApplicationEngine qml;
    Inspector inspector;
    QQuickWindow* window = nullptr;

    explicit Screen(Dashboard& dashboard)
    {
        qml.addImportPath(QStringLiteral(":/qt/qml"));
        QObject::connect(&qml, &QQmlEngine::warnings, &qml, [this](const QList<QQmlError>& errors) {
            for (const QQmlError& error : errors)
                inspector.add(error.toString());
        });
        qml.setInitialProperties({ { QStringLiteral("app"), QVariant::fromValue(&dashboard.app()) } });
        qml.load(QUrl(QStringLiteral("qrc:/qt/qml/Surplus/Main.qml")));
        window = qml.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(qml.rootObjects().constFirst());
        if (!window)
            qFatal("the interface could not be built");
        window->requestActivate();
    }

    /// All items of a kind that can be seen in `root`, in reading order.
    static QList<QQuickItem*> items(QQuickItem* root, const char* type)
    {
        QList<QQuickItem*> found;
        if (!root->isVisible())
            return found;
        if (QString::fromLatin1(root->metaObject()->className()).section(QStringLiteral("_QML"), 0, 0) == QLatin1String(type) || (*type == 'Q' && root->inherits(type)))
            found.append(root);
        for (QQuickItem* child : root->childItems())
            found += items(child, type);
        return found;
    }
    /// The button with this text, wherever it is seen; of several the last, which lies on top.
    [[nodiscard]] QQuickItem* button(const QString& text) const
    {
        for (QQuickItem* item : items(window->contentItem(), "QQuickAbstractButton")) {
            if (item->property("text").toString() == text && item->isVisible())
                m_found = item;
        }
        return std::exchange(m_found, nullptr);
    }
    static QPoint middle(const QQuickItem* item) { return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint(); }
    /// What has just appeared moves until it is laid out, which a window does when it is drawn.
    void layOut(const QQuickItem* item) const
    {
        QPoint place;
        do {
            place = middle(item);
            for (int i = 0; i < 2; ++i)
                (void)window->grabWindow();
        } while (middle(item) != place);
    }
    void click(QQuickItem* item) const
    {
        layOut(item);
        if (!QRect(QPoint(), window->size()).contains(middle(item))) {
            item->forceActiveFocus(); // which scrolls to it
            layOut(item);
        }
        QTest::mouseClick(window, Qt::LeftButton, {}, middle(item));
    }
    /// Waits until the button can be pressed, then presses it with the mouse.
    [[nodiscard]] bool press(const QString& text) const
    {
        if (!waitUntil([&] { return button(text) && button(text)->isEnabled(); }))
            return false;
        click(button(text));
        return true;
    }
    void type(const QString& text) const
    {
        for (const QChar letter : text) {
            QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
            QCoreApplication::sendEvent(window, &down);
        }
    }
    /// As a keyboard repeats a key that is held.
    void repeat(int key) const
    {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(window, &down);
        QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(window, &up);
    }
    [[nodiscard]] bool focusIn(const QString& label) const
    {
        const QQuickItem* focus = window->activeFocusItem();
        return focus && (focus->property("label").toString() == label || focus->property("text").toString() == label);
    }
    [[nodiscard]] QQuickItem* field(const QString& label) const
    {
        for (QQuickItem* item : items(window->contentItem(), "QQuickTextField")) {
            if (item->property("label").toString() == label)
                m_found = item;
        }
        return std::exchange(m_found, nullptr);
    }
    [[nodiscard]] bool sees(const QString& text) const
    {
        const auto all = items(window->contentItem(), "QQuickText");
        return std::any_of(all.begin(), all.end(), [&](const QQuickItem* item) { return item->property("text").toString().contains(text); });
    }

private:
    mutable QQuickItem* m_found = nullptr;
};
} // namespace

class DialogsTest : public QObject {
    Q_OBJECT
    Anvil m_anvil;
    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<Dashboard> m_dashboard;
    std::unique_ptr<Screen> m_screen;
    PseudoTranslator m_pseudo;
    QString m_pictures = QStringLiteral(SURPLUS_PICTURES_DIR);
    int m_taken = 0;

    AppModel& app() { return m_dashboard->app(); }
    Address address() { return parseAddress(app().wallet()->address()).value_or(Address()); }
    static constexpr const char* Somebody = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    QStringList customer(const QStringList& words) const
    {
        return anyPrice(words) + QStringList { QStringLiteral("--json"), QStringLiteral("--home"), m_dir.filePath(QStringLiteral("customer")), QStringLiteral("--chain"), m_dir.filePath(QStringLiteral("chain.json")) };
    }
    void must(const QStringList& words) const
    {
        const Outcome done = run("surplus-customer", customer(words), 120'000);
        QVERIFY2(done.code == 0, qPrintable(words.join(u' ') + u' ' + done.errors));
    }
    /// Something that is covered and can be settled.
    void earn()
    {
        QFile content(m_dir.filePath(QStringLiteral("content")));
        QVERIFY(content.open(QIODevice::WriteOnly) && content.write(randomBytes(3'000'000)) == 3'000'000);
        content.close();
        must({ QStringLiteral("put"), content.fileName(), QStringLiteral("--provider"), app().machine()->provider() });
        must({ QStringLiteral("get"), QStringLiteral("content"), QStringLiteral("--out"), m_dir.filePath(QStringLiteral("back")) });
        QVERIFY(QFile::remove(m_dir.filePath(QStringLiteral("back"))));
        QTRY_VERIFY_WITH_TIMEOUT(!app().wallet()->secured().isEmpty(), Patience);
    }
    void newKey()
    {
        QSignalSpy ended(app().payout(), &PayoutModel::changeEnded);
        const QString before = app().wallet()->address();
        app().payout()->change({ { QStringLiteral("kind"), QStringLiteral("new") }, { QStringLiteral("words"), 12 } });
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, Patience);
        QCOMPARE(ended.first().first().toString(), QString());
        QVERIFY(app().wallet()->address() != before && !app().wallet()->isBackedUp());
    }
    void giveMoney()
    {
        m_anvil.giveCoin(address());
        m_anvil.giveTokens(address(), Amount::fromNano(1'250'500'000'000));
        app().send()->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(app().send()->exactTokens(), QStringLiteral("1250.5"), Patience);
    }

    /// A dialog of the pages' folder, opened on the page that it belongs to.
    std::unique_ptr<QObject> open(const QString& file, const QVariantMap& more = {})
    {
        QQmlComponent component(&m_screen->qml, QUrl(QStringLiteral("qrc:/qt/qml/Surplus/Pages/") + file));
        QVariantMap properties = more;
        properties.insert(QStringLiteral("app"), QVariant::fromValue(&app()));
        std::unique_ptr<QObject> dialog(component.createWithInitialProperties(properties, m_screen->qml.rootContext()));
        if (!dialog)
            qFatal("%s", qPrintable(component.errorString()));
        dialog->setProperty("parent", QVariant::fromValue(m_screen->window->contentItem()));
        QMetaObject::invokeMethod(dialog.get(), "open");
        return dialog;
    }
    static QQuickItem* content(QObject* dialog) { return dialog->property("contentItem").value<QQuickItem*>(); }
    void shoot(QObject* dialog, const QString& name, bool pseudo)
    {
        for (const QSize size : { QSize(1280, 800), QSize(960, 600) }) {
            m_screen->window->resize(size);
            for (const QString& theme : { QStringLiteral("light"), QStringLiteral("dark") }) {
                if (const QString only = qEnvironmentVariable("SURPLUS_GALLERY_THEME"); !only.isEmpty() && theme != only)
                    continue;
                app().settings()->setTheme(theme);
                runFor(SettleMs);
                const QString file = name + u'-' + theme + (size.width() < 1100 ? QStringLiteral("-small") : QString()) + (pseudo ? QStringLiteral("-pseudo") : QString());
                const QImage image = m_screen->window->grabWindow(); // first: it lays out what is not yet
                m_screen->inspector.look(*m_screen->window, content(dialog)->parentItem(), file, pseudo); // the gallery looks at the pages
                m_screen->inspector.lookAtDialog(*m_screen->window, content(dialog));
                if (image.isNull() || !image.save(m_pictures + u'/' + file + QStringLiteral(".png")))
                    m_screen->inspector.add(QStringLiteral("no picture"));
                ++m_taken;
            }
        }
    }
    void write(const QString& label, const QString& text)
    {
        QQuickItem* field = m_screen->field(label);
        QVERIFY2(field, qPrintable(label));
        field->forceActiveFocus();
        QMetaObject::invokeMethod(field, "clear");
        m_screen->type(text);
        QCOMPARE(field->property("text").toString(), text);
    }
    void pictures(bool pseudo);

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theWordsAreConfirmedWithTheMouse();
    void theWordsAreConfirmedWithTheKeys();
    void theSecondHalfOfADoubleClickSendsNothing();
    void aHeldKeySendsNothing();
    void whatWasSentIsNotAnnouncedAsReceived();
    void everythingIrreversibleSleepsWhenItsDialogOpens();
    void whatIsMistypedIsSaidInItsField();
    void everyDialogHasItsPictures();
};

void DialogsTest::initTestCase()
{
    if (const QString missing = m_anvil.start(); !missing.isEmpty())
        QFAIL(qPrintable(missing));
    QFile chain(m_dir.filePath(QStringLiteral("chain.json")));
    QVERIFY(chain.open(QIODevice::WriteOnly) && chain.write(m_anvil.json()) > 0);
    chain.close();
    QDir(m_pictures).removeRecursively();
    QVERIFY(QDir().mkpath(m_pictures));
    auto opened = Dashboard::open({ m_dir.filePath(QStringLiteral("profile")), QStringLiteral(SURPLUS_BIN_DIR) }, false, m_clock);
    QVERIFY(opened);
    m_dashboard = std::move(*opened);
    app().setWelcome(false);
    m_screen = std::make_unique<Screen>(*m_dashboard);
    QVERIFY(QTest::qWaitForWindowActive(m_screen->window));
    m_dashboard->start();
    QTRY_VERIFY_WITH_TIMEOUT(app().machine()->needsSetup(), Patience);
    QSignalSpy taken(app().wallet(), &WalletModel::chainTaken);
    const ChainConfig& config = m_anvil.config;
    app().wallet()->setChain(0, config.spec.factory.hex0x(), config.token.hex0x(), config.endpoints.join(u' '), QString::number(config.confirmations));
    QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, Patience);
    QCOMPARE(taken.first().first().toString(), QString());
    if (taken.first().at(1).toBool()) {
        app().machine()->restart();
        QTRY_VERIFY_WITH_TIMEOUT(app().wallet()->isChainUsed(), Patience);
    }
    QSignalSpy chosen(app().payout(), &PayoutModel::changeEnded);
    app().payout()->begin({ { QStringLiteral("kind"), QStringLiteral("new") }, { QStringLiteral("words"), 12 } });
    QTRY_COMPARE_WITH_TIMEOUT(chosen.size(), 1, Patience);
    QCOMPARE(chosen.first().first().toString(), QString());
    app().sharing()->begin(m_dir.filePath(QStringLiteral("shared")), 5e9, {}, false);
    QTRY_COMPARE_WITH_TIMEOUT(app().machine()->glyph(), QStringLiteral("sharing"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(app().wallet()->isChainUsed() && app().wallet()->hasKey(), Patience);
    app().setPage(QStringLiteral("wallet"));
}

void DialogsTest::cleanupTestCase()
{
    if (!m_dashboard)
        return;
    m_screen.reset();
    QSignalSpy finished(m_dashboard.get(), &Dashboard::finished);
    m_dashboard->shutDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), Patience);
}

void DialogsTest::theWordsAreConfirmedWithTheMouse()
{
    WordsModel& words = *app().words();
    QVERIFY(m_screen->press(QStringLiteral("Recovery words")));
    QVERIFY(m_screen->press(QStringLiteral("Show the words")));
    QTRY_COMPARE_WITH_TIMEOUT(words.step(), WordsModel::Shown, Patience);
    const QStringList all = words.words();
    QCOMPARE(all.size(), 12);
    QVERIFY(m_screen->press(QStringLiteral("I've written them down")));
    QCOMPARE(words.step(), WordsModel::Asking);
    QVERIFY(words.words().isEmpty()); // they are out of sight
    QTRY_COMPARE_WITH_TIMEOUT(words.questions().size(), 3, Patience);
    const auto number = [&](int index) { return words.questions()[index].toInt(); };
    const auto label = [&](int index) { return QStringLiteral("Word %1").arg(number(index)); };
    QTRY_VERIFY_WITH_TIMEOUT(m_screen->focusIn(label(0)), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_screen->button(QStringLiteral("Done"))->isEnabled(), Patience);
    m_screen->type(all[number(0) - 1].toUpper() + u' '); // as somebody's phone would write it
    m_screen->click(m_screen->field(label(1)));
    m_screen->type(QStringLiteral("zebra"));
    m_screen->click(m_screen->field(label(2)));
    QTRY_VERIFY_WITH_TIMEOUT(m_screen->sees(QStringLiteral("This isn't word %1.").arg(number(1))), Patience); // which one it is, as soon as it is left
    m_screen->type(all[number(2) - 1]);
    QVERIFY(m_screen->press(QStringLiteral("Done")));
    QVERIFY(!app().wallet()->isBackedUp());
    QTRY_VERIFY_WITH_TIMEOUT(m_screen->focusIn(label(1)), Patience);
    QMetaObject::invokeMethod(m_screen->field(label(1)), "clear");
    m_screen->type(all[number(1) - 1]);
    QVERIFY(!m_screen->sees(QStringLiteral("This isn't word")));
    QVERIFY(m_screen->press(QStringLiteral("Done")));
    QVERIFY(app().wallet()->isBackedUp());
    QTRY_VERIFY_WITH_TIMEOUT(!m_screen->button(QStringLiteral("Done")), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(words.step(), WordsModel::Hidden, Patience);
}

void DialogsTest::theWordsAreConfirmedWithTheKeys()
{
    newKey();
    WordsModel& words = *app().words();
    const auto key = [&](int code) { QTest::keyClick(m_screen->window, static_cast<Qt::Key>(code)); };
    const auto tabTo = [&](const QString& text) {
        for (int i = 0; i < 60 && !m_screen->focusIn(text); ++i)
            key(Qt::Key_Tab);
        return m_screen->focusIn(text);
    };
    QVERIFY(tabTo(QStringLiteral("Recovery words")));
    key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_screen->focusIn(QStringLiteral("Later")), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_screen->button(QStringLiteral("Show the words"))->isEnabled(), Patience);
    QVERIFY(tabTo(QStringLiteral("Show the words")));
    key(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(words.step(), WordsModel::Shown, Patience);
    const QStringList all = words.words();
    QTRY_VERIFY_WITH_TIMEOUT(m_screen->focusIn(QStringLiteral("I've written them down")), Patience);
    key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(words.step(), WordsModel::Asking, Patience);
    for (int index = 0; index < 3; ++index) {
        const int number = words.questions()[index].toInt();
        QTRY_VERIFY_WITH_TIMEOUT(m_screen->focusIn(QStringLiteral("Word %1").arg(number)), Patience);
        m_screen->type(all[number - 1]);
        if (index < 2)
            key(Qt::Key_Return);
    }
    QVERIFY(tabTo(QStringLiteral("Done")));
    key(Qt::Key_Return);
    QVERIFY(app().wallet()->isBackedUp());
    QTRY_VERIFY_WITH_TIMEOUT(!m_screen->button(QStringLiteral("Done")), Patience);
}

void DialogsTest::theSecondHalfOfADoubleClickSendsNothing()
{
    giveMoney();
    QVERIFY(m_screen->press(QStringLiteral("Send…")));
    write(QStringLiteral("Address to send to"), QLatin1String(Somebody));
    write(QStringLiteral("Amount to send"), QStringLiteral("1.5"));
    QVERIFY(m_screen->button(QStringLiteral("Review…"))->isEnabled());
    const QPoint place = Screen::middle(m_screen->button(QStringLiteral("Review…")));
    // The second half comes the moment that there is something under it.
    QList<QQuickItem*> met;
    const auto second = connect(app().send(), &SendModel::changed, this, [&] {
        if (app().send()->step() == SendModel::Reviewed)
            QMetaObject::invokeMethod(this, [&] {
                met = Screen::items(m_screen->window->contentItem(), "IrreversibleButton");
                for (QQuickItem* button : std::as_const(met))
                    m_screen->click(button);
                QTest::mouseDClick(m_screen->window, Qt::LeftButton, {}, place);
            }, Qt::QueuedConnection);
    });
    QTest::mouseClick(m_screen->window, Qt::LeftButton, {}, place);
    QTRY_VERIFY_WITH_TIMEOUT(!met.isEmpty(), Patience);
    disconnect(second);
    QCOMPARE(app().send()->step(), SendModel::Reviewed);
    QTRY_VERIFY_WITH_TIMEOUT(met.first()->isEnabled(), Patience); // it wakes up
    QCOMPARE(app().send()->step(), SendModel::Reviewed);
    QVERIFY(m_screen->press(QStringLiteral("Back")));
    QTRY_COMPARE_WITH_TIMEOUT(app().send()->step(), SendModel::Asking, Patience);
    QTest::keyClick(m_screen->window, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!m_screen->button(QStringLiteral("Review…")), Patience);
    QVERIFY(app().wallet()->settlements().isEmpty());
}

void DialogsTest::aHeldKeySendsNothing()
{
    QVERIFY(m_screen->press(QStringLiteral("Send…")));
    write(QStringLiteral("Address to send to"), QLatin1String(Somebody));
    write(QStringLiteral("Amount to send"), QStringLiteral("1.5"));
    // Held from the field on, and still when the button is there, has woken up and has the focus.
    QTest::keyPress(m_screen->window, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT([&] {
        m_screen->repeat(Qt::Key_Return);
        return app().send()->step() == SendModel::Reviewed;
    }(), Patience);
    QQuickItem* const send = m_screen->button(QStringLiteral("Send 1.5 SPL"));
    QVERIFY(send);
    QTRY_VERIFY_WITH_TIMEOUT([&] {
        m_screen->repeat(Qt::Key_Return);
        m_screen->repeat(Qt::Key_Space);
        return send->isEnabled();
    }(), Patience);
    send->forceActiveFocus();
    for (int i = 0; i < 20; ++i) {
        m_screen->repeat(Qt::Key_Return);
        m_screen->repeat(Qt::Key_Space);
        m_screen->repeat(Qt::Key_Enter);
    }
    QCOMPARE(app().send()->step(), SendModel::Reviewed);
    QTest::keyRelease(m_screen->window, Qt::Key_Return);
    QCOMPARE(app().send()->step(), SendModel::Reviewed);
    QTest::keyClick(m_screen->window, Qt::Key_Return); // a person who means it
    QTRY_COMPARE_WITH_TIMEOUT(app().send()->step(), SendModel::Sent, Patience);
}

void DialogsTest::whatWasSentIsNotAnnouncedAsReceived()
{
    m_anvil.mine(m_anvil.config.confirmations);
    QTRY_COMPARE_WITH_TIMEOUT(app().send()->step(), SendModel::Done, Patience);
    QVERIFY(m_screen->sees(QStringLiteral("1.5 SPL sent and confirmed")));
    QVERIFY(m_screen->press(QStringLiteral("Done")));
    QCOMPARE(app().wallet()->settlements().first().toMap().value(QStringLiteral("settled")).toString(), QChar(0x2212) + QStringLiteral("1.50"));
    QVERIFY(app().wallet()->newestArrival().isEmpty());

    // A settlement is what arrives.
    const Outcome spend = run("surplus-customer", customer({ QStringLiteral("spend") }), 60'000);
    const Address identity = Address::fromHex(spend.json.value(u"identity").toString()).value_or(Address());
    m_anvil.giveCoin(identity);
    m_anvil.giveTokens(identity, Amount::fromNano(20 * NanoPerToken));
    must({ QStringLiteral("fund"), QStringLiteral("deploy") });
    must({ QStringLiteral("fund"), QStringLiteral("deposit"), QStringLiteral("20") });
    must({ QStringLiteral("fund"), QStringLiteral("reserve"), QStringLiteral("20"), QStringLiteral("--provider"), app().machine()->provider() });
    m_anvil.mine(m_anvil.config.confirmations);
    earn();
    QTRY_VERIFY_WITH_TIMEOUT(app().wallet()->isPlanned() || (app().wallet()->refresh(), false), Patience);
    QVERIFY(m_screen->press(QStringLiteral("Review and settle…")));
    QTRY_VERIFY_WITH_TIMEOUT(m_screen->button(QStringLiteral("Not now")), Patience);
    const QString settle = QStringLiteral("Settle %1 SPL").arg(app().wallet()->receive());
    QVERIFY(m_screen->press(settle));
    QTRY_COMPARE_WITH_TIMEOUT(app().wallet()->step(), WalletModel::Sent, Patience);
    m_anvil.mine(m_anvil.config.confirmations);
    QTRY_COMPARE_WITH_TIMEOUT(app().wallet()->step(), WalletModel::Done, Patience);
    QCOMPARE(app().wallet()->newestArrival().value(QStringLiteral("settled")).toString(), app().wallet()->arrived());
    QVERIFY(m_screen->sees(app().wallet()->arrived() + QStringLiteral(" SPL is in your wallet")));
    QVERIFY(m_screen->press(QStringLiteral("Done")));
}

void DialogsTest::everythingIrreversibleSleepsWhenItsDialogOpens()
{
    int met = 0;
    const QStringList files = QDir(QStringLiteral(":/qt/qml/Surplus/Pages")).entryList({ QStringLiteral("*Dialog.qml") });
    QVERIFY(files.size() >= 11);
    for (const QString& file : files) {
        const auto dialog = open(file);
        for (QQuickItem* button : Screen::items(content(dialog.get()), "IrreversibleButton")) {
            QVERIFY2(!button->isEnabled() || !button->property("awake").toBool(), qPrintable(file));
            QSignalSpy confirmed(button, SIGNAL(confirmed()));
            QTest::mouseClick(m_screen->window, Qt::LeftButton, {}, Screen::middle(button));
            QTest::mouseDClick(m_screen->window, Qt::LeftButton, {}, Screen::middle(button));
            QMetaObject::invokeMethod(button, "clicked");
            QVERIFY2(confirmed.isEmpty(), qPrintable(file));
            ++met;
        }
        QMetaObject::invokeMethod(dialog.get(), "close");
    }
    QVERIFY(met >= 6);
}

void DialogsTest::whatIsMistypedIsSaidInItsField()
{
    app().setPage(QStringLiteral("sharing"));
    const auto enter = [&](const QString& label, const QString& text) {
        write(label, text);
        QTest::keyClick(m_screen->window, Qt::Key_Return);
    };
    for (const QString& label : { QStringLiteral("Upload"), QStringLiteral("Keep free on the disk"), QStringLiteral("Retrieving 1 GB"), QStringLiteral("Earned and not settled, of all") }) {
        QTRY_VERIFY_WITH_TIMEOUT(m_screen->field(label), Patience);
        QQuickItem* const field = m_screen->field(label);
        const QString before = field->property("value").toString();
        // One way to read numbers for all fields: what could be two is refused by each, with both.
        write(label, QStringLiteral("1,234"));
        m_screen->layOut(field);
        const QPointF place = field->mapToScene(QPointF());
        QTest::keyClick(m_screen->window, Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(field->property("problem").toString().startsWith(QStringLiteral("“1,234” could mean 1234 or 1.234")), qPrintable(label), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_screen->sees(QStringLiteral("could mean 1234 or 1.234")), Patience);
        QCOMPARE(field->mapToScene(QPointF()), place); // nothing moves for it
        m_screen->window->contentItem()->forceActiveFocus();
        QCOMPARE(field->property("text").toString(), QStringLiteral("1,234")); // what was typed stays
        field->forceActiveFocus();
        QTest::keyClick(m_screen->window, Qt::Key_Escape);
        QCOMPARE(field->property("text").toString(), before);
        QTRY_VERIFY_WITH_TIMEOUT(!m_screen->sees(QStringLiteral("could mean")), Patience);
        // Digits as a page in Persian would show them.
        enter(label, QString::fromUtf8("۱۲٫۵"));
        QTRY_COMPARE_WITH_TIMEOUT(field->property("value").toString(), QStringLiteral("12.5"), Patience);
        QCOMPARE(field->property("problem").toString(), QString());
    }
    app().setPage(QStringLiteral("wallet"));
    QVERIFY(m_screen->press(QStringLiteral("Send…")));
    write(QStringLiteral("Address to send to"), QString(QLatin1String(Somebody)).replace(4, 1, QStringLiteral("O")));
    write(QStringLiteral("Amount to send"), QStringLiteral("1,500"));
    QVERIFY(m_screen->press(QStringLiteral("Review…")));
    QVERIFY(m_screen->sees(QStringLiteral("Character 5 is none of 0 to 9 and a to f.")));
    QVERIFY(m_screen->sees(QStringLiteral("“1,500” could mean 1500 or 1.500")));
    QVERIFY(m_screen->focusIn(QStringLiteral("Address to send to")));
    // Whichever is corrected first, what is typed lands where it is typed; write() compares.
    const QString mistyped = m_screen->field(QStringLiteral("Address to send to"))->property("text").toString();
    write(QStringLiteral("Amount to send"), QStringLiteral("42.75"));
    QCOMPARE(m_screen->field(QStringLiteral("Address to send to"))->property("text").toString(), mistyped);
    QVERIFY(m_screen->focusIn(QStringLiteral("Amount to send")));
    write(QStringLiteral("Amount to send"), QStringLiteral("1,234"));
    QVERIFY(m_screen->press(QStringLiteral("Review…")));
    QVERIFY(m_screen->focusIn(QStringLiteral("Address to send to")));
    write(QStringLiteral("Address to send to"), QLatin1String(Somebody));
    QCOMPARE(m_screen->field(QStringLiteral("Amount to send"))->property("text").toString(), QStringLiteral("1,234"));
    QTest::keyClick(m_screen->window, Qt::Key_Escape);
}

void DialogsTest::pictures(bool pseudo)
{
    QSet<QString> known;
    const auto picture = [&](const QString& file, const QString& state, const std::function<void(QObject*)>& prepare = {}, const QVariantMap& more = {}) {
        known.insert(file);
        const auto dialog = open(file, more);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->property("opened").toBool(), Patience);
        if (prepare)
            prepare(dialog.get());
        // What sleeps has woken up: so it is seen for all but its first second.
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            const auto all = Screen::items(content(dialog.get()), "IrreversibleButton");
            return std::all_of(all.begin(), all.end(), [](const QQuickItem* button) { return !button->property("possible").toBool() || button->isEnabled(); });
        }(), Patience);
        shoot(dialog.get(), file.chopped(10).toLower() + (state.isEmpty() ? QString() : u'-' + state), pseudo);
        QMetaObject::invokeMethod(dialog.get(), "close");
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->property("visible").toBool(), Patience);
    };
    const auto fields = [&](QObject* dialog) { return Screen::items(content(dialog), "QQuickTextField"); };
    const auto fill = [&](QObject* dialog, const QStringList& texts) {
        for (qsizetype i = 0; i < texts.size(); ++i) {
            QQuickItem* const field = fields(dialog).value(i);
            QVERIFY(field);
            field->forceActiveFocus();
            QMetaObject::invokeMethod(field, "clear");
            m_screen->type(texts[i]);
        }
    };
    const auto primary = [&](QObject* dialog) {
        QQuickItem* found = nullptr;
        for (QQuickItem* button : Screen::items(content(dialog), "QQuickAbstractButton")) {
            if (button->property("kind").toString() == QLatin1String("primary"))
                found = button;
        }
        QVERIFY(found);
        QTRY_VERIFY_WITH_TIMEOUT(found->isEnabled(), Patience);
        m_screen->click(found);
    };
    app().setPage(QStringLiteral("overview"));
    picture(QStringLiteral("KeysDialog.qml"), {});
    picture(QStringLiteral("QuitDialog.qml"), {});
    app().setPage(QStringLiteral("sharing"));
    picture(QStringLiteral("StopStoringDialog.qml"), {});
    app().setPage(QStringLiteral("settings"));
    picture(QStringLiteral("EraseDialog.qml"), {}, [&](QObject* dialog) { m_screen->click(Screen::items(content(dialog), "QQuickCheckBox").value(0)); });
    picture(QStringLiteral("BackupDialog.qml"), {}, [&](QObject* dialog) { fill(dialog, { QStringLiteral("ten letters"), QStringLiteral("ten lettres") }); });
    picture(QStringLiteral("BackupDialog.qml"), QStringLiteral("restore"), {}, { { QStringLiteral("restoring"), true } });
    picture(QStringLiteral("BackupDialog.qml"), QStringLiteral("restored"), [&](QObject* dialog) { dialog->setProperty("done", true); }, { { QStringLiteral("restoring"), true } });
    picture(QStringLiteral("RatesDialog.qml"), {}, [&](QObject* dialog) { fill(dialog, { QStringLiteral("€"), QStringLiteral("0.25"), QStringLiteral("1800") }); });
    picture(QStringLiteral("RatesDialog.qml"), QStringLiteral("wrong"), [&](QObject* dialog) { fill(dialog, { QStringLiteral("€"), QStringLiteral("1,234"), QStringLiteral("12 x") }); });
    picture(QStringLiteral("ChainDialog.qml"), {});
    picture(QStringLiteral("ChainDialog.qml"), QStringLiteral("wrong"), [&](QObject* dialog) {
        fill(dialog, { QStringLiteral("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"), QStringLiteral("0x5aAeb6O53F3E94C9b9A09f33669435E7Ef1BeAed"), QStringLiteral(" "), QStringLiteral("many") });
        primary(dialog);
    });
    app().setPage(QStringLiteral("wallet"));
    picture(QStringLiteral("KeystoreDialog.qml"), {}, [&](QObject* dialog) { fill(dialog, { QStringLiteral("ten letters"), QStringLiteral("ten letters") }); });
    picture(QStringLiteral("PayoutDialog.qml"), QStringLiteral("new"));
    const auto choose = [&](QObject* dialog, int way) {
        QQuickItem* const ways = Screen::items(content(dialog), "Segmented").value(0);
        QVERIFY(ways);
        QMetaObject::invokeMethod(ways, "chosen", Q_ARG(int, way));
    };
    picture(QStringLiteral("PayoutDialog.qml"), QStringLiteral("bring"), [&](QObject* dialog) { choose(dialog, 1); });
    picture(QStringLiteral("PayoutDialog.qml"), QStringLiteral("wrong"), [&](QObject* dialog) {
        choose(dialog, 2);
        fill(dialog, { QStringLiteral("0x5aAeb6O53F3E94C9b9A09f33669435E7Ef1BeAed") });
    });
    picture(QStringLiteral("PayoutDialog.qml"), QStringLiteral("key"), {}, { { QStringLiteral("bring"), true } });
    picture(QStringLiteral("GiveUpDialog.qml"), {});
    picture(QStringLiteral("WordsDialog.qml"), {});
    const auto show = [&](QObject*) {
        app().words()->read();
        QTRY_COMPARE_WITH_TIMEOUT(app().words()->step(), WordsModel::Shown, Patience);
    };
    picture(QStringLiteral("WordsDialog.qml"), QStringLiteral("shown"), show);
    picture(QStringLiteral("WordsDialog.qml"), QStringLiteral("wrong"), [&](QObject* dialog) {
        show(dialog);
        app().words()->ask();
        QTRY_COMPARE_WITH_TIMEOUT(fields(dialog).size(), 3, Patience);
        fill(dialog, { QStringLiteral("zebra"), QStringLiteral("zebra"), QStringLiteral("zebra") });
        primary(dialog);
    });
    QTRY_VERIFY_WITH_TIMEOUT(app().send()->isKnown(), Patience);
    picture(QStringLiteral("SendDialog.qml"), {});
    picture(QStringLiteral("SendDialog.qml"), QStringLiteral("wrong"), [&](QObject* dialog) {
        fill(dialog, { QStringLiteral("0x5aAeb6O53F3E94C9b9A09f33669435E7Ef1BeAed"), QStringLiteral("1,500") });
        primary(dialog);
    });
    const auto review = [&](QObject* dialog) {
        fill(dialog, { QLatin1String(Somebody), QStringLiteral("2.5") });
        primary(dialog);
        QTRY_COMPARE_WITH_TIMEOUT(app().send()->step(), SendModel::Reviewed, Patience);
    };
    picture(QStringLiteral("SendDialog.qml"), QStringLiteral("review"), review);
    picture(QStringLiteral("SendDialog.qml"), QStringLiteral("sent"), [&](QObject* dialog) {
        review(dialog);
        primary(dialog);
        QTRY_COMPARE_WITH_TIMEOUT(app().send()->step(), SendModel::Sent, Patience);
        m_anvil.mine(m_anvil.config.confirmations);
        QTRY_COMPARE_WITH_TIMEOUT(app().send()->step(), SendModel::Done, Patience);
    });
    earn();
    QTRY_VERIFY_WITH_TIMEOUT(app().wallet()->isPlanned() || (app().wallet()->refresh(), false), Patience);
    const U256 nothing(0);
    m_anvil.giveCoin(address(), nothing);
    picture(QStringLiteral("SettleDialog.qml"), QStringLiteral("poor"), [&](QObject*) {
        QTRY_VERIFY_WITH_TIMEOUT((app().wallet()->isPlanned() && !app().wallet()->canPay()) || (app().wallet()->refresh(), false), Patience);
        QCOMPARE(app().wallet()->feeProblem(QStringLiteral("0.000000001")), QString());
        QVERIFY(!app().wallet()->feeProblem(QStringLiteral("1000000")).isEmpty()); // nothing would be left
    });
    m_anvil.giveCoin(address());
    const auto payable = [&](QObject*) {
        QTRY_VERIFY_WITH_TIMEOUT((app().wallet()->isPlanned() && app().wallet()->canPay()) || (app().wallet()->refresh(), false), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!app().wallet()->isPlanning(), Patience);
    };
    picture(QStringLiteral("SettleDialog.qml"), {}, [&](QObject* dialog) {
        payable(dialog);
        QQuickItem* const settle = Screen::items(content(dialog), "IrreversibleButton").value(0);
        QVERIFY(settle);
        QTRY_VERIFY_WITH_TIMEOUT(settle->isEnabled(), Patience);
        app().wallet()->refresh();
        QVERIFY(app().wallet()->isPlanning() && settle->isEnabled()); // looking again puts nothing to sleep
        payable(dialog);
    });
    picture(QStringLiteral("SettleDialog.qml"), QStringLiteral("settled"), [&](QObject* dialog) {
        payable(dialog);
        primary(dialog);
        QTRY_COMPARE_WITH_TIMEOUT(app().wallet()->step(), WalletModel::Sent, Patience);
        m_anvil.mine(m_anvil.config.confirmations);
        QTRY_COMPARE_WITH_TIMEOUT(app().wallet()->step(), WalletModel::Done, Patience);
    });
    for (const QString& file : QDir(QStringLiteral(":/qt/qml/Surplus/Pages")).entryList({ QStringLiteral("*Dialog.qml") }))
        QVERIFY2(known.contains(file), qPrintable(QStringLiteral("no picture of ") + file));
}

void DialogsTest::everyDialogHasItsPictures()
{
    pictures(false);
    if (QTest::currentTestFailed())
        return;
    QStringList problems = m_screen->inspector.problems();
    QCoreApplication::installTranslator(&m_pseudo);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    m_screen = std::make_unique<Screen>(*m_dashboard);
    QVERIFY(QTest::qWaitForWindowActive(m_screen->window));
    pictures(true);
    problems += m_screen->inspector.problems();
    QCoreApplication::removeTranslator(&m_pseudo);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    for (const QString& problem : std::as_const(problems))
        qWarning("%s", qPrintable(problem));
    QVERIFY2(problems.isEmpty(), qPrintable(QString::number(problems.size())));
    QVERIFY(m_taken > (qEnvironmentVariableIsEmpty("SURPLUS_GALLERY_THEME") ? 150 : 75));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QTranslator english; // knows one from many
    if (!english.load(QStringLiteral(":/translations/surplus_en.qm")) || !QCoreApplication::installTranslator(&english))
        qFatal("no English catalog");
    DialogsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "dialogs_test.moc"
