// SPDX-License-Identifier: GPL-3.0-or-later
// MONEY.md, "What a stranger may hold", sentence by sentence.
#include "tests/unit/market/world.h"

using namespace surplus;

class RoomTest : public QObject {
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
    void strangersShareATenth()
    {
        Small w;
        QCOMPARE(code(w.tryLease(w.leaseFor(64 * Gigabyte, 3650))), QStringLiteral("lease.days"));
        QCOMPARE(code(w.tryLease(w.leaseFor(64 * Gigabyte, 7))), QStringLiteral("storage.full"));
        QCOMPARE(code(w.tryLease(w.leaseFor(Gigabyte + 1, 7))), QStringLiteral("storage.full")); // 1 % a key
        QCOMPARE(code(w.tryLease(w.leaseFor(Gigabyte / 2, 7))), QStringLiteral("open"));
        QCOMPARE(code(w.tryLease(w.leaseFor(Gigabyte / 2, 7))), QStringLiteral("storage.full")); // metadata counts as room
        QCOMPARE(code(w.tryLease(w.leaseFor(Gigabyte / 2 - 100, 7))), QStringLiteral("open"));
        const auto fill = [&](const QString& network) {
            qint64 leased = 0;
            for (int i = 0; i < 20; ++i) {
                World::Stranger one;
                (void)w.hello(*one.key, w.salt, network);
                one.chequebook = w.chain.chequebookOf(one.key->address(), w.salt);
                leased += w.tryLease(w.leaseFor(Gigabyte - 1000, 7, &one)) ? 1 : 0;
            }
            return leased;
        };
        QCOMPARE(fill(QStringLiteral("10.0.0.1")), 1); // a quarter of the share, of which one has half already
        QCOMPARE(fill(QStringLiteral("10.0.0.2")), 2);
        QCOMPARE(fill(QStringLiteral("2001:db8::")), 2);
        QCOMPARE(fill(QStringLiteral("10.0.0.3")) + fill(QStringLiteral("10.0.0.4")) + fill(QStringLiteral("10.0.0.5")), 4); // ten in all
        w.limits.serveUnfunded = false;
        w.ledger->setLimits(w.limits);
        QCOMPARE(code(w.tryLease(w.leaseFor(1, 1))), QStringLiteral("customer.unfunded"));
    }
    void theShareHoldsSixtyAtOnce()
    {
        Small w;
        w.room.limit = 5 * Gigabyte;
        w.ledger->setRoom(w.room);
        std::atomic<int> opened = 0;
        std::atomic<int> answered = 0;
        std::promise<void> all;
        for (int i = 0; i < 60; ++i) {
            w.ledger->addLease(w.leaseFor(40'000'000, 7), "torrent", [&](const auto& outcome) {
                opened += outcome ? 1 : 0;
                if (++answered == 60)
                    all.set_value();
            });
        }
        all.get_future().wait();
        QCOMPARE(opened.load(), 1); // 64 MiB a key
        const LeaseRecord twice = w.leaseFor(1000, 7);
        std::promise<void> both;
        QList<Result<LeaseRecord>> outcomes;
        answered = 0;
        for (int i = 0; i < 3; ++i) {
            LeaseRecord again = twice;
            again.id = *LeaseId::fromRaw(randomBytes(32));
            w.ledger->addLease(again, "torrent", [&](const auto& outcome) {
                outcomes.append(outcome);
                if (++answered == 3)
                    both.set_value();
            });
        }
        both.get_future().wait();
        for (const auto& outcome : std::as_const(outcomes))
            QCOMPARE(outcome->id, outcomes.first()->id); // one content is one lease
        QCOMPARE(w.count("leases"), 2);
    }
    void aCoverIsGoodForAWeekOfAllTabs()
    {
        Small w(true);
        w.limits.serveUnfunded = false;
        w.ledger->setLimits(w.limits);
        const qint64 week = 7 * 86'400; // nano, of a GB
        w.setFunds(0, 10 * week);
        QCOMPARE(code(w.tryLease(w.leaseFor(11 * Gigabyte, 3650))), QStringLiteral("customer.unfunded"));
        QCOMPARE(code(w.tryLease(w.leaseFor(6 * Gigabyte, 3650))), QStringLiteral("open"));
        QCOMPARE(code(w.tryLease(w.leaseFor(6 * Gigabyte, 3650))), QStringLiteral("customer.unfunded"));
        QCOMPARE(code(w.tryLease(w.leaseFor(3 * Gigabyte, 3650))), QStringLiteral("open"));
        w.setFunds(0, 1000 * week);
        QCOMPARE(code(w.tryLease(w.leaseFor(92 * Gigabyte, 3650))), QStringLiteral("storage.full"));
        QCOMPARE(code(w.tryLease(w.leaseFor(89 * Gigabyte, 3650))), QStringLiteral("open"));
    }
    /// A reserve of dust bought a thousand leases of a byte with 700 kB of metadata each.
    void dustCoversNoMetadata()
    {
        Small w(true);
        w.limits.serveUnfunded = false;
        w.ledger->setLimits(w.limits);
        w.setFunds(0, 1'000); // nano; a week of 700 kB is 423
        int opened = 0;
        for (int i = 0; i < 50; ++i)
            opened += w.tryLease(w.leaseFor(1, 3650), QByteArray(700'000, 't')) ? 1 : 0;
        QCOMPARE(opened, 2);
    }
    /// A nano of cover took its leases' rows out of the bound on what the database grows by.
    void dustCoversNoGrowth()
    {
        Small w(true);
        w.setFunds(0, 1);
        int opened = 0;
        for (int i = 0; i < 8; ++i)
            opened += w.tryLease(w.leaseFor(1, 7), QByteArray(700'000, 't')) ? 1 : 0;
        QCOMPARE(opened, 1); // 1 MB a day and key
    }
    /// Nobody's lease closes because others, or the user's own delay to settle, keep it from being served.
    void aCapOfAllClosesNobodysLease()
    {
        World w(true);
        w.setFunds(0, 1'000'000'000'000);
        std::promise<Result<void>> longer;
        w.ledger->updateLease(w.lease.id, [](LeaseRecord& lease) { lease.end += 100 * SecondsPerDay * 1000; }, [&](auto outcome) { longer.set_value(outcome); });
        QVERIFY(longer.get_future().get());
        w.limits.exposureTotal = Amount::fromNano(0);
        w.ledger->setLimits(w.limits);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
        QVERIFY(w.run(20 * SecondsPerDay).isEmpty());
    }
    /// Free vouchers filled the table of accounts, and every newcomer was refused, funded ones too.
    void accountsOfStrangersAreBoundedForAnAddress()
    {
        Small w(true);
        int accepted = 0;
        constexpr int Keys = Ledger::MaxAccountsPerNetwork + 20;
        for (int i = 0; i < Keys; ++i) {
            World::Stranger one;
            (void)w.hello(*one.key, w.salt, QStringLiteral("10.0.0.9"));
            one.chequebook = w.chain.chequebookOf(one.key->address(), w.salt);
            accepted += w.submit(w.voucher(1, one), std::nullopt) ? 1 : 0;
        }
        QCOMPARE(accepted, Keys); // the oldest that paid nothing made room
        QVERIFY(w.count("accounts") <= Ledger::MaxAccountsPerNetwork);
        // Who has cover comes in from there too.
        (void)w.hello(w.customer, w.salt, QStringLiteral("10.0.0.9"));
        w.setFunds(0, 1'000'000'000);
        QCOMPARE(code(w.tryLease(w.leaseFor(1000, 7))), QStringLiteral("open"));
    }
    /// Two hundred keys that took a few bytes and signed for them, with nothing behind it, closed an address for good.
    void whoSignedForNothingMakesRoom()
    {
        World w(true, false);
        const auto use = [&] {
            const World::Stranger one = w.stranger(QStringLiteral("10.0.0.9"));
            w.ledger->meter(one.lease, 10);
            if (!w.submit(w.voucher(10, one), one.lease))
                qFatal("a voucher was refused");
            return one;
        };
        const auto sums = [&](qint64 earned) {
            const Money money = w.ledger->money();
            qint64 channels = 0;
            for (const auto& channel : w.ledger->channelMoney(1000))
                channels += channel.money.earned.nano();
            const auto history = *w.store->wait([&](Database& db) {
                return db.read([&] { return MachineHistory::earnings(db, GroupBy::Customer, lastDays(90, w.clock.now(), QTimeZone::utc()), w.clock.now()).total().nano(); });
            });
            return money.earned.nano() == earned && money.settled.nano() + money.secured.nano() + money.pending.nano() + money.bounced.nano() == earned
                && channels == earned && history == earned && w.entrySum() == earned;
        };
        const World::Stranger rich = use(); // a settlement would pay for it
        w.read(rich, 5);
        w.prune(rich.lease);
        const World::Stranger first = use();
        w.read(first);
        w.prune(first.lease);
        (void)w.run(60); // those that come now are younger
        constexpr int More = Ledger::MaxAccountsPerNetwork + 20;
        for (int i = 0; i < More; ++i) {
            const World::Stranger one = use();
            w.read(one);
            w.prune(one.lease);
        }
        QVERIFY(w.count("accounts") <= Ledger::MaxAccountsPerNetwork + 1); // and all others in one
        QVERIFY(w.ledger->channelMoney(1000).size() <= Ledger::MaxAccountsPerNetwork + 1);
        const auto knows = [&](const World::Stranger& one) {
            const auto channels = w.ledger->channelMoney(1000);
            return std::any_of(channels.begin(), channels.end(), [&](const auto& channel) { return channel.chequebook == one.chequebook; });
        };
        QVERIFY(knows(rich));
        QVERIFY(w.ledger->channelMoney(1000).last().chequebook.isNull()); // no page of vouchers is short of it
        QVERIFY(!knows(first));
        QVERIFY(sums((More + 2) * 10));
        w.open();
        QVERIFY(sums((More + 2) * 10));
        // Who comes back is who it was: it uses nothing twice for one voucher.
        QVERIFY(w.hello(*first.key, w.salt, QStringLiteral("10.0.0.9")));
        QVERIFY(w.submit(w.voucher(10, first), std::nullopt)->raised);
        QCOMPARE(w.ledger->debt(first.chequebook).nano(), 0);
        QVERIFY(knows(first) && sums((More + 2) * 10));
        // A day later they are gone, but for what is worth something.
        (void)w.run(SecondsPerDay + 600);
        for (const auto& channel : w.ledger->channelMoney(1000)) {
            World::Stranger one;
            one.chequebook = channel.chequebook;
            w.read(one, one.chequebook == rich.chequebook ? 5 : 0);
        }
        w.prune();
        QCOMPARE(w.count("accounts"), 2);
        QVERIFY(knows(rich) && sums((More + 2) * 10));
        QCOMPARE(w.ledger->money().pending.nano(), (More + 2) * 10);
        w.open();
        QVERIFY(sums((More + 2) * 10));
    }
    void aTabThatLostItsCoverGoesOnForThreeDays()
    {
        Small w(true);
        const qint64 week = 7 * 86'400;
        w.setFunds(0, 30 * week);
        const auto large = w.tryLease(w.leaseFor(20 * Gigabyte, 3650));
        const auto small = w.tryLease(w.leaseFor(Gigabyte / 10, 3650));
        QVERIFY(large && small);
        QVERIFY(w.run(Hour).isEmpty());
        w.setFunds(0, 0);
        QVERIFY(w.run(Hour).isEmpty());
        QCOMPARE(w.ledger->lease(large->id)->cover, LeaseCover::Lost);
        w.setFunds(0, 30 * week);
        QVERIFY(w.run(Hour).isEmpty());
        QCOMPARE(w.ledger->lease(large->id)->cover, LeaseCover::Covered); // money came back in time
        w.setFunds(0, 0);
        QVERIFY(w.run(3 * SecondsPerDay).isEmpty());
        const auto closings = w.run(4 * Hour);
        QCOMPARE(reasons(closings), QList { LeaseEnd::NoRoom });
        QCOMPARE(closings.first().lease, large->id);
        QCOMPARE(w.ledger->lease(small->id)->cover, LeaseCover::Unfunded); // the share has room for it
    }
    void whatStrangersDoNotFillCloses()
    {
        Small w;
        LeaseRecord filling = w.leaseFor(Gigabyte / 2, 7);
        filling.state = LeaseState::Filling;
        filling.start = 0;
        const auto lease = w.tryLease(filling);
        QVERIFY(lease);
        const qint64 allowed = filling.size * 8 / 256'000;
        QVERIFY(w.run(allowed - 600).isEmpty());
        QVERIFY(w.run(10 * Hour, false).isEmpty()); // only time in which the provider was ready for it
        QCOMPARE(reasons(w.run(1200)), QList { LeaseEnd::Unfilled });
    }
    void strangersRowsAreBoundedAndForgotten()
    {
        Small w;
        // 300 leases of a byte with 700 kB of metadata each made 210 MB that were shown as 300 bytes.
        int opened = 0;
        for (int i = 0; i < 300; ++i)
            opened += w.tryLease(w.leaseFor(1, 7), QByteArray(700'000, 't')) ? 1 : 0;
        QCOMPARE(opened, 1); // 1 MB a day and key
        QVERIFY(w.run(SecondsPerDay + 600).isEmpty());
        QVERIFY(w.tryLease(w.leaseFor(1, 7), QByteArray(700'000, 't')));
        // A thousand keys that sign and use nothing leave nothing behind.
        const qint64 before = w.count("accounts");
        for (int i = 0; i < 50; ++i) {
            World::Stranger one;
            QVERIFY(w.hello(*one.key, w.salt, QStringLiteral("10.0.1.%1").arg(i)));
            one.chequebook = w.chain.chequebookOf(one.key->address(), w.salt);
            QVERIFY(w.submit(w.voucher(1'000'000, one), std::nullopt)->raised);
        }
        QCOMPARE(w.count("accounts"), before + 50);
        (void)w.run(SecondsPerDay + 600);
        w.ledger->prune(w.clock.now());
        w.store->drain();
        QCOMPARE(w.count("accounts"), before);
        QCOMPARE(w.count("vouchers"), 0);
        QCOMPARE(w.count("channels"), 0);
    }
};

QTEST_GUILESS_MAIN(RoomTest)
#include "room_test.moc"
