// SPDX-License-Identifier: GPL-3.0-or-later
// What an engine says that can't start: directories that it can't use or that are somebody else's, ports that are taken.
#include "services/dashboard/fleet/enginelink.h"
#include "tests/support/mount.h"
#include "tests/support/scene.h"

#include <QTcpServer>
#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace surplus;
using namespace surplus::test;

class StartFaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void directoriesThatCantBeUsedAreNamed()
    {
        const QTemporaryDir dir;
        const auto start = [](const QString& data) {
            return run("surplusd", { QStringLiteral("--data"), data, QStringLiteral("--allow-root"), QStringLiteral("--quiet") });
        };
        const QString file = dir.filePath(QStringLiteral("a-file"));
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        QStringList bad { file + QStringLiteral("/engine"), QStringLiteral("/proc/surplus") };
        if (geteuid() == 0) {
            const QString theirs = dir.filePath(QStringLiteral("theirs"));
            QVERIFY(QDir().mkpath(theirs) && ::chown(qPrintable(theirs), 12345, 12345) == 0);
            bad.append(theirs);
        }
        for (const QString& data : bad) {
            const Outcome outcome = start(data);
            QVERIFY2(outcome.code > 0 && outcome.code < 100, qPrintable(data));
            QVERIFY2(outcome.errors.contains(data.section(u'/', 0, -2)), qPrintable(outcome.errors));
        }
        // Read-only, also for root: a bind mount.
        const QString fixed = dir.filePath(QStringLiteral("fixed"));
        const Mount mount(fixed, QStringLiteral("ro"));
        QVERIFY2(mount.isThere(), Mount::Needs);
        const Outcome readOnly = start(fixed);
        QVERIFY(readOnly.code > 0 && readOnly.code < 100);
        QVERIFY2(readOnly.errors.contains(fixed), qPrintable(readOnly.errors));
    }

    void aSecondEngineOnTheSameDirectoryIsRefused()
    {
        Scene scene;
        QVERIFY(scene.start());
        const Outcome second = run("surplusd", { QStringLiteral("--data"), scene.engine.data(), QStringLiteral("--allow-root"), QStringLiteral("--quiet") });
        QVERIFY(second.code > 0);
        QVERIFY2(second.errors.contains(QString::number(scene.engine.pid())), qPrintable(second.errors)); // who has it
        QVERIFY(scene.engine.isRunning());
        QVERIFY(!scene.engine.ctl({ QStringLiteral("status") }).isEmpty()); // its runtime file is untouched
    }

    void aTakenPortIsNamedOrLeft()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress(QHostAddress::LocalHost), 0));
        for (const char* name : { "marketPort", "contentPort" }) {
            // One that the user chose is what customers were told: no other is taken for it.
            const QTemporaryDir dir;
            QByteArray text = config(dir.path());
            text.insert(1, '"' + QByteArray(name) + "\":" + QByteArray::number(taken.serverPort()) + ',');
            QFile file(dir.filePath(QStringLiteral("c.json")));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
            file.close();
            const Outcome outcome = run("surplusd", { QStringLiteral("--data"), dir.filePath(QStringLiteral("e")), QStringLiteral("--config"), file.fileName(), QStringLiteral("--allow-root"), QStringLiteral("--quiet") });
            QVERIFY(outcome.code > 0);
            QVERIFY2(outcome.errors.contains(QString::number(taken.serverPort())), qPrintable(outcome.errors));
        }
        Scene scene; // one that was picked earlier is given up: better another address than none
        QVERIFY(scene.start());
        const quint16 before = ProviderAddress::parse(scene.provider)->port;
        QCOMPARE(scene.engine.stop(), 0);
        QTcpServer squatter;
        QVERIFY(squatter.listen(QHostAddress(QHostAddress::LocalHost), before));
        QVERIFY(scene.start());
        QVERIFY(ProviderAddress::parse(scene.provider)->port != before);
        QVERIFY(scene.put(scene.file(100'000)).code == 0);
    }
};

QTEST_GUILESS_MAIN(StartFaultTest)
#include "startfault_test.moc"
