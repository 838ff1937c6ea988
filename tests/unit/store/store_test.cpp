// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/store/worker.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace surplus;

class StoreTest : public QObject {
    Q_OBJECT
    const QList<Migration> m_first { { 1, "CREATE TABLE t(v INTEGER)" } };
    const QList<Migration> m_second { { 1, "CREATE TABLE t(v INTEGER)" }, { 2, "ALTER TABLE t ADD COLUMN w TEXT; UPDATE t SET w='old'" } };

    static qint64 count(Database& db)
    {
        return *db.read([&] {
            Statement select = db.prepare("SELECT COUNT(*) FROM t");
            select.step();
            return select.integer(0);
        });
    }
private Q_SLOTS:
    void transactionsAreWholeOrNothing()
    {
        const QTemporaryDir dir;
        auto db = Database::open(dir.filePath(QStringLiteral("a.db")), Database::Durability::Full, m_first);
        QVERIFY(db);
        QVERIFY((*db)->transact([&] { (*db)->prepare("INSERT INTO t VALUES(?)").bind(1).run(); }));
        const auto failed = (*db)->transact([&] {
            (*db)->prepare("INSERT INTO t VALUES(?)").bind(2).run();
            (*db)->run("INSERT INTO nowhere VALUES(1)");
        });
        QVERIFY(!failed);
        QVERIFY(failed.error().message.contains(QLatin1String("a.db")));
        const auto refused = (*db)->transact([&]() -> Result<int> {
            (*db)->prepare("INSERT INTO t VALUES(?)").bind(3).run();
            return failure(QStringLiteral("x"), QStringLiteral("changed my mind"));
        });
        QVERIFY(!refused);
        QCOMPARE(count(**db), 1);
    }
    void migrationsRunOnceWithABackupBefore()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("m.db"));
        {
            auto db = Database::open(path, Database::Durability::Full, m_first);
            QVERIFY((*db)->transact([&] { (*db)->prepare("INSERT INTO t VALUES(?)").bind(7).run(); }));
        }
        QVERIFY(!QFile::exists(path + QStringLiteral(".before-1")));
        for (int i = 0; i < 2; ++i) {
            auto db = Database::open(path, Database::Durability::Full, m_second);
            QVERIFY(db);
            const auto text = (*db)->read([&] {
                Statement select = (*db)->prepare("SELECT v, w FROM t");
                select.step();
                return QString::number(select.integer(0)) + select.text(1);
            });
            QCOMPARE(*text, QStringLiteral("7old"));
        }
        auto backup = Database::open(path + QStringLiteral(".before-2"), Database::Durability::Full, m_first);
        QVERIFY(backup);
        QCOMPARE(count(**backup), 1);
        // An older program must not touch a newer file.
        const auto older = Database::open(path, Database::Durability::Full, m_first);
        QVERIFY(!older);
        QCOMPARE(older.error().code, QStringLiteral("store.newer"));
    }
    void aFailedMigrationChangesNothing()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("f.db"));
        QVERIFY(Database::open(path, Database::Durability::Full, m_first));
        const auto broken = Database::open(path, Database::Durability::Full,
            m_first + QList<Migration> { { 2, "CREATE TABLE u(v INTEGER); INSERT INTO missing VALUES(1)" } });
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, QStringLiteral("store.migration"));
        auto db = Database::open(path, Database::Durability::Full, m_first);
        QVERIFY(db); // still schema 1
        QVERIFY(!(*db)->transact([&] { (*db)->run("INSERT INTO u VALUES(1)"); }));
    }
    void aDamagedFileIsNamed()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("d.db"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto opened = Database::open(path, Database::Durability::Full, m_first);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("store.damaged"));
        QVERIFY(opened.error().message.contains(path));
    }
    void theWorkerRunsInOrderAndFinishesBeforeItEnds()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("w.db"));
        auto db = Database::open(path, Database::Durability::Normal, m_first);
        QVERIFY(db);
        QList<int> order;
        {
            StoreWorker worker(std::move(*db));
            for (int i = 0; i < 500; ++i)
                QVERIFY(worker.post([&order, i](Database& d) {
                    order.append(i);
                    QVERIFY(d.transact([&] { d.prepare("INSERT INTO t VALUES(?)").bind(i).run(); }));
                }));
        }
        QCOMPARE(order.size(), 500);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        auto again = Database::open(path, Database::Durability::Normal, m_first);
        QCOMPARE(count(**again), 500);
    }
    void oneCopyAnUpgradeUntilALaterRunWorked()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("u.db"));
        const QList<Migration> third = m_second + QList<Migration> { { 3, "CREATE TABLE x(v INTEGER)" } };
        {
            auto db = Database::open(path, Database::Durability::Full, m_first);
            QVERIFY((*db)->transact([&] { (*db)->prepare("INSERT INTO t VALUES(?)").bind(7).run(); }));
        }
        // Cut off between two steps: the copy of the state before the first one stays the one.
        QVERIFY(!Database::open(path, Database::Durability::Full, m_second + QList<Migration> { { 3, "INSERT INTO missing VALUES(1)" } }));
        const auto copies = [](const QString& of) { return QDir(QFileInfo(of).path()).entryList({ QFileInfo(of).fileName() + QStringLiteral(".before-*") }, QDir::Files); };
        QVERIFY(Database::open(path, Database::Durability::Full, third));
        QCOMPARE(copies(path), { QStringLiteral("u.db.before-3") });
        QCOMPARE(count(**Database::open(path + QStringLiteral(".before-3"), Database::Durability::Full, m_first)), 1);
        {
            auto again = Database::open(path, Database::Durability::Full, third); // another connection of this program
            QVERIFY((*again)->transact([&] { (*again)->run("INSERT INTO x VALUES(1)"); }));
        }
        QCOMPARE(copies(path).size(), 1);
        // A later run, by another path because this program made the upgrade.
        QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("later")));
        const QString later = dir.filePath(QStringLiteral("later/u.db"));
        QVERIFY(QFile::rename(path, later));
        for (const char* name : { "3", "2", "not-a-number" })
            QVERIFY(QFile::copy(path + QStringLiteral(".before-3"), later + QStringLiteral(".before-") + QLatin1String(name)));
        QVERIFY(Database::open(later, Database::Durability::Full, third)); // it only looked
        QCOMPARE(copies(later).size(), 3);
        {
            auto used = Database::open(later, Database::Durability::Full, third);
            QVERIFY((*used)->transact([&] { (*used)->run("INSERT INTO x VALUES(1)"); }));
            QCOMPARE(copies(later).size(), 3);
        }
        QCOMPARE(copies(later), { QStringLiteral("u.db.before-not-a-number") });
    }
    void aPlantedLinkIsNotFollowed()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("l.db"));
        const QString theirs = dir.filePath(QStringLiteral("theirs"));
        for (const char* part : { "", "-wal", "-shm", "-journal" }) {
            QVERIFY(QFile::link(theirs, path + QLatin1String(part)));
            const auto opened = Database::open(path, Database::Durability::Full, m_first);
            QVERIFY(!opened);
            QVERIFY(opened.error().message.contains(path + QLatin1String(part)));
            QVERIFY(!QFile::exists(theirs));
            QVERIFY(QFile::remove(path + QLatin1String(part)));
            QFile::remove(path);
        }
        // A folder may be one.
        QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("real")) && QFile::link(dir.filePath(QStringLiteral("real")), dir.filePath(QStringLiteral("linked"))));
        QVERIFY(Database::open(dir.filePath(QStringLiteral("linked/l.db")), Database::Durability::Full, m_first));
        QVERIFY(QFile::exists(dir.filePath(QStringLiteral("real/l.db"))));
    }
    void whatATaskThrowsEndsNothing()
    {
        const QTemporaryDir dir;
        auto db = Database::open(dir.filePath(QStringLiteral("e.db")), Database::Durability::Normal, m_first);
        StoreWorker worker(std::move(*db));
        QVERIFY(worker.post([](Database& d) { d.run("INSERT INTO missing VALUES(1)"); }));
        QVERIFY(worker.post([](Database&) { throw std::bad_alloc(); }));
        const auto failed = worker.wait([](Database& d) -> Result<int> {
            d.run("INSERT INTO missing VALUES(1)");
            return 1;
        });
        QVERIFY(!failed);
        QVERIFY(failed.error().message.contains(QLatin1String("missing")));
        QVERIFY(!worker.wait([](Database&) -> Result<void> { throw std::bad_alloc(); }));
        QCOMPARE(worker.wait([](Database& d) -> Result<qint64> { return count(d); }).value(), 0);
    }
    void damageInUseIsToldWhoeverReads()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("g.db"));
        {
            auto db = Database::open(path, Database::Durability::Normal, m_first);
            QVERIFY((*db)->transact([&] {
                for (int i = 0; i < 20'000; ++i)
                    (*db)->prepare("INSERT INTO t VALUES(?)").bind(i).run();
            }));
        }
        auto db = Database::open(path, Database::Durability::Normal, m_first);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(4096));
        QVERIFY(file.write(QByteArray(static_cast<int>(file.size() - 4096), '\x5a')) > 0);
        file.close();
        int told = 0;
        (*db)->onDamage([&](const Error& error) {
            QCOMPARE(error.code, QStringLiteral("store.damaged"));
            ++told;
        });
        StoreWorker worker(std::move(*db));
        const auto counted = worker.wait([](Database& d) {
            return d.attempt([&] {
                Statement select = d.prepare("SELECT SUM(v) FROM t");
                select.step();
                return select.integer(0);
            });
        });
        QVERIFY(!counted);
        QCOMPARE(told, 1);
    }
    void blobsAndNullsRoundTrip()
    {
        const QTemporaryDir dir;
        auto db = Database::open(dir.filePath(QStringLiteral("b.db")), Database::Durability::Full,
            { { 1, "CREATE TABLE b(x BLOB, y TEXT, z INTEGER)" } });
        const QByteArray blob("\0\1\2", 3);
        QVERIFY((*db)->transact([&] {
            (*db)->prepare("INSERT INTO b VALUES(?,?,?)").bind(blob, QStringLiteral("ünïcode"), std::optional<qint64>()).run();
        }));
        QVERIFY((*db)->read([&] {
            Statement select = (*db)->prepare("SELECT x, y, z FROM b");
            QVERIFY(select.step());
            QCOMPARE(select.blob(0), blob);
            QCOMPARE(select.text(1), QStringLiteral("ünïcode"));
            QVERIFY(select.isNull(2));
        }));
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
