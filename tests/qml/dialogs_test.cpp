// SPDX-License-Identifier: GPL-3.0-or-later
// Every dialog there is: pictures of it in both themes and sizes, in English and in a long language from right to left, and
// what the mouse and the keys can do in it. With a real keyring, engine and chain; only the person is ours.
#include "tests/qml/dialogs_test.h"

#include "app/dashboard/qmlplugins.h"
#include "services/common/crypto/secretkey.h"

#include <QApplication>
#include <QDir>
#include <QQuickStyle>

using namespace surplus;
using namespace surplus::test;

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

void DialogsTest::aFolderForTheLostOneChangesNothingElse()
{
    app().setPage(QStringLiteral("overview"));
    SharingModel& sharing = *app().sharing();
    const double limit = sharing.limit();
    QVERIFY(sharing.leases() > 0 && sharing.isEnabled() && !sharing.servesUnfunded());
    QVERIFY(QFile::remove(m_dir.filePath(QStringLiteral("shared/surplus-storage.json"))));
    QTRY_VERIFY_WITH_TIMEOUT(app().machine()->isStorageAbsent(), Patience);
    QVERIFY(m_screen->press(QStringLiteral("The files are gone…")));
    QVERIFY(m_screen->press(QStringLiteral("Give the leases up")));
    QTRY_COMPARE_WITH_TIMEOUT(sharing.leases(), 0, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_screen->button(QStringLiteral("Keep waiting")), Patience);
    QVERIFY(m_screen->press(QStringLiteral("Choose a folder…")));
    QVERIFY(!m_screen->button(QStringLiteral("Skip for now"))); // no first run
    QVERIFY(!m_screen->button(QStringLiteral("Start sharing")));
    const auto choose = [&](const QString& folder) {
        QObject* chooser = nullptr;
        for (QObject* one : m_screen->window->findChildren<QObject*>()) {
            if (QByteArray(one->metaObject()->className()).startsWith("FolderChooser") && one->property("visible").toBool())
                chooser = one;
        }
        QVERIFY(chooser);
        QMetaObject::invokeMethod(chooser, "close");
        chooser->setProperty("selectedFolder", QUrl::fromLocalFile(folder));
        QMetaObject::invokeMethod(chooser, "accepted");
    };
    choose(QStringLiteral("/proc"));
    QTRY_VERIFY_WITH_TIMEOUT(m_screen->sees(QStringLiteral("Nothing can be stored in")), Patience);
    QVERIFY(m_screen->press(QStringLiteral("Choose a folder…")));
    const QString other = m_dir.filePath(QStringLiteral("other"));
    QVERIFY(QDir().mkpath(other));
    choose(other);
    QTRY_COMPARE_WITH_TIMEOUT(sharing.folder(), other, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(app().machine()->glyph(), QStringLiteral("sharing"), Patience);
    QCOMPARE(sharing.error(), QString());
    QCOMPARE(sharing.limit(), limit);
    QVERIFY(sharing.isEnabled() && !sharing.servesUnfunded());
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
