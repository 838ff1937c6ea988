// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/store/worker.h"

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
