// SPDX-License-Identifier: GPL-3.0-or-later
// A real engine, and peers that lie, flood, replay and don't pay.
#include "services/customer/renting/renter.h"
#include "services/customer/renting/transfer.h"
#include "services/dashboard/fleet/enginelink.h"
#include "tests/support/measures.h"
#include "tests/support/rawpeer.h"
#include "tests/support/scene.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpServer>
#include <QWebSocket>
#include <libtorrent/bencode.hpp>
#include <libtorrent/create_torrent.hpp>
#include <libtorrent/entry.hpp>
#include <libtorrent/torrent_info.hpp>

using namespace surplus;
using namespace surplus::test;

namespace {
constexpr qint64 Block = 16 * 1024;
constexpr qint64 MostMemory = 64 * 1024 * 1024; // that strangers may take
constexpr qint64 Overshoot = 512 * 1024; // send buffer and the blocks on their way

/// A customer of the scene whose parts a test can misuse one by one.
struct Attacker {
    const SpendLimits anyPrice { Amount::fromNano(1'000'000 * NanoPerToken), Amount::fromNano(1'000'000 * NanoPerToken), {}, {}, {} };
    std::unique_ptr<Purse> purse;
    std::unique_ptr<ProviderSession> session;
    StoredFile file;

    Attacker(const Scene& scene, const QString& name) : purse(std::move(*Purse::open(scene.dir.filePath(name)))) { }
    [[nodiscard]] bool store(const Scene& scene, qint64 size, const QString& name)
    {
        auto stored = Renter(*purse, anyPrice).put(scene.file(size, name), scene.provider, { 1, 0, 30'000 });
        if (!stored)
            return false;
        file = *stored;
        return true;
    }
    [[nodiscard]] bool connect(const Scene& scene)
    {
        session = std::make_unique<ProviderSession>(*purse, *ProviderAddress::parse(scene.provider));
        return session->open().has_value();
    }
    /// Opens the content over the market API, claiming to have got `received` bytes so far.
    [[nodiscard]] quint16 open(qint64 received = 0)
    {
        const auto opened = session->call(QStringLiteral("content.open"),
            { { QStringLiteral("lease"), file.lease.id.hex() }, { QStringLiteral("received"), QString::number(received) } });
        return opened ? static_cast<quint16>(opened->value(u"port").toInt()) : quint16(0);
    }
    /// A proved connection to the content.
    [[nodiscard]] std::unique_ptr<RawPeer> prove(quint16 port)
    {
        auto peer = std::make_unique<RawPeer>();
        if (!peer->open(port, file.lease.content) || !peer->greet())
            return nullptr;
        peer->say(PeerHello { sign(*peer) });
        return peer->hear<PeerMeter>() ? std::move(peer) : nullptr;
    }
    [[nodiscard]] Signature sign(const RawPeer& peer) const
    {
        return purse->key().sign(peer.hello(session->address().machine, session->beneficiary(), file.lease.content).digest(session->chain().chainId));
    }
    [[nodiscard]] Result<QJsonObject> lease(const QByteArray& torrent)
    {
        const auto quote = session->call(QStringLiteral("quote.get"));
        if (!quote)
            return quote;
        return session->call(QStringLiteral("lease.open"), { { QStringLiteral("quote"), *quote }, { QStringLiteral("days"), 1 },
            { QStringLiteral("torrent"), QString::fromLatin1(torrent.toBase64()) } });
    }
    [[nodiscard]] int pieceSize() const
    {
        return lt::torrent_info(lt::span<const char>(file.torrent.constData(), file.torrent.size()), lt::from_span).piece_length();
    }
    [[nodiscard]] qint64 sealedSize() const { return file.seal.sealedSize; }
    /// Leaves, and the piece layer, in turn: a 49-byte request draws up to 16 kB.
    void askForHashes(RawPeer& peer, int times) const
    {
        const lt::torrent_info info(lt::span<const char>(file.torrent.constData(), file.torrent.size()), lt::from_span);
        const auto root = info.files().root(lt::file_index_t(0));
        int layer = 0;
        for (int size = info.piece_length(); size > Block; size /= 2)
            ++layer;
        for (int i = 0; i < times && peer.isOpen(); ++i) {
            QByteArray request(root.data(), 32);
            for (const int value : { i % 2 ? layer : 0, 0, 512, 5 }) {
                QByteArray number(4, '\0');
                qToBigEndian(static_cast<quint32>(value), number.data());
                request += number;
            }
            peer.send(RawPeer::HashRequest, request);
        }
    }
};

QByteArray bencoded(const lt::entry& entry)
{
    std::vector<char> out;
    lt::bencode(std::back_inserter(out), entry);
    return QByteArray(out.data(), static_cast<qsizetype>(out.size()));
}
} // namespace

class AttackTest : public QObject {
    Q_OBJECT

    static qint64 retrieved(const Scene& scene) { return scene.engine.ctl({ QStringLiteral("status") }).value(u"storage")[u"retrieved"].toInteger(); }
    static bool isAlive(const Scene& scene) { return !scene.engine.ctl({ QStringLiteral("status") }).isEmpty(); }

private Q_SLOTS:
    void aHelloIsGoodForOneConnectionOnly()
    {
        Scene scene;
        QVERIFY(scene.start());
        Attacker a(scene, QStringLiteral("a"));
        QVERIFY(a.store(scene, 300'000, QStringLiteral("f")) && a.connect(scene));
        const quint16 port = a.open();
        QVERIFY(port != 0);
        RawPeer first;
        QVERIFY(first.open(port, a.file.lease.content) && first.greet());
        const Signature signature = a.sign(first);
        first.say(PeerHello { signature });
        QVERIFY(first.hear<PeerMeter>());
        RawPeer replay; // another nonce of theirs: the signature is for nothing
        QVERIFY(replay.open(port, a.file.lease.content) && replay.greet());
        replay.say(PeerHello { signature });
        QVERIFY(replay.ends(Patience));
        // Signed by the right key for another content, or by another key.
        RawPeer bound;
        QVERIFY(bound.open(port, a.file.lease.content) && bound.greet());
        const Hello other = bound.hello(a.session->address().machine, a.session->beneficiary(), *InfoHash::fromRaw(randomBytes(32)));
        bound.say(PeerHello { a.purse->key().sign(other.digest(a.session->chain().chainId)) });
        QVERIFY(bound.ends(Patience));
        RawPeer forged;
        QVERIFY(forged.open(port, a.file.lease.content) && forged.greet());
        forged.say(PeerHello { SecretKey::generate().sign(randomHash()) });
        QVERIFY(forged.ends(Patience));
        QVERIFY(first.isOpen());
    }

    void aMarketHelloIsGoodForOneConnectionOnly()
    {
        Scene scene;
        QVERIFY(scene.start());
        const auto address = *ProviderAddress::parse(scene.provider);
        const QUrl url(QStringLiteral("wss://%1:%2").arg(address.host).arg(address.port));
        const SecretKey key = SecretKey::generate();
        const Hash32 nonce = randomHash();
        const auto begin = [&](RpcClient& client) {
            const auto welcome = client.callAndWait(QStringLiteral("hello.begin"), { { QStringLiteral("nonce"), nonce.hex() } });
            return Hello { nonce, Hash32::fromHex(welcome->value(u"nonce").toString()).value_or(Hash32()), address.machine,
                Address::fromHex(welcome->value(u"beneficiary").toString()).value_or(Address()), client.spki().value_or(Hash32()) };
        };
        const auto prove = [&](RpcClient& client, const Signature& signature) {
            return client.callAndWait(QStringLiteral("hello.prove"),
                { { QStringLiteral("customer"), key.address().hex0x() }, { QStringLiteral("signature"), signature.hex() }, { QStringLiteral("salt"), Hash32().hex() } });
        };
        const quint64 chain = ChainSpec::local().chainId;
        RpcClient one;
        QVERIFY(one.openAndWait(url));
        const Signature signature = key.sign(begin(one).digest(chain));
        QVERIFY(prove(one, signature));
        // Sixteen signatures are what a connection may have for nothing, before it is somebody's and afterwards.
        QCOMPARE(one.callAndWait(QStringLiteral("hello.begin"), { { QStringLiteral("nonce"), nonce.hex() } }).error().code, QStringLiteral("hello.refused"));
        QVERIFY(one.callAndWait(QStringLiteral("quote.get"))); // it stays who it is
        QCOMPARE(prove(one, signature).error().code, QStringLiteral("hello.refused")); // not even here a second time
        RpcClient two;
        QVERIFY(two.openAndWait(url));
        (void)begin(two);
        QCOMPARE(prove(two, signature).error().code, QStringLiteral("hello.refused"));
        QTRY_VERIFY_WITH_TIMEOUT(!two.isOpen(), Patience);
        RpcClient elsewhere; // bound to another TLS key: what a man in the middle would pass on
        QVERIFY(elsewhere.openAndWait(url));
        Hello hello = begin(elsewhere);
        hello.binding = randomHash();
        QCOMPARE(prove(elsewhere, key.sign(hello.digest(chain))).error().code, QStringLiteral("hello.refused"));
        RpcClient impatient; // asks for signatures without end
        QVERIFY(impatient.openAndWait(url));
        for (int i = 0; i < RpcServer::MaxRequestsBefore && impatient.isOpen(); ++i)
            (void)begin(impatient);
        (void)impatient.callAndWait(QStringLiteral("hello.begin"), { { QStringLiteral("nonce"), nonce.hex() } }, 2000);
        QTRY_VERIFY_WITH_TIMEOUT(!impatient.isOpen(), Patience);
    }

    void whoDoesNotProveItselfGetsNothing()
    {
        Scene scene;
        QVERIFY(scene.start());
        Attacker a(scene, QStringLiteral("a"));
        QVERIFY(a.store(scene, 300'000, QStringLiteral("f")) && a.connect(scene));
        const quint16 port = a.open();
        RawPeer silent;
        QVERIFY(silent.open(port, a.file.lease.content));
        QCOMPARE(silent.drain(a.sealedSize(), a.pieceSize(), 2000), 0);
        QVERIFY(silent.ends(Patience));
        RawPeer garbage;
        QVERIFY(garbage.open(port, a.file.lease.content) && garbage.greet());
        garbage.sayRaw(QByteArray(200, '\xff'));
        QVERIFY(garbage.ends(Patience));
        RawPeer huge;
        QVERIFY(huge.open(port, a.file.lease.content) && huge.greet());
        huge.sayRaw(QByteArray(60'000, '\2'));
        QVERIFY(huge.ends(Patience));
        RawPeer early; // a voucher before a hello
        QVERIFY(early.open(port, a.file.lease.content) && early.greet());
        early.say(PeerVoucher {});
        QVERIFY(early.ends(Patience));
        QCOMPARE(retrieved(scene), 0);
    }

    void anInfoHashIsNoAuthorisation()
    {
        Scene scene;
        QVERIFY(scene.start());
        Attacker owner(scene, QStringLiteral("owner"));
        Attacker thief(scene, QStringLiteral("thief"));
        QVERIFY(owner.store(scene, 300'000, QStringLiteral("f")) && owner.connect(scene));
        QVERIFY(thief.store(scene, 100'000, QStringLiteral("g")) && thief.connect(scene));
        const quint16 port = owner.open();
        // From an address without a session the content is not there at all, like any unknown one.
        RawPeer outside;
        RawPeer unknown;
        const QHostAddress elsewhere(QStringLiteral("127.0.0.9"));
        QVERIFY(!outside.open(port, owner.file.lease.content, elsewhere) || outside.ends(Patience));
        QVERIFY(!unknown.open(port, *InfoHash::fromRaw(randomBytes(32)), elsewhere));
        for (int i = 0; i < 100; ++i) { // nor does asking often change anything
            RawPeer again;
            QVERIFY(!again.open(port, owner.file.lease.content, elsewhere));
        }
        QVERIFY(scene.lives(2500)); // over two of libtorrent's ticks
        QVERIFY(isAlive(scene));
        QCOMPARE(outside.drain(1, 65536, 300), 0);
        // A customer from the same address, with a good hello of its own, is still not this lease's customer.
        RawPeer peer;
        QVERIFY(peer.open(port, owner.file.lease.content) && peer.greet());
        const Hello hello = peer.hello(thief.session->address().machine, thief.session->beneficiary(), owner.file.lease.content);
        peer.say(PeerHello { thief.purse->key().sign(hello.digest(thief.session->chain().chainId)) });
        QVERIFY(peer.ends(Patience));
        // Nor can it lease what is leased.
        QCOMPARE(thief.lease(owner.file.torrent).error().code, QStringLiteral("torrent.refused"));
        QCOMPARE(retrieved(scene), 0);
    }

    void badVouchersEndTheConnection()
    {
        Scene scene;
        QVERIFY(scene.start());
        Attacker a(scene, QStringLiteral("a"));
        QVERIFY(a.store(scene, 300'000, QStringLiteral("f")) && a.connect(scene));
        const quint16 port = a.open();
        const auto chain = a.session->chain();
        Voucher good { chain.chequebookOf(a.purse->key().address(), a.purse->salt()), a.session->beneficiary(), a.session->address().machine,
            chain.toBaseUnits(Amount::fromNano(1000)), {} };
        good.sign(chain.chainId, a.purse->key());
        Voucher foreign = good;
        foreign.sign(chain.chainId, SecretKey::generate());
        Voucher raised = good;
        raised.cumulative *= 2;
        Voucher elsewhere = good;
        elsewhere.chequebook = *Address::fromRaw(randomBytes(20));
        elsewhere.sign(chain.chainId, a.purse->key());
        for (const Voucher& bad : { foreign, raised, elsewhere }) {
            const auto peer = a.prove(port);
            QVERIFY(peer);
            peer->say(PeerVoucher { bad });
            QVERIFY(peer->ends(Patience));
        }
        QCOMPARE(scene.earned(), 0);
        const auto peer = a.prove(port);
        QVERIFY(peer);
        for (int i = 0; i < 3; ++i) { // replayed it is acknowledged and counts once
            peer->say(PeerVoucher { good });
            const auto ack = peer->hear<PeerAck>();
            QVERIFY(ack && ack->cumulative == good.cumulative);
        }
        QCOMPARE(scene.accepted(), 1000);
        QCOMPARE(scene.earned(), 0); // nothing was used
        for (int i = 0; i < 400 && peer->isOpen(); ++i) // and a flood of them ends it
            peer->say(PeerVoucher { good });
        QVERIFY(peer->ends(Patience));
        QCOMPARE(scene.accepted(), 1000);
        scene.verifyMoney();
    }

    void reconnectingAndLyingEarnNoCredit()
    {
        constexpr qint64 Window = 1024 * 1024;
        Scene scene(R"({"serveUnfunded":true,"firstWindow":1048576,"largestWindow":1048576})");
        QVERIFY(scene.start());
        Attacker a(scene, QStringLiteral("a"));
        QVERIFY(a.store(scene, 12'000'000, QStringLiteral("f")) && a.connect(scene));
        qint64 got = 0;
        for (int i = 0; i < 6; ++i) {
            const quint16 port = a.open(0); // "nothing of it arrived"
            QVERIFY(port != 0);
            if (const auto peer = a.prove(port)) {
                got += peer->drain(a.sealedSize(), a.pieceSize());
                peer->abort();
            }
        }
        QVERIFY2(got >= Window / 2, qPrintable(QString::number(got)));
        QVERIFY2(got <= Window + Overshoot, qPrintable(QString::number(got)));
        QVERIFY(retrieved(scene) >= got); // and all of it stays owed
        scene.engine.kill();
        QVERIFY(scene.start()); // also after a crash, but for the last two seconds of it
        QVERIFY(a.connect(scene));
        if (const auto peer = a.prove(a.open(0)))
            got += peer->drain(a.sealedSize(), a.pieceSize());
        QVERIFY2(got <= 2 * Window + 2 * Overshoot, qPrintable(QString::number(got)));
    }

    void newIdentitiesShareOneAllowanceAndAnHonestOneStillGetsIn()
    {
        constexpr qint64 Window = 512 * 1024;
        Scene scene(R"({"serveUnfunded":true,"firstWindow":524288,"largestWindow":4194304})");
        QVERIFY(scene.start());
        qint64 got = 0;
        for (int i = 0; i < 8; ++i) {
            Attacker a(scene, QStringLiteral("sybil-%1").arg(i));
            QVERIFY(a.store(scene, 2'000'000, QStringLiteral("f%1").arg(i)) && a.connect(scene));
            if (const auto peer = a.prove(a.open()))
                got += peer->drain(a.sealedSize(), a.pieceSize(), 1000);
        }
        QVERIFY2(got >= Window, qPrintable(QString::number(got)));
        QVERIFY2(got <= 2 * Window + Overshoot, qPrintable(QString::number(got)));
        // From the same network an honest newcomer pays a step ahead and is served.
        const QString source = scene.file(3'000'000, QStringLiteral("honest"));
        QVERIFY(scene.put(source).code == 0);
        const QString back = scene.dir.filePath(QStringLiteral("back"));
        const Outcome fetched = scene.customer({ QStringLiteral("get"), QStringLiteral("honest"), QStringLiteral("--out"), back });
        QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
        QVERIFY(scene.same(source, back));
        QCOMPARE(scene.earned(), scene.promised());
        scene.verifyMoney();
    }

    void hashRequestsAreNotAFreeLunch()
    {
        Scene scene;
        QVERIFY(scene.start());
        Attacker a(scene, QStringLiteral("a"));
        QVERIFY(a.store(scene, 40'000'000, QStringLiteral("f")) && a.connect(scene));
        const qint64 idle = memoryOf(scene.engine.pid(), "RssAnon:");
        qint64 memory = idle;
        const auto flood = [&](RawPeer& peer) {
            QDeadlineTimer deadline(Patience);
            while (peer.isOpen() && !deadline.hasExpired()) {
                a.askForHashes(peer, 500);
                (void)peer.ends(1);
                memory = std::max(memory, memoryOf(scene.engine.pid(), "RssAnon:"));
            }
        };
        const quint16 port = a.open();
        auto peer = a.prove(port);
        QVERIFY(peer);
        flood(*peer);
        QVERIFY(!peer->isOpen());
        const qint64 drawn = peer->received();
        qInfo("a flood of hash requests drew %lld bytes before it was ended", static_cast<long long>(drawn));
        QVERIFY2(drawn < 8'000'000, qPrintable(QString::number(drawn))); // plain libtorrent gave 52 MB
        QCOMPARE(retrieved(scene), 0);
        // It does not come back for more, and the engine lives.
        for (int i = 0; i < 3; ++i)
            QVERIFY(!a.prove(a.open()));
        QVERIFY(isAlive(scene));
        // Without proving itself it gets even less.
        Attacker b(scene, QStringLiteral("b"));
        QVERIFY(b.store(scene, 100'000, QStringLiteral("g")) && b.connect(scene));
        RawPeer stranger;
        QVERIFY(stranger.open(b.open(), b.file.lease.content));
        flood(stranger);
        QVERIFY(!stranger.isOpen());
        qInfo("it took %lld KiB of memory", static_cast<long long>((memory - idle) / 1024));
        if (!Sanitized)
            QVERIFY(memory - idle < MostMemory);
    }

    /// What it doesn't read waits in the engine: none of it is sent, so no count of what was sent ends it.
    void whoAsksForHashesAndReadsNoneTakesNoMemory()
    {
        Scene scene;
        QVERIFY(scene.start());
        std::optional<qint64> idle;
        qint64 memory = 0;
        for (int again = 0; again < 4; ++again) {
            Attacker a(scene, QStringLiteral("a%1").arg(again));
            QVERIFY(a.store(scene, 10'000'000, QStringLiteral("f%1").arg(again)) && a.connect(scene));
            if (!idle)
                idle = memoryOf(scene.engine.pid(), "RssAnon:");
            const auto peer = a.prove(a.open());
            QVERIFY(peer);
            QDeadlineTimer deadline(Patience);
            do {
                a.askForHashes(*peer, 500);
                memory = std::max(memory, memoryOf(scene.engine.pid(), "RssAnon:"));
            } while (peer->push(1) && !deadline.hasExpired());
            QVERIFY(!peer->isOpen());
            QVERIFY(!a.prove(a.open())); // it does not come back for more
        }
        qInfo("it took %lld KiB of memory", static_cast<long long>((memory - *idle) / 1024));
        if (!Sanitized)
            QVERIFY(memory - *idle < MostMemory);
        QCOMPARE(retrieved(scene), 0);
    }

    void hostileTorrentsAreRefusedInWords()
    {
        Scene scene;
        QVERIFY(scene.start());
        Attacker a(scene, QStringLiteral("a"));
        QVERIFY(a.store(scene, 100'000, QStringLiteral("f")) && a.connect(scene));
        const auto lease = [&](const QByteArray& torrent) {
            const auto answer = a.lease(torrent);
            return answer ? QStringLiteral("accepted") : answer.error().code;
        };
        const QDir dir(scene.dir.filePath(QStringLiteral("made")));
        QVERIFY(dir.mkpath(QStringLiteral("two")));
        const QString hash(64, u'b');
        for (const QString& name : { hash, QStringLiteral("plain.txt"), hash.toUpper(), QStringLiteral("two/x"), QStringLiteral("two/y") }) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(randomBytes(70'000)) == 70'000);
        }
        const auto make = [&](const QString& name, lt::create_flags_t flags) {
            lt::file_storage files;
            lt::add_files(files, dir.filePath(name).toStdString());
            lt::create_torrent creator(files, 65536, flags);
            lt::set_piece_hashes(creator, dir.path().toStdString());
            return creator.generate();
        };
        const lt::entry fine = make(hash, lt::create_torrent::v2_only);
        QList<QPair<const char*, QByteArray>> bad {
            { "v1", bencoded(make(hash, lt::create_torrent::v1_only)) },
            { "hybrid", bencoded(make(hash, {})) },
            { "two files", bencoded(make(QStringLiteral("two"), lt::create_torrent::v2_only)) },
            { "a speaking name", bencoded(make(QStringLiteral("plain.txt"), lt::create_torrent::v2_only)) },
            { "an upper-case name", bencoded(make(hash.toUpper(), lt::create_torrent::v2_only)) },
            { "nothing", QByteArray() },
            { "no bencoding", randomBytes(500) },
            { "too large", QByteArray(720 * 1024, 'd') },
            { "deep", QByteArray(100'000, 'l') + QByteArray(100'000, 'e') },
            { "cut off", bencoded(fine).left(200) },
        };
        const auto changed = [&](const char* what, const std::function<void(lt::entry&)>& change) {
            lt::entry copy = fine;
            change(copy);
            bad.append({ what, bencoded(copy) });
        };
        const std::string leaf = hash.toStdString();
        changed("a path upwards", [&](lt::entry& e) {
            const lt::entry file = e["info"]["file tree"][leaf];
            e["info"]["file tree"] = lt::entry::dictionary_type();
            e["info"]["file tree"][".."]["etc"]["passwd"] = file;
            e["info"]["name"] = "..";
        });
        changed("an absolute path", [&](lt::entry& e) {
            const lt::entry file = e["info"]["file tree"][leaf];
            e["info"]["file tree"] = lt::entry::dictionary_type();
            e["info"]["file tree"]["/etc/passwd"] = file;
            e["info"]["name"] = "/etc/passwd";
        });
        changed("negative length", [&](lt::entry& e) { e["info"]["file tree"][leaf][""]["length"] = -5; });
        changed("huge length", [&](lt::entry& e) { e["info"]["file tree"][leaf][""]["length"] = std::int64_t(1) << 60; });
        changed("empty", [&](lt::entry& e) { e["info"]["file tree"][leaf][""]["length"] = 0; });
        changed("tiny pieces", [&](lt::entry& e) { e["info"]["piece length"] = 1; });
        changed("odd pieces", [&](lt::entry& e) { e["info"]["piece length"] = 65537; });
        changed("a link", [&](lt::entry& e) {
            e["info"]["file tree"][leaf][""]["attr"] = "l";
            e["info"]["file tree"][leaf][""]["symlink path"] = lt::entry::list_type { lt::entry("..") , lt::entry("x") };
            e["info"]["file tree"][leaf][""].dict().erase("pieces root");
            e["info"]["file tree"][leaf][""]["length"] = 0;
        });
        for (const auto& [what, torrent] : std::as_const(bad))
            QVERIFY2(lease(torrent) == QLatin1String("torrent.refused") || (torrent.isEmpty() && lease(torrent) != QLatin1String("accepted")),
                qPrintable(QString::fromLatin1(what) + u' ' + lease(torrent)));
        // A wrong layer of hashes or a root that fits nothing can be leased, but never filled.
        QVERIFY(isAlive(scene));
        QVERIFY(!QFile::exists(scene.dir.filePath(QStringLiteral("shared/etc"))));
        QCOMPARE(lease(bencoded(fine)), QStringLiteral("accepted"));
    }

    void putIsNoPortScanner()
    {
        Scene scene;
        QVERIFY(scene.start());
        QTcpServer trap; // whatever the engine dials of its own accord
        QVERIFY(trap.listen(QHostAddress(QHostAddress::LocalHost), 0));
        QSignalSpy visited(&trap, &QTcpServer::newConnection);
        Attacker a(scene, QStringLiteral("a"));
        QVERIFY(a.store(scene, 100'000, QStringLiteral("f")) && a.connect(scene));
        const std::string there = "127.0.0.1:" + std::to_string(trap.serverPort());
        lt::entry torrent = lt::bdecode(lt::span<const char>(a.file.torrent.constData(), a.file.torrent.size()));
        torrent["announce"] = "http://" + there + "/announce";
        torrent["announce-list"] = lt::entry::list_type { lt::entry(lt::entry::list_type { lt::entry("udp://" + there) }) };
        torrent["url-list"] = "http://" + there + "/";
        torrent["httpseeds"] = lt::entry::list_type { lt::entry("http://" + there + "/") };
        torrent["nodes"] = lt::entry::list_type { lt::entry(lt::entry::list_type { lt::entry("127.0.0.1"), lt::entry(std::int64_t(trap.serverPort())) }) };
        torrent["info"]["collections"] = lt::entry::list_type { lt::entry("fresh") }; // another info-hash
        const auto leased = a.lease(bencoded(torrent));
        QVERIFY2(leased, leased ? "" : qPrintable(leased.error().message));
        const auto opened = a.session->call(QStringLiteral("content.open"), { { QStringLiteral("lease"), leased->value(u"lease").toString(leased->value(u"id").toString()) } });
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        QVERIFY(scene.lives(5000));
        QCOMPARE(visited.size(), 0);
    }

    void strangersGetNothingFromTheControlApi()
    {
        Scene scene;
        QVERIFY(scene.start());
        const auto runtime = RuntimeFile::read(scene.engine.data());
        const QUrl url(QStringLiteral("ws://127.0.0.1:%1").arg(runtime->port));
        const auto tables = controlApi() + marketApi();
        for (const MethodSpec& method : tables) {
            RpcClient client;
            QVERIFY(client.openAndWait(url));
            const auto answer = client.callAndWait(QLatin1String(method.name));
            QVERIFY2(!answer && answer.error().code == QLatin1String("rpc.method"), method.name);
        }
        const auto provider = *ProviderAddress::parse(scene.provider);
        for (const MethodSpec& method : controlApi()) { // and the market knows none of them, for nobody and for customers
            Attacker a(scene, QStringLiteral("a"));
            QVERIFY(a.connect(scene));
            const auto answer = a.session->call(QLatin1String(method.name));
            QVERIFY2(!answer && answer.error().code == QLatin1String("rpc.method"), method.name);
        }
        QVERIFY(isAlive(scene));
    }

    void floodsOfConnectionsDoNotStopTheEngine()
    {
        Scene scene;
        QVERIFY(scene.start());
        const auto market = *ProviderAddress::parse(scene.provider);
        const auto runtime = RuntimeFile::read(scene.engine.data());
        const auto descriptors = [&] { return QDir(QStringLiteral("/proc/%1/fd").arg(runtime->pid)).entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot).size(); };
        QVERIFY(isAlive(scene));
        auto before = descriptors();
        QVERIFY(QTest::qWaitFor([&] { // those of the question are gone
            QTest::qWait(300);
            const auto last = before;
            before = descriptors();
            return before == last;
        }, Patience));
        QVERIFY(before > 10);
        for (const quint16 port : { market.port, runtime->port }) {
            std::vector<std::unique_ptr<QTcpSocket>> sockets;
            for (int i = 0; i < 300; ++i) {
                sockets.push_back(std::make_unique<QTcpSocket>());
                sockets.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
                if (i % 3 == 0)
                    sockets.back()->write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"); // and never the rest
                if (i % 3 == 1)
                    sockets.back()->write(QByteArray(200'000, 'x')); // without a line end
            }
            // What the kernel has queued on the client's side does not count: what the engine holds does.
            for (int i = 0; i < 15; ++i) {
                QTest::qWait(100);
                const auto held = descriptors() - before;
                QVERIFY2(held <= RpcServer::MaxOwnUnauthenticated + 2, qPrintable(QString::number(held)));
            }
            QTRY_VERIFY_WITH_TIMEOUT(descriptors() <= before, Patience);
        }
        QVERIFY(isAlive(scene)); // the same address is let in again
        QVERIFY(scene.put(scene.file(100'000)).code == 0);
    }
};

QTEST_GUILESS_MAIN(AttackTest)
#include "attack_test.moc"
