// SPDX-License-Identifier: GPL-3.0-or-later
// A stranger's budget: what fresh keys on many addresses, which pay nothing, get out of an engine as it comes, against the
// table of MONEY.md ("What a stranger may hold"); and that it is gone a day later. At full size 10,000 keys on 50
// addresses, else 500 on 10. In a network of the test's own they are IPv4 addresses and /64s, many of them in one /48;
// where that may not be had, the small form takes addresses of 127.0.0.0/8, and the full one fails.
#include "services/customer/paying/purse.h"
#include "services/engine/market/ledger.h"
#include "services/engine/market/sessions.h"
#include "tests/support/faultcontrol.h"
#include "tests/support/marketcaller.h"
#include "tests/support/measures.h"
#include "tests/support/ownnetwork.h"
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

/// An address as MONEY.md means it: one of IPv4, or a /64 with several of them.
struct Place {
    QList<QHostAddress> hosts;
    bool wide = false; ///< in the one /48
    [[nodiscard]] const QHostAddress& host(int key) const { return hosts[key % hosts.size()]; }
};
/// Those of an own network, and without one: as many of 127.0.0.0/8.
QList<Place> placesOf(bool own)
{
    const int all = isLong() ? 50 : 10;
    const int v4 = own ? (isLong() ? 24 : 4) : all;
    const int wide = isLong() ? 14 : 5; // more than the four that a /48 counts for
    const quint32 first = QHostAddress(own ? QStringLiteral("198.51.100.1") : QStringLiteral("127.1.0.1")).toIPv4Address();
    QList<Place> places;
    for (int i = 0; i < v4; ++i)
        places.append({ { QHostAddress(first + static_cast<quint32>(i)) } });
    for (int i = v4; i < all; ++i) {
        Place place;
        place.wide = i < v4 + wide;
        for (int host = 1; host <= 4; ++host)
            place.hosts.append(QHostAddress(QStringLiteral("2001:db8:%1:%2::%3").arg(place.wide ? 1 : i, 0, 16).arg(i, 0, 16).arg(host)));
        places.append(place);
    }
    return places;
}

struct Stranger {
    SecretKey key = SecretKey::generate();
    Hash32 salt = randomHash();
    int leases = 0;
    qint64 room = 0;
};
/// What one address got, or the /48.
struct Share {
    int leases = 0;
    qint64 room = 0;
    qint64 served = 0;
    qint64 sessions = 0;
    int fetchers = 0;
    Share& operator+=(const Share& other)
    {
        leases += other.leases;
        room += other.room;
        served += other.served;
        sessions += other.sessions;
        fetchers += other.fetchers;
        return *this;
    }
};
struct Guest {
    std::unique_ptr<MarketCaller> caller;
    int place = 0;
};
long long number(qint64 n) { return n; } // for printf
QByteArray text(qint64 n) { return QByteArray::number(n); }
} // namespace

class StrangersTest : public QObject {
    Q_OBJECT
    const QString m_missing; ///< for a network of its own

    static QJsonObject status(const Scene& scene) { return scene.engine.ctl({ QStringLiteral("status") }); }
    static qint64 storage(const Scene& scene, QStringView what) { return status(scene).value(u"storage")[what].toInteger(); }

    /// The provider, as it is reached from there.
    static ProviderAddress providerFrom(const Scene& scene, const QHostAddress& from)
    {
        ProviderAddress provider = *ProviderAddress::parse(scene.provider);
        provider.host = from.protocol() == QAbstractSocket::IPv6Protocol ? QStringLiteral("::1") : QStringLiteral("127.0.0.1");
        return provider;
    }
    /// A customer and its file, put in order; then fetched by hand from `from`, and not paid for. Bytes of payload.
    static qint64 fetchUnpaid(const Scene& scene, const QString& home, const QHostAddress& from)
    {
        const auto refused = [&](const char* what) {
            qWarning("%s, from %s", what, qPrintable(from.toString()));
            return qint64(-1);
        };
        const auto purse = *Purse::open(scene.dir.filePath(home));
        const auto files = purse->files();
        const ProviderAddress provider = providerFrom(scene, from);
        MarketCaller caller;
        if (!files || files->isEmpty() || !caller.open(provider, from) || !caller.greet(purse->key(), purse->salt()))
            return refused("it can't greet");
        const StoredFile file = files->first();
        const auto opened = caller.call(QStringLiteral("content.open"), { { QStringLiteral("lease"), file.lease.id.hex() }, { QStringLiteral("received"), QStringLiteral("0") } });
        if (!opened)
            return refused("content.open");
        RawPeer peer;
        if (!peer.open(static_cast<quint16>(opened->value(u"port").toInt()), file.lease.content, from) || !peer.greet())
            return refused("the content's port");
        peer.say(PeerHello { purse->key().sign(peer.hello(provider.machine, caller.beneficiary(), file.lease.content).digest(caller.chain().chainId)) });
        if (!peer.hear<PeerMeter>())
            return refused("the hello to the content");
        const lt::torrent_info info(lt::span<const char>(file.torrent.constData(), file.torrent.size()), lt::from_span);
        qint64 got = peer.drain(file.seal.sealedSize, info.piece_length(), 700);
        QList<QJsonObject> audits; // the same window by another way
        for (int i = 0; i < 20; ++i)
            audits.append({ { QStringLiteral("lease"), file.lease.id.hex() }, { QStringLiteral("blocks"), QJsonArray { 0, 1, 2, 3 } } });
        for (const auto& audit : caller.callAll(QStringLiteral("lease.audit"), audits))
            got += audit ? 4 * 16 * 1024 : 0;
        return got;
    }

    /// `heavy`: much metadata; else much room.
    static void lease(MarketCaller& caller, Stranger& stranger, bool heavy, int small)
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
            for (int i = 0; i < small; ++i)
                wishes.append({ 1, 0, 7 });
        }
        QList<QJsonObject> requests;
        QList<qint64> rooms;
        for (const Wish& wish : std::as_const(wishes)) {
            const QByteArray torrent = inventedTorrent(wish.size, wish.padding);
            requests.append(leaseRequest(*quote, torrent, wish.days));
            rooms.append(wish.size + torrent.size());
        }
        const auto answers = caller.callAll(QStringLiteral("lease.open"), requests);
        for (qsizetype i = 0; i < answers.size(); ++i) {
            if (answers[i]) {
                ++stranger.leases;
                stranger.room += rooms[i];
                QVERIFY2(wishes[i].days <= UnfundedDays, text(wishes[i].days));
            }
        }
    }
    static void promise(MarketCaller& caller, const Stranger& stranger, int number, int small)
    {
        const ChainSpec& chain = caller.chain();
        const auto units = [&](qint64 nano) { return chain.toBaseUnits(Amount::fromNano(nano)); };
        constexpr qint64 Most = std::numeric_limits<qint64>::max();
        QList<U256> sums;
        for (int i = 1; i <= small; ++i)
            sums.append(units(number % 2 ? i : 100'001 * NanoPerToken + i));
        sums += { units(100'001 * NanoPerToken), units(Most), units(Most), units(Most) * 2 };
        QList<QJsonObject> vouchers;
        for (const U256& sum : std::as_const(sums))
            vouchers.append({ { QStringLiteral("voucher"), caller.voucher(stranger.key, stranger.salt, sum).toJson() } });
        const auto answers = caller.callAll(QStringLiteral("voucher.submit"), vouchers);
        QVERIFY(answers.isEmpty() || !answers.last()); // the last is more than a channel can hold
    }

public:
    explicit StrangersTest(QString missing) : m_missing(std::move(missing)) { }

private Q_SLOTS:
    void aStrangersBudget()
    {
        const bool own = m_missing.isEmpty();
        QVERIFY2(own || !isLong(), qPrintable(QStringLiteral("At full size this needs a network namespace with IPv6: ") + m_missing));
        const QList<Place> places = placesOf(own);
        const auto addresses = places.size();
        const int keys = isLong() ? 200 : 50; // of each
        Scene scene(R"({"serveUnfunded":true})", Limit);
        if (own) {
            QFile config(scene.dir.filePath(QStringLiteral("config.json")));
            QVERIFY(config.open(QIODevice::ReadWrite));
            const QByteArray everywhere = config.readAll().replace(R"("listen":"127.0.0.1")", R"("listen":"::","announceHost":"127.0.0.1")");
            QVERIFY(config.seek(0) && config.write(everywhere) == everywhere.size());
        }
        Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        faults->spare = 4 * Limit; // the disk has room for whatever may be leased
        scene.engine.environment = faults.environment();
        QVERIFY(scene.start());
        QCOMPARE(storage(scene, u"limit"), Limit);
        const QString honest = scene.file(1'000'000, QStringLiteral("honest"));
        QVERIFY(scene.put(honest).code == 0);
        const EngineRows rows(scene.engine.data());
        const qint64 pid = scene.engine.pid();
        // Its own: pages of files that are mapped are the kernel's cache, which it takes back where it needs them.
        const auto ownMemory = [](qint64 of) { return memoryOf(of, "RssAnon:"); };
        const qint64 idleMemory = ownMemory(pid);
        const auto idleDescriptors = descriptorsOf(pid);
        const qint64 idleFiles = rows.files();
        const qint64 idleUsed = rows.used();
        qint64 memory = idleMemory;
        qint64 mapped = 0;
        const auto watch = [&] {
            memory = std::max(memory, ownMemory(pid));
            mapped = std::max(mapped, memoryOf(pid, "RssFile:"));
        };

        // Bytes served: at full size to more keys than there are windows, else to three on the first address and some more.
        QList<Share> shares(addresses);
        constexpr qint64 Fetched = 5'000'000;
        QList<int> fetchers { 0, 0, 0, 3, 4, 5 };
        for (int i = 0; isLong() && i < 2 * addresses; ++i)
            fetchers.append(i / 2);
        const auto homeOf = [](qsizetype fetcher) { return QStringLiteral("fetcher-%1").arg(fetcher); };
        for (qsizetype i = 0; i < fetchers.size(); ++i) {
            ProviderAddress provider = *ProviderAddress::parse(scene.provider);
            if (own) // who calls an address of this computer comes from that very address
                provider.host = places[fetchers[i]].host(static_cast<int>(i)).toString();
            const QString source = scene.file(Fetched, homeOf(i) + QStringLiteral(".bin"));
            const Outcome put = scene.customer({ QStringLiteral("put"), source, QStringLiteral("--provider"), provider.toText() }, homeOf(i));
            QVERIFY2(put.code == 0, qPrintable(put.errors));
        }
        const qint64 servedBefore = storage(scene, u"retrieved");
        for (qsizetype i = 0; i < fetchers.size(); ++i) {
            const int place = fetchers[i];
            const qint64 got = fetchUnpaid(scene, homeOf(i), places[place].host(static_cast<int>(i)));
            QVERIFY(got >= 0);
            shares[place].served += got;
            ++shares[place].fetchers;
            watch();
        }

        // Places, room, rows and memory.
        std::vector<Guest> idle;
        // Those that were pushed out are closed here, too, as soon as that has come.
        const auto areFew = [&] {
            std::erase_if(idle, [](const Guest& guest) { return !guest.caller->isOpen(); });
            qint64 ofWide = 0;
            for (Share& share : shares)
                share.sessions = 0;
            for (const Guest& guest : idle) {
                ++shares[guest.place].sessions;
                ofWide += places[guest.place].wide ? 1 : 0;
            }
            return static_cast<qint64>(idle.size()) <= Sessions::Unfunded.inAll && ofWide <= Sessions::Unfunded.perNetwork * QuotaBounds::NetworksPerWide
                && std::all_of(shares.begin(), shares.end(), [](const Share& share) { return share.sessions <= Sessions::Unfunded.perNetwork; });
        };
        int greeted = 0;
        for (int k = 0; k < keys; ++k) {
            for (int a = 0; a < addresses; ++a) {
                const QHostAddress from = places[a].host(k);
                const ProviderAddress provider = providerFrom(scene, from);
                Stranger stranger;
                for (int session = 0; session < (k % 10 == 0 ? 6 : 1); ++session) {
                    auto caller = std::make_unique<MarketCaller>();
                    if (caller->open(provider, from) && caller->greet(stranger.key, stranger.salt)) {
                        ++greeted;
                        idle.push_back({ std::move(caller), a });
                    }
                }
                QVERIFY(!idle.empty());
                MarketCaller& caller = *idle.back().caller;
                const bool early = k < 50; // those after them find what these have left
                lease(caller, stranger, a % 2 == 0 && k < 15, early ? 8 : 1); // rows on these, room on the others
                promise(caller, stranger, k, early ? 40 : 4);
                (void)caller.callAll(QStringLiteral("quote.get"), QList<QJsonObject>(early ? 20 : 1));
                QVERIFY2(stranger.leases <= Ledger::UnfundedLeases.perKey, text(stranger.leases));
                QVERIFY2(stranger.room <= Limit / 100, text(stranger.room));
                shares[a].leases += stranger.leases;
                shares[a].room += stranger.room;
                watch();
            }
            QVERIFY2(QTest::qWaitFor(areFew, Patience), text(static_cast<qint64>(idle.size())));
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
        Share wide;
        for (int a = 0; a < addresses; ++a) {
            if (places[a].wide)
                wide += shares[a];
        }
        constexpr qint64 WindowsPerWide = Ledger::WindowsPerNetwork * QuotaBounds::NetworksPerWide;
        qInfo("%lld keys on %lld addresses, %d hellos:", number(keys * addresses), number(addresses), greeted);
        qInfo("  served unpaid      %11lld bytes (at most %lld)", number(unpaid), number(Ledger::WindowsInAll * Window));
        qInfo("  reserved           %11lld bytes (at most %lld)", number(reserved), number(Limit / 10));
        qInfo("  leases             %11lld (at most %lld)", number(leases), number(Ledger::UnfundedLeases.inAll));
        qInfo("  accounts, vouchers %11lld, %lld", number(accounts), number(vouchers));
        qInfo("  the database       %11lld bytes more, in files %lld (at most %lld)", number(used), number(files), number(Ledger::UnfundedGrowth.inAll));
        qInfo("  sessions           %11lld, descriptors %lld more (at most %lld)", number(static_cast<qint64>(idle.size())), number(descriptors), number(Sessions::Unfunded.inAll));
        qInfo("  memory             %11lld KiB over idle (at most %lld), and %lld KiB of files mapped", number((memory - idleMemory) / 1024), number(64 * MiB / 1024),
            number(mapped / 1024));
        if (own)
            qInfo("  of them the /48    %11lld bytes served, %lld reserved, %d leases, %lld sessions (at most %lld, %lld, %lld, %lld)", number(wide.served),
                number(wide.room), wide.leases, number(wide.sessions), number(WindowsPerWide * Window), number(Limit / 10),
                number(Ledger::UnfundedLeases.perNetwork * QuotaBounds::NetworksPerWide), number(Sessions::Unfunded.perNetwork * QuotaBounds::NetworksPerWide));
        for (const Share& share : std::as_const(shares)) {
            QVERIFY2(share.leases <= Ledger::UnfundedLeases.perNetwork, text(share.leases));
            QVERIFY2(share.room <= Limit / 40, text(share.room));
            QVERIFY2(share.served <= Ledger::WindowsPerNetwork * Window + OnItsWay, text(share.served));
        }
        QVERIFY2(wide.leases <= Ledger::UnfundedLeases.perNetwork * QuotaBounds::NetworksPerWide, text(wide.leases));
        QVERIFY2(wide.room <= Limit / 10, text(wide.room));
        QVERIFY2(wide.served <= WindowsPerWide * Window + wide.fetchers * OnItsWay, text(wide.served));
        QVERIFY(shares[0].served >= Window); // there is something to bound
        QVERIFY2(unpaid <= Ledger::WindowsInAll * Window, text(unpaid));
        QVERIFY(reserved > 0 && reserved <= Limit / 10);
        QVERIFY(leases > 0 && leases <= Ledger::UnfundedLeases.inAll);
        QVERIFY(accounts <= Ledger::MaxAccountsPerNetwork * (addresses + 1));
        QVERIFY2(used <= Ledger::UnfundedGrowth.inAll, text(used));
        constexpr qint64 Log = 8 * MiB; // that a write-ahead log is cut to
        QVERIFY2(files <= Ledger::UnfundedGrowth.inAll + 2 * Log, text(files));
        if (!Sanitized)
            QVERIFY2(memory - idleMemory <= 64 * MiB, text((memory - idleMemory) / 1024));
        QCOMPARE(scene.earned(), earned);
        scene.verifyMoney();

        // A day later all of it is gone, but what was really stored and is still within its term.
        idle.clear();
        faults->clock_step = Day + 3600;
        faults->run_step = Day + 3600;
        QTRY_COMPARE_WITH_TIMEOUT(rows.number("SELECT COUNT(*) FROM leases WHERE state<>2"), fetchers.size() + 1, Patience);
        QCOMPARE(scene.engine.stop(), 0);
        QVERIFY(scene.start()); // each start forgets, as each minute does
        QTRY_COMPARE_WITH_TIMEOUT(rows.number("SELECT COUNT(*) FROM leases"), fetchers.size() + 1, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(rows.number("SELECT COUNT(*) FROM accounts"), fetchers.size() + 1, Patience);
        QCOMPARE(rows.number("SELECT COUNT(*) FROM torrents"), fetchers.size() + 1);
        QVERIFY(rows.number("SELECT COUNT(*) FROM channels") <= fetchers.size() + 1);
        QVERIFY(rows.number("SELECT COUNT(*) FROM vouchers") <= fetchers.size() + 1);
        const qint64 left = rows.used() - idleUsed;
        qInfo("  a day later        %11lld bytes of the database, %lld KiB of memory over idle", number(left), number((ownMemory(scene.engine.pid()) - idleMemory) / 1024));
        QVERIFY2(left <= 2 * MiB, text(left));
        QCOMPARE(scene.earned(), earned);
        scene.verifyMoney();
        // Who stored something still owes what it took.
        QVERIFY(fetchUnpaid(scene, QStringLiteral("fetcher-0"), places[0].host(0)) <= 2 * OnItsWay);
    }
};

int main(int argc, char** argv)
{
    QList<QHostAddress> hosts;
    for (const Place& place : placesOf(true))
        hosts += place.hosts;
    const QString missing = OwnNetwork::enter(hosts);
    const QCoreApplication app(argc, argv);
    StrangersTest test(missing);
    return QTest::qExec(&test, argc, argv);
}
#include "strangers_test.moc"
