// SPDX-License-Identifier: GPL-3.0-or-later
// A real engine, and peers that lie, flood, replay and don't pay.
#include "services/dashboard/fleet/enginelink.h"
#include "tests/support/attacker.h"

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

class AttackTest : public QObject {
    Q_OBJECT

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
