// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens as there are, from the customer's deposit to the provider's settlement, with real programs on a real chain (Anvil):
// few decimals, no return value, fees on transfers; and networks that aren't what their description says.
#include "services/common/chain/network.h"
#include "tests/support/chainscene.h"

using namespace surplus;
using namespace surplus::test;

class DecimalsTest : public QObject {
    Q_OBJECT

    /// Whether what the customer typed was refused, with `words`, and cost nothing.
    static void verifyRefused(const ChainScene& scene, const QStringList& arguments, const QString& words)
    {
        EvmClient client(scene.anvil.config);
        const Address customer = *Address::fromHex(scene.customer({ QStringLiteral("spend") }).json.value(u"identity").toString());
        const U256 coin = *client.balance(customer);
        const U256 tokens = *tokenBalance(client, customer);
        const Outcome refused = scene.customer(arguments);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.errors.contains(words), qPrintable(refused.errors));
        QCOMPARE(*client.balance(customer), coin);
        QCOMPARE(*tokenBalance(client, customer), tokens);
    }
    static void serveAndSettle(ChainScene& scene)
    {
        const Outcome used = scene.use(9'000'000); // more than the first window: what is due has to be paid on the way
        QVERIFY2(used.code == 0, qPrintable(used.errors));
        QVERIFY(scene.money().earned.nano() > 0);
        scene.verifyEquation();
        EvmClient client(scene.anvil.config);
        Settler settler(*scene.database, client, scene.clock);
        scene.anvil.giveCoin(scene.payout.address());
        QList<Settleable> channels;
        for (const QJsonValue& row : scene.call(QStringLiteral("vouchers.list")).value(u"channels").toArray())
            channels.append(*Settleable::fromJson(row.toObject()));
        const auto plan = settler.plan(channels, scene.payout.address(), scene.payout.address(), {});
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
        QVERIFY(plan->amount >= scene.money().earned);
        QVERIFY(settler.settle(*plan, scene.payout));
        for (int i = 0; i < 20 && settler.records()->first().isOpen(); ++i) {
            QVERIFY(settler.follow());
            scene.anvil.mine(1);
        }
        QCOMPARE(settler.records()->first().paid, plan->amount);
        QCOMPARE(scene.anvil.tokens(scene.payout.address()), plan->amount);
        scene.expectMoney([](const Money& money) { return money.settled == money.earned; });
    }

private Q_SLOTS:
    void fewDecimals_data()
    {
        QTest::addColumn<int>("decimals");
        QTest::newRow("0") << 0;
        QTest::newRow("2") << 2;
        if (isLong()) {
            QTest::newRow("6") << 6;
            QTest::newRow("9") << 9;
        }
    }
    void fewDecimals()
    {
        QFETCH(int, decimals);
        Anvil anvil;
        anvil.config.spec.decimals = decimals;
        const QString problem = anvil.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        ChainScene scene(anvil);
        QVERIFY(scene.start());
        scene.fund(20, 10);
        if (decimals < 9) {
            const QString little = QStringLiteral("0.000000001");
            verifyRefused(scene, { QStringLiteral("fund"), QStringLiteral("deposit"), little }, anvil.config.spec.leastText());
            verifyRefused(scene, { QStringLiteral("fund"), QStringLiteral("withdraw"), QStringLiteral("1.000000001") }, anvil.config.spec.leastText());
            verifyRefused(scene, { QStringLiteral("fund"), QStringLiteral("reserve"), little, QStringLiteral("--provider"), scene.provider }, anvil.config.spec.leastText());
        }
        serveAndSettle(scene);
    }
    void aTokenThatReturnsNothing()
    {
        Anvil anvil;
        anvil.odd = Anvil::Odd::ReturnsNothing;
        const QString problem = anvil.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        ChainScene scene(anvil);
        QVERIFY(scene.start());
        scene.fund(20, 10);
        serveAndSettle(scene);
    }
    /// It says no with a value: nothing is sent, and no fee is taken for nothing.
    void aTokenThatReturnsFalse()
    {
        Anvil anvil;
        anvil.odd = Anvil::Odd::ReturnsFalse;
        const QString problem = anvil.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        ChainScene scene(anvil);
        QVERIFY(scene.start());
        scene.fund(20, 10);
        verifyRefused(scene, { QStringLiteral("fund"), QStringLiteral("deposit"), QStringLiteral("21") }, QStringLiteral("refuses the transfer"));
    }
    /// Nothing can be set aside of it, and that is said; the provider hides nobody else's channel.
    void aTokenThatTakesAFee()
    {
        Anvil anvil;
        anvil.odd = Anvil::Odd::TakesFromAmount;
        const QString problem = anvil.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        ChainScene scene(anvil);
        QVERIFY(scene.start());
        scene.fund(0, 0);
        const Address customer = *Address::fromHex(scene.customer({ QStringLiteral("spend") }).json.value(u"identity").toString());
        anvil.giveTokens(customer, Amount::fromNano(20 * Token));
        const Outcome deposit = scene.customer({ QStringLiteral("fund"), QStringLiteral("deposit"), QStringLiteral("20") });
        QCOMPARE(deposit.code, 2);
        QVERIFY2(deposit.errors.contains(QStringLiteral("takes a fee")) && deposit.errors.contains(QStringLiteral("18.")), qPrintable(deposit.errors));
        verifyRefused(scene, { QStringLiteral("fund"), QStringLiteral("reserve"), QStringLiteral("10"), QStringLiteral("--provider"), scene.provider }, QStringLiteral("takes a fee"));
    }
    void aNetworkThatIsNotWhatIsSaidIsRefused()
    {
        Anvil anvil;
        anvil.config.spec.decimals = 6;
        const QString problem = anvil.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const auto refusal = [](const ChainConfig& config) {
            EvmClient client(config);
            const auto checked = checkNetwork(client);
            return checked ? QString() : isWrongNetwork(checked.error()) ? checked.error().message : QStringLiteral("?") + checked.error().message;
        };
        QCOMPARE(refusal(anvil.config), QString());
        ChainConfig wrong = anvil.config;
        wrong.spec.decimals = 18;
        QVERIFY2(refusal(wrong).contains(QStringLiteral("has 6 decimals")), qPrintable(refusal(wrong)));
        wrong = anvil.config;
        wrong.token = anvil.config.spec.factory;
        QVERIFY2(refusal(wrong).contains(QStringLiteral("pays in the token")), qPrintable(refusal(wrong)));
        wrong = anvil.config;
        wrong.spec.factory = anvil.deployer.address();
        QVERIFY2(refusal(wrong).contains(QStringLiteral("no chequebook factory")), qPrintable(refusal(wrong)));
        wrong = anvil.config;
        wrong.spec.initCodeHash = Hash32();
        QVERIFY2(refusal(wrong).contains(QStringLiteral("another code")), qPrintable(refusal(wrong)));
        Anvil odd;
        odd.odd = Anvil::Odd::Plain;
        odd.config.spec.decimals = 24;
        const QString started = odd.start();
        QVERIFY2(started.isEmpty(), qPrintable(started));
        QVERIFY2(refusal(odd.config).contains(QStringLiteral("0 to 18")), qPrintable(refusal(odd.config)));
    }
};

QTEST_GUILESS_MAIN(DecimalsTest)
#include "decimals_test.moc"
