// SPDX-License-Identifier: GPL-3.0-or-later
// From a voucher to tokens on a real chain (Anvil): customers fund, a provider serves, earnings are settled; and what may
// go wrong on the way. Nothing of the chain is imitated.
#include "services/common/crypto/keystore.h"
#include "services/common/history/historystore.h"
#include "services/dashboard/settlement/autosettler.h"
#include "tests/support/chainscene.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTcpServer>

using namespace surplus;
using namespace surplus::test;

namespace {
void settled(Settler& settler, Anvil& anvil)
{
    for (int i = 0; i < 20; ++i) {
        const auto followed = settler.follow();
        QVERIFY2(followed, qPrintable(followed ? QString() : followed.error().message));
        if (!settler.records()->first().isOpen())
            return;
        anvil.mine(1);
    }
    QFAIL("it is never confirmed");
}

/// A block is made for a transaction soon after it was taken, not before its sender is answered.
[[nodiscard]] bool becomes(Settler& settler, SettlementState state)
{
    return QTest::qWaitFor([&] {
        return settler.follow().has_value() && settler.records()->first().state == state;
    }, Patience);
}

constexpr int ShortPatience = 5'000; ///< of a client whose node is frozen
} // namespace

class ChainTest : public QObject {
    Q_OBJECT
    Anvil m_anvil;

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_anvil.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void fundServeAndSettle()
    {
        ChainScene scene(m_anvil);
        scene.moveTime();
        QVERIFY(scene.start());
        // Without a reserve nobody is served here.
        QCOMPARE(scene.use(1'000'000, QStringLiteral("stranger")).code, 2);
        scene.fund(100, 50);
        scene.verifyEquation();
        // An hour of use: the file is kept, audited and fetched again and again, while vouchers grow.
        const Outcome stored = scene.use(5'000'000);
        QVERIFY2(stored.code == 0, qPrintable(stored.errors));
        const QString id = QString::number(stored.json.value(u"id").toInteger());
        const int rounds = isLong() ? 60 : 6;
        Amount before;
        for (int round = 1; round <= rounds; ++round) {
            (*scene.time)->clock_step = 3600 * round / rounds;
            for (const QStringList& words : { QStringList { QStringLiteral("audit"), id },
                     QStringList { QStringLiteral("get"), id, QStringLiteral("--out"), scene.dir.filePath(QStringLiteral("back.bin")) } }) {
                const Outcome used = scene.customer(words);
                QVERIFY2(used.code == 0, qPrintable(used.errors));
            }
            scene.verifyEquation();
            QVERIFY(scene.money().earned > before);
            before = scene.money().earned;
        }
        const qint64 kept = scene.call(QStringLiteral("storage.leases")).value(u"leases").toArray().first()[u"keptSeconds"].toInteger();
        QCOMPARE(kept, 0); // keeping is due by the hour of running time: an hour that only the clock says is none
        (*scene.time)->run_step = 3700; // now it runs for an hour, too
        QTRY_COMPARE_WITH_TIMEOUT(scene.call(QStringLiteral("storage.leases")).value(u"leases").toArray().first()[u"keptSeconds"].toInteger(), 3600, Patience);
        QVERIFY(scene.customer({ QStringLiteral("audit"), id }).code == 0);
        scene.verifyEquation();
        const QJsonObject hour = scene.engine->ctl({ QStringLiteral("earnings"), QStringLiteral("--step"), QStringLiteral("quarter") });
        QVERIFY(hour.value(u"bins").toArray().size() >= 4);
        const Amount earned = scene.money().earned;
        QVERIFY(earned.nano() > 0);
        scene.expectMoney([&](const Money& money) { return money.secured == earned && money.pending.nano() == 0; });

        EvmClient client(m_anvil.config);
        Settler settler(*scene.database, client, scene.clock);
        m_anvil.giveCoin(scene.payout.address());
        const auto plan = settler.plan(scene.channels(), scene.payout.address(), scene.payout.address(), {});
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
        QCOMPARE(plan->amount, earned);
        QVERIFY(plan->canPay());
        const U256 coinBefore = *client.balance(scene.payout.address());
        const auto sent = settler.settle(*plan, scene.payout);
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().message));
        QCOMPARE(settler.settle(*plan, scene.payout).error().code, QStringLiteral("settle.underway")); // not twice
        settled(settler, m_anvil);
        const SettlementRecord record = settler.records()->first();
        QCOMPARE(record.state, SettlementState::Confirmed);
        QCOMPARE(record.paid, earned);
        QVERIFY(record.fee <= plan->gas.cap());
        QCOMPARE(coinBefore - *client.balance(scene.payout.address()), record.fee);
        QCOMPARE(m_anvil.tokens(scene.payout.address()), earned); // to the unit
        scene.expectMoney([&](const Money& money) { return money.settled == earned && money.secured.nano() == 0; });
        const auto again = settler.plan(scene.channels(), scene.payout.address(), scene.payout.address(), {});
        QVERIFY(again && again->isEmpty());
        QCOMPARE(settler.settle(*again, scene.payout).error().code, QStringLiteral("settle.empty"));

        // What was settled stays so over a restart, also when the chain is away.
        QCOMPARE(scene.engine->stop(), 0);
        m_anvil.freeze();
        QVERIFY(scene.start());
        QCOMPARE(scene.money().settled, earned);
        scene.verifyEquation();
        m_anvil.thaw();
    }

    void whatIsPromisedBeyondTheDepositBounces()
    {
        ChainScene scene(m_anvil, R"({"serveUnfunded":true})");
        QVERIFY(scene.start());
        scene.fund(0, 0);
        QVERIFY(scene.use(3'000'000).code == 0); // on credit: nothing is set aside
        const Amount earned = scene.money().earned;
        scene.expectMoney([&](const Money& money) { return money.pending == earned; });
        EvmClient client(m_anvil.config);
        Settler settler(*scene.database, client, scene.clock);
        const auto plan = settler.plan(scene.channels(), scene.payout.address(), scene.payout.address(), {});
        QVERIFY(plan && plan->isEmpty()); // nothing to be had: the plan asks for no fee
        QCOMPARE(plan->waiting, earned);
        // A part is covered: the rest bounces, is shown as such, and service to that customer stops.
        const Address chequebook = scene.vouchers().first().chequebook;
        m_anvil.giveTokens(chequebook, Amount::fromNano(earned.nano() / 4));
        m_anvil.giveCoin(scene.payout.address());
        const auto part = settler.plan(scene.channels(), scene.payout.address(), scene.payout.address(), {});
        QVERIFY(part && part->amount.nano() == earned.nano() / 4);
        QCOMPARE(part->uncovered.nano(), earned.nano() - earned.nano() / 4);
        QVERIFY(settler.settle(*part, scene.payout));
        settled(settler, m_anvil);
        QCOMPARE(settler.records()->first().bounced.toTokens(), part->uncovered.toTokens());
        scene.expectMoney([&](const Money& money) { return money.settled == part->amount && money.bounced == part->uncovered; });
        QCOMPARE(scene.use(1'000'000).code, 2);
        // It pays up: the rest is settled, nothing bounces any more, and it is served again.
        m_anvil.giveTokens(chequebook, part->uncovered);
        const auto rest = settler.plan(scene.channels(), scene.payout.address(), scene.payout.address(), {});
        QVERIFY(rest && rest->amount == part->uncovered);
        QVERIFY(settler.settle(*rest, scene.payout));
        settled(settler, m_anvil);
        scene.expectMoney([&](const Money& money) { return money.settled == money.earned && money.bounced.nano() == 0; });
        QVERIFY(scene.use(1'000'000).code == 0);
    }

    void anAnnouncedDecreaseCountsAtOnce()
    {
        ChainScene scene(m_anvil);
        QVERIFY(scene.start());
        scene.fund(10, 10);
        QVERIFY(scene.use(3'000'000).code == 0);
        const Amount earned = scene.money().earned;
        scene.expectMoney([&](const Money& money) { return money.secured == earned; });
        QVERIFY(scene.customer({ QStringLiteral("fund"), QStringLiteral("decrease"), QStringLiteral("10"), QStringLiteral("--provider"), scene.provider }).code == 0);
        scene.expectMoney([&](const Money& money) { return money.pending == earned; });
        QCOMPARE(scene.customer({ QStringLiteral("fund"), QStringLiteral("release"), QStringLiteral("--provider"), scene.provider }).code, 2); // seven days
        QVERIFY(scene.use(1'000'000).code != 0); // and nothing more is served on it
    }

    void aReorganisationTakesASettlementBack()
    {
        ChainScene scene(m_anvil);
        QVERIFY(scene.start());
        scene.fund(10, 10);
        QVERIFY(scene.use(3'000'000).code == 0);
        EvmClient client(m_anvil.config);
        Settler settler(*scene.database, client, scene.clock);
        m_anvil.giveCoin(scene.payout.address());
        const auto plan = settler.plan(scene.channels(), scene.payout.address(), scene.payout.address(), {});
        QVERIFY(plan && settler.settle(*plan, scene.payout));
        QVERIFY(becomes(settler, SettlementState::Mined));
        m_anvil.mine(1);
        QVERIFY(settler.follow().value());
        QCOMPARE(settler.records()->first().confirmations, 2);
        // Three blocks are replaced by empty ones: the settlement is in none of them.
        m_anvil.mine(1);
        (void)m_anvil.ask("anvil_reorg", { 3, QJsonArray() });
        QCOMPARE(m_anvil.tokens(scene.payout.address()).nano(), 0);
        bool back = false;
        for (int i = 0; i < 40 && !back; ++i) {
            QVERIFY(settler.follow());
            const SettlementRecord record = settler.records()->first();
            back = record.state == SettlementState::Confirmed && m_anvil.tokens(scene.payout.address()) == plan->amount;
            m_anvil.mine(1);
        }
        QVERIFY(back);
        QCOMPARE(m_anvil.tokens(scene.payout.address()), plan->amount);
        scene.expectMoney([&](const Money& money) { return money.settled == plan->amount; });
    }

    void theEndpointDiesBetweenSigningAndReceipt()
    {
        ChainScene scene(m_anvil);
        QVERIFY(scene.start());
        scene.fund(10, 10);
        QVERIFY(scene.use(3'000'000).code == 0);
        m_anvil.giveCoin(scene.payout.address());
        {
            // A short patience, so that the frozen node is noticed; everything is planned before it freezes.
            EvmClient client(m_anvil.config, ShortPatience);
            Settler settler(*scene.database, client, scene.clock);
            const auto plan = settler.plan(scene.channels(), scene.payout.address(), scene.payout.address(), {});
            QVERIFY(plan);
            const auto pending = prepareTransaction(client, scene.payout, m_anvil.config.spec.factory, contracts::settle(plan->vouchers), plan->gas);
            QVERIFY(pending);
            m_anvil.freeze();
            const auto lost = settler.settle(*plan, scene.payout);
            QVERIFY(!lost);
            QCOMPARE(lost.error().code, QStringLiteral("chain.unreachable")); // before it was signed: nothing is on its way
            m_anvil.thaw();
            QVERIFY(settler.records()->isEmpty());
            // With a long one again, so that it is sent however busy this computer is.
            EvmClient patient(m_anvil.config);
            QVERIFY(Settler(*scene.database, patient, scene.clock).settle(*plan, scene.payout));
        }
        m_anvil.freeze();
        {
            EvmClient client(m_anvil.config, ShortPatience);
            Settler settler(*scene.database, client, scene.clock);
            const auto followed = settler.follow();
            QVERIFY(!followed);
            QCOMPARE(followed.error().code, QStringLiteral("chain.unreachable"));
            QCOMPARE(settler.records()->first().state, SettlementState::Signed);
            m_anvil.thaw();
        }
        // The next start goes on with what is written down.
        EvmClient client(m_anvil.config);
        Settler settler(*scene.database, client, scene.clock);
        settled(settler, m_anvil);
        QCOMPARE(settler.records()->first().state, SettlementState::Confirmed);
        QCOMPARE(m_anvil.tokens(scene.payout.address()), settler.records()->first().paid);
    }

    void twoDashboardsSettleAtOnce()
    {
        ChainScene scene(m_anvil);
        QVERIFY(scene.start());
        scene.fund(10, 10);
        QVERIFY(scene.use(3'000'000).code == 0);
        const Amount earned = scene.money().earned;
        m_anvil.giveCoin(scene.payout.address());
        const auto other = std::move(*Database::open(scene.dir.filePath(QStringLiteral("other.db")), Database::Durability::Full, Settler::migrations()));
        EvmClient client(m_anvil.config);
        Settler one(*scene.database, client, scene.clock);
        Settler two(*other, client, scene.clock);
        const auto planOne = one.plan(scene.channels(), scene.payout.address(), scene.payout.address(), {});
        const auto planTwo = two.plan(scene.channels(), scene.payout.address(), scene.payout.address(), {});
        QVERIFY(planOne && planTwo);
        (void)m_anvil.ask("evm_setAutomine", { false });
        QVERIFY(one.settle(*planOne, scene.payout));
        QVERIFY(two.settle(*planTwo, scene.payout));
        m_anvil.mine(1);
        (void)m_anvil.ask("evm_setAutomine", { true });
        settled(one, m_anvil);
        settled(two, m_anvil);
        const SettlementRecord first = one.records()->first();
        const SettlementRecord second = two.records()->first();
        QCOMPARE(first.paid.nano() + second.paid.nano(), earned.nano()); // once
        QVERIFY(first.skipped + second.skipped <= 1);
        QCOMPARE(m_anvil.tokens(scene.payout.address()), earned);
        scene.expectMoney([&](const Money& money) { return money.settled == earned; });
    }

    void faultsOfTheChainHaveNames()
    {
        ChainScene scene(m_anvil);
        QVERIFY(scene.start());
        scene.fund(10, 10);
        QVERIFY(scene.use(3'000'000).code == 0);
        EvmClient client(m_anvil.config);
        Settler settler(*scene.database, client, scene.clock);
        // No gas money: said before anything is signed, with the address and what to do.
        const SecretKey poor = SecretKey::generate();
        const auto plan = settler.plan(scene.channels(), scene.payout.address(), poor.address(), {});
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
        QVERIFY(!plan->canPay());
        const auto refused = settler.settle(*plan, poor);
        QCOMPARE(refused.error().code, QStringLiteral("chain.gas"));
        QVERIFY(refused.error().message.contains(poor.address().hex0x()));
        // Another chain answers.
        ChainConfig wrong = m_anvil.config;
        wrong.spec.chainId = 5;
        EvmClient misled(wrong);
        QCOMPARE(misled.blockNumber().error().code, QStringLiteral("chain.wrong"));
        // The first endpoint is dead: the second is asked. All are dead: said so.
        ChainConfig two = m_anvil.config;
        two.endpoints.prepend(QStringLiteral("http://127.0.0.1:9/"));
        QVERIFY(EvmClient(two).blockNumber());
        two.endpoints = { QStringLiteral("http://127.0.0.1:9/key-that-is-secret") };
        const auto dead = EvmClient(two).blockNumber();
        QCOMPARE(dead.error().code, QStringLiteral("chain.unreachable"));
        QVERIFY(!dead.error().message.contains(QStringLiteral("secret")));
        // A contract refuses, in words.
        const auto reverted = client.offer(scene.payout.address(), scene.vouchers().first().chequebook, contracts::withdraw(1));
        QCOMPARE(reverted.error().code, QStringLiteral("chain.reverted"));
        QVERIFY2(reverted.error().message.contains(QStringLiteral("only the chequebook's issuer")), qPrintable(reverted.error().message));
        // A nonce that somebody else used.
        m_anvil.giveCoin(poor.address());
        const auto offer = client.offer(poor.address(), scene.payout.address(), {});
        const auto first = prepareTransaction(client, poor, scene.payout.address(), {}, *offer);
        const auto second = prepareTransaction(client, poor, scene.payout.address(), QByteArray(1, 'x'), GasOffer { 50'000, offer->maxFeePerGas, offer->priorityFeePerGas });
        QVERIFY(sendAndWait(client, *first, Patience));
        m_anvil.mine(m_anvil.config.confirmations); // as deep as all else: final
        QCOMPARE(sendAndWait(client, *second, Patience).error().code, QStringLiteral("chain.nonce"));
        // Stuck, then replaced by a higher bid below the cap.
        (void)m_anvil.ask("evm_setAutomine", { false });
        auto third = prepareTransaction(client, poor, scene.payout.address(), {}, *client.offer(poor.address(), scene.payout.address(), {}));
        QCOMPARE(sendAndWait(client, *third, 1'000).error().code, QStringLiteral("chain.stuck"));
        const U256 cap = third->cap();
        int raised = 0;
        while (raiseTransaction(*third, poor))
            ++raised;
        QVERIFY(raised >= 2);
        QVERIFY(third->transaction.offer.maxFeePerGas <= third->capPerGas);
        QCOMPARE(third->cap(), cap);
        QVERIFY(client.send(third->raw));
        m_anvil.mine(1);
        (void)m_anvil.ask("evm_setAutomine", { true });
        const auto landed = sendAndWait(client, *third, Patience);
        QVERIFY(landed);
        QCOMPARE(landed->transaction, third->hashes.last());
    }

    void withoutGasMoneySomebodyElseSettles()
    {
        ChainScene scene(m_anvil);
        QVERIFY(scene.start());
        scene.fund(10, 10);
        QVERIFY(scene.use(3'000'000).code == 0);
        const Amount earned = scene.money().earned;
        EvmClient client(m_anvil.config);
        Settler settler(*scene.database, client, scene.clock);
        const auto plan = settler.plan(scene.channels(), scene.payout.address(), scene.payout.address(), {});
        QVERIFY(plan && !plan->canPay());
        const Amount fee = Amount::fromNano(earned.nano() / 50);
        const auto ticket = settler.authorize(*plan, scene.payout, {}, fee, scene.clock.now() + 3'600'000);
        QVERIFY2(ticket, qPrintable(ticket ? QString() : ticket.error().message));
        QCOMPARE(settler.records()->first().state, SettlementState::Authorized);
        QVERIFY(!settler.follow().value());
        // It travels as text; whoever changes a figure in it breaks its signature.
        const QJsonObject text = ticket->toJson();
        QJsonObject forged = text;
        QJsonArray grants = forged.value(u"grants").toArray();
        QJsonObject grant = grants[0].toObject();
        grant.insert(QStringLiteral("maxFee"), QStringLiteral("99999999999999999999"));
        grants[0] = grant;
        forged.insert(QStringLiteral("grants"), grants);
        QCOMPARE(RelayTicket::fromJson(forged).error().code, QStringLiteral("relay.signature"));
        const SecretKey relayer = SecretKey::generate();
        m_anvil.giveCoin(relayer.address());
        const auto theirs = std::move(*Database::open(scene.dir.filePath(QStringLiteral("relayer.db")), Database::Durability::Full, Settler::migrations()));
        Settler relaying(*theirs, client, scene.clock);
        QVERIFY(relaying.relay(*RelayTicket::fromJson(text), relayer));
        settled(relaying, m_anvil);
        QCOMPARE(m_anvil.tokens(relayer.address()), fee);
        QCOMPARE(m_anvil.tokens(scene.payout.address()).nano(), earned.nano() - fee.nano());
        QVERIFY(settler.follow().value());
        QCOMPARE(settler.records()->first().state, SettlementState::Confirmed);
        scene.expectMoney([&](const Money& money) { return money.settled == earned; });
    }

    void theCommandLineSettles()
    {
        ChainScene scene(m_anvil);
        QVERIFY(scene.start());
        scene.fund(10, 10);
        QVERIFY(scene.use(3'000'000).code == 0);
        const Amount earned = scene.money().earned;
        const QString password = QStringLiteral("canary-password-4711");
        const auto keystore = [&](const SecretKey& key, const char* name) {
            QFile file(scene.dir.filePath(QLatin1String(name)));
            const auto json = writeKeystore(key, password, 14);
            if (!json || !file.open(QIODevice::WriteOnly) || file.write(*json) < 0)
                qFatal("the keystore could not be written");
            return file.fileName();
        };
        const QString owner = keystore(scene.payout, "owner.json");
        QFile secret(scene.dir.filePath(QStringLiteral("password")));
        QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write(password.toUtf8() + '\n') > 0);
        secret.close();
        const auto ctl = [&](const QStringList& words) {
            return run("surplusctl", words + QStringList { QStringLiteral("--data"), scene.engine->data(), QStringLiteral("--json"), QStringLiteral("--password-file"), secret.fileName() });
        };
        const Outcome plan = ctl({ QStringLiteral("settle") });
        QVERIFY2(plan.code == 0, qPrintable(plan.errors));
        QCOMPARE(amount(plan.json.value(u"amount")), earned.nano());
        QVERIFY(!plan.json.value(u"canPay").toBool());
        // A fee that is too large a part of the amount is refused before anything else.
        const Outcome dear = ctl({ QStringLiteral("settle"), QStringLiteral("--yes"), QStringLiteral("--keystore"), owner, QStringLiteral("--max-share"), QStringLiteral("1"),
            QStringLiteral("--coin-rate"), QStringLiteral("1000000") });
        QCOMPARE(dear.code, 3);
        QVERIFY2(dear.errors.contains(QStringLiteral("--max-share")) || dear.errors.contains(QStringLiteral("nothing to settle")), qPrintable(dear.errors));
        QCOMPARE(ctl({ QStringLiteral("settle"), QStringLiteral("--yes"), QStringLiteral("--keystore"), owner, QStringLiteral("--max-share"), QStringLiteral("1") }).code, 1); // no rate
        // No gas money: said in words; then somebody else settles for a fee, blocks coming by themselves.
        const Outcome poor = ctl({ QStringLiteral("settle"), QStringLiteral("--yes"), QStringLiteral("--keystore"), owner });
        QCOMPARE(poor.code, 3);
        QVERIFY2(poor.errors.contains(QStringLiteral("for the fee")), qPrintable(poor.errors));
        const QString ticket = scene.dir.filePath(QStringLiteral("ticket.json"));
        const Outcome allowed = ctl({ QStringLiteral("settle"), QStringLiteral("authorize"), ticket, QStringLiteral("--keystore"), owner, QStringLiteral("--relay-fee"), QStringLiteral("0.001") });
        QVERIFY2(allowed.code == 0, qPrintable(allowed.errors));
        const SecretKey relayer = SecretKey::generate();
        m_anvil.giveCoin(relayer.address());
        (void)m_anvil.ask("evm_setIntervalMining", { 1 });
        const Outcome relayed = ctl({ QStringLiteral("settle"), QStringLiteral("relay"), ticket, QStringLiteral("--keystore"), keystore(relayer, "relayer.json") });
        (void)m_anvil.ask("evm_setIntervalMining", { 0 });
        (void)m_anvil.ask("evm_setAutomine", { true });
        QVERIFY2(relayed.code == 0, qPrintable(relayed.errors));
        QCOMPARE(amount(relayed.json.value(u"paid")), earned.nano());
        QCOMPARE(m_anvil.tokens(scene.payout.address()).nano(), earned.nano() - 1'000'000);
        scene.expectMoney([&](const Money& money) { return money.settled == earned; });
        // What was secret stands nowhere.
        const QByteArray raw = scene.payout.raw().toHex();
        for (const QString& name : { QStringLiteral("engine/logs/surplusd.log"), QStringLiteral("engine/settlements.db"), QStringLiteral("engine/engine.db") }) {
            QFile file(scene.dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY(!text.contains(raw) && !text.contains(scene.payout.raw()) && !text.contains(password.toUtf8()));
        }
        QVERIFY(!poor.errors.contains(password) && !relayed.errors.contains(password));
    }

    void tokensAreSentOnceAndOnlyWhereTheyAreWanted()
    {
        const QTemporaryDir dir;
        const auto db = std::move(*Database::open(dir.filePath(QStringLiteral("t.db")), Database::Durability::Full, Settler::migrations()));
        EvmClient client(m_anvil.config);
        const SystemClock clock;
        Transfers transfers(*db, client, clock);
        const SecretKey mine = SecretKey::generate();
        const Address from = mine.address();
        const Address to = SecretKey::generate().address();
        const Amount held = Amount::fromNano(10 * Token + 7);
        m_anvil.giveTokens(from, held);
        QCOMPARE(transfers.balances(from)->tokens, held);
        const Amount part = Amount::fromNano(4 * Token + 1);
        for (const auto& [where, amount, code] : { std::tuple(Address(), part, "transfer.address"), std::tuple(m_anvil.config.token, part, "transfer.address"),
                 std::tuple(m_anvil.config.spec.factory, part, "transfer.address"), std::tuple(from, part, "transfer.address"), std::tuple(to, Amount(), "transfer.amount"),
                 std::tuple(to, Amount::fromNano(-1), "transfer.amount"), std::tuple(to, Amount::fromNano(held.nano() + 1), "transfer.amount") })
            QCOMPARE(transfers.plan(from, where, amount).error().code, QLatin1String(code));
        // Without gas money the plan says so, and nothing is signed.
        const auto poor = transfers.plan(from, to, part);
        QVERIFY(poor && !poor->canPay());
        QCOMPARE(transfers.send(*poor, mine).error().code, QStringLiteral("chain.gas"));
        QVERIFY(transfers.records()->isEmpty());
        m_anvil.giveCoin(from);
        const auto plan = transfers.plan(from, to, part);
        QVERIFY(plan && plan->canPay());
        QCOMPARE(transfers.send(*plan, SecretKey::generate()).error().code, QStringLiteral("transfer.key"));
        (void)m_anvil.ask("evm_setAutomine", { false });
        QVERIFY(transfers.send(*plan, mine));
        QCOMPARE(transfers.send(*plan, mine).error().code, QStringLiteral("transfer.underway"));
        QCOMPARE(transfers.plan(from, to, part).error().code, QStringLiteral("transfer.underway"));
        // What the network loses is sent again.
        (void)m_anvil.ask("anvil_dropAllTransactions");
        QVERIFY(transfers.follow());
        QCOMPARE(transfers.records()->first().state, SettlementState::Signed);
        (void)m_anvil.ask("evm_setAutomine", { true });
        m_anvil.mine(1);
        for (int i = 0; i < 20 && transfers.records()->first().isOpen(); ++i) {
            QVERIFY(transfers.follow());
            m_anvil.mine(1);
        }
        const TransferRecord record = transfers.records()->first();
        QCOMPARE(record.state, SettlementState::Confirmed);
        QVERIFY(record.fee > 0 && record.fee <= plan->gas.cap());
        QCOMPARE(m_anvil.tokens(to), part);
        QCOMPARE(m_anvil.tokens(from).nano(), held.nano() - part.nano());
        QVERIFY(!transfers.follow().value());
    }

    void itSettlesByItselfOnlyIfTheFeeIsSmall()
    {
        ChainScene scene(m_anvil);
        QVERIFY(scene.start());
        scene.fund(20, 20);
        QVERIFY(scene.use(3'000'000).code == 0);
        const Amount earned = scene.money().earned;
        const MachineId machine = *MachineId::fromHex(scene.engine->ctl({ QStringLiteral("status") }).value(u"machine").toString());
        StoreWorker history(*Database::open(scene.dir.filePath(QStringLiteral("history.db")), Database::Durability::Normal, HistoryStore::migrations()));
        const QJsonArray channels = scene.call(QStringLiteral("vouchers.list")).value(u"channels").toArray();
        QCOMPARE(channels.size(), 1);
        QVERIFY(history.wait([&](Database& db) { return HistoryStore(db, QTimeZone::utc()).vouchers().put(machine, channels.first().toObject()); }));
        SettlementDesk desk(scene.dir.filePath(QStringLiteral("desk.db")), history, scene.clock);
        desk.setChain(m_anvil.config);
        int asked = 0;
        AutoSettler settler(desk, [&](std::function<void(Result<SecretKey>)> done) {
            ++asked;
            done(std::move(*SecretKey::fromRaw(scene.payout.raw())));
        }, scene.clock);
        const auto look = [&] {
            QSignalSpy changed(&settler, &AutoSettler::changed);
            settler.look();
            if (changed.isEmpty() && !changed.wait(Patience))
                qFatal("it never ends to look");
            return settler.last().outcome;
        };
        const Address former = SecretKey::generate().address(); // nothing for it
        AutoSettler::Account account { { former, scene.payout.address() }, scene.payout.address(), false };
        settler.setAccount(account);
        settler.look(); // without a rule nothing happens
        QCOMPARE(settler.last().outcome, AutoSettler::Outcome::None);
        // A rate at which the fee is half of the amount.
        EvmClient client(m_anvil.config);
        const auto plan = Settler(*scene.database, client, scene.clock).plan(scene.channels(), scene.payout.address(), scene.payout.address(), Amount::fromNano(1'000'000));
        QVERIFY(plan && plan->share);
        const Amount rate = Amount::fromNano(static_cast<qint64>(1'000'000 * 0.5 / *plan->share));
        settler.setRule(AutoSettler::Rule { 0.1, rate });
        QCOMPARE(look(), AutoSettler::Outcome::TooDear);
        QVERIFY(settler.last().share > 0.1 && settler.last().share < 2);
        settler.setRule(AutoSettler::Rule { 5, rate });
        QCOMPARE(look(), AutoSettler::Outcome::NoGas);
        m_anvil.giveCoin(scene.payout.address());
        QCOMPARE(look(), AutoSettler::Outcome::NoKey);
        QCOMPARE(asked, 0); // nobody is asked for anything
        account.keyReady = true;
        settler.setAccount(account);
        QCOMPARE(look(), AutoSettler::Outcome::Sent);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.records().isEmpty(), Patience);
        QCOMPARE(desk.records().first().payout, scene.payout.address());
        QTRY_COMPARE_WITH_TIMEOUT(m_anvil.tokens(scene.payout.address()), earned, Patience); // it is in a block: more of them follow
        m_anvil.mine(m_anvil.config.confirmations);
        scene.expectMoney([&](const Money& money) { return money.settled == earned; });
        QCOMPARE(look(), AutoSettler::Outcome::Nothing);
        QCOMPARE(asked, 1);
        m_anvil.freeze();
        settler.setRule(std::nullopt);
        settler.look();
        QCOMPARE(settler.last().outcome, AutoSettler::Outcome::None);
        m_anvil.thaw();
    }

    /// The dashboard holds each channel's highest voucher: the machine's disk dies, and with it its ledger and its identity.
    void aDeadDiskAndALostIdentityLoseNothingPayable()
    {
        ChainScene scene(m_anvil);
        const QString profile = scene.dir.filePath(QStringLiteral("profile"));
        QVERIFY(QDir().mkpath(profile));
        const auto history = std::move(*Database::open(profile + QStringLiteral("/history.db"), Database::Durability::Normal, HistoryStore::migrations()));
        const auto copyVouchers = [&] {
            HistoryStore store(*history, QTimeZone::utc());
            const MachineId machine = *MachineId::fromHex(scene.engine->ctl({ QStringLiteral("status") }).value(u"machine").toString());
            for (const QJsonValue& channel : scene.call(QStringLiteral("vouchers.list")).value(u"channels").toArray())
                QVERIFY(store.vouchers().put(machine, channel.toObject()));
        };
        QVERIFY(scene.start());
        const QString first = scene.provider;
        scene.fund(20, 8);
        QVERIFY(scene.use(3'000'000).code == 0);
        const Amount before = scene.money().earned;
        scene.expectMoney([&](const Money& money) { return money.secured == before; });
        copyVouchers();
        QCOMPARE(scene.engine->stop(), 0);
        QVERIFY(QDir(scene.engine->data()).removeRecursively());
        QVERIFY(QDir(scene.dir.filePath(QStringLiteral("shared"))).removeRecursively());
        QVERIFY(scene.start());
        QVERIFY(scene.provider.section(u'#', 1) != first.section(u'#', 1)); // another machine: other channels
        QCOMPARE(scene.money().earned.nano(), 0);
        QVERIFY(scene.customer({ QStringLiteral("fund"), QStringLiteral("reserve"), QStringLiteral("8"), QStringLiteral("--provider"), scene.provider }).code == 0);
        m_anvil.mine(m_anvil.config.confirmations);
        QVERIFY(scene.use(3'000'000).code == 0);
        const Amount after = scene.money().earned;
        QVERIFY(after.nano() > 0);
        scene.expectMoney([&](const Money& money) { return money.secured == after; });
        copyVouchers();
        QCOMPARE(scene.engine->stop(), 0); // neither engine is needed

        const auto write = [&](const char* name, const QByteArray& text) {
            QFile file(scene.dir.filePath(QLatin1String(name)));
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
                qFatal("a file could not be written");
            return file.fileName();
        };
        m_anvil.giveCoin(scene.payout.address());
        (void)m_anvil.ask("evm_setIntervalMining", { 1 });
        const Outcome settled = run("surplusctl", { QStringLiteral("settle"), QStringLiteral("--yes"), QStringLiteral("--json"), QStringLiteral("--profile"), profile,
            QStringLiteral("--chain"), scene.dir.filePath(QStringLiteral("chain.json")), QStringLiteral("--payout"), scene.payout.address().hex0x(),
            QStringLiteral("--keystore"), write("key.json", *writeKeystore(scene.payout, QStringLiteral("secret enough"), 14)), QStringLiteral("--password-file"), write("password", "secret enough") });
        (void)m_anvil.ask("evm_setIntervalMining", { 0 });
        (void)m_anvil.ask("evm_setAutomine", { true });
        QVERIFY2(settled.code == 0, qPrintable(settled.errors));
        QCOMPARE(amount(settled.json.value(u"paid")), before.nano() + after.nano());
        QCOMPARE(m_anvil.tokens(scene.payout.address()).nano(), before.nano() + after.nano());
    }

    void aChangedPayoutAddressLosesNothing()
    {
        ChainScene scene(m_anvil);
        QVERIFY(scene.start());
        scene.fund(20, 8);
        QVERIFY(scene.use(3'000'000).code == 0);
        const Amount first = scene.money().earned;
        const SecretKey fresh = SecretKey::generate();
        QVERIFY(!scene.call(QStringLiteral("payout.set"), { { QStringLiteral("address"), fresh.address().hex0x() } }).contains(u"error"));
        QVERIFY(scene.customer({ QStringLiteral("fund"), QStringLiteral("reserve"), QStringLiteral("8"), QStringLiteral("--provider"), scene.provider }).code == 0);
        m_anvil.mine(3);
        QVERIFY(scene.use(3'000'000).code == 0);
        const Amount second = Amount::fromNano(scene.money().earned.nano() - first.nano());
        QVERIFY(second.nano() > 0);
        scene.expectMoney([&](const Money& money) { return money.secured.nano() == first.nano() + second.nano(); });
        EvmClient client(m_anvil.config);
        Settler settler(*scene.database, client, scene.clock);
        m_anvil.giveCoin(fresh.address());
        // The new key pays the fee for the old address's vouchers too; each pays whom it names.
        for (const auto& [to, amount] : { std::pair(scene.payout.address(), first), std::pair(fresh.address(), second) }) {
            const auto plan = settler.plan(scene.channels(), to, fresh.address(), {});
            QVERIFY(plan && plan->amount == amount);
            QVERIFY(settler.settle(*plan, fresh));
            settled(settler, m_anvil);
            QCOMPARE(m_anvil.tokens(to), amount);
        }
        scene.expectMoney([&](const Money& money) { return money.settled == money.earned; });
    }
};

QTEST_GUILESS_MAIN(ChainTest)
#include "chain_test.moc"
