// SPDX-License-Identifier: GPL-3.0-or-later
// MONEY.md, "Accepting a voucher", 6: which vouchers are kept.
#include "tests/unit/market/world.h"

using namespace surplus;

class ArchiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rule6_theArchiveKeepsOneAMinuteAndThinsAfterThirtyDays()
    {
        World w;
        for (int i = 1; i <= 60; ++i) {
            w.ledger->meter(w.lease.id, 1);
            QVERIFY(w.submit(w.voucher(i)));
            w.clock.advance(20'000);
        }
        const auto archived = [&] { return w.count("vouchers"); };
        const auto prune = [&] {
            w.ledger->prune(w.clock.now());
            w.store->drain();
            return archived();
        };
        QVERIFY(archived() == 20 || archived() == 21);
        QCOMPARE(prune(), archived());
        QCOMPARE(w.ledger->archived(), archived());
        w.clock.advance(31 * SecondsPerDay * 1000);
        const qint64 left = prune();
        QVERIFY2(left >= 2 && left <= 3, qPrintable(QString::number(left))); // 20 minutes touch two or three quarter hours
        QCOMPARE(w.ledger->archived(), left);
        w.open();
        QCOMPARE(w.ledger->money().earned.nano(), 60);
    }
    void rule6_theLowestThatCoversWhatIsEarnedStays()
    {
        World w;
        w.ledger->meter(w.lease.id, 100);
        QVERIFY(w.submit(w.voucher(100)));
        for (int i = 1; i <= 50; ++i)
            QVERIFY(w.submit(w.voucher(100 + i * 1000))); // all ahead, in the same minute
        QCOMPARE(w.count("vouchers"), 2); // the one that covers, and the highest
        const auto amounts = [&] {
            return *w.store->wait([&](Database& db) -> Result<QList<qint64>> {
                QList<qint64> all;
                Statement select = db.prepare("SELECT cumulative FROM vouchers ORDER BY cumulative");
                while (select.step())
                    all.append(w.chain.toNano(*fromBigEndian32(select.blob(0)))->nano());
                return all;
            });
        };
        QCOMPARE(amounts(), (QList<qint64> { 100, 50'100 }));
        w.clock.advance(40 * SecondsPerDay * 1000);
        w.ledger->prune(w.clock.now());
        w.store->drain();
        QCOMPARE(amounts(), (QList<qint64> { 100, 50'100 }));
    }
    /// The same two thousand were made smaller each time, and nothing else ever.
    void rule6_theBoundReachesEveryChannel()
    {
        World w(true);
        for (int i = 1; i <= 20; ++i) {
            QVERIFY(w.submit(w.voucher(i)));
            w.clock.advance(60'000);
        }
        QVERIFY(w.count("vouchers") > 2);
        const auto filled = w.store->wait([](Database& db) {
            return db.transact([&] {
                // As many that are less active, of which there is nothing to take away; and metadata that fills the bound.
                db.prepare("WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i+1 FROM n WHERE i<3999) INSERT INTO accounts(id, chequebook, "
                           "issuer, salt, network, prepaid, recovered, forgiven_paid, forgiven_today, today) "
                           "SELECT i, randomblob(20), randomblob(20), randomblob(32), '10.1.' || i, 0, 0, 0, 0, 0 FROM n").run();
                db.prepare("INSERT INTO channels(id, account, beneficiary, cumulative, signature, accepted, updated, earned) "
                           "SELECT id, id, randomblob(20), zeroblob(32), randomblob(65), 1, 0, 1 FROM accounts WHERE id>=1000").run();
                db.prepare("INSERT INTO vouchers(channel, cumulative, signature, at) "
                           "SELECT id, zeroblob(32), randomblob(65), 0 FROM channels WHERE id>=1000").run();
                db.prepare("UPDATE leases SET metadata=?").bind(Ledger::UnfundedRows).run();
            });
        });
        QVERIFY(filled);
        w.open();
        w.ledger->prune(w.clock.now());
        w.store->drain();
        QCOMPARE(w.count("vouchers"), 3000 + 2);
    }
};

QTEST_GUILESS_MAIN(ArchiveTest)
#include "archive_test.moc"
