// SPDX-License-Identifier: GPL-3.0-or-later
// From a voucher to tokens on a real chain (Anvil): customers fund, a provider serves, earnings are settled; and what may
// go wrong on the way. Nothing of the chain is imitated.
#include "services/common/crypto/keystore.h"
#include "services/common/history/historystore.h"
#include "services/dashboard/settlement/autosettler.h"
#include "tests/support/chainscene.h"
#include "tests/support/following.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTcpServer>

using namespace surplus;
using namespace surplus::test;

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
};

QTEST_GUILESS_MAIN(ChainTest)
#include "chain_test.moc"
