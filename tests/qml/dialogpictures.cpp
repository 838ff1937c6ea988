// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every dialog: a part of DialogsTest.
#include "tests/qml/dialogs_test.h"

#include <QApplication>
#include <QDir>

using namespace surplus;
using namespace surplus::test;

void DialogsTest::shoot(QObject* dialog, const QString& name, bool pseudo)
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
