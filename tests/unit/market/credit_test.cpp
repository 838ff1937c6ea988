// SPDX-License-Identifier: GPL-3.0-or-later
// MONEY.md, "Serving on credit" and "What the words on the screen mean", sentence by sentence.
#include "tests/unit/market/world.h"

using namespace surplus;

class CreditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void serviceStopsAtTheWindowAndGoesOnWhenPaid()
    {
        World w;
        const qint64 window = CreditLimits().firstWindow;
        QCOMPARE(w.ledger->meter(w.lease.id, window - 1), Service::Go);
        QCOMPARE(w.ledger->meter(w.lease.id, 1), Service::Wait);
        QVERIFY(w.submit(w.voucher(window / 2))->raised);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        QVERIFY(w.submit(w.voucher(window))->raised);
        const auto serve = [&] {
            qint64 served = 0;
            while (w.ledger->meter(w.lease.id, 65536) == Service::Go)
                served += 65536;
            return served + 65536;
        };
        QCOMPARE(serve(), window); // a signature alone is not payment: the window stays
        w.setFunds(window, 100 * window);
        QVERIFY(w.submit(w.voucher(2 * window))->raised);
        QCOMPARE(serve(), window + window / 2); // a quarter of the two windows that were paid, up to its bound
    }
    /// MONEY.md "What the three words mean", for every order of the figures.
    void theStatesOfMoneyAddUp()
    {
        for (const qint64 accepted : { 0, 1, 99, 100, 101, 1000 }) {
            for (const qint64 settled : { 0, 50, 100, 2000 }) {
                for (const qint64 assured : { 0, 30, 100, 2000 }) {
                    for (const qint64 bounced : { 0, 10, 2000 }) {
                        const Money money = moneyOf(Amount::fromNano(accepted), { Amount::fromNano(settled), Amount::fromNano(assured), Amount::fromNano(bounced), 1 });
                        QCOMPARE(money.settled.nano() + money.secured.nano() + money.pending.nano() + money.bounced.nano(), accepted);
                        QCOMPARE(money.settled.nano(), std::min(accepted, settled));
                        QCOMPARE(money.secured.nano(), std::min(accepted - money.settled.nano(), assured));
                        QVERIFY(money.pending.nano() >= 0 && money.bounced.nano() <= bounced);
                    }
                }
            }
        }
    }
    void aReserveOpensServiceUpToWhatItCovers()
    {
        World w(true);
        w.limits.serveUnfunded = false; // nobody without a reserve
        w.ledger->setLimits(w.limits);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
        QCOMPARE(w.ledger->refusal(w.chequebook())->code, QStringLiteral("customer.unfunded"));
        constexpr qint64 Reserve = 1'000'000; // bytes' worth, less than the first window
        w.setFunds(0, Reserve);
        QVERIFY(!w.ledger->refusal(w.chequebook()));
        QCOMPARE(w.ledger->meter(w.lease.id, Reserve - 1), Service::Go);
        QVERIFY(w.ledger->meter(w.lease.id, 1) != Service::Go);
        // A voucher turns what is owed into what is earned: the reserve is used up all the same.
        QVERIFY(w.submit(w.voucher(Reserve))->raised);
        QCOMPARE(w.ledger->money().secured.nano(), Reserve);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
        w.setFunds(0, 3 * Reserve);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        w.setFunds(Reserve, Reserve); // settled: the reserve is free for more
        QCOMPARE(w.ledger->money().settled.nano(), Reserve);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        w.setFunds(2 * Reserve, 0); // paid out beyond what is earned: that covers too
        QCOMPARE(w.ledger->money().receivedAhead.nano(), Reserve);
        QCOMPARE(w.ledger->money().settled.nano(), Reserve);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        w.setFunds(Reserve / 2, 0, Reserve / 2);
        QCOMPARE(w.ledger->money().bounced.nano(), Reserve / 2);
        w.limits.serveUnfunded = true;
        w.ledger->setLimits(w.limits);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused); // who has bounced is served no more
        QCOMPARE(w.ledger->refusal(w.chequebook())->code, QStringLiteral("customer.bounced"));
        // It is written down, and a reserve that was not seen for six days counts no longer.
        w.setFunds(Reserve / 2, Reserve);
        w.open();
        QCOMPARE(w.ledger->money().secured.nano(), Reserve - Reserve / 2);
        (void)w.run(6 * SecondsPerDay);
        QCOMPARE(w.ledger->money().secured.nano(), 0);
        QCOMPARE(w.ledger->money().settled.nano(), Reserve / 2); // what was paid out stays
        // The bound on all that is exposed holds for the funded too.
        w.limits.exposurePerCustomer = Amount::fromNano(Reserve / 4);
        w.setFunds(Reserve / 2, 100 * Reserve);
        w.ledger->setLimits(w.limits);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
        QCOMPARE(w.ledger->refusal(w.chequebook())->code, QStringLiteral("customer.cap"));
    }
    /// What a clock says of the year ends no cover, whether the chain answers then or not: only time that went by does.
    void aWrongClockDropsNoReserve_data()
    {
        QTest::addColumn<UtcMs>("wrong");
        QTest::addColumn<bool>("read");
        constexpr UtcMs In2032 = 1'960'000'000'000;
        constexpr UtcMs In1970 = 86'400'000;
        QTest::newRow("2032, silent") << In2032 << false;
        QTest::newRow("2032, read") << In2032 << true;
        QTest::newRow("1970, silent") << In1970 << false;
        QTest::newRow("1970, read") << In1970 << true;
    }
    void aWrongClockDropsNoReserve()
    {
        QFETCH(const UtcMs, wrong);
        QFETCH(const bool, read);
        World w(true, false);
        w.limits.serveUnfunded = false;
        w.ledger->setLimits(w.limits);
        (void)w.hello(w.customer, w.salt);
        w.setFunds(0, 10'000'000);
        w.lease = w.addLease(1'000'000'000);
        QVERIFY(w.submit(w.voucher(1))->raised);
        const UtcMs right = w.clock.now();
        w.clock.set(wrong);
        w.open();
        if (read)
            w.setFunds(0, 10'000'000);
        QVERIFY(w.run(5 * SecondsPerDay).isEmpty());
        QCOMPARE(w.ledger->lease(w.lease.id)->cover, LeaseCover::Covered);
        w.clock.set(right + 5 * SecondsPerDay * 1000);
        (void)w.run(SecondsPerDay - 1);
        QVERIFY(w.ledger->standing(w.chequebook()).covered());
        w.open(); // its age is written down
        (void)w.run(600);
        (void)w.run(600);
        QVERIFY(!w.ledger->standing(w.chequebook()).covered());
        // Nor is a reserve trusted after the engine was off for long, once a second source says so.
        w.setFunds(0, 10'000'000);
        w.clock.advance(6 * SecondsPerDay * 1000);
        (void)w.ledger->advance(w.moment(), true);
        QVERIFY(w.ledger->standing(w.chequebook()).covered());
        (void)w.ledger->advance({ w.clock.now(), w.running * 1000, w.clock.now() }, true);
        QVERIFY(!w.ledger->standing(w.chequebook()).covered());
    }
    /// By the order of things and not by a clock, which may be set between them.
    void theChainIsReadForWhoSaidHelloBeforeTheLook()
    {
        World w(true, false);
        const auto look = [&] {
            for (const Ledger::Watched& one : w.ledger->watched(10))
                w.ledger->setFunds({ { one, {} } });
        };
        (void)w.hello(w.customer, w.salt);
        QVERIFY(!w.ledger->isChainRead(w.chequebook()));
        look();
        QVERIFY(w.ledger->isChainRead(w.chequebook()));
        const auto begun = w.ledger->watched(10);
        w.clock.set(86'400'000);
        (void)w.hello(w.customer, w.salt);
        w.ledger->setFunds({ { begun.first(), {} } });
        QVERIFY(!w.ledger->isChainRead(w.chequebook())); // what it has set aside since may not be in that answer
        w.clock.set(1'960'000'000'000);
        look();
        w.clock.set(86'400'000);
        QVERIFY(w.ledger->isChainRead(w.chequebook()));
    }
    void reconnectingEarnsNoFurtherCredit()
    {
        World w;
        while (w.ledger->meter(w.lease.id, 65536) == Service::Go) { }
        for (int i = 0; i < 5; ++i) {
            QVERIFY(w.hello(w.customer, w.salt));
            QCOMPARE(w.ledger->service(w.lease.id), Service::Wait);
        }
        w.ledger->flush();
        w.open(); // nor does a restart of the engine: the debt is persisted
        QCOMPARE(w.ledger->service(w.lease.id), Service::Wait);
    }
    void strangersAreCappedByWhatWasDelivered()
    {
        World w(true);
        w.limits.unfundedPerCustomer = Amount::fromNano(1000);
        w.ledger->setLimits(w.limits);
        QVERIFY(w.submit(w.voucher(1'000'000'000))); // promises, however large, count against nothing
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        w.ledger->meter(w.lease.id, 999);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        w.ledger->meter(w.lease.id, 1);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused); // whether a voucher was signed for it or not
        w.limits.unfundedPerCustomer = Amount::fromNano(1'000'000);
        w.limits.unfundedPerAddress = Amount::fromNano(1000);
        w.ledger->setLimits(w.limits);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
        // Use counts at the address that it was delivered to: elsewhere there is room, and at the first there stays none.
        QVERIFY(w.hello(w.customer, w.salt, QStringLiteral("10.0.0.2")));
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        const World::Stranger neighbour = w.stranger();
        QCOMPARE(w.ledger->service(neighbour.lease), Service::Refused);
        w.flush();
        w.open();
        QVERIFY(w.hello(*neighbour.key, w.salt));
        QCOMPARE(w.ledger->service(neighbour.lease), Service::Refused);
        w.setFunds(0, 2'000'000'000); // what is paid frees it
        QCOMPARE(w.ledger->service(neighbour.lease), Service::Go);
    }
    /// One voucher over the total refused everybody, for good.
    void aPromiseStopsNobodyElse()
    {
        World w(true);
        const World::Stranger rich = w.stranger(QStringLiteral("10.0.0.2"));
        QVERIFY(w.submit(w.voucher(100'001 * NanoPerToken, rich), rich.lease)->raised);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        QCOMPARE(w.ledger->service(rich.lease), Service::Go);
        w.open();
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
    }
    void theTotalForTheUnfundedStopsNoCoveredOne()
    {
        World w(true);
        const World::Stranger stranger = w.stranger(QStringLiteral("10.0.0.2"));
        w.limits.unfundedTotal = Amount::fromNano(1000);
        w.ledger->setLimits(w.limits);
        w.ledger->meter(stranger.lease, 1000);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
        w.setFunds(0, 1'000'000'000);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        QCOMPARE(w.ledger->service(stranger.lease), Service::Refused);
    }
    void strangersOfAnAddressAndAllOfThemShareTheirWindows()
    {
        World w;
        const qint64 window = CreditLimits().firstWindow;
        const auto drain = [&](const LeaseId& lease) {
            qint64 served = 0;
            while (w.ledger->service(lease) == Service::Go && served < 2 * window) {
                w.ledger->meter(lease, 65536);
                served += 65536;
            }
            return served;
        };
        qint64 served = 0;
        for (int i = 0; i < 5; ++i)
            served += drain(w.stranger(QStringLiteral("10.0.0.9")).lease);
        QCOMPARE(served, 2 * window);
        // An IPv6 /48 has what four of its /64s may.
        served = 0;
        for (int i = 0; i < 12; ++i)
            served += drain(w.stranger(QStringLiteral("20010db8000000%1").arg(i, 2, 16, QLatin1Char('0'))).lease);
        QCOMPARE(served, 8 * window);
        // And all together 64.
        served = 10 * window;
        for (int i = 0; i < 80; ++i)
            served += drain(w.stranger(QStringLiteral("10.1.0.%1").arg(i)).lease);
        QCOMPARE(served, 64 * window);
        w.setFunds(0, 1'000'000'000'000); // who has cover is not concerned
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
    }
    void whatIsOnItsWayCounts()
    {
        World w;
        const qint64 window = CreditLimits().firstWindow;
        QCOMPARE(w.ledger->take(w.lease.id, window / 2), Service::Go);
        QCOMPARE(w.ledger->take(w.lease.id, window / 2), Service::Go);
        QCOMPARE(w.ledger->take(w.lease.id, 16'384), Service::Wait);
        w.ledger->giveBack(w.lease.id, window / 2);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), window / 2);
        const Ledger::Sending held = w.ledger->hold(w.lease.id, window / 2);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Wait);
        w.ledger->letGo(held);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
    }
    /// It stayed on its way for good when the lease had gone before the connection, and other leases were left.
    void whatWasOnItsWayForALeaseThatIsGoneIsGivenBack()
    {
        World w;
        const qint64 window = CreditLimits().firstWindow;
        const LeaseRecord other = w.addLease(1000);
        const Ledger::Sending held = w.ledger->hold(other.id, window);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Wait);
        QVERIFY(w.close(other.id));
        w.ledger->prune(w.clock.now());
        w.store->drain();
        QCOMPARE(w.ledger->service(w.lease.id), Service::Wait);
        w.ledger->letGo(held);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
    }
    /// Each key's first connection was let in beside the windows of its address: sixteen of them took twice what they may.
    void whatIsOnItsWayToAnAddressCounts()
    {
        World w;
        const qint64 window = CreditLimits().firstWindow;
        constexpr qint64 Buffer = 528 * 1024;
        constexpr qint64 Block = 16 * 1024;
        struct Open {
            LeaseId lease;
            Ledger::Sending held;
        };
        QList<Open> open;
        for (int i = 0; i < 16; ++i) {
            const LeaseId lease = w.stranger(QStringLiteral("10.0.0.9")).lease;
            if (w.ledger->mayBegin(lease, Buffer) == Service::Go)
                open.append({ lease, w.ledger->hold(lease, Buffer) });
        }
        qint64 served = 0;
        for (bool going = true; going;) {
            going = false;
            for (const Open& one : std::as_const(open)) {
                if (w.ledger->service(one.lease, Buffer) != Service::Go)
                    continue;
                w.ledger->meter(one.lease, Block, Buffer);
                served += Block;
                going = true;
            }
        }
        for (const Open& one : std::as_const(open)) { // what was handed over arrives
            w.ledger->meter(one.lease, Buffer, Buffer);
            w.ledger->letGo(one.held);
            served += Buffer;
        }
        QVERIFY2(served > window && served <= 2 * window + Block, qPrintable(QString::number(served)));
        // One whose window is smaller than a buffer is served all the same.
        w.limits.firstWindow = Buffer / 4;
        w.ledger->setLimits(w.limits);
        const LeaseId small = w.stranger(QStringLiteral("10.0.0.10")).lease;
        QCOMPARE(w.ledger->mayBegin(small, Buffer), Service::Go);
        (void)w.ledger->hold(small, Buffer);
        QCOMPARE(w.ledger->service(small, Buffer), Service::Go);
    }
    void abruptLossesAreForgivenWithinBounds()
    {
        World w;
        w.ledger->meter(w.lease.id, 3'000'000);
        QCOMPARE(w.ledger->forgive(w.lease.id, 0), 0); // who never paid is nobody yet
        QVERIFY(w.submit(w.voucher(3'000'000)));
        w.ledger->meter(w.lease.id, 3'000'000);
        QCOMPARE(w.ledger->forgive(w.lease.id, 3'000'000), 0); // nor who only signed
        w.setFunds(3'000'000, 100'000'000);
        constexpr qint64 Bound = 1024 * 1024 + 30'000; // the daily MiB and 1 % of what was paid
        QCOMPARE(w.ledger->forgive(w.lease.id, 5'500'000), 500'000);
        QCOMPARE(w.ledger->forgive(w.lease.id, 4'000'000), Bound - 500'000); // the rest of it
        QCOMPARE(w.ledger->forgive(w.lease.id, 0), 0); // the rest is debt
        w.clock.advance(SecondsPerDay * 1000);
        QCOMPARE(w.ledger->forgive(w.lease.id, 0), 1024 * 1024); // tomorrow there is another MiB
        // What is paid is not forgiven.
        const qint64 due = w.ledger->lease(w.lease.id)->due().nano();
        QVERIFY(w.submit(w.voucher(due)));
        w.clock.advance(SecondsPerDay * 1000);
        QCOMPARE(w.ledger->forgive(w.lease.id, 0), 0);
    }
    void whoPromisesAheadDoesNotWaitForItsNeighbours()
    {
        World w;
        QList<World::Stranger> strangers;
        for (int i = 0; i < 3; ++i) {
            strangers.append(w.stranger());
            while (w.ledger->service(strangers.last().lease) == Service::Go)
                w.ledger->meter(strangers.last().lease, 65536);
        }
        const World::Stranger& last = strangers.last();
        QCOMPARE(w.ledger->service(last.lease), Service::Wait);
        // One nano buys nothing; what is promised ahead is served.
        QVERIFY(w.submit(w.voucher(1, last), last.lease));
        QVERIFY(w.submit(w.voucher(100'000'000, last), last.lease));
        QCOMPARE(w.ledger->meter(last.lease, 16384), Service::Go);
        // Elsewhere nobody is hindered.
        QCOMPARE(w.ledger->service(w.stranger(QStringLiteral("10.0.0.9")).lease), Service::Go);
    }
};

QTEST_GUILESS_MAIN(CreditTest)
#include "credit_test.moc"
