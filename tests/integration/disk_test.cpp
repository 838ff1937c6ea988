// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that doesn't answer (a FUSE file system that hangs, and is always let go), and a disk that is away while leases end.
#include "services/customer/renting/providersession.h"
#include "services/dashboard/fleet/enginelink.h"
#include "tests/support/faultcontrol.h"
#include "tests/support/marketcaller.h"
#include "tests/support/rawpeer.h"
#include "tests/support/scene.h"

#include <csignal>
#include <sys/mount.h>

using namespace surplus;
using namespace surplus::test;

namespace {
/// A folder on a file system that can be made to hang; ends the hang with itself.
class HangingDisk {
public:
    static constexpr const char* Needs = "FUSE and python3-fusepy are needed for this test: run it as root with CAP_SYS_ADMIN";

    explicit HangingDisk(const QString& dir) : m_mount(dir + QStringLiteral("/disk")), m_hang(dir + QStringLiteral("/hang"))
    {
        const QString real = dir + QStringLiteral("/real");
        if (!QDir().mkpath(real) || !QDir().mkpath(m_mount))
            return;
        QFile(real + QStringLiteral("/here")).open(QIODevice::WriteOnly);
        m_server.setProcessChannelMode(QProcess::ForwardedChannels);
        m_server.start(QStringLiteral("/usr/bin/python3"), { QStringLiteral(SURPLUS_SOURCE_DIR "/tests/support/hangfs.py"), real, m_mount, m_hang });
        m_there = QTest::qWaitFor([&] { return m_server.state() == QProcess::NotRunning || QFile::exists(m_mount + QStringLiteral("/here")); }, 60'000)
            && m_server.state() == QProcess::Running;
    }
    ~HangingDisk() { end(); }
    HangingDisk(const HangingDisk&) = delete;
    HangingDisk& operator=(const HangingDisk&) = delete;

    [[nodiscard]] bool isThere() const { return m_there; }
    [[nodiscard]] QString folder() const { return m_mount + QStringLiteral("/shared"); }
    [[nodiscard]] QString path(const QString& name) const { return m_mount + u'/' + name; }
    void hang() const { QVERIFY(QFile(m_hang).open(QIODevice::WriteOnly)); }
    void answer() const { QFile::remove(m_hang); }
    /// Whoever waits for it is let go.
    void end()
    {
        answer();
        m_server.kill();
        m_server.waitForFinished();
        ::umount2(qPrintable(m_mount), MNT_DETACH);
    }

private:
    const QString m_mount;
    const QString m_hang;
    QProcess m_server;
    bool m_there = false;
};

QByteArray configOn(const QString& folder)
{
    return config(QString()).replace("\"/shared\"", '"' + folder.toUtf8() + '"');
}
} // namespace

class DiskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// libtorrent looks at the disk first, and sends away who comes before it has: a real client then waits for a minute.
    void whoIsToldThePortIsTakenAtOnce()
    {
        Scene scene;
        const Faults faults(scene.dir.filePath(QStringLiteral("faults")));
        scene.engine.environment = faults.environment();
        QVERIFY(scene.start());
        const QString source = scene.file(500'000);
        QVERIFY(scene.put(source).code == 0);
        QCOMPARE(scene.engine.stop(), 0); // what it serves next it has to load
        faults->look_ms = 700;
        QVERIFY(scene.start());
        const auto purse = *Purse::open(scene.dir.filePath(QStringLiteral("customer")));
        const StoredFile file = purse->files()->first();
        MarketCaller caller;
        QVERIFY(caller.open(*ProviderAddress::parse(scene.provider), QHostAddress(QHostAddress::LocalHost)) && caller.greet(purse->key(), purse->salt()));
        const auto opened = caller.call(QStringLiteral("content.open"), { { QStringLiteral("lease"), file.lease.id.hex() }, { QStringLiteral("received"), QStringLiteral("0") } });
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        RawPeer peer;
        QVERIFY(peer.open(static_cast<quint16>(opened->value(u"port").toInt()), file.lease.content));
        QVERIFY(peer.greet());
        peer.abort();
        // So nobody has to wait.
        QCOMPARE(scene.engine.stop(), 0);
        QVERIFY(scene.start());
        const QString back = scene.dir.filePath(QStringLiteral("back"));
        const Outcome fetched = scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back });
        QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
        const Outcome put = scene.put(scene.file(400'000, QStringLiteral("another")));
        QVERIFY2(put.code == 0, qPrintable(put.errors));
    }

    void aDiskThatDoesntAnswerHoldsNobodyUp()
    {
        Scene scene;
        HangingDisk disk(scene.dir.path());
        QVERIFY2(disk.isThere(), HangingDisk::Needs);
        EngineProcess engine(scene.dir.path(), configOn(disk.folder()));
        QVERIFY(engine.start());
        const qint64 pid = engine.pid();
        scene.provider = engine.ctl({ QStringLiteral("status") }).value(u"provider").toString();
        const auto status = [&] { return EngineStatus::fromJson(engine.ctl({ QStringLiteral("status") })).value_or(EngineStatus()); };
        const QString source = scene.file(500'000);
        const Outcome stored = scene.put(source);
        QVERIFY2(stored.code == 0, qPrintable(stored.errors));

        disk.hang();
        // It hangs until it is let go below: each answer by itself shows that nobody waited for it.
        RpcClient client;
        QVERIFY(openLocalEngine(client, engine.data()));
        const auto ask = [&](const char* method, const QJsonObject& params = {}) { return client.callAndWait(QLatin1String(method), params, 60'000); };
        QVERIFY(ask("engine.status"));
        QVERIFY(ask("storage.leases"));
        QVERIFY(ask("storage.set", { { QStringLiteral("limit"), 1'000'000'000 } }));
        QVERIFY(ask("engine.pause"));
        QVERIFY(ask("engine.resume"));
        QCOMPARE(ask("storage.check").error().code, QStringLiteral("storage.absent"));
        const QByteArray torrent = "d4:infod6:lengthi1e4:name1:f12:piece lengthi16384e6:pieces20:01234567890123456789ee";
        QCOMPARE(ask("public.add", { { QStringLiteral("torrent"), QString::fromLatin1(torrent.toBase64()) }, { QStringLiteral("folder"), disk.path(QStringLiteral("given")) } }).error().code,
            QStringLiteral("public.files"));
        QTRY_VERIFY_WITH_TIMEOUT(status().storage.diskSilent, 120'000);
        QCOMPARE(status().reason, Reason::Disk);
        QVERIFY(!status().storage.problem.isEmpty());
        const Outcome audited = scene.customer({ QStringLiteral("audit"), QStringLiteral("file.bin") });
        QCOMPARE(audited.json.value(u"error").toString(), QStringLiteral("storage.absent"));
        QVERIFY(engine.isRunning());
        QCOMPARE(engine.pid(), pid);

        disk.answer();
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ShareState::Sharing, 120'000);
        const QString back = scene.dir.filePath(QStringLiteral("back.bin"));
        const auto get = [&] { return scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), back }); };
        const Outcome fetched = get();
        QVERIFY2(fetched.code == 0, qPrintable(fetched.errors));
        QVERIFY(scene.same(source, back));

        // It ends in order, with the disk hanging: what it wrote down is written, and the next one may start.
        disk.hang();
        ::kill(static_cast<pid_t>(engine.pid()), SIGTERM);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(RuntimeFile::pathIn(engine.data())), 120'000);
        disk.answer();
        (void)engine.stop();
        QVERIFY(engine.start());
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ShareState::Sharing, 120'000);
        QVERIFY(engine.stop() == 0);

        // It starts with the disk hanging, says so, and shares once it answers.
        disk.hang();
        QVERIFY(engine.start());
        QVERIFY(status().storage.diskSilent);
        const auto chosen = [&] {
            RpcClient other;
            return openLocalEngine(other, engine.data()) ? other.callAndWait(QStringLiteral("storage.setFolder"), { { QStringLiteral("folder"), disk.folder() } }, 60'000) : failure({}, {});
        }();
        QCOMPARE(chosen.error().code, QStringLiteral("storage.folder"));
        disk.answer();
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ShareState::Sharing, 120'000);
        const Outcome again = get();
        QVERIFY2(again.code == 0, qPrintable(again.errors));
        QVERIFY(engine.stop() == 0);
    }

    void leasesThatAreClosedWhileTheDiskIsAwayLeaveNothing()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QString shared = scene.dir.filePath(QStringLiteral("shared"));
        const Outcome stored = scene.put(scene.file(300'000));
        QVERIFY2(stored.code == 0, qPrintable(stored.errors));
        const QString lease = stored.json.value(u"lease").toString();
        QVERIFY(QDir().rename(shared, shared + QStringLiteral("-away")));
        QTRY_VERIFY_WITH_TIMEOUT(!EngineStatus::fromJson(scene.engine.ctl({ QStringLiteral("status") }))->storage.problem.isEmpty(), 60'000);
        {
            auto purse = Purse::open(scene.dir.filePath(QStringLiteral("customer")));
            ProviderSession session(**purse, *ProviderAddress::parse(scene.provider));
            QVERIFY(session.open());
            const auto closed = session.call(QStringLiteral("lease.close"), { { QStringLiteral("lease"), lease } });
            QVERIFY2(closed, qPrintable(closed ? QString() : closed.error().message));
        }
        scene.engine.kill(); // a power cut on top
        QVERIFY(scene.engine.start());
        QVERIFY(QDir().rename(shared + QStringLiteral("-away"), shared));
        const auto content = [&] { return QDir(shared + QStringLiteral("/content")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot); };
        QTRY_VERIFY_WITH_TIMEOUT(content().isEmpty(), 60'000);
    }

    void whatIsStoredAndCantBeHadIsShownToTheOwner()
    {
        Scene scene;
        QVERIFY(scene.start());
        const auto home = [&](int number) { return QStringLiteral("customer%1").arg(number); };
        QStringList contents; // of three customers
        for (int i = 0; i < 3; ++i) {
            const Outcome stored = scene.customer({ QStringLiteral("put"), scene.file(300'000), QStringLiteral("--provider"), scene.provider }, home(i));
            QVERIFY2(stored.code == 0, qPrintable(stored.errors));
            const QDir folder(scene.dir.filePath(QStringLiteral("shared/content/")) + stored.json.value(u"content").toString());
            contents.append(folder.filePath(folder.entryList(QDir::Files).value(0)));
            QVERIFY(QFile::exists(contents.last()));
        }
        const auto status = [&] { return EngineStatus::fromJson(scene.engine.ctl({ QStringLiteral("status") })).value_or(EngineStatus()); };
        const auto problem = [&] { return status().problems.value(0); };
        QCOMPARE(status().storage.damaged, 0);
        QVERIFY(status().problems.isEmpty());

        // One is gone and one is cut short; who asks for them is told, and so is the owner.
        const QString away = scene.dir.filePath(QStringLiteral("away"));
        QVERIFY(QFile::rename(contents[0], away));
        QVERIFY(QFile::resize(contents[1], 100'000));
        QCOMPARE(scene.customer({ QStringLiteral("audit"), QStringLiteral("file.bin") }, home(0)).json.value(u"error").toString(), QStringLiteral("storage.read"));
        QCOMPARE(status().storage.damaged, 1);
        // A start finds what nobody asked for.
        QVERIFY(scene.engine.stop() == 0);
        QVERIFY(scene.start());
        QTRY_COMPARE_WITH_TIMEOUT(status().storage.damaged, 2, Patience);
        QCOMPARE(scene.customer({ QStringLiteral("get"), QStringLiteral("file.bin"), QStringLiteral("--out"), scene.dir.filePath(QStringLiteral("back")) }, home(1)).json.value(u"error").toString(),
            QStringLiteral("storage.load"));
        QCOMPARE(problem().kind, QStringLiteral("stored"));
        QVERIFY2(problem().text.startsWith(QLatin1String("2 of the files")) && problem().text.contains(scene.dir.filePath(QStringLiteral("shared"))), qPrintable(problem().text));
        QCOMPARE(status().storage.damagedFiles.size(), 2);
        for (const QString& one : status().storage.damagedFiles)
            QVERIFY(contents.first(2).contains(scene.dir.filePath(QStringLiteral("shared/")) + one));
        RpcClient client;
        QVERIFY(openLocalEngine(client, scene.engine.data()));
        const auto check = [&] { return client.callAndWait(QStringLiteral("storage.check"), {}, Patience).value_or(QJsonObject()); };
        QCOMPARE(check().value(u"files").toInt(), 3);
        QCOMPARE(check().value(u"damaged").toInt(), 2);
        QCOMPARE(check().value(u"damagedFiles").toArray().size(), 2);

        // What is put back is well again.
        QVERIFY(QFile::rename(away, contents[0]));
        QCOMPARE(check().value(u"damaged").toInt(), 1);
        QCOMPARE(status().storage.damaged, 1);
        QCOMPARE(scene.customer({ QStringLiteral("audit"), QStringLiteral("file.bin") }, home(0)).code, 0);
        // A lease that is over takes its damage with it.
        {
            auto purse = Purse::open(scene.dir.filePath(home(1)));
            ProviderSession session(**purse, *ProviderAddress::parse(scene.provider));
            QVERIFY(session.open());
            QVERIFY(session.call(QStringLiteral("lease.close"), { { QStringLiteral("lease"), (*purse)->files().value().first().lease.id.hex() } }));
        }
        QTRY_VERIFY_WITH_TIMEOUT(status().problems.isEmpty(), Patience);
        QCOMPARE(status().storage.damaged, 0);
    }

    void aDeviceOrAPipeIsNoTorrent()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QTemporaryDir dir;
        const QString pipe = dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), { pipe }), 0);
        for (const QString& file : { QStringLiteral("/dev/zero"), QStringLiteral("/dev/null"), pipe, dir.path() }) {
            const Outcome added = run("surplusctl", { QStringLiteral("public"), QStringLiteral("add"), file, dir.path(), QStringLiteral("--data"), scene.engine.data() }, 60'000);
            QVERIFY2(added.code > 0 && added.errors.contains(file), qPrintable(file + added.errors));
        }
    }

    void aLargeTorrentComesInParts()
    {
        Scene scene;
        QVERIFY(scene.start());
        // Not a torrent, but as large as one may be: the whole of it arrives and is read.
        const QString large = scene.file(3'000'000, QStringLiteral("large.torrent"));
        const Outcome read = run("surplusctl", { QStringLiteral("public"), QStringLiteral("add"), large, scene.dir.path(), QStringLiteral("--data"), scene.engine.data() });
        QVERIFY2(read.errors.contains(QLatin1String("torrent can't be used")), qPrintable(read.errors));
        QVERIFY(!scene.engine.ctl({ QStringLiteral("status") }).isEmpty());
    }
};

QTEST_GUILESS_MAIN(DiskTest)
#include "disk_test.moc"
