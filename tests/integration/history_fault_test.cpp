// SPDX-License-Identifier: GPL-3.0-or-later
// A history on a disk that fills up, and in a process that is killed at each of its writes: migrating, growing, tended.
#include "services/common/history/historyfile.h"
#include "services/common/history/historystore.h"
#include "tests/support/faultcontrol.h"
#include "tests/support/processes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace surplus;
using namespace surplus::test;

class HistoryFaultTest : public QObject {
    Q_OBJECT

    struct Ended {
        int code = -1; ///< -1: killed
        QByteArray output;
        QByteArray errors;
    };
    static Ended tool(const QStringList& arguments, const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment())
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SURPLUS_HISTORY_TOOL), arguments);
        if (!process.waitForFinished(Patience))
            qFatal("the tool did not end");
        return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError() };
    }
    static void copy(const QString& from, const QString& to)
    {
        for (const char* part : { "", "-wal", "-shm", ".before-2" }) {
            QFile::remove(to + QLatin1String(part));
            if (QFile::exists(from + QLatin1String(part)))
                QVERIFY(QFile::copy(from + QLatin1String(part), to + QLatin1String(part)));
        }
    }
    static QByteArray dump(const QString& file)
    {
        const Ended ended = tool({ QStringLiteral("dump"), file });
        return ended.code == 0 ? ended.output : QByteArray();
    }

private Q_SLOTS:
    void everyStepSurvivesAFullDiskAndAPowerCut_data()
    {
        QTest::addColumn<QStringList>("before"); // commands that make the file; FILE stands for it
        QTest::addColumn<QStringList>("step");
        const QString file = QStringLiteral("FILE");
        QTest::newRow("migration") << QStringList { QStringLiteral("first FILE") } << QStringList { QStringLiteral("tend"), file, QStringLiteral("0"), QStringLiteral("Europe/Berlin") };
        QTest::newRow("roll-up") << QStringList { QStringLiteral("grow FILE 90") } << QStringList { QStringLiteral("grow"), file, QStringLiteral("200") };
        QTest::newRow("compaction") << QStringList { QStringLiteral("grow FILE 200") } << QStringList { QStringLiteral("tend"), file, QStringLiteral("1950"), QStringLiteral("Europe/Berlin") };
        QTest::newRow("another time zone") << QStringList { QStringLiteral("grow FILE 60") } << QStringList { QStringLiteral("tend"), file, QStringLiteral("60"), QStringLiteral("Asia/Kathmandu") };
    }
    void everyStepSurvivesAFullDiskAndAPowerCut()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, step);
        const QTemporaryDir dir;
        const QString made = dir.filePath(QStringLiteral("made.db"));
        for (const QString& command : std::as_const(before))
            QCOMPARE(tool(QString(command).replace(QLatin1String("FILE"), made).split(u' ')).code, 0);
        const QString file = dir.filePath(QStringLiteral("h.db"));
        step.replaceInStrings(QStringLiteral("FILE"), file);
        const Faults faults(dir.filePath(QStringLiteral("faults")));
        copy(made, file);
        const QByteArray start = dump(made);
        const long first = faults->writes;
        QCOMPARE(tool(step, faults.environment()).code, 0);
        const int writes = static_cast<int>(faults->writes - first);
        const QByteArray expected = dump(file);
        QVERIFY(writes > 3);
        QVERIFY(!expected.isEmpty() && expected != start);
        const int stride = isLong() ? 1 : std::max(1, writes / times(15));
        qInfo("%d writes", writes);
        for (int at = 0; at < writes; at += stride) {
            copy(made, file);
            faults->until_kill = at;
            const int killed = tool(step, faults.environment()).code;
            QVERIFY(killed == -1 || (killed == 0 && faults->until_kill >= 0)); // it may do with fewer writes than last time
            faults->until_kill = -1;
            const Ended again = tool(step);
            QVERIFY2(again.code == 0, again.errors.constData());
            QVERIFY2(dump(file) == expected, qPrintable(QStringLiteral("killed at write %1").arg(at)));

            copy(made, file);
            faults->writes_left = at;
            const Ended full = tool(step, faults.environment());
            faults->writes_left = -1;
            QVERIFY(full.code == 0 || full.code == 2); // SQLite may do without a write, such as the truncation of its log
            QVERIFY2(full.code == 0 || full.errors.contains("full") || full.errors.contains("I/O"), full.errors.constData());
            const Ended room = tool(step);
            QVERIFY2(room.code == 0, room.errors.constData());
            QVERIFY2(dump(file) == expected, qPrintable(QStringLiteral("full at write %1").arg(at)));
        }
    }

    void aDamagedFileIsSetAsideAndSaid()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("h.db"));
        const auto aside = [&] { return QDir(dir.path()).entryList({ QStringLiteral("h.db.damaged-*") }).size(); };
        QCOMPARE(tool({ QStringLiteral("grow"), file, QStringLiteral("30") }).code, 0);
        {
            const auto sound = HistoryFile::open(file);
            QVERIFY(sound && sound->notice.isEmpty());
        }
        QFile raw(file);
        QVERIFY(raw.open(QIODevice::ReadWrite) && raw.write(QByteArray(4096, 'x')) == 4096); // the header
        raw.close();
        {
            const auto renewed = HistoryFile::open(file);
            QVERIFY2(renewed, renewed ? "" : qPrintable(renewed.error().message));
            QVERIFY(renewed->notice.contains(QLatin1String(".damaged-")));
            QVERIFY(HistoryStore(*renewed->database, QTimeZone::utc()).machines()->isEmpty());
        }
        QCOMPARE(aside(), 1);
        QCOMPARE(tool({ QStringLiteral("grow"), file, QStringLiteral("30") }).code, 0); // and it fills again
        // A newer version's file is not damaged: nothing is touched.
        QVERIFY(tool({ QStringLiteral("dump"), file }).code == 0);
        {
            auto newer = Database::open(file, Database::Durability::Normal, HistoryStore::migrations());
            (*newer)->run("PRAGMA user_version=99");
        }
        const auto refused = HistoryFile::open(file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("store.newer"));
        QCOMPARE(aside(), 1);
    }
};

QTEST_GUILESS_MAIN(HistoryFaultTest)
#include "history_fault_test.moc"
