// SPDX-License-Identifier: GPL-3.0-or-later
// A stranger's budget: what fresh keys on many addresses, which pay nothing, get out of an engine as it comes, against the
// table of MONEY.md ("What a stranger may hold"); and that it is gone a day later. At full size 10,000 keys on 50
// addresses, else 500 on 10.
#include "services/customer/paying/purse.h"
#include "services/engine/market/ledger.h"
#include "services/engine/market/sessions.h"
#include "tests/support/faultcontrol.h"
#include "tests/support/marketcaller.h"
#include "tests/support/measures.h"
#include "tests/support/rawpeer.h"
#include "tests/support/scene.h"

#include <libtorrent/torrent_info.hpp>

using namespace surplus;
using namespace surplus::test;

namespace {
constexpr qint64 Limit = 100'000'000'000;
constexpr qint64 Window = 4 * 1024 * 1024;
constexpr qint64 OnItsWay = 512 * 1024; // of one connection: the send buffer and the blocks on their way
constexpr qint64 MiB = 1024 * 1024;
constexpr qsizetype Metadata = 650 * 1024;
constexpr long Day = 86'400;

QHostAddress addressOf(int i) { return QHostAddress(QHostAddress(QStringLiteral("127.1.0.1")).toIPv4Address() + static_cast<quint32>(i)); }

struct Stranger {
    SecretKey key = SecretKey::generate();
    Hash32 salt = randomHash();
    int leases = 0;
    qint64 room = 0;
};
/// What one address got.
struct Share {
    int leases = 0;
    qint64 room = 0;
    qint64 served = 0;
};
} // namespace

class StrangersTest : public QObject {
    Q_OBJECT

    static QJsonObject status(const Scene& scene) { return scene.engine.ctl({ QStringLiteral("status") }); }
    static qint64 storage(const Scene& scene, QStringView what) { return status(scene).value(u"storage")[what].toInteger(); }

    /// A customer and its file, put in order; then fetched by hand from `from`, and not paid for. Bytes of payload.
    static qint64 fetchUnpaid(const Scene& scene, const QString& home, const QHostAddress& from)
    {
        const auto purse = *Purse::open(scene.dir.filePath(home));
        const auto files = purse->files();
        const auto provider = *ProviderAddress::parse(scene.provider);
        MarketCaller caller;
        if (!files || files->isEmpty() || !caller.open(provider, from) || !caller.greet(purse->key(), purse->salt()))
            return -1;
        const StoredFile file = files->first();
        const auto opened = caller.call(QStringLiteral("content.open"), { { QStringLiteral("lease"), file.lease.id.hex() }, { QStringLiteral("received"), QStringLiteral("0") } });
        if (!opened)
            return -1;
        RawPeer peer;
        if (!peer.open(static_cast<quint16>(opened->value(u"port").toInt()), file.lease.content, from) || !peer.greet())
            return -1;
        peer.say(PeerHello { purse->key().sign(peer.hello(provider.machine, caller.beneficiary(), file.lease.content).digest(caller.chain().chainId)) });
        if (!peer.hear<PeerMeter>())
            return -1;
        const lt::torrent_info info(lt::span<const char>(file.torrent.constData(), file.torrent.size()), lt::from_span);
        qint64 got = peer.drain(file.seal.sealedSize, info.piece_length(), 700);
        QList<QJsonObject> audits; // the same window by another way
        for (int i = 0; i < 20; ++i)
            audits.append({ { QStringLiteral("lease"), file.lease.id.hex() }, { QStringLiteral("blocks"), QJsonArray { 0, 1, 2, 3 } } });
        for (const auto& audit : caller.callAll(QStringLiteral("lease.audit"), audits))
            got += audit ? 4 * 16 * 1024 : 0;
        return got;
    }

    static void lease(MarketCaller& caller, Stranger& stranger, bool heavy)
    {
        const auto quote = caller.call(QStringLiteral("quote.get"));
        if (!quote)
            return;
        struct Wish {
            qint64 size;
            qsizetype padding;
            qint64 days;
        };
        QList<Wish> wishes { { 64'400'000'000, 0, 3650 }, { 64'400'000'000, 0, 7 }, { 1, 0, 3650 } };
        if (heavy) {
            wishes += { { 1, Metadata, 7 }, { 1, Metadata, 7 } };
        } else {
            wishes += { { 900'000'000, 0, 7 }, { 900'000'000, 0, 7 }, { 64'000'000, 0, 7 } };
            for (int i = 0; i < 8; ++i)
                wishes.append({ 1, 0, 7 });
        }
        for (const Wish& wish : std::as_const(wishes)) {
            const QByteArray torrent = inventedTorrent(wish.size, wish.padding);
            const auto leased = caller.call(QStringLiteral("lease.open"), leaseRequest(*quote, torrent, wish.days));
            if (leased) {
                ++stranger.leases;
                stranger.room += wish.size + torrent.size();
                QVERIFY2(wish.days <= UnfundedDays, qPrintable(QString::number(wish.days)));
            }
        }
    }
    static void promise(MarketCaller& caller, const Stranger& stranger, int number)
    {
        const ChainSpec& chain = caller.chain();
        const auto units = [&](qint64 nano) { return chain.toBaseUnits(Amount::fromNano(nano)); };
        constexpr qint64 Most = std::numeric_limits<qint64>::max();
        QList<U256> sums;
        for (int i = 1; i <= 40; ++i)
            sums.append(units(number % 2 ? i : 100'001 * NanoPerToken + i));
        sums += { units(100'001 * NanoPerToken), units(Most), units(Most), units(Most) * 2 };
        QList<QJsonObject> vouchers;
        for (const U256& sum : std::as_const(sums))
            vouchers.append({ { QStringLiteral("voucher"), caller.voucher(stranger.key, stranger.salt, sum).toJson() } });
        const auto answers = caller.callAll(QStringLiteral("voucher.submit"), vouchers);
        QVERIFY(answers.isEmpty() || !answers.last()); // the last is more than a channel can hold
    }

private Q_SLOTS:
    void aStrangersBudget()
    {
        const int addresses = isLong() ? 50 : 10;
        const int keys = isLong() ? 200 : 50; // of each
        Scene scene(R"({"serveUnfunded":true})", Limit);
        Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        faults->spare = 4 * Limit; // the disk has room for whatever may be leased
        scene.engine.environment = faults.environment();
        QVERIFY(scene.start());
        QCOMPARE(storage(scene, u"limit"), Limit);
        const auto provider = *ProviderAddress::parse(scene.provider);
        const QString honest = scene.file(1'000'000, QStringLiteral("honest"));
        QVERIFY(scene.put(honest).code == 0);
        const EngineRows rows(scene.engine.data());
        const qint64 pid = scene.engine.pid();
        const qint64 idleMemory = memoryOf(pid);
        const auto idleDescriptors = descriptorsOf(pid);
        const qint64 idleFiles = rows.files();
        const qint64 idleUsed = rows.used();
        qint64 memory = idleMemory;
        const auto watch = [&] { memory = std::max(memory, memoryOf(pid)); };

        // Bytes served: three keys on the first address, one on some others.
        QList<Share> shares(addresses);
        constexpr qint64 Fetched = 5'000'000;
        constexpr int Fetchers = 6;
        for (int i = 0; i < Fetchers; ++i) {
            const QString home = QStringLiteral("fetcher-%1").arg(i);
            const Outcome put = scene.customer({ QStringLiteral("put"), scene.file(Fetched, home + QStringLiteral(".bin")), QStringLiteral("--provider"), scene.provider }, home);
            QVERIFY2(put.code == 0, qPrintable(put.errors));
        }
        const qint64 servedBefore = storage(scene, u"retrieved");
        for (int i = 0; i < Fetchers; ++i) {
            const int from = i < 3 ? 0 : i;
            const qint64 got = fetchUnpaid(scene, QStringLiteral("fetcher-%1").arg(i), addressOf(from));
            QVERIFY(got >= 0);
            shares[from].served += got;
            watch();
        }

        // Places, room, rows and memory.
        std::vector<std::unique_ptr<MarketCaller>> idle;
        int greeted = 0;
        for (int k = 0; k < keys; ++k) {
            for (int a = 0; a < addresses; ++a) {
                Stranger stranger;
                for (int session = 0; session < (k % 10 == 0 ? 6 : 1); ++session) {
                    auto caller = std::make_unique<MarketCaller>();
                    if (caller->open(provider, addressOf(a)) && caller->greet(stranger.key, stranger.salt)) {
                        ++greeted;
                        idle.push_back(std::move(caller));
                    }
                }
                QVERIFY(!idle.empty());
                MarketCaller& caller = *idle.back();
                lease(caller, stranger, a % 2 == 0 && k < 15); // rows on these, room on the others
                promise(caller, stranger, k);
                (void)caller.callAll(QStringLiteral("quote.get"), QList<QJsonObject>(20));
                QVERIFY2(stranger.leases <= Ledger::UnfundedLeases.perKey, qPrintable(QString::number(stranger.leases)));
                QVERIFY2(stranger.room <= Limit / 100, qPrintable(QString::number(stranger.room)));
                shares[a].leases += stranger.leases;
                shares[a].room += stranger.room;
                watch();
            }
            // Sessions that were pushed out are closed here, too.
            std::erase_if(idle, [](const auto& one) { return !one->isOpen(); });
            QVERIFY2(idle.size() <= static_cast<size_t>(Sessions::Unfunded.inAll), qPrintable(QString::number(idle.size())));
        }
        const QString back = scene.dir.filePath(QStringLiteral("back"));
        const Outcome fetched = scene.customer({ QStringLiteral("get"), QStringLiteral("honest"), QStringLiteral("--out"), back });
        QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
        QVERIFY(scene.same(honest, back));
        watch();

        const qint64 earned = scene.earned();
        const qint64 served = storage(scene, u"retrieved") - servedBefore;
        const qint64 unpaid = served - 1'000'000;
        const qint64 reserved = rows.number("SELECT SUM(size+metadata) FROM leases WHERE state=0");
        const qint64 leases = rows.number("SELECT COUNT(*) FROM leases WHERE cover=1 AND state<>2");
        const qint64 accounts = rows.number("SELECT COUNT(*) FROM accounts");
        const qint64 vouchers = rows.number("SELECT COUNT(*) FROM vouchers");
        const qint64 used = rows.used() - idleUsed;
        const qint64 files = rows.files() - idleFiles;
        constexpr qsizetype Others = 64; // contents and their peers
        QTRY_VERIFY_WITH_TIMEOUT(descriptorsOf(pid) - idleDescriptors <= Sessions::Unfunded.inAll + Others, Patience); // what was pushed out is closed
        const auto descriptors = descriptorsOf(pid) - idleDescriptors;
        qInfo("%d keys on %d addresses, %d hellos:", keys * addresses, addresses, greeted);
        qInfo("  served unpaid      %11lld bytes (at most %lld)", static_cast<long long>(unpaid), static_cast<long long>(Ledger::WindowsInAll * Window));
        qInfo("  reserved           %11lld bytes (at most %lld)", static_cast<long long>(reserved), static_cast<long long>(Limit / 10));
        qInfo("  leases             %11lld (at most %lld)", static_cast<long long>(leases), static_cast<long long>(Ledger::UnfundedLeases.inAll));
        qInfo("  accounts, vouchers %11lld, %lld", static_cast<long long>(accounts), static_cast<long long>(vouchers));
        qInfo("  the database       %11lld bytes more, in files %lld (at most %lld)", static_cast<long long>(used), static_cast<long long>(files), static_cast<long long>(Ledger::UnfundedGrowth.inAll));
        qInfo("  sessions           %11zu, descriptors %lld more (at most %lld)", idle.size(), static_cast<long long>(descriptors), static_cast<long long>(Sessions::Unfunded.inAll));
        qInfo("  memory             %11lld KiB over idle (at most %lld)", static_cast<long long>((memory - idleMemory) / 1024), static_cast<long long>(64 * MiB / 1024));
        for (int a = 0; a < addresses; ++a) {
            QVERIFY2(shares[a].leases <= Ledger::UnfundedLeases.perNetwork, qPrintable(QString::number(shares[a].leases)));
            QVERIFY2(shares[a].room <= Limit / 40, qPrintable(QString::number(shares[a].room)));
            QVERIFY2(shares[a].served <= Ledger::WindowsPerNetwork * Window + OnItsWay, qPrintable(QString::number(shares[a].served)));
        }
        QVERIFY(shares[0].served >= Window); // there is something to bound
        QVERIFY(unpaid <= Ledger::WindowsInAll * Window);
        QVERIFY(reserved > 0 && reserved <= Limit / 10);
        QVERIFY(leases > 0 && leases <= Ledger::UnfundedLeases.inAll);
        QVERIFY(accounts <= Ledger::MaxAccountsPerNetwork * (addresses + 1));
        QVERIFY2(used <= Ledger::UnfundedGrowth.inAll, qPrintable(QString::number(used)));
        constexpr qint64 Log = 8 * MiB; // that a write-ahead log is cut to
        QVERIFY2(files <= Ledger::UnfundedGrowth.inAll + 2 * Log, qPrintable(QString::number(files)));
        if (!Sanitized)
            QVERIFY2(memory - idleMemory <= 64 * MiB, qPrintable(QString::number((memory - idleMemory) / 1024)));
        QCOMPARE(scene.earned(), earned);
        scene.verifyMoney();

        // A day later all of it is gone, but what was really stored and is still within its term.
        idle.clear();
        faults->clock_step = Day + 3600;
        faults->run_step = Day + 3600;
        QTRY_COMPARE_WITH_TIMEOUT(rows.number("SELECT COUNT(*) FROM leases WHERE state<>2"), Fetchers + 1, Patience);
        QCOMPARE(scene.engine.stop(), 0);
        QVERIFY(scene.start()); // each start forgets, as each minute does
        QTRY_COMPARE_WITH_TIMEOUT(rows.number("SELECT COUNT(*) FROM leases"), Fetchers + 1, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(rows.number("SELECT COUNT(*) FROM accounts"), Fetchers + 1, Patience);
        QCOMPARE(rows.number("SELECT COUNT(*) FROM torrents"), Fetchers + 1);
        QVERIFY(rows.number("SELECT COUNT(*) FROM channels") <= Fetchers + 1);
        QVERIFY(rows.number("SELECT COUNT(*) FROM vouchers") <= Fetchers + 1);
        const qint64 left = rows.used() - idleUsed;
        qInfo("  a day later        %11lld bytes of the database, %lld KiB of memory over idle", static_cast<long long>(left), static_cast<long long>((memoryOf(scene.engine.pid()) - idleMemory) / 1024));
        QVERIFY2(left <= 2 * MiB, qPrintable(QString::number(left)));
        QCOMPARE(scene.earned(), earned);
        scene.verifyMoney();
        // Who stored something still owes what it took.
        QVERIFY(fetchUnpaid(scene, QStringLiteral("fetcher-0"), addressOf(0)) <= 2 * OnItsWay);
    }
};

QTEST_GUILESS_MAIN(StrangersTest)
#include "strangers_test.moc"
