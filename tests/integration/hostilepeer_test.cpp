// SPDX-License-Identifier: GPL-3.0-or-later
// A real engine, and customers whose vouchers, claims, questions and torrents are made to get something for nothing.
#include "services/dashboard/fleet/enginelink.h"
#include "tests/support/attacker.h"
#include "tests/support/measures.h"

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
constexpr qint64 Overshoot = 512 * 1024; // send buffer and the blocks on their way

/// Leaves, and the piece layer, over and over: a request of 53 bytes draws up to 16 kB.
QByteArray hashRequests(const lt::torrent_info& info, int count)
{
    const auto root = info.files().root(lt::file_index_t(0));
    int layer = 0;
    for (int size = info.piece_length(); size > Block; size /= 2)
        ++layer;
    QByteArray all;
    const auto number = [&](int value) {
        char bytes[4];
        qToBigEndian(static_cast<quint32>(value), bytes);
        all.append(bytes, 4);
    };
    for (int i = 0; i < count; ++i) {
        number(49);
        all += static_cast<char>(RawPeer::HashRequest);
        all.append(root.data(), 32);
        for (const int value : { i % 2 ? layer : 0, 0, 256, 5 })
            number(value);
    }
    return all;
}
} // namespace

class HostilePeerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
        const lt::torrent_info info(lt::span<const char>(a.file.torrent.constData(), a.file.torrent.size()), lt::from_span);
        const quint16 port = a.open();
        auto peer = a.prove(port);
        QVERIFY(peer);
        const qint64 before = memoryOf(scene.engine.pid());
        // All of it may be read at once, and nothing of the answers is taken meanwhile.
        peer->raw(hashRequests(info, 20'000));
        QVERIFY(peer->ends(Patience));
        const qint64 grown = memoryOf(scene.engine.pid()) - before;
        qInfo("20,000 hash requests drew %lld bytes, and %lld of memory", static_cast<long long>(peer->received()), static_cast<long long>(grown));
        QVERIFY2(peer->received() < 100'000, qPrintable(QString::number(peer->received()))); // plain libtorrent gave 52 MB
        QVERIFY2(grown < 32'000'000, qPrintable(QString::number(grown))); // and took gigabytes for those who didn't read
        QCOMPARE(retrieved(scene), 0);
        // It does not come back for more, and the engine lives.
        for (int i = 0; i < 3; ++i)
            QVERIFY(!a.prove(a.open()));
        QVERIFY(isAlive(scene));
        // The same without proving itself.
        Attacker b(scene, QStringLiteral("b"));
        QVERIFY(b.store(scene, 100'000, QStringLiteral("g")) && b.connect(scene));
        RawPeer stranger;
        QVERIFY(stranger.open(b.open(), b.file.lease.content));
        stranger.raw(hashRequests(info, 20'000));
        QVERIFY(stranger.ends(Patience));
        QVERIFY(stranger.received() < 100'000);
        // Nobody but the customer itself can have it refused.
        QVERIFY(b.prove(b.open()));
        RawPeer flood;
        QVERIFY(flood.open(b.open(), b.file.lease.content));
        for (int i = 0; i < 20'000 && flood.isOpen(); ++i)
            flood.send(RawPeer::Request, QByteArray(8, '\0') + QByteArray("\0\0\x40\0", 4));
        QVERIFY(flood.ends(Patience));
        QVERIFY(b.prove(b.open()));
    }

    void whatIsGivenAwayAnswersNoHashRequestsEither()
    {
        Scene scene;
        QVERIFY(scene.start());
        QFile given(scene.dir.filePath(QStringLiteral("given.bin")));
        QVERIFY(given.open(QIODevice::WriteOnly) && given.write(randomBytes(20'000'000)) == 20'000'000);
        given.close();
        lt::file_storage files;
        lt::add_files(files, given.fileName().toStdString());
        lt::create_torrent creator(files, 65536, lt::create_torrent::v2_only);
        lt::set_piece_hashes(creator, scene.dir.path().toStdString());
        const QByteArray torrent = bencoded(creator.generate());
        QFile file(scene.dir.filePath(QStringLiteral("given.torrent")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(torrent) == torrent.size());
        file.close();
        const auto ctl = [&](const QStringList& words) { return run("surplusctl", words + QStringList { QStringLiteral("--data"), scene.engine.data() }); };
        const Outcome added = ctl({ QStringLiteral("public"), QStringLiteral("add"), file.fileName(), scene.dir.path() });
        QVERIFY2(added.code == 0, qPrintable(added.errors));
        QCOMPARE(ctl({ QStringLiteral("public"), QStringLiteral("on") }).code, 0);
        const auto port = scene.engine.ctl({ QStringLiteral("public") }).value(u"port").toInt();
        const lt::torrent_info info(lt::span<const char>(torrent.constData(), torrent.size()), lt::from_span);
        const auto content = *InfoHash::fromRaw(QByteArrayView(info.info_hashes().v2.data(), InfoHash::Size));
        std::optional<RawPeer> peer;
        const auto opens = [&] {
            peer.emplace();
            return peer->open(static_cast<quint16>(port), content);
        };
        QTRY_VERIFY_WITH_TIMEOUT(opens(), Patience);
        peer->raw(hashRequests(info, 20'000));
        QVERIFY(peer->ends(Patience));
        QVERIFY2(peer->received() < 100'000, qPrintable(QString::number(peer->received())));
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
};

QTEST_GUILESS_MAIN(HostilePeerTest)
#include "hostilepeer_test.moc"
