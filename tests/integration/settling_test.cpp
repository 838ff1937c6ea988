// SPDX-License-Identifier: GPL-3.0-or-later
// Settling on a real chain (Anvil) where something comes in between: another transaction, a damaged record, a switch that is
// turned, a token of other decimals. Customers are keys of the test's own; no engine is needed.
#include "services/common/crypto/keccak.h"
#include "services/common/history/historystore.h"
#include "services/dashboard/settlement/autosettler.h"
#include "tests/support/anvil.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace surplus;
using namespace surplus::test;

namespace {
constexpr qint64 Token = NanoPerToken;
Amount tokens(double number) { return Amount::fromNano(qRound64(number * Token)); }

/// A customer with a chequebook, and what it signs for `payout`.
struct Customer {
    Anvil& anvil;
    SecretKey key = SecretKey::generate();
    MachineId machine = *MachineId::fromRaw(randomBytes(32));
    Address payout;
    Address chequebook;

    Customer(Anvil& chain, const Address& to, double deposit) : anvil(chain), payout(to)
    {
        chequebook = anvil.config.spec.chequebookOf(key.address(), Hash32());
        anvil.send(anvil.config.spec.factory, contracts::deploy(key.address(), Hash32()));
        if (deposit > 0)
            anvil.giveTokens(chequebook, tokens(deposit));
    }
    [[nodiscard]] Voucher sign(double amount) const
    {
        Voucher voucher { chequebook, payout, machine, anvil.config.spec.coveringUnits(tokens(amount)), {} };
        voucher.sign(anvil.config.spec.chainId, key);
        return voucher;
    }
    [[nodiscard]] Settleable channel(double highest, double earned, std::optional<double> covering = {}) const
    {
        Settleable channel(sign(highest));
        channel.earned = tokens(earned);
        if (covering)
            channel.covering = sign(*covering);
        return channel;
    }
};

/// Whoever is paid, with what it remembers.
struct Payee {
    QTemporaryDir dir;
    SecretKey key = SecretKey::generate();
    SystemClock clock;
    EvmClient client;
    std::unique_ptr<Database> database = std::move(*Database::open(dir.filePath(QStringLiteral("s.db")), Database::Durability::Full, Settler::migrations()));
    Settler settler { *database, client, clock };

    explicit Payee(Anvil& anvil) : client(anvil.config) { anvil.giveCoin(key.address()); }
    [[nodiscard]] Address address() const { return key.address(); }
    [[nodiscard]] Result<SettlementPlan> plan(const QList<Settleable>& channels, std::optional<Amount> rate = {})
    {
        return settler.plan(channels, address(), address(), rate);
    }
    [[nodiscard]] SettlementRecord newest() { return settler.records()->first(); }
    void confirm(Anvil& anvil)
    {
        for (int i = 0; i < 20; ++i) {
            const auto followed = settler.follow();
            QVERIFY2(followed, qPrintable(followed ? QString() : followed.error().message));
            if (!newest().isOpen())
                return;
            anvil.mine(1);
        }
        QFAIL("it is never confirmed");
    }
};
} // namespace

class SettlingTest : public QObject {
    Q_OBJECT
    Anvil m_anvil;

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_anvil.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void cleanup() { (void)m_anvil.ask("evm_setAutomine", { true }); }

    /// One confirmation decides nothing: a reorganisation may take the other transaction away again.
    void anotherTransactionIsFinalOnlyWhenItIsDeep()
    {
        Payee payee(m_anvil);
        const Customer customer(m_anvil, payee.address(), 10);
        const auto plan = payee.plan({ customer.sign(5) });
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
        (void)m_anvil.ask("evm_setAutomine", { false });
        QVERIFY(payee.settler.settle(*plan, payee.key));
        (void)m_anvil.ask("anvil_dropAllTransactions");
        const GasOffer gas { 50'000, plan->gas.maxFeePerGas, plan->gas.priorityFeePerGas };
        const auto other = prepareTransaction(payee.client, payee.key, m_anvil.deployer.address(), {}, gas);
        QVERIFY(other && payee.client.send(other->raw)); // the same nonce
        m_anvil.mine(1);
        QVERIFY(!payee.settler.follow().value());
        QCOMPARE(payee.newest().state, SettlementState::Signed);
        // The other one's block goes; ours is sent again and happens.
        (void)m_anvil.ask("anvil_reorg", { 1, QJsonArray() });
        (void)m_anvil.ask("anvil_dropAllTransactions");
        (void)m_anvil.ask("evm_setAutomine", { true });
        payee.confirm(m_anvil);
        QCOMPARE(payee.newest().state, SettlementState::Confirmed);
        QCOMPARE(m_anvil.tokens(payee.address()), tokens(5));
        // As deep as all else, it is final.
        const auto again = payee.plan({ customer.sign(6) });
        (void)m_anvil.ask("evm_setAutomine", { false });
        QVERIFY(again && payee.settler.settle(*again, payee.key));
        (void)m_anvil.ask("anvil_dropAllTransactions");
        const auto last = prepareTransaction(payee.client, payee.key, m_anvil.deployer.address(), {}, gas);
        QVERIFY(last && payee.client.send(last->raw));
        m_anvil.mine(m_anvil.config.confirmations);
        QVERIFY(payee.settler.follow().value());
        QCOMPARE(payee.newest().state, SettlementState::Superseded);
    }

    /// What is wrong with one record stops no other, and it doesn't wait for ever.
    void aDamagedRecordStopsNoOther()
    {
        Payee payee(m_anvil);
        QList<qint64> ids;
        for (int i = 0; i < 3; ++i) {
            const Customer customer(m_anvil, payee.address(), 10);
            const auto plan = payee.plan({ customer.sign(1) });
            QVERIFY(plan && payee.settler.settle(*plan, payee.key));
            ids.append(payee.newest().id);
            // All three are open at once: what was settled is not looked at before.
            QVERIFY(payee.database->transact([&] { payee.database->prepare("UPDATE settlements SET payout=? WHERE id=?").bind(randomBytes(20), ids.last()).run(); }));
        }
        const auto spoil = [&](qint64 id, const char* sql) { QVERIFY(payee.database->transact([&] { payee.database->prepare(sql).bind(id).run(); })); };
        spoil(ids[0], "UPDATE settlements SET pending='{', hash=x'11' WHERE id=?"); // nothing is known of it any more
        spoil(ids[1], "UPDATE settlements SET pending='{}' WHERE id=?"); // its hash is
        m_anvil.mine(m_anvil.config.confirmations);
        QVERIFY(payee.settler.follow().value());
        const auto stateOf = [&](qint64 id) {
            const auto all = payee.settler.records();
            for (const SettlementRecord& record : all.value()) {
                if (record.id == id)
                    return record.state;
            }
            return SettlementState::Expired;
        };
        QCOMPARE(stateOf(ids[0]), SettlementState::Damaged);
        QCOMPARE(stateOf(ids[1]), SettlementState::Confirmed);
        QCOMPARE(stateOf(ids[2]), SettlementState::Confirmed);
        QVERIFY(!payee.settler.follow().value());
        // The same for what is sent.
        Transfers transfers(*payee.database, payee.client, payee.clock);
        m_anvil.giveTokens(payee.address(), tokens(1));
        for (int i = 0; i < 2; ++i) {
            const auto sending = transfers.plan(payee.address(), m_anvil.deployer.address(), tokens(0.1));
            QVERIFY(sending && transfers.send(*sending, payee.key));
            QVERIFY(payee.database->transact([&] { payee.database->prepare("UPDATE transfers SET sender=?").bind(randomBytes(20)).run(); }));
        }
        const qint64 first = transfers.records()->last().id;
        spoil(first, "UPDATE transfers SET pending='', hash=x'' WHERE id=?");
        m_anvil.mine(m_anvil.config.confirmations);
        QVERIFY(transfers.follow().value());
        QCOMPARE(transfers.records()->last().state, SettlementState::Damaged);
        QCOMPARE(transfers.records()->first().state, SettlementState::Confirmed);
    }

    /// What was paid of a permission is shown while it is open, and once it has expired.
    void aPartlySettledTicketShowsWhatWasPaid()
    {
        Payee payee(m_anvil);
        const Customer customer(m_anvil, payee.address(), 3);
        const auto earlier = payee.plan({ customer.sign(1) });
        QVERIFY(earlier && payee.settler.settle(*earlier, payee.key));
        payee.confirm(m_anvil);
        const Customer second(m_anvil, payee.address(), 4);
        const auto plan = payee.plan({ customer.sign(5), second.sign(4) });
        QVERIFY(plan);
        QCOMPARE(plan->amount, tokens(6)); // 2 of 4, and 4
        const auto ticket = payee.settler.authorize(*plan, payee.key, {}, tokens(0.06), payee.clock.now() + 3'600'000);
        QVERIFY(ticket);
        QVERIFY(!payee.settler.follow().value());
        // A relayer cashes the one; a unit of the other is cashed under the same permission, and it stays good for the rest.
        Payee relayer(m_anvil);
        RelayTicket half = *ticket;
        const qsizetype of = half.vouchers[0].chequebook == second.chequebook ? 0 : 1;
        half.vouchers = { ticket->vouchers[of] };
        half.grants = { ticket->grants[of] };
        QVERIFY(relayer.settler.relay(half, relayer.key));
        relayer.confirm(m_anvil);
        m_anvil.mine(m_anvil.config.confirmations);
        QVERIFY(payee.settler.follow().value());
        QCOMPARE(payee.newest().state, SettlementState::Authorized);
        QCOMPARE(payee.newest().paid, tokens(4));
        half.vouchers = { ticket->vouchers[1 - of] };
        half.grants = { ticket->grants[1 - of] };
        QVERIFY(relayer.settler.relay(half, relayer.key)); // what is covered of it
        relayer.confirm(m_anvil);
        m_anvil.mine(m_anvil.config.confirmations);
        QVERIFY(payee.settler.follow().value());
        QCOMPARE(payee.newest().paid, tokens(6));
        m_anvil.giveTokens(customer.chequebook, tokens(2));
        QVERIFY(relayer.settler.relay(half, relayer.key)); // and the rest, later
        relayer.confirm(m_anvil);
        QCOMPARE(relayer.newest().paid, tokens(2));
        QCOMPARE(relayer.newest().skipped, 0);
        m_anvil.mine(m_anvil.config.confirmations);
        QVERIFY(payee.settler.follow().value());
        QCOMPARE(payee.newest().state, SettlementState::Confirmed);
        QCOMPARE(payee.newest().paid, tokens(8));
        QVERIFY(m_anvil.tokens(relayer.address()) <= tokens(0.06)); // the cap holds over all of it
        // Nobody uses another one up in time: the part is said.
        m_anvil.giveTokens(second.chequebook, tokens(1));
        const auto late = payee.plan({ second.sign(7) });
        QVERIFY(late && payee.settler.authorize(*late, payee.key, {}, {}, payee.clock.now() - 10'000));
        m_anvil.send(m_anvil.config.spec.factory, contracts::settle({ second.sign(7) }));
        m_anvil.mine(m_anvil.config.confirmations);
        QVERIFY(payee.settler.follow().value());
        QCOMPARE(payee.newest().state, SettlementState::Expired);
        QCOMPARE(payee.newest().paid, tokens(1));
    }

    /// An entry is worth what is earned and not settled; the lowest voucher that covers that is cashed.
    void onlyWhatIsEarnedIsCashed()
    {
        Payee payee(m_anvil);
        const Customer ahead(m_anvil, payee.address(), 100);
        const Customer idle(m_anvil, payee.address(), 100);
        const Customer forged(m_anvil, payee.address(), 100);
        Settleable wrong = forged.channel(2, 1, 1);
        wrong.covering->signature = ahead.sign(1).signature;
        Settleable worthless(forged.sign(50));
        worthless.highest.machine = ahead.machine; // signed for another channel
        const auto plan = payee.plan({ ahead.channel(90, 3, 3.5), idle.channel(50, 0), wrong, worthless });
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
        QCOMPARE(plan->vouchers.size(), 2);
        QCOMPARE(plan->vouchers[0].cumulative, ahead.sign(3.5).cumulative);
        QCOMPARE(plan->vouchers[1].cumulative, forged.sign(2).cumulative); // the covering one can't be cashed
        QCOMPARE(plan->amount, tokens(5.5));
        QCOMPARE(plan->ahead, tokens(1.5));
        QVERIFY(payee.settler.settle(*plan, payee.key));
        payee.confirm(m_anvil);
        QCOMPARE(payee.newest().paid, tokens(5.5));
        QCOMPARE(payee.newest().skipped, 0);
        // What was received ahead is not asked for again.
        QVERIFY(payee.plan({ ahead.channel(90, 3.4, 3.5), forged.channel(2, 2) })->isEmpty());
        const auto more = payee.plan({ ahead.channel(90, 4, 90) });
        QVERIFY(more && more->amount == tokens(86.5));
        QCOMPARE(more->ahead, tokens(86));
    }

    /// Between what is shown and what is sent others may have cashed: what pays nothing any more is not sent.
    void whatWasCashedMeanwhileIsNotSent()
    {
        Payee payee(m_anvil);
        const Customer one(m_anvil, payee.address(), 10);
        const Customer two(m_anvil, payee.address(), 10);
        const auto plan = payee.plan({ one.sign(3), two.sign(2) });
        QVERIFY(plan && plan->amount == tokens(5));
        m_anvil.send(m_anvil.config.spec.factory, contracts::settle({ one.sign(3) }));
        const auto sent = payee.settler.settle(*plan, payee.key);
        QVERIFY(sent);
        QCOMPARE(sent->entries, 1);
        QCOMPARE(sent->amount, tokens(2));
        payee.confirm(m_anvil);
        QVERIFY(payee.newest().fee <= plan->gas.cap());
        const qsizetype records = payee.settler.records()->size();
        QCOMPARE(payee.settler.settle(*plan, payee.key).error().code, QStringLiteral("settle.empty"));
        QCOMPARE(payee.settler.records()->size(), records);
    }

    /// Switched off, or to another rule, while its owner is asked for the keychain: nothing is sent.
    void theDeskDoesOneThingAfterTheOther()
    {
        const QTemporaryDir dir;
        const SystemClock clock;
        StoreWorker history(*Database::open(dir.filePath(QStringLiteral("history.db")), Database::Durability::Normal, HistoryStore::migrations()));
        SettlementDesk desk(dir.filePath(QStringLiteral("desk.db")), history, clock);
        QList<int> order;
        QList<int> expected;
        for (int i = 0; i < 12; ++i) {
            if (i % 3 == 0)
                desk.setChain(m_anvil.config); // while the one before still asks the old chain
            desk.balances(SecretKey::generate().address(), [&order, i](const Result<Balances>& read) { order.append(read ? i : -1); });
            expected.append(i);
        }
        QTRY_COMPARE_WITH_TIMEOUT(order.size(), expected.size(), test::Patience);
        QCOMPARE(order, expected);
    }

    void switchedOffWhileTheKeyIsReadItSendsNothing()
    {
        Payee payee(m_anvil);
        const Customer customer(m_anvil, payee.address(), 10);
        StoreWorker history(*Database::open(payee.dir.filePath(QStringLiteral("history.db")), Database::Durability::Normal, HistoryStore::migrations()));
        QJsonObject row = customer.sign(5).toJson();
        row.insert(QStringLiteral("accepted"), tokens(5).toWire());
        QVERIFY(history.wait([&](Database& db) { return HistoryStore(db, QTimeZone::utc()).vouchers().put(customer.machine, row); }));
        SettlementDesk desk(payee.dir.filePath(QStringLiteral("desk.db")), history, payee.clock);
        desk.setChain(m_anvil.config);
        std::function<void(Result<SecretKey>)> reading;
        int asked = 0;
        AutoSettler settler(desk, [&](std::function<void(Result<SecretKey>)> done) {
            ++asked;
            reading = std::move(done);
        }, payee.clock);
        const AutoSettler::Rule generous { 1e12, Amount::fromNano(1) };
        settler.setAccount({ { payee.address() }, payee.address(), true });
        const auto open = [&](const std::function<void()>& meanwhile) {
            reading = {};
            settler.look();
            if (!QTest::qWaitFor([&] { return bool(reading); }, 60'000))
                qFatal("it never asks for the key");
            meanwhile();
            QSignalSpy changed(&settler, &AutoSettler::changed);
            reading(std::move(*SecretKey::fromRaw(payee.key.raw())));
            if (changed.isEmpty() && !changed.wait(60'000))
                qFatal("it never ends to look");
        };
        settler.setRule(generous);
        open([&] { settler.setRule(std::nullopt); });
        QCOMPARE(settler.last().outcome, AutoSettler::Outcome::None);
        settler.setRule(generous);
        open([&] { settler.setRule(AutoSettler::Rule { 1e-12, generous.tokensPerCoin }); }); // it asks for less now
        QCOMPARE(settler.last().outcome, AutoSettler::Outcome::None);
        QCOMPARE(m_anvil.tokens(payee.address()).nano(), 0);
        QVERIFY(desk.records().isEmpty());
        settler.setRule(generous);
        open([] {});
        QCOMPARE(settler.last().outcome, AutoSettler::Outcome::Sent);
        QCOMPARE(asked, 3);
        QCOMPARE(m_anvil.tokens(payee.address()), tokens(5));
    }

    void everyNumberOfDecimalsSettles_data()
    {
        QTest::addColumn<int>("decimals");
        for (const int decimals : { 0, 2, 6, 9, 18 })
            QTest::addRow("%d", decimals) << decimals;
    }
    void everyNumberOfDecimalsSettles()
    {
        QFETCH(int, decimals);
        Anvil anvil;
        anvil.config.spec.decimals = decimals;
        const QString problem = anvil.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        Payee payee(anvil);
        const Customer customer(anvil, payee.address(), 10);
        const Amount earned = Amount::fromNano(1'234'567'891);
        Settleable channel(customer.sign(1.234567891));
        channel.earned = earned;
        const auto plan = payee.plan({ channel });
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
        QCOMPARE(plan->amount, *anvil.config.spec.covering(earned));
        QCOMPARE(plan->ahead.nano(), plan->amount.nano() - earned.nano());
        QVERIFY(payee.settler.settle(*plan, payee.key));
        payee.confirm(anvil);
        QCOMPARE(payee.newest().paid, plan->amount);
        QCOMPARE(anvil.tokens(payee.address()), plan->amount);
        // Less than the token can express is refused before anything is sent.
        Transfers transfers(*payee.database, payee.client, payee.clock);
        const auto refused = transfers.plan(payee.address(), anvil.deployer.address(), Amount::fromNano(decimals >= 9 ? 0 : 1));
        QCOMPARE(refused.error().code, QStringLiteral("transfer.amount"));
        QVERIFY(transfers.plan(payee.address(), anvil.deployer.address(), *anvil.config.spec.covering(Amount::fromNano(1))));
    }
};

QTEST_GUILESS_MAIN(SettlingTest)
#include "settling_test.moc"
