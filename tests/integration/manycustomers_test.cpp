// SPDX-License-Identifier: GPL-3.0-or-later
// A real engine that more customers have paid than there are ids for their names, and more channels than one answer holds:
// who comes after them is paid, can be settled, and is in every table, here and in the dashboard's copy.
#include "services/common/history/historystore.h"
#include "services/dashboard/fleet/historysync.h"
#include "services/engine/market/ledger.h"
#include "services/engine/node/schema.h"
#include "tests/support/chainscene.h"

using namespace surplus;
using namespace surplus::test;

namespace {
constexpr int AtOnce = 60; ///< leases without cover that one address may have
constexpr qint64 PricePerByte = PricePerGigabyte; // nano
constexpr std::array Groupings { GroupBy::Resource, GroupBy::Machine, GroupBy::Customer, GroupBy::State };

/// What the engine would have written down of so many customers without cover, by its own ledger, while it is stopped. Each
/// took something, promised what it cost, and left. What they earned it, nano.
qint64 haveServed(const QString& file, const ChainSpec& chain, const MachineId& machine, const Address& beneficiary, int customers)
{
    auto database = Database::open(file, Database::Durability::Normal, engineSchema());
    if (!database)
        qFatal("%s", qPrintable(database.error().message));
    StoreWorker store(std::move(*database));
    const SystemClock clock;
    const auto ledger = std::move(*Ledger::open(store, chain, machine, clock));
    CreditLimits limits;
    limits.serveUnfunded = true;
    ledger->setLimits(limits);
    ledger->setRoom({});
    ledger->setBeneficiary(beneficiary);
    ledger->setRetrievePrice(Amount::fromNano(PricePerGigabyte * Token));
    ledger->beginAt(1);
    struct Customer {
        SecretKey key = SecretKey::generate();
        LeaseRecord lease;
    };
    const auto granted = [](const auto& outcome) {
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().message));
    };
    for (int first = 0; first < customers; first += AtOnce) {
        std::vector<Customer> some(static_cast<std::size_t>(std::min(AtOnce, customers - first)));
        const Network network(QHostAddress(QHostAddress(QStringLiteral("10.1.0.0")).toIPv4Address() + static_cast<quint32>(first / AtOnce)).toString());
        for (Customer& one : some) {
            const Hash32 salt = randomHash();
            granted(ledger->openAccount(one.key.address(), salt, network));
            LeaseRecord& lease = one.lease;
            lease.id = *LeaseId::fromRaw(randomBytes(32));
            lease.customer = one.key.address();
            lease.chequebook = chain.chequebookOf(lease.customer, salt);
            lease.content = *InfoHash::fromRaw(randomBytes(32));
            lease.size = 16 * 1024;
            lease.state = LeaseState::Stored;
            lease.created = lease.start = clock.now();
            lease.end = clock.now() + SecondsPerDay * 1000;
            lease.retrievePrice = Amount::fromNano(PricePerGigabyte * Token);
            ledger->addLease(lease, "torrent", granted);
        }
        store.drain();
        qint64 bytes = 1000 + first;
        for (const Customer& one : some) {
            (void)ledger->meter(one.lease.id, ++bytes);
            Voucher voucher { one.lease.chequebook, beneficiary, machine, chain.toBaseUnits(Amount::fromNano(bytes * PricePerByte)), {} };
            voucher.sign(chain.chainId, one.key);
            ledger->submit(voucher, one.lease.id, granted);
        }
        store.drain();
        for (const Customer& one : some)
            ledger->closeLease(one.lease.id, LeaseEnd::ByCustomer, [](const LeaseRecord&) { return true; }, granted);
        store.drain();
    }
    return ledger->money().earned.nano();
}
} // namespace

class ManyCustomersTest : public QObject {
    Q_OBJECT
    Anvil m_anvil;

    static qint64 all(const EarningsTable& table) { return table.total().nano() + table.undated().nano(); }
    /// Money, pages of channels and tables say the same.
    static void verify(const ChainScene& scene, int channels)
    {
        const qint64 earned = scene.money().earned.nano();
        scene.verifyEquation();
        for (const GroupBy by : Groupings) {
            const auto table = EarningsTable::fromJson(scene.call(QStringLiteral("earnings.query"), { { QStringLiteral("by"), toText(by) } }));
            QVERIFY(table);
            QCOMPARE(all(*table), earned);
        }
        QSet<QString> chequebooks;
        qint64 listed = 0;
        for (const QJsonValue& row : scene.rows("vouchers.list")) {
            chequebooks.insert(row[u"chequebook"].toString());
            listed += amount(row[u"earned"]);
        }
        QCOMPARE(chequebooks.size(), channels);
        QCOMPARE(listed, earned);
        QCOMPARE(amount(scene.call(QStringLiteral("earnings.query"), { { QStringLiteral("by"), QStringLiteral("customer") } }).value(u"total")), earned);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_anvil.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void whoComesLaterIsSettledAndInEveryTable()
    {
        const int before = isLong() ? 7'580 : SeriesStore::MaxSeries;
        ChainScene scene(m_anvil, R"({"serveUnfunded":true})");
        QVERIFY(scene.start());
        const MachineId machine = ProviderAddress::parse(scene.provider)->machine;
        QCOMPARE(scene.engine->stop(), 0);
        const qint64 past = haveServed(scene.engine->data() + QStringLiteral("/engine.db"), m_anvil.config.spec, machine, scene.payout.address(), before);
        QVERIFY(past > 0);
        QVERIFY(scene.start());
        QCOMPARE(scene.money().earned.nano(), past);
        verify(scene, before);

        scene.fund(20, 20);
        const Outcome covered = scene.use(600'000);
        QVERIFY2(covered.code == 0, qPrintable(covered.errors));
        const Outcome uncovered = scene.use(300'000, QStringLiteral("uncovered"));
        QVERIFY2(uncovered.code == 0, qPrintable(uncovered.errors));
        scene.expectMoney([](const Money& money) { return money.secured.nano() > 0; });
        const Amount secured = scene.money().secured;
        QVERIFY(scene.money().earned.nano() - secured.nano() > past); // the uncovered one's, too
        verify(scene, before + 2);
        const QJsonArray page = scene.call(QStringLiteral("vouchers.list"), { { QStringLiteral("limit"), 1 } }).value(u"channels").toArray();
        QCOMPARE(amount(page.first()[u"earned"]), secured.nano());

        // All channels are offered to be settled; those that hold nothing wait.
        EvmClient client(m_anvil.config);
        Settler settler(*scene.database, client, scene.clock);
        m_anvil.giveCoin(scene.payout.address());
        const auto plan = settler.plan(scene.channels(), scene.payout.address(), scene.payout.address(), {});
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
        QCOMPARE(plan->amount, secured);
        const auto sent = settler.settle(*plan, scene.payout);
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().message));
        m_anvil.mine(m_anvil.config.confirmations);
        scene.expectMoney([&](const Money& money) { return money.settled == secured; });
        verify(scene, before + 2);

        // The dashboard's copy.
        StoreWorker copy(std::move(*Database::open(scene.dir.filePath(QStringLiteral("history.db")), Database::Durability::Normal, HistoryStore::migrations())));
        EngineLink link(200);
        HistorySync sync(link, copy, scene.clock);
        connect(&link, &EngineLink::statusChanged, &sync, &HistorySync::start);
        link.open(*RuntimeFile::read(scene.engine->data()));
        const qint64 earned = scene.money().earned.nano();
        const auto copied = [&](GroupBy by) {
            const UtcMs now = scene.clock.now();
            const auto table = copy.wait([&](Database& db) {
                HistoryStore history(db, QTimeZone::utc());
                return history.snapshot([&] { return history.earnings(machine, by, lastDays(2, now, QTimeZone::utc()), now); });
            });
            return table ? all(*table) : -1;
        };
        QVERIFY(QTest::qWaitFor([&] { return std::all_of(Groupings.begin(), Groupings.end(), [&](GroupBy by) { return copied(by) == earned; }); }, Patience));
        const auto held = [&] { return copy.wait([&](Database& db) { return HistoryStore(db, QTimeZone::utc()).vouchers().all(); }).value_or(QList<QJsonObject>()).size(); };
        QTRY_COMPARE_WITH_TIMEOUT(held(), before + 2, Patience);
        link.close();

        QCOMPARE(scene.engine->stop(), 0);
        QVERIFY(scene.start());
        QCOMPARE(scene.money().earned.nano(), earned);
        verify(scene, before + 2);
    }
};

QTEST_GUILESS_MAIN(ManyCustomersTest)
#include "manycustomers_test.moc"
