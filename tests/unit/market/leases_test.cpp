// SPDX-License-Identifier: GPL-3.0-or-later
// MONEY.md, "Keeping", sentence by sentence.
#include "tests/unit/market/world.h"

using namespace surplus;

class LeasesTest : public QObject {
    Q_OBJECT

    static constexpr qint64 Hour = 3600;
    static constexpr qint64 Gigabyte = 1'000'000'000;
    static QString code(const Result<LeaseRecord>& outcome) { return outcome ? QStringLiteral("open") : outcome.error().code; }
    static QList<LeaseEnd> reasons(const QList<Ledger::Closing>& closings)
    {
        QList<LeaseEnd> all;
        for (const Ledger::Closing& closing : closings)
            all.append(closing.why);
        return all;
    }
    struct Small : World { ///< 100 GB, nobody has leased anything yet
        explicit Small(bool real = false) : World(real, false)
        {
            room.limit = 100 * Gigabyte;
            ledger->setRoom(room);
            (void)hello(customer, salt);
        }
    };

private Q_SLOTS:
    void keepingIsDueByTheHourAuditedOrNot()
    {
        World w;
        const auto due = [&] { return w.ledger->lease(w.lease.id)->dueKeep().nano(); };
        (void)w.run(Hour - 600);
        QCOMPARE(due(), 0);
        (void)w.run(600);
        QCOMPARE(due(), 3600);
        (void)w.run(5 * Hour, false); // hours in pauses are not counted
        QCOMPARE(due(), 3600);
        w.clock.advance(1000 * SecondsPerDay * 1000); // nor what only the clock says
        (void)w.run(2 * Hour);
        QCOMPARE(due(), 3 * 3600);
        w.flush();
        w.open();
        QCOMPARE(due(), 3 * 3600);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 3 * 3600);
    }
    void aFailedAuditStopsItAtTheLastThatPassed()
    {
        World w;
        const auto due = [&] { return w.ledger->lease(w.lease.id)->dueKeep().nano(); };
        (void)w.run(2 * Hour);
        w.ledger->noteAudit(w.lease.id, true);
        (void)w.run(3 * Hour);
        QCOMPARE(due(), 5 * 3600);
        w.ledger->noteAudit(w.lease.id, false);
        QCOMPARE(due(), 2 * 3600);
        (void)w.run(4 * Hour);
        QCOMPARE(due(), 2 * 3600);
        w.ledger->noteAudit(w.lease.id, true);
        (void)w.run(Hour);
        QCOMPARE(due(), 3 * 3600);
        QVERIFY(w.submit(w.voucher(3 * 3600)));
        w.ledger->noteAudit(w.lease.id, false); // what is paid stays paid
        QCOMPARE(due(), 3 * 3600);
        QVERIFY(w.ledger->debt(w.chequebook()).nano() >= 0);
    }
    void whatIsPromisedAheadPaysForKeeping()
    {
        World w;
        (void)w.run(Hour);
        QVERIFY(w.submit(w.voucher(3600)));
        QVERIFY(w.submit(w.voucher(3600 + 86'400)));
        QVERIFY(std::abs(w.ledger->paidUntil(w.lease.id) - (w.clock.now() + SecondsPerDay * 1000)) < 1000);
        (void)w.run(10 * Hour);
        w.flush();
        QCOMPARE(w.ledger->money().earned.nano(), 11 * 3600);
        QCOMPARE(w.entrySum(), 11 * 3600);
        QVERIFY(w.submit(w.voucher(100 * 86'400)));
        QCOMPARE(w.ledger->paidUntil(w.lease.id), w.lease.end); // never beyond its end
    }
    /// Of two leases the shorter one's end leaves the rest to the longer one; what isn't stored costs nothing yet.
    void paidUntilKnowsWhichLeasesEnd()
    {
        Small w;
        const auto brief = w.tryLease(w.leaseFor(Gigabyte / 4, 1));
        const auto longer = w.tryLease(w.leaseFor(Gigabyte / 4, 7));
        LeaseRecord filling = w.leaseFor(Gigabyte / 4, 7);
        filling.state = LeaseState::Filling;
        QVERIFY(brief && longer && w.tryLease(filling));
        const qint64 whole = brief->keepingFor(brief->term()).nano() + longer->keepingFor(longer->term()).nano();
        QVERIFY(!w.submit(w.voucher(0), std::nullopt)->raised);
        QVERIFY(w.submit(w.voucher(whole), longer->id)->raised);
        QCOMPARE(w.ledger->paidUntil(longer->id), longer->end);
        QCOMPARE(w.ledger->paidUntil(brief->id), brief->end);
    }
    void whatIsPaidForNoLongerCloses()
    {
        World w;
        w.limits.firstWindow = 10'000; // nano's worth: not quite three hours of keeping
        w.ledger->setLimits(w.limits);
        std::promise<Result<void>> longer;
        w.ledger->updateLease(w.lease.id, [](LeaseRecord& lease) { lease.end += 100 * SecondsPerDay * 1000; }, [&](auto outcome) { longer.set_value(outcome); });
        QVERIFY(longer.get_future().get());
        QVERIFY(w.run(3 * Hour).isEmpty());
        QCOMPARE(w.ledger->service(w.lease.id), Service::Wait);
        QVERIFY(w.run(6 * SecondsPerDay).isEmpty());
        QVERIFY(w.run(20 * SecondsPerDay, false).isEmpty()); // days in which it can't be reached do not count
        QCOMPARE(w.ledger->lease(w.lease.id)->dueKeep().nano(), 3 * 3600); // beyond the credit nothing more is due
        QVERIFY(w.submit(w.voucher(3 * 3600)));
        QVERIFY(w.run(Hour).isEmpty()); // paid: the week begins anew
        QVERIFY(w.run(2 * Hour + 6 * SecondsPerDay).isEmpty());
        QCOMPARE(reasons(w.run(SecondsPerDay + Hour)), QList { LeaseEnd::Unpaid });
    }
    /// Where two keys had taken the windows of their address, the leases of all others there were kept for nothing, for ever.
    void neighboursKeepNobodysLeaseFree()
    {
        World w(true, false);
        w.limits.firstWindow = 10'000;
        w.ledger->setLimits(w.limits);
        for (int i = 0; i < 2; ++i) {
            const World::Stranger neighbour = w.stranger();
            while (w.ledger->service(neighbour.lease) == Service::Go)
                w.ledger->meter(neighbour.lease, 1000);
        }
        const World::Stranger other = w.stranger();
        QCOMPARE(w.ledger->service(other.lease), Service::Wait);
        const auto due = [&] { return w.ledger->lease(other.lease)->dueKeep().nano(); };
        (void)w.run(2 * Hour);
        QCOMPARE(due(), 2 * 3600);
        const Ledger::Sending held = w.ledger->hold(other.lease, 1'000'000); // nor what is on its way
        (void)w.run(Hour);
        w.ledger->letGo(held);
        QCOMPARE(due(), 3 * 3600); // its own window is used up
        QVERIFY(w.submit(w.voucher(3 * 3600, other), other.lease)->raised);
        (void)w.run(3 * Hour);
        QCOMPARE(due(), 6 * 3600);
        const auto closings = w.run(7 * SecondsPerDay);
        QVERIFY(std::any_of(closings.begin(), closings.end(), [&](const auto& one) { return one.lease == other.lease && one.why == LeaseEnd::Unpaid; }));
    }
    void leasesEndAndRenewalKeepsThem()
    {
        World w(true);
        w.setFunds(0, 1'000'000'000'000);
        (void)w.run(Hour);
        const UtcMs end = w.ledger->lease(w.lease.id)->end;
        const qint64 left = (end - w.clock.now()) / 1000;
        QVERIFY(w.run(left + 47 * Hour).isEmpty());
        QCOMPARE(w.ledger->lease(w.lease.id)->dueKeep(), w.lease.keepingFor((end - w.lease.start) / 1000)); // the whole term, no more
        QCOMPARE(reasons(w.run(2 * Hour)), QList { LeaseEnd::Ended });
        w.setFunds(0, 1'000'000'000'000);
        (void)w.run(Hour); // so that its cover, which nobody had looked at for a week, counts again
        // No clock does it alone: nothing ends for somebody whose time no second source confirms.
        const UtcMs late = w.clock.now();
        QVERIFY(w.ledger->advance({ late + 1000 * SecondsPerDay * 1000, (w.running - 60 * SecondsPerDay) * 1000, 0 }, true).isEmpty());
        std::promise<Result<LeaseRecord>> renewed;
        w.ledger->renewLease(w.lease.id, 30, 3650, [&](auto outcome) { renewed.set_value(outcome); });
        const auto longer = renewed.get_future().get();
        QVERIFY(longer);
        QCOMPARE(longer->end, end + 30 * SecondsPerDay * 1000);
        // Whoever was about to close it asks again in the transaction that would.
        QVERIFY(!Ledger::isOver(*w.ledger->lease(w.lease.id), LeaseEnd::Ended, w.moment()));
        QVERIFY(w.run(Hour).isEmpty());
        QVERIFY(w.close(w.lease.id, LeaseEnd::Ended));
        QVERIFY(!w.close(w.lease.id, LeaseEnd::Ended));
        w.ledger->prune(w.clock.now());
        w.store->drain();
        QCOMPARE(w.count("leases"), 0);
        QCOMPARE(w.count("torrents"), 0);
        QCOMPARE(w.ledger->totals().leased, 0);
        QVERIFY(w.ledger->debt(w.chequebook()).nano() > 0); // what was kept stays owed
        QCOMPARE(w.ledger->ended(w.lease.id)->why, LeaseEnd::Ended);
        w.open();
        QCOMPARE(w.ledger->ended(w.lease.id)->why, LeaseEnd::Ended);
    }
};

QTEST_GUILESS_MAIN(LeasesTest)
#include "leases_test.moc"
