// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/crypto/keccak.h"
#include "tests/qml/screen.h"
#include "tests/support/anvil.h"
#include "tests/support/processes.h"

#include <QQmlComponent>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace surplus::test {

/// Every dialog there is, with a real keyring, engine and chain; only the person is ours.
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
    void shoot(QObject* dialog, const QString& name, bool pseudo);
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
    void aFolderForTheLostOneChangesNothingElse();
    void everyDialogHasItsPictures();
};

} // namespace surplus::test
