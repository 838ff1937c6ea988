// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/crypto/keccak.h"
#include "services/common/history/machinehistory.h"
#include "services/engine/market/ledger.h"

#include <QTemporaryDir>
#include <QTest>
#include <future>

namespace surplus {

/// One ledger on a real file, one customer with one lease.
struct World {
    QTemporaryDir dir;
    ManualClock clock { 1'800'000'000'000 };
    ChainSpec chain;
    SecretKey machineKey = SecretKey::generate();
    SecretKey customer = SecretKey::generate();
    Hash32 salt = randomHash();
    Address beneficiary = SecretKey::generate().address();
    CreditLimits limits = [] {
        CreditLimits standard;
        standard.serveUnfunded = true;
        return standard;
    }();
    RoomLimits room;
    qint64 running = 1'000'000; ///< the engine's running time, s
    std::unique_ptr<StoreWorker> store;
    std::unique_ptr<Ledger> ledger;
    LeaseRecord lease;

    [[nodiscard]] Moment moment() const { return { clock.now(), running * 1000, 0 }; }
    [[nodiscard]] MachineId machine() const { return machineIdOf(machineKey.publicKey()); }
    [[nodiscard]] Address chequebook() const { return chain.chequebookOf(customer.address(), salt); }

    /// `real`: on a chain, so that the caps apply; else the trial network's.
    explicit World(bool real = false, bool withLease = true)
    {
        chain = ChainSpec::local();
        if (real)
            chain.chainId = 100;
        open();
        if (!withLease)
            return;
        (void)hello(customer, salt);
        lease = addLease(1'000'000'000);
    }
    void open()
    {
        ledger.reset();
        store.reset();
        auto file = Database::open(dir.filePath(QStringLiteral("l.db")), Database::Durability::Full,
            Ledger::migrations() + QList<Migration> { { 100, MachineHistory::schema() } });
        if (!file)
            qFatal("%s", qPrintable(file.error().message));
        store = std::make_unique<StoreWorker>(std::move(*file));
        auto opened = Ledger::open(*store, chain, machine(), clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        ledger = std::move(*opened);
        ledger->setBeneficiary(beneficiary);
        ledger->setLimits(limits);
        ledger->setRoom(room);
        ledger->beginAt(running);
    }
    Result<AccountView> hello(const SecretKey& key, const Hash32& with, const QString& network = QStringLiteral("10.0.0.1"))
    {
        return ledger->openAccount(key.address(), with, Network(network));
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
        const auto added = tryLease(leaseFor(1'000'000'000, 7, &made));
        if (!added)
            return std::nullopt;
        made.lease = added->id;
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
    [[nodiscard]] LeaseRecord leaseFor(qint64 size, qint64 days, const Stranger* of = nullptr) const
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
        record.end = clock.now() + days * SecondsPerDay * 1000;
        record.keepPrice = Amount::fromNano(86'400); // one nano per GB and second
        record.retrievePrice = Amount::fromNano(1'000'000'000); // one nano a byte
        return record;
    }
    Result<LeaseRecord> tryLease(const LeaseRecord& record, const QByteArray& torrent = "torrent")
    {
        std::promise<Result<LeaseRecord>> done;
        ledger->addLease(record, torrent, [&](auto outcome) { done.set_value(outcome); });
        return done.get_future().get();
    }
    LeaseRecord addLease(qint64 size, const Stranger* of = nullptr)
    {
        const auto added = tryLease(leaseFor(size, 7, of));
        if (!added)
            qFatal("the lease could not be added: %s", qPrintable(added.error().message));
        return *added;
    }
    bool close(const LeaseId& id, LeaseEnd why = LeaseEnd::ByCustomer)
    {
        std::promise<bool> done;
        ledger->closeLease(id, why, [](const LeaseRecord&) { return true; }, [&](const auto& closed) { done.set_value(closed && *closed); });
        return done.get_future().get();
    }
    /// Lets `seconds` of running time go by in steps of ten minutes. Gives what is to be closed in the end.
    QList<Ledger::Closing> run(qint64 seconds, bool serving = true)
    {
        QList<Ledger::Closing> closings;
        for (const qint64 end = running + seconds; running < end;) {
            const qint64 step = std::min<qint64>(600, end - running);
            running += step;
            clock.advance(step * 1000);
            closings = ledger->advance(moment(), serving);
        }
        return closings;
    }
    void setFunds(qint64 settled, qint64 assured, qint64 bounced = 0)
    {
        ledger->setFunds({ { { chequebook(), beneficiary }, { Amount::fromNano(settled), Amount::fromNano(assured), Amount::fromNano(bounced) } } });
        store->drain();
    }
    /// The chain has nothing of `stranger` but what its chequebook has in it for everybody.
    void read(const Stranger& stranger, qint64 free = 0)
    {
        ChannelFunds funds;
        funds.free = Amount::fromNano(free);
        ledger->setFunds({ { { stranger.chequebook, beneficiary }, funds } });
        store->drain();
    }
    /// Closes its lease, if it has one, and lets the ledger clean up.
    void prune(const std::optional<LeaseId>& closed = {})
    {
        if (closed)
            (void)close(*closed);
        ledger->prune(clock.now());
        store->drain();
    }
    void flush()
    {
        ledger->flush();
        store->drain();
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
    Result<VoucherOutcome> submit(const Voucher& v, std::optional<LeaseId> used = {})
    {
        std::promise<Result<VoucherOutcome>> done;
        ledger->submit(v, used.value_or(lease.id), [&](auto outcome) { done.set_value(outcome); });
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
inline QString code(const Result<VoucherOutcome>& outcome) { return outcome ? QStringLiteral("accepted") : outcome.error().code; }

} // namespace surplus
