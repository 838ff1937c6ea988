// SPDX-License-Identifier: GPL-3.0-or-later
// MONEY.md, "Accepting a voucher" and "Serving on credit", sentence by sentence.
#include "services/common/crypto/keccak.h"
#include "services/common/history/machinehistory.h"
#include "services/engine/market/ledger.h"

#include <QTemporaryDir>
#include <QTest>
#include <future>

using namespace surplus;

class LedgerTest : public QObject {
    Q_OBJECT

    /// One ledger on a real file, one customer with one lease.
    struct World {
        QTemporaryDir dir;
        ManualClock clock { 1'800'000'000'000 };
        ChainSpec chain = ChainSpec::local();
        SecretKey machineKey = SecretKey::generate();
        SecretKey customer = SecretKey::generate();
        Hash32 salt = randomHash();
        Address beneficiary = SecretKey::generate().address();
        std::unique_ptr<StoreWorker> store;
        std::unique_ptr<Ledger> ledger;
        LeaseRecord lease;

        [[nodiscard]] MachineId machine() const { return machineIdOf(machineKey.publicKey()); }
        [[nodiscard]] Address chequebook() const { return chain.chequebookOf(customer.address(), salt); }

        World()
        {
            open();
            (void)hello(customer, salt);
            lease = addLease(1'000'000'000);
        }
        void open()
        {
            ledger.reset();
            store.reset();
            store = std::make_unique<StoreWorker>(*Database::open(dir.filePath(QStringLiteral("l.db")), Database::Durability::Full, Ledger::migrations() + QList<Migration> { { 8, MachineHistory::schema() } }));
            ledger = *Ledger::open(*store, chain, machine(), clock);
            ledger->setBeneficiary(beneficiary);
            CreditLimits limits;
            limits.serveUnfunded = true;
            ledger->setLimits(limits);
        }
        Result<AccountView> hello(const SecretKey& key, const Hash32& with, const QString& network = QStringLiteral("10.0.0.1"))
        {
            return ledger->openAccount(key.address(), with, network);
        }
        /// Another customer, with a lease of its own.
        struct Stranger {
            std::shared_ptr<SecretKey> key = std::make_shared<SecretKey>(SecretKey::generate());
            Address chequebook;
            LeaseId lease;
        };
        std::optional<Stranger> tryStranger(const QString& network = QStringLiteral("10.0.0.1"))
        {
            Stranger made;
            if (!hello(*made.key, salt, network))
                return std::nullopt;
            made.chequebook = chain.chequebookOf(made.key->address(), salt);
            made.lease = addLease(1'000'000'000, &made).id;
            return made;
        }
        Stranger stranger(const QString& network = QStringLiteral("10.0.0.1")) { return *tryStranger(network); }
        qint64 count(const char* table)
        {
            return *store->wait([&](Database& db) -> Result<qint64> {
                Statement select = db.prepare((QByteArray("SELECT COUNT(*) FROM ") + table).constData());
                select.step();
                return select.integer(0);
            });
        }
        LeaseRecord addLease(qint64 size, const Stranger* of = nullptr)
        {
            LeaseRecord record;
            record.id = *LeaseId::fromRaw(randomBytes(32));
            record.chequebook = of ? of->chequebook : chequebook();
            record.customer = of ? of->key->address() : customer.address();
            record.content = *InfoHash::fromRaw(randomBytes(32));
            record.size = size;
            record.state = LeaseState::Stored;
            record.created = clock.now();
            record.start = clock.now();
            record.keepPrice = Amount::fromNano(86'400); // one nano per GB and second
            record.retrievePrice = Amount::fromNano(1'000'000'000); // one nano a byte
            std::promise<Result<void>> done;
            ledger->addLease(record, "torrent", [&](auto outcome) { done.set_value(outcome); });
            if (!done.get_future().get())
                qFatal("the lease could not be added");
            return record;
        }
        Voucher voucher(qint64 nano) const
        {
            Voucher v { chequebook(), beneficiary, machine(), chain.toBaseUnits(Amount::fromNano(nano)), {} };
            v.sign(chain.chainId, customer);
            return v;
        }
        Voucher voucher(qint64 nano, const Stranger& by) const
        {
            Voucher v { by.chequebook, beneficiary, machine(), chain.toBaseUnits(Amount::fromNano(nano)), {} };
            v.sign(chain.chainId, *by.key);
            return v;
        }
        Result<VoucherOutcome> submit(const Voucher& v, bool first = false, std::optional<LeaseId> used = {})
        {
            std::promise<Result<VoucherOutcome>> done;
            ledger->submit(v, used.value_or(lease.id), first, [&](auto outcome) { done.set_value(outcome); });
            return done.get_future().get();
        }
        QList<QPair<QString, qint64>> entries()
        {
            return *store->wait([&](Database& db) -> Result<QList<QPair<QString, qint64>>> {
                QList<QPair<QString, qint64>> list;
                Statement select = db.prepare("SELECT kind, nano, at IS NULL FROM entries ORDER BY seq");
                while (select.step())
                    list.append({ select.text(0) + (select.integer(2) ? QStringLiteral("*") : QString()), select.integer(1) });
                return list;
            });
        }
        qint64 entrySum()
        {
            qint64 sum = 0;
            for (const auto& [kind, nano] : entries())
                sum += nano;
            return sum;
        }
    };
    static QString code(const Result<VoucherOutcome>& outcome) { return outcome ? QStringLiteral("accepted") : outcome.error().code; }

private Q_SLOTS:
    void rule1_onlyForThisChannelAndByTheIssuer()
    {
        World w;
        const Voucher good = w.voucher(100);
        Voucher v = good;
        v.machine = *MachineId::fromRaw(randomBytes(32));
        v.sign(w.chain.chainId, w.customer);
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.machine"));
        v = good;
        v.beneficiary = w.customer.address();
        v.sign(w.chain.chainId, w.customer);
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.beneficiary"));
        v = good;
        v.chequebook = w.chain.chequebookOf(w.customer.address(), randomHash());
        v.sign(w.chain.chainId, w.customer);
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.chequebook"));
        v = good;
        v.sign(w.chain.chainId + 1, w.customer); // signed for another chain
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.signature"));
        v = good;
        v.sign(w.chain.chainId, w.machineKey); // by somebody else
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.signature"));
        v = good;
        v.cumulative += 1; // not what was signed, and no whole nano
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.amount"));
        v = good;
        v.cumulative = std::numeric_limits<U256>::max() - std::numeric_limits<U256>::max() % U256(1'000'000'000);
        v.sign(w.chain.chainId, w.customer);
        QCOMPARE(code(w.submit(v)), QStringLiteral("voucher.amount"));
        QCOMPARE(w.ledger->money(), Money());
        QCOMPARE(w.entries().size(), 0);
        QCOMPARE(code(w.submit(good)), QStringLiteral("accepted"));
    }
    void rule2_largerIsAcceptedEqualOrSmallerIsAnsweredWithTheHighest()
    {
        World w;
        QVERIFY(w.submit(w.voucher(1000))->raised); // nothing was used: prepaid
        for (const qint64 nano : { 1000, 10 }) {
            const auto outcome = w.submit(w.voucher(nano));
            QVERIFY(outcome);
            QVERIFY(!outcome->raised);
            QCOMPARE(*outcome->account.highest, w.voucher(1000)); // signature included
        }
        QCOMPARE(w.ledger->money().earned.nano(), 1000);
        QCOMPARE(w.entries(), (QList<QPair<QString, qint64>> { { QStringLiteral("prepaid"), 1000 } }));
        // Prepaid is consumed first: using 600 leaves a credit of 400 and no new row.
        w.ledger->meter(w.lease.id, 600);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), -400);
        w.ledger->meter(w.lease.id, 600);
        QVERIFY(w.submit(w.voucher(1200))->raised);
        QCOMPARE(w.entries().last(), qMakePair(QStringLiteral("retrieve"), qint64(200)));
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 0);
        QCOMPARE(w.entrySum(), 1200);
    }
    void rule3_aJumpAtTheStartOfASessionIsRecoveredWithoutADate()
    {
        World w;
        QVERIFY(w.submit(w.voucher(700), true)->raised); // this ledger was lost; the customer holds 700
        QCOMPARE(w.entries(), (QList<QPair<QString, qint64>> { { QStringLiteral("recovered*"), 700 } }));
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 0); // it was used then: no credit now
        w.ledger->meter(w.lease.id, 50);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 50);
        QVERIFY(w.submit(w.voucher(750))->raised);
        QCOMPARE(w.entries().last(), qMakePair(QStringLiteral("retrieve"), qint64(50)));
    }
    void rule4_attributionAddsUpExactly()
    {
        World w;
        const LeaseRecord other = w.addLease(2'000'000'000);
        qint64 promised = 0;
        for (int round = 1; round <= 200; ++round) {
            w.ledger->meter(w.lease.id, round * 37 % 1000);
            w.ledger->meter(other.id, round * 91 % 777);
            w.ledger->coverKept(other.id, round * 3);
            promised += round * 53 % 1500;
            QVERIFY(w.submit(w.voucher(promised), round % 50 == 0));
        }
        QCOMPARE(w.entrySum(), w.ledger->money().earned.nano());
        QCOMPARE(w.ledger->money().earned.nano(), promised);
        for (const auto& [kind, nano] : w.entries())
            QVERIFY(nano > 0);
        const Money money = w.ledger->money();
        QCOMPARE(money.earned.nano(), money.settled.nano() + money.secured.nano() + money.pending.nano() + money.bounced.nano());
    }
    void rule5_whatIsAcknowledgedIsDurable()
    {
        World w;
        w.ledger->meter(w.lease.id, 500);
        QVERIFY(w.submit(w.voucher(500))->raised);
        const QString epoch = w.ledger->epoch();
        w.open(); // as after a crash: nothing was closed in order
        QCOMPARE(w.ledger->money().earned.nano(), 500);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 0); // the use that it paid was written with it
        QCOMPARE(w.ledger->epoch(), epoch);
        const auto view = w.hello(w.customer, w.salt);
        QCOMPARE(*view->highest, w.voucher(500));
        QCOMPARE(w.entrySum(), 500);
    }
    void rule5_commitsAreGroupedWhileOneSyncs()
    {
        World w;
        w.ledger->setCommitDelay(20);
        constexpr int Vouchers = 400;
        std::atomic<int> answered = 0;
        std::promise<void> all;
        for (int i = 1; i <= Vouchers; ++i) {
            w.ledger->submit(w.voucher(i), w.lease.id, false, [&](const auto&) {
                if (++answered == Vouchers)
                    all.set_value();
            });
        }
        QCOMPARE(all.get_future().wait_for(std::chrono::seconds(60)), std::future_status::ready);
        QCOMPARE(w.count("vouchers"), qint64(Vouchers)); // each accepted voucher is archived
        QCOMPARE(w.ledger->money().earned.nano(), Vouchers);
        // What waited while one commit synced went into the next: far fewer commits than vouchers.
        QVERIFY2(w.ledger->commits() < Vouchers / 4, qPrintable(QString::number(w.ledger->commits())));
    }
    void rule6_theArchiveIsThinnedAfterThirtyDays()
    {
        World w;
        for (int i = 1; i <= 20; ++i) {
            QVERIFY(w.submit(w.voucher(i)));
            w.clock.advance(60'000);
        }
        const auto archived = [&] { return w.count("vouchers"); };
        w.ledger->prune();
        QCOMPARE(archived(), 20);
        w.clock.advance(31 * SecondsPerDay * 1000);
        w.ledger->prune();
        const qint64 left = archived();
        QVERIFY2(left >= 2 && left <= 3, qPrintable(QString::number(left))); // 20 minutes touch two or three quarter hours
        w.open();
        QCOMPARE(w.ledger->money().earned.nano(), 20);
    }
    void serviceStopsAtTheWindowAndGoesOnWhenPaid()
    {
        World w;
        const qint64 window = CreditLimits().firstWindow;
        QCOMPARE(w.ledger->meter(w.lease.id, window - 1), Service::Go);
        QCOMPARE(w.ledger->meter(w.lease.id, 1), Service::Wait);
        QVERIFY(w.submit(w.voucher(window / 2))->raised);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        // The window grows with what was paid, up to its bound.
        QVERIFY(w.submit(w.voucher(window))->raised);
        qint64 served = 0;
        while (w.ledger->meter(w.lease.id, 65536) == Service::Go)
            served += 65536;
        QVERIFY(served > window);
        QVERIFY(served < 2 * window);
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
        World w;
        CreditLimits limits; // nobody without a reserve
        w.ledger->setLimits(limits);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
        const auto funds = [&](qint64 settled, qint64 assured, qint64 bounced) {
            w.ledger->setFunds({ { { w.chequebook(), w.beneficiary }, { Amount::fromNano(settled), Amount::fromNano(assured), Amount::fromNano(bounced), w.clock.now() } } });
        };
        constexpr qint64 Reserve = 1'000'000; // bytes' worth, less than the first window
        funds(0, Reserve, 0);
        QCOMPARE(w.ledger->meter(w.lease.id, Reserve - 1), Service::Go);
        QVERIFY(w.ledger->meter(w.lease.id, 1) != Service::Go);
        // A voucher turns what is owed into what is promised: the reserve is used up all the same.
        QVERIFY(w.submit(w.voucher(Reserve))->raised);
        QCOMPARE(w.ledger->money().secured.nano(), Reserve);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
        funds(0, 3 * Reserve, 0);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        funds(Reserve, Reserve, 0); // settled: the reserve is free for more
        QCOMPARE(w.ledger->money().settled.nano(), Reserve);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        funds(Reserve / 2, 0, Reserve / 2);
        QCOMPARE(w.ledger->money().bounced.nano(), Reserve / 2);
        limits.serveUnfunded = true;
        w.ledger->setLimits(limits);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused); // who has bounced is served no more
        // It is written down, and a reserve that was not seen for six days counts no longer.
        funds(Reserve / 2, Reserve, 0);
        w.store->drain();
        w.open();
        QCOMPARE(w.ledger->money().secured.nano(), Reserve - Reserve / 2);
        w.clock.advance(6 * SecondsPerDay * 1000);
        w.ledger->dropStaleFunds();
        QCOMPARE(w.ledger->money().secured.nano(), 0);
        QCOMPARE(w.ledger->money().settled.nano(), Reserve / 2); // what was paid out stays
        // The bound on all that is exposed holds for the funded too.
        limits.exposurePerCustomer = Amount::fromNano(Reserve / 4);
        funds(Reserve / 2, 100 * Reserve, 0);
        w.ledger->setLimits(limits);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
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
    void strangersAreCapped()
    {
        World w;
        CreditLimits limits;
        w.ledger->setLimits(limits); // unfunded customers not allowed
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
        limits.serveUnfunded = true;
        limits.unfundedPerCustomer = Amount::fromNano(1000);
        w.ledger->setLimits(limits);
        QVERIFY(w.submit(w.voucher(999)));
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
        QVERIFY(w.submit(w.voucher(1000))); // accepted, whatever the cap: only service ends
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
        limits.unfundedPerCustomer = Amount::fromNano(1'000'000);
        limits.unfundedPerAddress = Amount::fromNano(1000);
        w.ledger->setLimits(limits);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
        QVERIFY(w.hello(w.customer, w.salt, QStringLiteral("10.0.0.2"))); // it comes from elsewhere with its own exposure
        QCOMPARE(w.ledger->service(w.lease.id), Service::Refused);
    }
    void abruptLossesAreForgivenWithinBounds()
    {
        World w;
        w.ledger->meter(w.lease.id, 3'000'000);
        QCOMPARE(w.ledger->forgive(w.lease.id, 0), 0); // who never paid is nobody yet
        QVERIFY(w.submit(w.voucher(3'000'000)));
        w.ledger->meter(w.lease.id, 3'000'000);
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
    void newKeysShareOneAllowance()
    {
        World w;
        const qint64 allowance = CreditLimits().firstWindow * Ledger::StrangerWindows;
        qint64 served = 0;
        QList<World::Stranger> strangers;
        for (int i = 0; i < 20; ++i) {
            strangers.append(w.stranger());
            const LeaseId lease = strangers.last().lease;
            while (w.ledger->service(lease) == Service::Go) {
                w.ledger->meter(lease, 65536);
                served += 65536;
            }
            QCOMPARE(w.ledger->forgive(lease, 0), 0);
        }
        QVERIFY2(served <= allowance + 65536, qPrintable(QString::number(served)));
        // One nano does not buy a window, and paying first does.
        World::Stranger& last = strangers.last();
        QVERIFY(w.submit(w.voucher(1, last), false, last.lease));
        QCOMPARE(w.ledger->meter(last.lease, 16384), Service::Wait);
        QVERIFY(w.submit(w.voucher(1'000'000, last), false, last.lease));
        QCOMPARE(w.ledger->service(last.lease), Service::Go);
        // Elsewhere nobody is hindered, nor is one with a history here.
        QCOMPARE(w.ledger->service(w.stranger(QStringLiteral("10.0.0.9")).lease), Service::Go);
        QVERIFY(w.submit(w.voucher(5'000'000)));
        w.ledger->meter(w.lease.id, 6'000'000);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go);
    }
    void noOtherSignatureIsAVoucher()
    {
        World w;
        const quint64 chain = w.chain.chainId;
        const Voucher good = w.voucher(100);
        const auto withSignature = [&](const Signature& signature) {
            Voucher v = good;
            v.signature = signature;
            return code(w.submit(v));
        };
        const Hash32 a = randomHash();
        const Hello hello { a, a, w.machine(), w.beneficiary, a };
        const Welcome welcome { a, a, w.machine(), w.beneficiary, a };
        const Quote quote { w.customer.address(), w.machine(), Amount::fromNano(1), Amount::fromNano(1), 5, {} };
        const LeaseTerms terms { w.lease.id, w.customer.address(), w.machine(), w.lease.content, 1, 5, Amount::fromNano(1), Amount::fromNano(1), {} };
        for (const Hash32& digest : { hello.digest(chain), welcome.digest(chain), quote.digest(chain), terms.digest(chain) })
            QCOMPARE(withSignature(w.customer.sign(digest)), QStringLiteral("voucher.signature"));
        // Malleated: s and n − s are valid for ECDSA alike, only the low one is for us; so are other ways to write v.
        const QByteArray raw = good.signature.raw();
        const U256 order("0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141");
        const U256 highS = order - *fromBigEndian32(raw.mid(32, 32));
        for (const char v : { '\x1b', '\x1c' })
            QCOMPARE(withSignature(*Signature::fromRaw(raw.left(32) + toBigEndian32(highS) + v)), QStringLiteral("voucher.signature"));
        for (const char v : { '\0', '\1', '\x1d', '\x7f' })
            QCOMPARE(withSignature(*Signature::fromRaw(raw.left(64) + v)), QStringLiteral("voucher.signature"));
        QCOMPARE(withSignature(Signature()), QStringLiteral("voucher.signature"));
        QCOMPARE(w.ledger->money(), Money());
        // Replayed a hundred times it counts once.
        for (int i = 0; i < 100; ++i)
            QCOMPARE(w.submit(good)->raised, i == 0);
        QCOMPARE(w.ledger->money().earned.nano(), 100);
        QCOMPARE(w.entrySum(), 100);
    }
    void guestsAreBoundedAndWriteNothing()
    {
        World w;
        const qint64 written = w.count("accounts");
        for (int i = 0; i < Ledger::MaxGuests + 50; ++i)
            QVERIFY(w.ledger->openAccount(w.customer.address(), randomHash(), QStringLiteral("10.0.0.7")));
        QCOMPARE(w.count("accounts"), written);
        QCOMPARE(w.ledger->service(w.lease.id), Service::Go); // whoever has a lease is not pushed out
        // From one network only so many make it into the database.
        int admitted = 0;
        for (int i = 0; i < Ledger::MaxAccountsPerNetwork + 20; ++i)
            admitted += w.tryStranger(QStringLiteral("10.0.0.8")) ? 1 : 0;
        QCOMPARE(admitted, Ledger::MaxAccountsPerNetwork);
        QVERIFY(w.tryStranger(QStringLiteral("10.0.0.9")));
    }
    void entriesGoAfterAWeekAndTheHistoryStays()
    {
        World w;
        const UtcMs start = w.clock.now();
        for (int i = 1; i <= 20; ++i) {
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
        w.ledger->prune();
        QVERIFY(w.entrySum() < 100 && w.entrySum() > 0);
        QCOMPARE(history(), 200);
        QVERIFY(w.clock.now() > start);
        w.clock.advance(30 * SecondsPerDay * 1000);
        w.ledger->prune();
        QCOMPARE(w.count("entries"), 0);
        QCOMPARE(history(), 200);
        QCOMPARE(w.ledger->money().earned.nano(), 200);
    }
    void closedLeasesAndEmptyAccountsGo()
    {
        World w;
        w.ledger->meter(w.lease.id, 500);
        const auto close = [&](const LeaseId& id) {
            std::promise<Result<void>> done;
            w.ledger->updateLease(id, [](LeaseRecord& lease) { lease.state = LeaseState::Closed; }, [&](auto outcome) { done.set_value(outcome); });
            QVERIFY(done.get_future().get());
        };
        const World::Stranger stranger = w.stranger();
        close(stranger.lease);
        close(w.lease.id);
        w.ledger->prune();
        QCOMPARE(w.count("leases"), 1); // one is not paid
        QCOMPARE(w.count("accounts"), 1); // the stranger has nothing left here
        QVERIFY(w.submit(w.voucher(500)));
        w.ledger->prune();
        QCOMPARE(w.count("leases"), 0);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 0);
        QCOMPARE(w.ledger->totals().retrieved, 500);
        w.open();
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 0);
        QCOMPARE(w.ledger->totals().retrieved, 500);
        QCOMPARE(w.ledger->money().earned.nano(), 500);
        // It goes on with a new lease, paid from zero.
        w.lease = w.addLease(1000);
        w.ledger->meter(w.lease.id, 70);
        QCOMPARE(w.ledger->debt(w.chequebook()).nano(), 70);
    }
    void aNewPayoutAddressOpensANewChannelAndKeepsTheOld()
    {
        World w;
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
    void aLedgerOfAnotherMachineIsRefused()
    {
        World w;
        w.ledger.reset();
        const auto opened = Ledger::open(*w.store, w.chain, *MachineId::fromRaw(randomBytes(32)), w.clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("ledger.foreign"));
    }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "ledger_test.moc"
