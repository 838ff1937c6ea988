// SPDX-License-Identifier: GPL-3.0-or-later
// A real engine, strangers who sign, ask for and reserve whatever costs them nothing, and honest customers beside them who
// notice nothing of it. Peers that cheat on the wire stand in attack_test.cpp, crowds of connections in crowd_test.cpp.
#include "services/customer/paying/purse.h"
#include "services/engine/market/ledger.h"
#include "tests/support/chainscene.h"
#include "tests/support/marketcaller.h"
#include "tests/support/measures.h"

using namespace surplus;
using namespace surplus::test;

namespace {
constexpr qint64 Most = std::numeric_limits<qint64>::max();
const QHostAddress Elsewhere(QStringLiteral("127.0.0.7"));

/// A key that says hello from an address of its own.
struct Stranger {
    SecretKey key = SecretKey::generate();
    Hash32 salt = randomHash();
    MarketCaller caller;

    [[nodiscard]] bool connect(const QString& provider, const QHostAddress& from = Elsewhere)
    {
        return caller.open(*ProviderAddress::parse(provider), from) && caller.greet(key, salt);
    }
    [[nodiscard]] QJsonObject voucher(qint64 nano) const
    {
        return { { QStringLiteral("voucher"), caller.voucher(key, salt, caller.chain().toBaseUnits(Amount::fromNano(nano))).toJson() } };
    }
    [[nodiscard]] Result<QJsonObject> submit(qint64 nano) { return caller.call(QStringLiteral("voucher.submit"), voucher(nano)); }
    [[nodiscard]] QJsonObject quote() { return caller.call(QStringLiteral("quote.get")).value_or(QJsonObject()); }
    [[nodiscard]] Result<QJsonObject> lease(const QByteArray& torrent, qint64 days)
    {
        return caller.call(QStringLiteral("lease.open"), leaseRequest(quote(), torrent, days));
    }
    /// All at once.
    [[nodiscard]] QList<Result<QJsonObject>> leases(const QList<QByteArray>& torrents, qint64 days)
    {
        const QJsonObject once = quote();
        QList<QJsonObject> requests;
        for (const QByteArray& torrent : torrents)
            requests.append(leaseRequest(once, torrent, days));
        return caller.callAll(QStringLiteral("lease.open"), requests);
    }
};

QString codeOf(const Result<QJsonObject>& answer) { return answer ? QStringLiteral("accepted") : answer.error().code; }
qsizetype granted(const QList<Result<QJsonObject>>& answers)
{
    return std::count_if(answers.begin(), answers.end(), [](const auto& one) { return one.has_value(); });
}
/// A customer that stores and fetches, as if nobody else were there.
void honestUse(const Scene& scene, const QString& home, qint64 size = 600'000)
{
    const QString source = scene.file(size, home + QStringLiteral(".bin"));
    const Outcome put = scene.customer({ QStringLiteral("put"), source, QStringLiteral("--provider"), scene.provider }, home);
    QVERIFY2(put.code == 0, qPrintable(put.errors));
    const QString back = scene.dir.filePath(home + QStringLiteral(".back"));
    const Outcome got = scene.customer({ QStringLiteral("get"), QString::number(put.json.value(u"id").toInteger()), QStringLiteral("--out"), back }, home);
    QVERIFY2(got.code == 0, qPrintable(got.errors));
    QVERIFY(scene.same(source, back));
    QFile::remove(back);
}
} // namespace

class MarketAttackTest : public QObject {
    Q_OBJECT
    Anvil m_anvil;

    static qint64 leased(const EngineProcess& engine) { return engine.ctl({ QStringLiteral("status") }).value(u"storage")[u"leased"].toInteger(); }

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_anvil.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void vouchersOfAllThereIsChangeNoSum()
    {
        Scene scene;
        QVERIFY(scene.start());
        honestUse(scene, QStringLiteral("before"));
        const qint64 earned = scene.earned();
        QVERIFY(earned > 0);
        for (int i = 0; i < 2; ++i) {
            Stranger stranger;
            QVERIFY(stranger.connect(scene.provider));
            QCOMPARE(codeOf(stranger.submit(Most)), QStringLiteral("accepted"));
            QCOMPARE(codeOf(stranger.submit(Most)), QStringLiteral("accepted")); // and answered with what is held
            const auto more = stranger.caller.call(QStringLiteral("voucher.submit"),
                { { QStringLiteral("voucher"), stranger.caller.voucher(stranger.key, stranger.salt, stranger.caller.chain().toBaseUnits(Amount::fromNano(Most)) * 2).toJson() } });
            QCOMPARE(codeOf(more), QStringLiteral("voucher.amount"));
        }
        QCOMPARE(scene.earned(), earned); // promised ahead: no earning
        scene.verifyMoney();
        for (const bool again : { false, true }) {
            const qint64 before = scene.earned();
            honestUse(scene, again ? QStringLiteral("before") : QStringLiteral("after"));
            QVERIFY(scene.earned() > before); // later honest vouchers count
            scene.verifyMoney();
            for (const char* grouping : { "resource", "machine", "customer", "state" }) {
                const QJsonObject earnings = scene.engine.ctl({ QStringLiteral("earnings"), QStringLiteral("--by"), QString::fromLatin1(grouping) });
                if (earnings.contains(u"total"))
                    QCOMPARE(amount(earnings.value(u"total")) + amount(earnings.value(u"undated")), scene.earned());
            }
            QCOMPARE(scene.engine.stop(), 0);
            QVERIFY(scene.start());
        }
        scene.verifyMoney();
    }

    void aPromiseKeepsNobodyFromChoosingAnotherChain()
    {
        Scene scene;
        QVERIFY(scene.start());
        Stranger stranger;
        QVERIFY(stranger.connect(scene.provider));
        QCOMPARE(codeOf(stranger.submit(1)), QStringLiteral("accepted"));
        const auto choose = [&] {
            RpcClient client;
            const auto answer = openLocalEngine(client, scene.engine.data()) ? client.callAndWait(QStringLiteral("chain.set"), { { QStringLiteral("chain"), m_anvil.config.toJson() } })
                                                                            : failure(QStringLiteral("test"), QStringLiteral("the engine doesn't answer"));
            return answer ? answer->value(u"restart").toBool() : false;
        };
        QVERIFY(choose());
        QCOMPARE(codeOf(stranger.submit(2)), QStringLiteral("market.closed"));
        QCOMPARE(scene.engine.stop(), 0);
        QVERIFY(scene.start());
        Stranger other;
        QVERIFY(other.connect(scene.provider));
        QCOMPARE(other.caller.chain(), m_anvil.config.spec);
        QCOMPARE(codeOf(other.submit(1)), QStringLiteral("accepted"));
    }

    void aHundredThousandTokensStopNobody()
    {
        ChainScene scene(m_anvil, R"({"serveUnfunded":true})");
        QVERIFY(scene.start());
        scene.fund(20, 20, QStringLiteral("funded"));
        for (int i = 0; i < 3; ++i) {
            Stranger stranger;
            QVERIFY(stranger.connect(scene.provider));
            QCOMPARE(stranger.caller.chain().chainId, m_anvil.config.spec.chainId);
            QCOMPARE(codeOf(stranger.submit(100'001 * Token)), QStringLiteral("accepted"));
        }
        const auto allAreServed = [&] {
            for (const char* home : { "unfunded", "funded" }) {
                const Outcome used = scene.use(600'000, QString::fromLatin1(home));
                QVERIFY2(used.code == 0, qPrintable(QString::fromLatin1(home) + used.errors));
            }
        };
        allAreServed();
        QVERIFY(scene.money().earned.nano() < Token);
        scene.verifyEquation();
        QCOMPARE(scene.engine->stop(), 0);
        QVERIFY(scene.start());
        allAreServed();
        scene.engine->kill();
        QVERIFY(scene.start());
        allAreServed();
        scene.verifyEquation();
    }

    void whatIsAskedForAtOnceIsAdmittedOneByOne()
    {
        constexpr qint64 Limit = 2'000'000'000; // of the scenes
        ChainScene scene(m_anvil, R"({"serveUnfunded":true})");
        QVERIFY(scene.start());
        // Without cover: a key's leases and room.
        QList<QByteArray> small;
        QList<QByteArray> large;
        for (int i = 0; i < 60; ++i) {
            small.append(inventedTorrent(1000));
            large.append(inventedTorrent(100'000'000));
        }
        Stranger stranger;
        QVERIFY(stranger.connect(scene.provider));
        QCOMPARE(granted(stranger.leases(small, 7)), Ledger::UnfundedLeases.perKey);
        Stranger other;
        QVERIFY(other.connect(scene.provider));
        QCOMPARE(granted(other.leases(large, 7)), 0); // 64 MiB of such a small limit
        // With cover for everything: the limit itself.
        scene.fund(1000, 1000, QStringLiteral("funded"));
        QVERIFY(scene.use(600'000, QStringLiteral("funded")).code == 0); // and the chain was read
        const auto purse = *Purse::open(scene.dir.filePath(QStringLiteral("funded")));
        Stranger greedy { std::move(*SecretKey::fromRaw(purse->key().raw())), purse->salt(), {} };
        QVERIFY(greedy.connect(scene.provider));
        const auto answers = greedy.leases(large, 30);
        QCOMPARE(answers.size(), 60);
        QVERIFY(granted(answers) > 10);
        QVERIFY2(granted(answers) * 100'000'000 <= Limit, qPrintable(QString::number(granted(answers))));
        QVERIFY(leased(*scene.engine) <= Limit);
        for (const auto& answer : answers)
            QVERIFY2(answer || answer.error().code == QLatin1String("storage.full"), qPrintable(codeOf(answer)));
        // One content is one lease, whoever asks how often at once.
        const QByteArray torrent = inventedTorrent(5000);
        Stranger third;
        QVERIFY(third.connect(scene.provider));
        const auto same = third.leases({ torrent, torrent, torrent }, 7);
        QCOMPARE(granted(same), 3);
        QVERIFY(!same[0]->value(u"id").toString().isEmpty());
        QCOMPARE(same[1]->value(u"id"), same[0]->value(u"id"));
        QCOMPARE(same[2]->value(u"id"), same[0]->value(u"id"));
        Stranger fourth;
        QVERIFY(fourth.connect(scene.provider));
        for (const auto& refused : fourth.leases({ torrent, torrent }, 7))
            QCOMPARE(codeOf(refused), QStringLiteral("torrent.refused"));
        const EngineRows rows(scene.engine->data());
        QCOMPARE(rows.number("SELECT COUNT(*)-COUNT(DISTINCT content) FROM leases WHERE state<>2"), 0);
        // Who holds what is there still gets it.
        const QString back = scene.dir.filePath(QStringLiteral("again.bin"));
        const Outcome got = scene.customer({ QStringLiteral("get"), QStringLiteral("1"), QStringLiteral("--out"), back }, QStringLiteral("funded"));
        QVERIFY2(got.code == 0, qPrintable(got.errors));
    }

    void oneRequestTakesNotAllTheRoomForTenYears()
    {
        constexpr qint64 Limit = 64'500'000'000;
        constexpr qint64 All = 64'400'000'000;
        for (const bool unfunded : { false, true }) {
            Scene scene(unfunded ? R"({"serveUnfunded":true})" : R"({"serveUnfunded":false})", Limit);
            Faults faults(scene.dir.filePath(QStringLiteral("faults")));
            faults->spare = 4 * Limit;
            scene.engine.environment = faults.environment();
            QVERIFY(scene.start());
            Stranger stranger;
            QVERIFY(stranger.connect(scene.provider));
            QCOMPARE(codeOf(stranger.lease(inventedTorrent(All), 3650)), unfunded ? QStringLiteral("lease.days") : QStringLiteral("customer.unfunded"));
            QCOMPARE(codeOf(stranger.lease(inventedTorrent(All), 7)), unfunded ? QStringLiteral("storage.full") : QStringLiteral("customer.unfunded"));
            QCOMPARE(codeOf(stranger.submit(Most)), QStringLiteral("accepted")); // a promise is no cover
            QCOMPARE(codeOf(stranger.lease(inventedTorrent(All), 7)), unfunded ? QStringLiteral("storage.full") : QStringLiteral("customer.unfunded"));
            QCOMPARE(leased(scene.engine), 0);
            if (unfunded)
                honestUse(scene, QStringLiteral("honest"));
        }
        // With a little cover: a week of keeping has to come out of it.
        ChainScene scene(m_anvil);
        QVERIFY(scene.start());
        scene.fund(1, 1, QStringLiteral("poor"));
        scene.fund(20, 20, QStringLiteral("honest"));
        QVERIFY(scene.use(600'000, QStringLiteral("poor")).code == 0);
        const auto purse = *Purse::open(scene.dir.filePath(QStringLiteral("poor")));
        Stranger poor { std::move(*SecretKey::fromRaw(purse->key().raw())), purse->salt(), {} };
        QVERIFY(poor.connect(scene.provider));
        QCOMPARE(codeOf(poor.lease(inventedTorrent(1'900'000'000), 3650)), QStringLiteral("customer.unfunded"));
        QVERIFY(leased(*scene.engine) < 1'000'000);
        const Outcome used = scene.use(600'000, QStringLiteral("honest"));
        QVERIFY2(used.code == 0, qPrintable(used.errors));
    }

    void metadataIsRoomAndRowsAreBounded()
    {
        Scene scene;
        QVERIFY(scene.start());
        honestUse(scene, QStringLiteral("before"));
        const EngineRows rows(scene.engine.data());
        const qint64 before = rows.used();
        const qint64 leasedBefore = leased(scene.engine);
        constexpr qsizetype Padding = 690 * 1024;
        qsizetype got = 0;
        for (int i = 0; i < 60; ++i) { // five each: 300 leases of one byte, 210 MB of metadata
            Stranger stranger;
            QVERIFY(stranger.connect(scene.provider));
            QList<QByteArray> torrents;
            for (int k = 0; k < 5; ++k)
                torrents.append(inventedTorrent(1, Padding));
            for (const QByteArray& torrent : std::as_const(torrents))
                got += stranger.lease(torrent, 7) ? 1 : 0;
        }
        QVERIFY(got > 0);
        QVERIFY2(got * Padding <= Ledger::UnfundedGrowth.perNetwork, qPrintable(QString::number(got)));
        QVERIFY(leased(scene.engine) - leasedBefore >= got * Padding); // shown as what they take
        const qint64 grown = rows.used() - before;
        QVERIFY2(grown <= Ledger::UnfundedGrowth.perNetwork, qPrintable(QString::number(grown)));
        // One nano more, and one more: no row for each.
        Stranger patient;
        QVERIFY(patient.connect(scene.provider, QHostAddress(QStringLiteral("127.0.0.8"))));
        const qint64 vouchers = rows.number("SELECT COUNT(*) FROM vouchers");
        for (int round = 0; round < 20; ++round) {
            QList<QJsonObject> many;
            for (int i = 1; i <= 50; ++i)
                many.append(patient.voucher(50 * round + i));
            QCOMPARE(granted(patient.caller.callAll(QStringLiteral("voucher.submit"), many)), 50);
        }
        QVERIFY(rows.number("SELECT COUNT(*) FROM vouchers") - vouchers <= 5); // one a minute
        honestUse(scene, QStringLiteral("after"));
        scene.verifyMoney();
    }

    void whoCanBeSettledStandsFirst()
    {
        const int channels = isLong() ? 7'580 : 60;
        const int page = isLong() ? 1'000 : 20;
        ChainScene scene(m_anvil, R"({"serveUnfunded":true})");
        QVERIFY(scene.start());
        for (int i = 0; i < channels; ++i) {
            Stranger stranger;
            const quint32 from = QHostAddress(QStringLiteral("127.2.0.1")).toIPv4Address() + static_cast<quint32>(i / 50);
            QVERIFY(stranger.connect(scene.provider, QHostAddress(from)));
            QCOMPARE(codeOf(stranger.submit(100'001 * Token + i)), QStringLiteral("accepted"));
        }
        scene.fund(10, 10);
        const Outcome used = scene.use(600'000);
        QVERIFY2(used.code == 0, qPrintable(used.errors));
        const auto purse = *Purse::open(scene.dir.filePath(QStringLiteral("customer")));
        const QString honest = m_anvil.config.spec.chequebookOf(purse->key().address(), purse->salt()).hex0x();
        const auto isFirst = [&] {
            const QJsonArray rows = scene.call(QStringLiteral("vouchers.list"), { { QStringLiteral("limit"), page } }).value(u"channels").toArray();
            return !rows.isEmpty() && rows.size() <= page && rows.first()[u"chequebook"].toString().compare(honest, Qt::CaseInsensitive) == 0;
        };
        QVERIFY(QTest::qWaitFor([&] { return scene.money().secured.nano() > 0; }, Patience));
        QVERIFY(isFirst());
        QCOMPARE(scene.call(QStringLiteral("vouchers.list"), { { QStringLiteral("limit"), 5 }, { QStringLiteral("offset"), channels } }).value(u"channels").toArray().size(), 1);
        QCOMPARE(scene.engine->stop(), 0);
        QVERIFY(scene.start());
        QVERIFY(isFirst());
    }
};

QTEST_GUILESS_MAIN(MarketAttackTest)
#include "market_attack_test.moc"
