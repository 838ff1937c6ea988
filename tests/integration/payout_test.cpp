// SPDX-License-Identifier: GPL-3.0-or-later
// Getting what was earned, on a real chain (Anvil): by the command line, by itself, by somebody else who pays the fee; after
// a loss, and after a change of the address.
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

class PayoutTest : public QObject {
    Q_OBJECT
    Anvil m_anvil;

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_anvil.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
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

QTEST_GUILESS_MAIN(PayoutTest)
#include "payout_test.moc"
