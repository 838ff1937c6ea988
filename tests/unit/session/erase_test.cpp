// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing a profile: what its record names goes, and nothing else.
#include "services/dashboard/session/eraseprofile.h"
#include "services/dashboard/session/profilebackup.h"
#include "tests/support/profilefiles.h"

#include <QProcess>
#include <QTemporaryDir>
#include <sys/file.h>

using namespace surplus;
using namespace surplus::test;

namespace {
const QString Password = QStringLiteral("ten characters");
} // namespace

class EraseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void erasingDeletesJustWhatTheRecordNames()
    {
        const QTemporaryDir dir;
        const QString profile = dir.filePath(QStringLiteral("profile"));
        const QString folder = dir.filePath(QStringLiteral("shared"));
        const QString photos = dir.filePath(QStringLiteral("photos"));
        const QString one(64, u'1');
        const QString two(64, u'2');
        const QString three(64, u'3');
        const QString four(64, u'4');
        record(profile, { one, three, QStringLiteral("..") });
        record(profile + QStringLiteral("/before-restore-x"), { two });
        write(profile + QStringLiteral("/before-restore-x/engine/identity.key"), "key");
        write(profile + QStringLiteral("/before-restore-x/settings.ini"), "x");
        write(profile + QStringLiteral("/restore.staged/files/engine/identity.key"), "key");
        write(profile + QStringLiteral("/backup-abcdef/plain"), "key");
        write(profile + QStringLiteral("/engine/identity.key"), "key");
        write(profile + QStringLiteral("/history.db-wal"), "x");
        for (const char* ours : { "engine/settlements.db", "engine/settlements.db-wal", "engine/start-errors.txt" })
            write(profile + u'/' + QLatin1String(ours), "x");
        write(profile + QStringLiteral("/mine.txt"), "x");
        write(profile + QStringLiteral("/engine/notes/mine.txt"), "x"); // inside a folder of ours, too
        write(folder + QStringLiteral("/surplus-storage.json"), R"({"machine":"m"})");
        write(folder + QStringLiteral("/holiday.jpg"), "x");
        for (const QString& content : { one, two, four })
            write(folder + QStringLiteral("/content/%1/%1").arg(content), "x");
        write(folder + QStringLiteral("/content/index.html"), "x"); // somebody's web site
        write(photos + u'/' + three, "x");
        QVERIFY(QFile::link(photos, folder + QStringLiteral("/content/") + three)); // named by the record, but a link
        QVERIFY(QFile::link(photos, profile + QStringLiteral("/logs")));
        write(photos + QStringLiteral("/surplus.log"), "x");
        const auto erased = eraseProfile(profile, folder);
        QVERIFY2(erased, qPrintable(erased ? QString() : erased.error().message));
        QCOMPARE(inside(profile), (QStringList { QStringLiteral("engine"), QStringLiteral("logs"), QStringLiteral("mine.txt") }));
        QCOMPARE(inside(profile + QStringLiteral("/engine")), QStringList { QStringLiteral("notes") });
        QCOMPARE(inside(folder), (QStringList { QStringLiteral("content"), QStringLiteral("holiday.jpg") }));
        QCOMPARE(inside(folder + QStringLiteral("/content")), (QStringList { three, four, QStringLiteral("index.html") }));
        QCOMPARE(inside(photos), (QStringList { three, QStringLiteral("surplus.log") }));
    }
    void whatARestoreKeptAndEarlierFoldersHoldIsErased()
    {
        const QTemporaryDir dir;
        const QString profile = dir.filePath(QStringLiteral("profile"));
        const QString file = dir.filePath(QStringLiteral("b"));
        const QString now = dir.filePath(QStringLiteral("now"));
        const QString earlier = dir.filePath(QStringLiteral("earlier"));
        const QString gone = dir.filePath(QStringLiteral("gone"));
        const QString one(64, u'1');
        const QString two(64, u'2');
        const QString three(64, u'3');
        record(profile, { one }, earlier); // as it was when the backup was made
        record(profile, { one }, now);
        write(profile + QStringLiteral("/settings.ini"), "x");
        QVERIFY(writeBackup(profile, file, Password));
        record(profile, { two }, earlier);
        QVERIFY(stageRestore(profile, file, Password));
        const auto before = applyRestore(profile, QDateTime::currentDateTime());
        QVERIFY(before && QFile::exists(*before + QStringLiteral("/engine/engine.db")));
        record(profile, { two }, gone); // a disk that isn't there
        for (const QString& folder : { now, earlier }) {
            write(folder + QStringLiteral("/surplus-storage.json"), R"({"machine":"m"})");
            for (const QString& content : { one, two, three })
                write(folder + QStringLiteral("/content/%1/%1").arg(content), "x");
        }
        const auto erased = eraseProfile(profile, now);
        QCOMPARE(erased.error().code, QStringLiteral("erase.stored"));
        QVERIFY2(erased.error().message.contains(gone), qPrintable(erased.error().message));
        QVERIFY(!QFile::exists(profile));
        QCOMPARE(inside(now + QStringLiteral("/content")), (QStringList { two, three })); // only the record's own names
        QCOMPARE(inside(earlier + QStringLiteral("/content")), QStringList { three });
    }
    void aRecordThatIsDamagedInPartIsSaid()
    {
        for (const char* table : { "stored_content", "leases" }) {
            const QTemporaryDir dir;
            const QString profile = dir.filePath(QStringLiteral("profile"));
            const QString folder = dir.filePath(QStringLiteral("shared"));
            const QString one(64, u'1');
            record(profile, { one });
            write(folder + QStringLiteral("/surplus-storage.json"), R"({"machine":"m"})");
            write(folder + QStringLiteral("/content/%1/%1").arg(one), "x");
            damage(profile + QStringLiteral("/engine/engine.db"), table);
            const auto erased = eraseProfile(profile, folder);
            QVERIFY2(!erased && erased.error().code == QLatin1String("erase.stored"), table);
        }
    }
    void erasingThroughALinkedContentDeletesNothing()
    {
        const QTemporaryDir dir;
        const QString profile = dir.filePath(QStringLiteral("profile"));
        const QString folder = dir.filePath(QStringLiteral("shared"));
        const QString one(64, u'1');
        record(profile, { one });
        write(dir.filePath(QStringLiteral("site/%1/%1").arg(one)), "x");
        write(folder + QStringLiteral("/surplus-storage.json"), R"({"machine":"m"})");
        QVERIFY(QFile::link(dir.filePath(QStringLiteral("site")), folder + QStringLiteral("/content")));
        QVERIFY(eraseProfile(profile, folder));
        QVERIFY(QFile::exists(dir.filePath(QStringLiteral("site/%1/%1").arg(one))));
        QVERIFY(!QFile::exists(profile));
    }
    void whatCantBeNamedStaysAndIsSaid()
    {
        const QTemporaryDir dir;
        const QString profile = dir.filePath(QStringLiteral("profile"));
        const QString folder = dir.filePath(QStringLiteral("shared"));
        const QString file = folder + QStringLiteral("/content/%1/%1").arg(QString(64, u'1'));
        write(profile + QStringLiteral("/engine/engine.db"), "no database at all");
        write(folder + QStringLiteral("/surplus-storage.json"), R"({"machine":"m"})");
        write(file, "x");
        const auto erased = eraseProfile(profile, folder);
        QCOMPARE(erased.error().code, QStringLiteral("erase.stored"));
        QVERIFY(erased.error().message.contains(folder));
        QVERIFY(QFile::exists(file));
        QVERIFY(!QFile::exists(profile));
    }
};

QTEST_GUILESS_MAIN(EraseTest)
#include "erase_test.moc"
