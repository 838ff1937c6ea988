// SPDX-License-Identifier: GPL-3.0-or-later
// Real processes that are killed, and ledgers that are lost, while money is on its way.
#include "services/common/crypto/keccak.h"
#include "services/customer/renting/renter.h"
#include "services/dashboard/fleet/enginelink.h"
#include "tests/support/scene.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace surplus;
using namespace surplus::test;

class InterruptedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killingTheEngineWhileItIsPaidLosesAndDoublesNothing()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QString source = scene.file(20'000'000);
        QVERIFY(scene.put(source).code == 0);
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        const int kills = isLong() ? 60 : times(8);
        qint64 before = 0;
        for (int i = 0; i < kills; ++i) {
            QProcess customer;
            customer.start(program("surplus-customer"), { QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back,
                QStringLiteral("--home"), scene.dir.filePath(QStringLiteral("customer")), QStringLiteral("--stall"), QStringLiteral("2"), QStringLiteral("--json") });
            QVERIFY(customer.waitForStarted());
            QTest::qWait(QRandomGenerator::global()->bounded(100, 900));
            scene.engine.kill();
            customer.waitForFinished(Patience);
            QVERIFY(scene.engine.start());
            scene.verifyMoney();
            QVERIFY(scene.earned() >= before); // what was acknowledged stays
            QVERIFY(scene.earned() <= scene.promised()); // and nothing counts twice
            before = scene.earned();
        }
        const Outcome fetched = scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back });
        QVERIFY2(fetched.code == 0, qPrintable(fetched.errors)); // the honest customer is not locked out
        QVERIFY(scene.same(source, back));
        scene.verifyMoney();
        QCOMPARE(scene.accepted(), scene.promised());
        QVERIFY(scene.earned() <= scene.promised()); // what was sent in the moment of the kill was not counted
    }

    void killingTheCustomerWhileItPaysLocksItNotOut()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QString source = scene.file(30'000'000);
        QVERIFY(scene.put(source).code == 0);
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        for (int i = 0; i < (isLong() ? 40 : 5); ++i) {
            QProcess customer;
            customer.start(program("surplus-customer"), { QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back,
                QStringLiteral("--home"), scene.dir.filePath(QStringLiteral("customer")) });
            QVERIFY(customer.waitForStarted());
            QTest::qWait(QRandomGenerator::global()->bounded(150, 700));
            customer.kill();
            customer.waitForFinished();
        }
        const Outcome fetched = scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back });
        QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
        QVERIFY(scene.same(source, back));
        scene.verifyMoney();
        QVERIFY(scene.earned() <= scene.promised());
    }

    /// What an earlier ledger had earned waits until a chain says what is behind it (chain_test); meanwhile service goes on.
    void aLostLedgerLocksNobodyOut()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QString source = scene.file(3'000'000);
        QVERIFY(scene.put(source).code == 0);
        QCOMPARE(scene.engine.stop(), 0);
        // A copy of the ledger from before anything was paid.
        QFile::copy(scene.engine.data() + QStringLiteral("/engine.db"), scene.dir.filePath(QStringLiteral("old.db")));
        QVERIFY(scene.start());
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        QVERIFY(scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back }).code == 0);
        const qint64 earned = scene.earned();
        QVERIFY(earned > 0);
        QCOMPARE(scene.engine.stop(), 0);
        for (const QString& suffix : { QString(), QStringLiteral("-wal"), QStringLiteral("-shm") })
            QFile::remove(scene.engine.data() + QStringLiteral("/engine.db") + suffix);
        QVERIFY(QFile::copy(scene.dir.filePath(QStringLiteral("old.db")), scene.engine.data() + QStringLiteral("/engine.db")));
        QVERIFY(scene.start());
        QCOMPARE(scene.earned(), 0);
        QVERIFY(scene.customer({ QStringLiteral("audit"), QStringLiteral("file.bin") }).code == 0); // any session shows the highest voucher
        QVERIFY(scene.accepted() >= earned);
        const qint64 since = scene.earned();
        QVERIFY(since < earned);
        QVERIFY(scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back }).code == 0);
        QVERIFY(scene.earned() > since);
        QVERIFY(scene.accepted() >= earned + scene.earned());
        scene.verifyMoney();
    }

    /// A put that broke off can't go on: put again it begins anew, and its first lease takes up no room.
    void aPutThatBrokeOffLeavesNothing()
    {
        Scene scene;
        QVERIFY(scene.start());
        QCOMPARE(scene.engine.ctl({ QStringLiteral("resources"), QStringLiteral("set"), QStringLiteral("storage"), QStringLiteral("download"), QStringLiteral("4Mbit") }).isEmpty(), false);
        const QString source = scene.file(3'000'000);
        const auto leases = [&] { return scene.engine.ctl({ QStringLiteral("status") }).value(u"storage")[u"leases"].toInt(); };
        QProcess customer;
        customer.start(program("surplus-customer"), anyPrice({ QStringLiteral("put"), source, QStringLiteral("--provider"), scene.provider,
                                                        QStringLiteral("--home"), scene.dir.filePath(QStringLiteral("customer")) }));
        QTRY_COMPARE_WITH_TIMEOUT(leases(), 1, Patience);
        QTest::qWait(300); // it is written down by now, and far from filled
        customer.kill();
        customer.waitForFinished();
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        const Outcome early = scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back });
        QCOMPARE(early.json.value(u"error").toString(), QStringLiteral("get.filling")); // nothing is paid for what isn't there
        QCOMPARE(scene.put(source).code, 0);
        QCOMPARE(leases(), 1);
        QCOMPARE(scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back }).code, 0);
        QVERIFY(scene.same(source, back));
    }
};

QTEST_GUILESS_MAIN(InterruptedTest)
#include "interrupted_test.moc"
