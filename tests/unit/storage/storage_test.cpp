// SPDX-License-Identifier: GPL-3.0-or-later
// The storage folder: what is put into it, what is deleted from it and what never is, and disks that don't answer.
#include "services/common/crypto/keccak.h"
#include "services/engine/node/schema.h"
#include "services/engine/storage/publiccontent.h"
#include "services/engine/storage/storageresource.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <future>
#include <libtorrent/bencode.hpp>
#include <libtorrent/create_torrent.hpp>
#include <sys/stat.h>

using namespace surplus;

namespace {
void write(const QString& path, const QByteArray& text = "x")
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("a file could not be written");
}
QStringList inside(const QString& folder) { return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name); }

QByteArray encoded(const lt::create_torrent& creator)
{
    std::vector<char> out;
    lt::bencode(std::back_inserter(out), creator.generate());
    return QByteArray(out.data(), static_cast<qsizetype>(out.size()));
}

/// An engine's storage on a real database and a real folder, without the rest of the engine.
struct World {
    QTemporaryDir dir;
    ManualClock clock { 1'800'000'000'000 };
    SecretKey key = SecretKey::generate();
    SecretKey payout = SecretKey::generate();
    int tenants = 0;
    QHash<InfoHash, QByteArray> torrents;
    Hash32 salt = randomHash();
    QString folder = dir.filePath(QStringLiteral("shared"));
    std::unique_ptr<StoreWorker> store;
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<StorageResource> storage;

    World() { start(); }
    ~World() { end(); }
    void start()
    {
        store = std::make_unique<StoreWorker>(*Database::open(dir.filePath(QStringLiteral("e.db")), Database::Durability::Full, engineSchema()));
        ledger = *Ledger::open(*store, ChainSpec::local(), machineIdOf(key.publicKey()), clock);
        ledger->setBeneficiary(payout.address());
        CreditLimits limits;
        limits.serveUnfunded = true;
        ledger->setLimits(limits);
        RoomLimits room;
        room.limit = 100'000'000'000;
        ledger->setRoom(room);
        storage = std::make_unique<StorageResource>(*ledger, *StoredRecord::open(*store), key, clock);
        if (!storage->start(QHostAddress(QHostAddress::LocalHost), 0))
            qFatal("no listener");
        storage->setLimit(1'000'000'000);
        storage->setMinimumFree(0);
        storage->setServing(true, false);
    }
    void end()
    {
        QVERIFY(!storage || storage->stop());
        if (store)
            store->drain();
        storage.reset();
        ledger.reset();
        store.reset();
    }
    Result<void> choose(const QString& path)
    {
        std::optional<Result<void>> outcome;
        storage->chooseFolder(path, [&](const Result<void>& chosen) { outcome = chosen; });
        return QTest::qWaitFor([&] { return outcome.has_value(); }, 60'000) ? *outcome : Result<void>(failure(QStringLiteral("test"), QStringLiteral("no answer")));
    }
    /// A lease of one file of `size` bytes with its torrent, filled by nobody.
    LeaseRecord addLease(int size = 100'000)
    {
        const QByteArray bytes = randomBytes(size);
        const QString name = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        const QString source = dir.filePath(QStringLiteral("source-%1/").arg(name));
        write(source + name, bytes);
        lt::file_storage files;
        lt::add_files(files, (source + name).toStdString());
        lt::create_torrent creator(files, 16 * 1024, lt::create_torrent::v2_only);
        lt::set_piece_hashes(creator, source.toStdString());
        return lease(encoded(creator));
    }
    LeaseRecord lease(const QByteArray& torrent)
    {
        // Each of somebody else, from somewhere else.
        const SecretKey tenant = SecretKey::generate();
        (void)ledger->openAccount(tenant.address(), salt, Network(QStringLiteral("10.0.0.%1").arg(++tenants)));
        LeaseRecord lease;
        const auto described = storage->describe(torrent);
        lease.id = *LeaseId::fromRaw(randomBytes(32));
        lease.chequebook = ChainSpec::local().chequebookOf(tenant.address(), salt);
        lease.customer = tenant.address();
        lease.content = described->content;
        lease.file = described->file;
        lease.size = described->size;
        lease.created = clock.now();
        lease.end = lease.created + 86'400'000;
        std::promise<Result<LeaseRecord>> added;
        ledger->addLease(lease, torrent, [&](const Result<LeaseRecord>& outcome) { added.set_value(outcome); });
        if (const auto held = added.get_future().get(); !held)
            qFatal("no lease: %s", qPrintable(held.error().message));
        torrents.insert(lease.content, torrent);
        return lease;
    }
    void close(const LeaseRecord& lease)
    {
        std::promise<bool> closed;
        ledger->closeLease(lease.id, LeaseEnd::ByCustomer, [](const LeaseRecord&) { return true; }, [&](const auto& outcome) { closed.set_value(outcome && *outcome); });
        QVERIFY(closed.get_future().get());
    }
    [[nodiscard]] QString pathOf(const LeaseRecord& lease) const { return folder + QStringLiteral("/content/") + lease.content.hex(); }
    [[nodiscard]] QString fileOf(const LeaseRecord& lease) const { return pathOf(lease) + u'/' + lease.file; }
    [[nodiscard]] qint64 rows() const
    {
        return *store->wait([](Database& db) -> Result<qint64> {
            Statement count = db.prepare("SELECT COUNT(*) FROM stored_content");
            return count.step() ? count.integer(0) : -1;
        });
    }
    /// Opens it and waits for the answer.
    Result<quint16> open(const LeaseRecord& lease)
    {
        std::optional<Result<quint16>> outcome;
        storage->open(lease, QHostAddress(QHostAddress::LocalHost), [&](const Result<quint16>& port) { outcome = port; });
        return QTest::qWaitFor([&] { return outcome.has_value(); }, 60'000) ? *outcome : failure(QStringLiteral("test"), QStringLiteral("no answer"));
    }
};
} // namespace

class StorageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFolderWithAContentOfSomebodyElsesIsRefused()
    {
        World world;
        const auto refuses = [&](const QString& path) {
            const QStringList before = inside(path);
            const auto chosen = world.choose(path);
            return !chosen && chosen.error().code == QLatin1String("storage.folder") && inside(path) == before;
        };
        const QString site = world.dir.filePath(QStringLiteral("site"));
        write(site + QStringLiteral("/content/index.html"));
        QVERIFY(refuses(site));
        const QString photos = world.dir.filePath(QStringLiteral("photos"));
        write(photos + QStringLiteral("/one.jpg"));
        const QString linked = world.dir.filePath(QStringLiteral("linked"));
        QVERIFY(QDir().mkpath(linked) && QFile::link(photos, linked + QStringLiteral("/content")));
        QVERIFY(refuses(linked));
        const QString planted = world.dir.filePath(QStringLiteral("planted"));
        write(world.dir.filePath(QStringLiteral("precious")));
        QVERIFY(QDir().mkpath(planted) && QFile::link(world.dir.filePath(QStringLiteral("precious")), planted + QStringLiteral("/surplus-storage.json")));
        QVERIFY(refuses(planted));
        const QString theirs = world.dir.filePath(QStringLiteral("theirs"));
        write(theirs + QStringLiteral("/surplus-storage.json"), R"({"machine":"another"})");
        QVERIFY(refuses(theirs));
        QVERIFY(refuses(QStringLiteral("relative")));
        QVERIFY(refuses(world.dir.filePath(QStringLiteral("no/parent"))));
        // What a power cut left of our own choosing, and a folder with other files, are fine.
        QVERIFY(QDir().mkpath(world.folder + QStringLiteral("/content")));
        write(world.folder + QStringLiteral("/holiday.jpg"));
        QVERIFY(world.choose(world.folder));
        QVERIFY(world.choose(world.folder)); // again
        QCOMPARE(inside(world.folder), (QStringList { QStringLiteral("content"), QStringLiteral("holiday.jpg"), QStringLiteral("surplus-storage.json") }));
    }
    void aLeaseThatIsRemovedWhileItLoadsLeaksNothing()
    {
        World world;
        QVERIFY(world.choose(world.folder));
        for (int events = 0; events < 40; ++events) {
            const LeaseRecord lease = world.addLease();
            int answers = 0;
            const auto answer = [&](const Result<quint16>&) { ++answers; };
            world.storage->open(lease, QHostAddress(QHostAddress::LocalHost), answer);
            world.storage->open(lease, QHostAddress(QHostAddress::LocalHost), answer);
            for (int i = 0; i < events; ++i)
                QCoreApplication::processEvents();
            world.close(lease);
            world.storage->remove(lease);
            world.storage->remove(lease); // may be repeated
            QTRY_COMPARE_WITH_TIMEOUT(answers, 2, 60'000);
            QTRY_VERIFY_WITH_TIMEOUT(world.storage->host()->session().get_torrents().empty(), 60'000);
            QTRY_VERIFY_WITH_TIMEOUT(inside(world.folder + QStringLiteral("/content")).isEmpty(), 60'000);
            QTRY_COMPARE_WITH_TIMEOUT(world.rows(), 0, 60'000);
            QCOMPARE(answers, 2);
        }
    }
    void whatEndedWhileTheDiskWasAwayIsDeletedOnceItIsBack()
    {
        World world;
        QVERIFY(world.choose(world.folder));
        const LeaseRecord kept = world.addLease();
        const LeaseRecord ended = world.addLease();
        const LeaseRecord linked = world.addLease();
        for (const LeaseRecord& lease : { kept, ended, linked })
            QVERIFY(world.open(lease));
        const QString away = world.folder + QStringLiteral("-away");
        QVERIFY(QDir().rename(world.folder, away));
        world.storage->watchDisk();
        QTRY_VERIFY_WITH_TIMEOUT(!world.storage->problem().isEmpty(), 60'000);
        for (const LeaseRecord& lease : { ended, linked }) {
            world.close(lease);
            world.storage->remove(lease);
        }
        QVERIFY(!QFile::exists(world.folder)); // nothing is made beneath
        // And then the engine was killed; what is on the disk is what was there.
        world.end();
        QVERIFY(QDir().rename(away, world.folder));
        for (const LeaseRecord& lease : { kept, ended })
            write(world.fileOf(lease));
        const QString mine = world.folder + QStringLiteral("/content/mine.txt");
        write(mine);
        const QString photos = world.dir.filePath(QStringLiteral("photos"));
        write(photos + u'/' + linked.file);
        QDir(world.pathOf(linked)).removeRecursively();
        QVERIFY(QFile::link(photos, world.pathOf(linked)));
        world.start();
        world.storage->resumeFolder(world.folder);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(world.pathOf(ended)), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(world.rows(), 1, 60'000);
        QVERIFY(QFile::exists(world.fileOf(kept))); // still leased
        QVERIFY(QFile::exists(mine));
        QVERIFY(QFile::exists(photos + u'/' + linked.file)); // no deletion follows a link
        QVERIFY(!world.open(linked));
    }
    void aLeaseThatComesWhileAFolderIsChosenKeepsItsOwn()
    {
        World world;
        QVERIFY(world.choose(world.folder));
        std::optional<Result<void>> outcome;
        world.storage->chooseFolder(world.dir.filePath(QStringLiteral("other")), [&](const Result<void>& chosen) { outcome = chosen; });
        const LeaseRecord lease = world.addLease();
        QTRY_VERIFY_WITH_TIMEOUT(outcome, 60'000);
        QVERIFY(!*outcome);
        QCOMPARE(outcome->error().code, QStringLiteral("storage.folder"));
        StorageStatus status;
        world.storage->fillStatus(status);
        QCOMPARE(status.folder, world.folder);
        QVERIFY(world.open(lease));
        QVERIFY(!QFile::exists(world.dir.filePath(QStringLiteral("other/content/")) + lease.content.hex()));
    }
    void whatAnEarlierFolderHoldsIsNotForgotten()
    {
        World world;
        QVERIFY(world.choose(world.folder));
        const LeaseRecord first = world.addLease();
        QVERIFY(world.open(first));
        const QString away = world.folder + QStringLiteral("-away");
        QVERIFY(QDir().rename(world.folder, away));
        world.close(first);
        world.storage->remove(first);
        // The same content again, in another folder.
        QVERIFY(world.choose(world.dir.filePath(QStringLiteral("other"))));
        const LeaseRecord second = world.lease(world.torrents.value(first.content));
        QTRY_VERIFY_WITH_TIMEOUT(world.open(second), 60'000); // once the first is put away
        QCOMPARE(world.rows(), 2);
        world.close(second);
        world.storage->remove(second);
        QTRY_COMPARE_WITH_TIMEOUT(world.rows(), 1, 60'000);
        QVERIFY(QDir().rename(away, world.folder));
        write(world.fileOf(first));
        QVERIFY(world.choose(world.folder));
        QTRY_COMPARE_WITH_TIMEOUT(world.rows(), 0, 60'000);
        QVERIFY(!QFile::exists(world.pathOf(first)));
    }
    void aRecordOfAnEarlierVersionIsTakenOver()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("e.db"));
        QList<Migration> earlier;
        for (const Migration& migration : engineSchema()) {
            if (migration.number < 11)
                earlier.append(migration);
        }
        {
            const auto old = Database::open(file, Database::Durability::Full, earlier);
            QVERIFY((*old)->transact([&] { (*old)->run("INSERT INTO stored_content VALUES('c', 'f', 'd')"); }));
        }
        StoreWorker store(*Database::open(file, Database::Durability::Full, engineSchema()));
        const auto record = StoredRecord::open(store);
        QVERIFY(record);
        QCOMPARE((*record)->rows().size(), 1);
        const StoredRecord::Row row = *(*record)->rows().begin();
        QCOMPARE(row.name, (StoredName { QStringLiteral("c"), QStringLiteral("f") }));
        QCOMPARE(row.folder, QStringLiteral("d"));
    }
    void aPowerCutAtEachStepOfADeletionLeavesNothing()
    {
        World world;
        QVERIFY(world.choose(world.folder));
        // The steps: the lease is closed, the file is gone, its folder is gone, the record forgets it.
        for (int step = 0; step < 3; ++step) {
            const LeaseRecord lease = world.addLease();
            QVERIFY(world.open(lease));
            world.close(lease);
            world.end();
            QDir(world.pathOf(lease)).removeRecursively();
            if (step == 0)
                write(world.fileOf(lease));
            else if (step == 1)
                QDir().mkpath(world.pathOf(lease));
            world.start();
            world.storage->resumeFolder(world.folder);
            QTRY_COMPARE_WITH_TIMEOUT(world.rows(), 0, 60'000);
            QVERIFY(!QFile::exists(world.pathOf(lease)));
        }
    }
    void aLinkInPlaceOfContentIsNotWrittenThrough()
    {
        World world;
        QVERIFY(world.choose(world.folder));
        const LeaseRecord lease = world.addLease();
        const QString photos = world.dir.filePath(QStringLiteral("photos"));
        QVERIFY(QDir().mkpath(photos) && QFile::link(photos, world.pathOf(lease)));
        QCOMPARE(world.open(lease).error().code, QStringLiteral("storage.load"));
        QVERIFY(inside(photos).isEmpty());
        // A pipe there holds nobody up.
        QVERIFY(QFile::remove(world.pathOf(lease)) && QDir().mkpath(world.pathOf(lease)));
        QCOMPARE(::mkfifo(QFile::encodeName(world.fileOf(lease)).constData(), 0600), 0);
        std::optional<Result<QList<QByteArray>>> read;
        world.storage->readBlocks(lease, { 0 }, [&](const Result<QList<QByteArray>>& blocks) { read = blocks; });
        QTRY_VERIFY_WITH_TIMEOUT(read, 60'000);
        QCOMPARE(read->error().code, QStringLiteral("storage.read"));
    }
    void whatHangsIsLeftBehind()
    {
        std::promise<void> release;
        const std::shared_future<void> released = release.get_future().share();
        auto threads = std::make_unique<DiskThreads>(1);
        bool answered = false;
        QVERIFY(threads->run([&answered, released]() -> std::function<void()> {
            released.wait();
            return [&answered] { answered = true; };
        }));
        QTRY_VERIFY_WITH_TIMEOUT(threads->busyMs() > 0, 60'000);
        QVERIFY(!threads->settle(10));
        threads.reset(); // doesn't wait for it
        release.set_value();
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }
    void anAnswerAfterTheSessionsEndIsDropped()
    {
        auto host = std::make_unique<TorrentHost>(QHostAddress(QHostAddress::LocalHost), 0, TorrentHost::Dials::Never);
        const auto network = host->network();
        std::promise<void> ran;
        network->post([&] { ran.set_value(); });
        ran.get_future().wait();
        host.reset();
        bool late = false;
        network->post([&] { late = true; }); // a commit that waited for its disk
        QVERIFY(!late);
    }
    void aV1TorrentOfNearlyAMegabyteIsGivenAway()
    {
        World world;
        const auto content = PublicContent::open(*world.store);
        QVERIFY(content);
        constexpr int Piece = 16 * 1024;
        constexpr int Pieces = 42'700;
        const QString folder = world.dir.filePath(QStringLiteral("given"));
        write(folder + QStringLiteral("/big"));
        QVERIFY(QFile::resize(folder + QStringLiteral("/big"), qint64(Piece) * Pieces)); // sparse
        lt::file_storage files;
        lt::add_files(files, (folder + QStringLiteral("/big")).toStdString());
        lt::create_torrent creator(files, Piece, lt::create_torrent::v1_only);
        for (const lt::piece_index_t piece : files.piece_range())
            creator.set_hash(piece, lt::sha1_hash("01234567890123456789"));
        const QByteArray torrent = encoded(creator);
        QVERIFY(torrent.size() > 850'000);
        std::optional<Result<PublicContent::Item>> added;
        (*content)->add(torrent, folder, [&](const Result<PublicContent::Item>& item) { added = item; });
        QTRY_VERIFY_WITH_TIMEOUT(added, 60'000);
        QVERIFY2(*added, qPrintable(*added ? QString() : added->error().message));
        QCOMPARE((*content)->items().size(), 1);
    }
};

QTEST_GUILESS_MAIN(StorageTest)
#include "storage_test.moc"
