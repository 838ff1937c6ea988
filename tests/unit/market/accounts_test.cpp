// SPDX-License-Identifier: GPL-3.0-or-later
// Whose account the ledger keeps, for how long, and on which chain.
#include "tests/unit/market/world.h"

using namespace surplus;

class AccountsTest : public QObject {
    Q_OBJECT

    static QString choose(World& w, const ChainSpec& chain)
    {
        bool written = false;
        const auto chosen = w.ledger->choose(chain, [&](Database&) { written = true; });
        return !chosen ? chosen.error().code : written ? QStringLiteral("written") : QString();
    }

private Q_SLOTS:
    void guestsAreBoundedAndWriteNothing()
    {
        World w;
        const qint64 written = w.count("accounts");
        for (int i = 0; i < Ledger::MaxGuests + 50; ++i)
            QVERIFY(w.ledger->openAccount(w.customer.address(), randomHash(), Network(QStringLiteral("10.0.0.7"))));
        QCOMPARE(w.count("accounts"), written);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go); // whoever has a lease is not pushed out
        // From one network only so many make it into the database.
        int admitted = 0;
        for (int i = 0; i < 200; ++i)
            admitted += w.tryStranger(QStringLiteral("10.0.0.8")) ? 1 : 0;
        QCOMPARE(admitted, Ledger::UnfundedLeases.perNetwork);
        QVERIFY(w.tryStranger(QStringLiteral("10.0.0.9")));
    }
    /// Who says hello with many keys pushes out its own, and nobody who is connected or has set something aside.
    void guestsOfOneAddressMakeRoomForTheirOwn()
    {
        World w(true, false);
        const QString crowd = QStringLiteral("10.0.0.7");
        const auto guest = [&](const QString& network) {
            const Hash32 salt = randomHash();
            (void)w.hello(w.customer, salt, network);
            return w.chain.chequebookOf(w.customer.address(), salt);
        };
        const Address elsewhere = guest(QStringLiteral("10.0.0.3"));
        const Address connected = guest(crowd);
        w.ledger->noteSession(connected, true);
        const Address covered = guest(crowd);
        w.ledger->setFunds({ { { covered, w.beneficiary }, { {}, Amount::fromNano(1000), {} } } });
        const Address gone = guest(crowd);
        const Address ended = guest(crowd);
        w.ledger->noteSession(ended, true);
        w.ledger->noteSession(ended, false);
        for (int i = 0; i < 2 * Ledger::MaxGuests; ++i)
            (void)guest(crowd);
        const Address newest = guest(crowd);
        QSet<Address> left;
        for (const Ledger::Watched& one : w.ledger->watched(10 * Ledger::MaxGuests))
            left.insert(one.chequebook);
        QVERIFY(left.size() <= Ledger::MaxGuests);
        for (const Address& kept : { elsewhere, connected, covered, newest })
            QVERIFY(left.contains(kept));
        for (const Address& dropped : { gone, ended })
            QVERIFY(!left.contains(dropped));
    }
    /// A row that can't be understood is an error: never the account of another, or a smaller promise.
    void aDamagedRowIsNoOtherValue_data()
    {
        QTest::addColumn<QByteArray>("damage");
        for (const char* damage : { "UPDATE accounts SET chequebook=x'00'", "UPDATE accounts SET issuer=x''", "UPDATE accounts SET salt='salt'",
                 "UPDATE channels SET beneficiary=x'0102'", "UPDATE channels SET cumulative=x''", "UPDATE channels SET signature=substr(signature, 2)",
                 "UPDATE leases SET content=x'00'", "UPDATE leases SET state=3", "UPDATE leases SET cover=-1", "UPDATE leases SET why=99" })
            QTest::newRow(damage) << QByteArray(damage);
    }
    void aDamagedRowIsNoOtherValue()
    {
        QFETCH(const QByteArray, damage);
        World w;
        QVERIFY(w.submit(w.voucher(100))->raised);
        w.ledger.reset();
        QVERIFY(w.store->wait([&](Database& db) { return db.transact([&] { db.run(damage.constData()); }); }));
        const auto opened = Ledger::open(*w.store, w.chain, w.machine(), w.clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("store.damaged"));
    }
    void entriesGoAfterAWeekAndTheHistoryStays()
    {
        World w;
        const UtcMs start = w.clock.now();
        for (int i = 1; i <= 20; ++i) {
            w.ledger->meter(w.lease.id, 10);
            QVERIFY(w.submit(w.voucher(i * 10)));
            w.clock.advance(SecondsPerDay * 1000);
        }
        const auto history = [&] {
            return *w.store->wait([&](Database& db) {
                return db.read([&] { return MachineHistory::earnings(db, GroupBy::Customer, lastDays(90, w.clock.now(), QTimeZone::utc()), w.clock.now()).total().nano(); });
            });
        };
        QCOMPARE(history(), 200);
        QCOMPARE(w.entrySum(), 200);
        w.ledger->prune(w.clock.now());
        w.store->drain();
        QVERIFY(w.entrySum() < 100 && w.entrySum() > 0);
        QCOMPARE(history(), 200);
        QVERIFY(w.clock.now() > start);
        w.clock.advance(30 * SecondsPerDay * 1000);
        w.ledger->prune(w.clock.now());
        w.store->drain();
        QCOMPARE(w.count("entries"), 0);
        QCOMPARE(history(), 200);
        QCOMPARE(w.ledger->money().earned.nano(), 200);
    }
    void closedLeasesAndEmptyAccountsGo()
    {
        World w;
        w.ledger->meter(w.lease.id, 500);
        const World::Stranger stranger = w.stranger();
        QVERIFY(w.close(stranger.lease));
        QVERIFY(w.close(w.lease.id));
        const auto prune = [&] {
            w.ledger->prune(w.clock.now());
            w.store->drain();
        };
        prune();
        QCOMPARE(w.count("leases"), 0);
        QCOMPARE(w.count("torrents"), 0);
        QCOMPARE(w.count("accounts"), 1); // the stranger has nothing left here
        QCOMPARE(w.ledger->ended(w.lease.id)->why, LeaseEnd::ByCustomer); // it can still be told
        w.open();
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 500); // what was used stays owed
        QVERIFY(w.hello(w.customer, w.salt));
        QVERIFY(w.submit(w.voucher(500)));
        QCOMPARE(w.entries().last(), qMakePair(QStringLiteral("closed"), qint64(500)));
        prune();
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 0);
        QCOMPARE(w.ledger->totals().retrieved, 500);
        w.open();
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 0);
        QCOMPARE(w.ledger->totals().retrieved, 500);
        QCOMPARE(w.ledger->money().earned.nano(), 500);
        // It goes on with a new lease, paid from zero.
        (void)w.hello(w.customer, w.salt);
        w.lease = w.addLease(1000);
        w.ledger->meter(w.lease.id, 70);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 70);
    }
    void aNewPayoutAddressOpensANewChannelAndKeepsTheOld()
    {
        World w;
        w.ledger->meter(w.lease.id, 350);
        QVERIFY(w.submit(w.voucher(300)));
        const Address old = w.beneficiary;
        w.beneficiary = SecretKey::generate().address();
        w.ledger->setBeneficiary(w.beneficiary);
        Voucher late { w.chequebook(), old, w.machine(), w.chain.toBaseUnits(Amount::fromNano(400)), {} };
        late.sign(w.chain.chainId, w.customer);
        QCOMPARE(code(w.submit(late)), QStringLiteral("voucher.beneficiary"));
        QVERIFY(w.submit(w.voucher(50))->raised);
        QCOMPARE(w.ledger->money().earned.nano(), 350);
    }
    /// Only leases and what was earned bind the ledger to its chain: a stranger's promise costs nothing, and must not keep the
    /// owner from choosing another, nor the engine from starting after that.
    void promisesOfNothingBindToNoChain_data()
    {
        QTest::addColumn<bool>("sameNumber");
        QTest::newRow("another chain") << false;
        QTest::newRow("another factory of the same chain") << true;
    }
    void promisesOfNothingBindToNoChain()
    {
        QFETCH(const bool, sameNumber);
        World w(true, false);
        ChainSpec other = w.chain;
        other.factory = SecretKey::generate().address();
        other.chainId += sameNumber ? 0 : 1;
        (void)w.hello(w.customer, w.salt);
        QVERIFY(w.submit(w.voucher(1))->raised);
        QCOMPARE(choose(w, other), QStringLiteral("written"));
        // Until the next start nothing comes that would bind it, neither from customers nor from the chain.
        QCOMPARE(code(w.submit(w.voucher(2))), QStringLiteral("market.closed"));
        const auto refused = w.tryLease(w.leaseFor(1000, 7));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("market.closed"));
        w.setFunds(1, 1);
        w.flush();
        w.chain = other;
        w.open();
        QCOMPARE(w.count("channels") + w.count("accounts") + w.count("vouchers"), 0);
        (void)w.hello(w.customer, w.salt);
        QVERIFY(w.submit(w.voucher(1))->raised);
    }
    void theOwnerMayThinkBetterOfAnotherChain()
    {
        World w(true, false);
        ChainSpec other = w.chain;
        ++other.chainId;
        (void)w.hello(w.customer, w.salt);
        QVERIFY(w.submit(w.voucher(1))->raised);
        QCOMPARE(choose(w, other), QStringLiteral("written"));
        QCOMPARE(choose(w, w.chain), QStringLiteral("written"));
        QVERIFY(w.submit(w.voucher(2))->raised);
        w.open();
        (void)w.hello(w.customer, w.salt);
        w.setFunds(1, 1); // the chain stands behind it: this is money
        QCOMPARE(w.ledger->money().earned.nano(), 1);
        QCOMPARE(choose(w, other), QStringLiteral("chain.bound"));
        w.ledger.reset();
        const auto opened = Ledger::open(*w.store, other, w.machine(), w.clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("ledger.foreign"));

        World leased(true);
        QCOMPARE(choose(leased, other), QStringLiteral("chain.bound"));
        QVERIFY(leased.close(leased.lease.id));
        QCOMPARE(choose(leased, other), QStringLiteral("written"));
    }
    void aLedgerOfAnotherMachineIsRefused()
    {
        World w;
        w.ledger.reset();
        const auto opened = Ledger::open(*w.store, w.chain, *MachineId::fromRaw(randomBytes(32)), w.clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("ledger.foreign"));
    }
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "accounts_test.moc"
