// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/session/autostart.h"
#include "services/dashboard/session/backupmembers.h"
#include "services/dashboard/session/eraseprofile.h"
#include "services/dashboard/session/profilebackup.h"
#include "tests/support/profilefiles.h"

#include <QBuffer>
#include <QDataStream>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cstring>
#include <sys/file.h>

using namespace surplus;
using namespace surplus::test;

namespace {
const QString Password = QStringLiteral("ten characters");

/// Keeps what is written to it, zeros as their number: a file of gigabytes that takes no room.
class Tape : public QIODevice {
public:
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at == m_runs.size(); }
    qint64 written = 0;

protected:
    qint64 writeData(const char* data, qint64 size) override
    {
        written += size;
        const QByteArray bytes(data, size);
        const bool empty = bytes.count('\0') == size;
        if (empty && !m_runs.isEmpty() && m_runs.last().zeros > 0)
            m_runs.last().zeros += size;
        else
            m_runs.append(empty ? Run { {}, size } : Run { bytes, 0 });
        return size;
    }
    qint64 readData(char* data, qint64 most) override
    {
        qint64 done = 0;
        while (done < most && m_at < m_runs.size()) {
            Run& run = m_runs[m_at];
            const qint64 part = std::min(most - done, run.zeros > 0 ? run.zeros : qint64(run.bytes.size()));
            if (run.zeros > 0)
                std::memset(data + done, 0, static_cast<std::size_t>(part));
            else
                std::memcpy(data + done, run.bytes.constData(), static_cast<std::size_t>(part));
            run.zeros > 0 ? void(run.zeros -= part) : void(run.bytes.remove(0, part));
            if (run.zeros == 0 && run.bytes.isEmpty())
                ++m_at;
            done += part;
        }
        return done;
    }

private:
    struct Run {
        QByteArray bytes;
        qint64 zeros;
    };
    QList<Run> m_runs;
    qsizetype m_at = 0;
};
}

class SessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startingAtLoginIsAnEntryThatRunsTheProgram()
    {
        const QTemporaryDir dir;
        // An argument with everything that the specification gives a meaning.
        const QString odd = dir.filePath(QStringLiteral("a \"b\" $c `d` \\e 100%"));
        write(dir.filePath(QStringLiteral("program")), "#!/bin/sh\nprintf '%s' \"$1\" >\"$2\"\n");
        QFile::setPermissions(dir.filePath(QStringLiteral("program")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const Autostart autostart({ dir.filePath(QStringLiteral("program")), odd, dir.filePath(QStringLiteral("said")) }, dir.filePath(QStringLiteral("autostart")));
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.setOn(true));
        QVERIFY(autostart.isOn());
        const QByteArray entry = read(autostart.file());
        QVERIFY(entry.startsWith("[Desktop Entry]\nType=Application\n"));
        // Read as a desktop reads it: the string's escapes first, then the quotes, then %%.
        QString exec = QString::fromUtf8(entry.mid(entry.indexOf("Exec=") + 5)).section(u'\n', 0, 0);
        QString once;
        for (qsizetype i = 0; i < exec.size(); ++i)
            once += exec[i] == u'\\' ? exec[++i] : exec[i];
        QStringList words;
        for (qsizetype i = 0; i < once.size(); ++i) {
            if (once[i] != u'"')
                continue;
            QString word;
            for (++i; once[i] != u'"'; ++i)
                word += once[i] == u'\\' ? once[++i] : once[i];
            words.append(word.replace(QStringLiteral("%%"), QStringLiteral("%")));
        }
        QCOMPARE(words.size(), 3);
        QCOMPARE(QProcess::execute(words[0], words.mid(1)), 0);
        QCOMPARE(QString::fromUtf8(read(dir.filePath(QStringLiteral("said")))), odd);
        QVERIFY(autostart.setOn(false));
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.setOn(false));
    }

    void aBackupBringsBackWhatWasThere()
    {
        const QTemporaryDir dir;
        const QString profile = dir.filePath(QStringLiteral("profile"));
        const QString file = dir.filePath(QStringLiteral("file.surplus-backup"));
        write(profile + QStringLiteral("/engine/identity.key"), "first identity");
        write(profile + QStringLiteral("/settings.ini"), "first settings");
        auto ledger = database(profile + QStringLiteral("/engine/engine.db"));
        insert(*ledger);
        insert(*ledger); // still in the write-ahead log
        QVERIFY(writeBackup(profile, file, Password));
        QVERIFY(!read(file).contains("first identity"));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        insert(*ledger); // after the backup
        ledger.reset();
        write(profile + QStringLiteral("/engine/identity.key"), "second identity");

        QVERIFY(stageRestore(profile, file, Password));
        QCOMPARE(read(profile + QStringLiteral("/engine/identity.key")), QByteArray("second identity")); // not before the next start
        const auto before = applyRestore(profile, QDateTime::currentDateTime());
        QVERIFY(before);
        QCOMPARE(read(profile + QStringLiteral("/engine/identity.key")), QByteArray("first identity"));
        QCOMPARE(rows(*database(profile + QStringLiteral("/engine/engine.db"))), 2);
        QCOMPARE(read(*before + QStringLiteral("/engine/identity.key")), QByteArray("second identity"));
        QCOMPARE(rows(*database(*before + QStringLiteral("/engine/engine.db"))), 3); // nothing is lost
        QVERIFY(!QFile::exists(profile + QStringLiteral("/restore.staged")));
        QCOMPARE(applyRestore(profile, QDateTime::currentDateTime()).value(), QString());
    }
    void aMemberOfOver4GiBIsReadBack()
    {
        const QTemporaryDir dir;
        const qint64 size = (qint64(4) << 30) + 5;
        QFile large(dir.filePath(QStringLiteral("large")));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(size)); // a hole
        large.close();
        write(dir.filePath(QStringLiteral("small")), "after it");
        Tape tape;
        QVERIFY(tape.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        QVERIFY(BackupMembers::write(tape, { { QStringLiteral("a"), large.fileName() }, { QStringLiteral("b"), dir.filePath(QStringLiteral("small")) } }));
        QMap<QString, qint64> found;
        std::unique_ptr<Tape> out;
        const bool whole = BackupMembers::read(tape, BackupMembers::Format::Second,
            [&](const QString& name) {
                out = std::make_unique<Tape>();
                out->setObjectName(name);
                return out->open(QIODevice::WriteOnly | QIODevice::Unbuffered) ? out.get() : nullptr;
            },
            [&] {
                found.insert(out->objectName(), out->written);
                return true;
            });
        QVERIFY(whole);
        QCOMPARE(found, (QMap<QString, qint64> { { QStringLiteral("a"), size }, { QStringLiteral("b"), 8 } }));
    }
    void backupsOfTheFirstFormatAreRead()
    {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::ReadWrite));
        QDataStream stream(&buffer);
        stream << quint32(2) << QStringLiteral("one") << QByteArray("first") << QStringLiteral("two") << QByteArray();
        const QByteArray whole = buffer.data();
        for (qsizetype length = 0; length <= whole.size(); ++length) {
            QBuffer in;
            in.setData(whole.left(length));
            QVERIFY(in.open(QIODevice::ReadOnly));
            QBuffer out;
            QByteArray all;
            const bool read = BackupMembers::read(in, BackupMembers::Format::First,
                [&](const QString& name) {
                    out.close();
                    out.setData(name.toUtf8() + '=');
                    return out.open(QIODevice::Append) ? &out : nullptr;
                },
                [&] {
                    all += out.data() + ' ';
                    return true;
                });
            QCOMPARE(read, length == whole.size()); // a part is none
            if (read)
                QCOMPARE(all, QByteArray("one=first two= "));
        }
    }
    void aRestoreThatWasCutOffGoesOn()
    {
        const QTemporaryDir dir;
        const QString profile = dir.filePath(QStringLiteral("profile"));
        const QString file = dir.filePath(QStringLiteral("b"));
        write(profile + QStringLiteral("/engine/identity.key"), "one");
        write(profile + QStringLiteral("/settings.ini"), "one");
        QVERIFY(writeBackup(profile, file, Password));
        write(profile + QStringLiteral("/engine/identity.key"), "two");
        write(profile + QStringLiteral("/settings.ini"), "two");
        QVERIFY(stageRestore(profile, file, Password));
        // The power went after the first file.
        const QString before = profile + QStringLiteral("/before-restore-x");
        write(profile + QStringLiteral("/restore.staged/complete"), before.toUtf8());
        write(before + QStringLiteral("/engine/identity.key"), "two");
        QFile::remove(profile + QStringLiteral("/engine/identity.key"));
        QVERIFY(QFile::rename(profile + QStringLiteral("/restore.staged/files/engine/identity.key"), profile + QStringLiteral("/engine/identity.key")));
        QCOMPARE(applyRestore(profile, QDateTime::currentDateTime()).value(), before);
        QCOMPARE(read(profile + QStringLiteral("/engine/identity.key")), QByteArray("one"));
        QCOMPARE(read(profile + QStringLiteral("/settings.ini")), QByteArray("one"));
        QCOMPARE(read(before + QStringLiteral("/engine/identity.key")), QByteArray("two"));
        QCOMPARE(read(before + QStringLiteral("/settings.ini")), QByteArray("two"));
    }
    void wrongPasswordsAndDamagedFilesChangeNothing()
    {
        const QTemporaryDir dir;
        const QString profile = dir.filePath(QStringLiteral("profile"));
        const QString file = dir.filePath(QStringLiteral("b"));
        write(profile + QStringLiteral("/engine/identity.key"), "one");
        QVERIFY(writeBackup(profile, file, Password));
        QCOMPARE(stageRestore(profile, file, QStringLiteral("another password")).error().code, QStringLiteral("backup.password"));
        const QByteArray whole = read(file);
        for (const auto& [damaged, name] : { std::pair(whole.left(whole.size() - 1), "cut"), { whole.left(6), "short" }, { QByteArray("text"), "text" }, { QByteArray(), "empty" },
                 { QByteArray(whole).replace(whole.size() - 20, 1, "\xff"), "flipped" } }) {
            write(dir.filePath(QStringLiteral("damaged")), damaged);
            const auto outcome = stageRestore(profile, dir.filePath(QStringLiteral("damaged")), Password);
            QVERIFY2(!outcome, name);
            QCOMPARE(applyRestore(profile, QDateTime::currentDateTime()).value(), QString());
            QCOMPARE(read(profile + QStringLiteral("/engine/identity.key")), QByteArray("one"));
        }
    }
    void nothingMovesUnderARunningEngine()
    {
        const QTemporaryDir dir;
        const QString profile = dir.filePath(QStringLiteral("profile"));
        const QString file = dir.filePath(QStringLiteral("b"));
        write(profile + QStringLiteral("/engine/identity.key"), "one");
        write(profile + QStringLiteral("/engine/lock"), "");
        QVERIFY(writeBackup(profile, file, Password));
        QVERIFY(stageRestore(profile, file, Password));
        QFile lock(profile + QStringLiteral("/engine/lock"));
        QVERIFY(lock.open(QIODevice::ReadWrite));
        QCOMPARE(flock(lock.handle(), LOCK_EX | LOCK_NB), 0);
        QCOMPARE(applyRestore(profile, QDateTime::currentDateTime()).error().code, QStringLiteral("backup.running"));
        QCOMPARE(eraseProfile(profile, {}).error().code, QStringLiteral("backup.running"));
        lock.close();
        QVERIFY(!applyRestore(profile, QDateTime::currentDateTime()).value().isEmpty());
    }
    void aLinkInPlaceOfAStagedRestoreIsNotFollowed()
    {
        const QTemporaryDir dir;
        const QString profile = dir.filePath(QStringLiteral("profile"));
        const QString file = dir.filePath(QStringLiteral("b"));
        const QString photos = dir.filePath(QStringLiteral("photos"));
        write(profile + QStringLiteral("/engine/identity.key"), "one");
        QVERIFY(writeBackup(profile, file, Password));
        for (const char* name : { "/one.jpg", "/plain", "/files/engine/identity.key" })
            write(photos + QLatin1String(name), "x");
        QVERIFY(QFile::link(photos, profile + QStringLiteral("/restore.staged")));
        const auto untouched = [&] {
            return inside(photos) == QStringList { QStringLiteral("files"), QStringLiteral("one.jpg"), QStringLiteral("plain") }
            && read(photos + QStringLiteral("/plain")) == "x" && read(photos + QStringLiteral("/files/engine/identity.key")) == "x";
        };
        QCOMPARE(applyRestore(profile, QDateTime::currentDateTime()).value(), QString());
        QVERIFY(untouched());
        QCOMPARE(stageRestore(profile, file, Password).error().code, QStringLiteral("dir.link"));
        QVERIFY(untouched());
        write(photos + QStringLiteral("/complete"), "");
        QCOMPARE(applyRestore(profile, QDateTime::currentDateTime()).value(), QString());
        QCOMPARE(read(profile + QStringLiteral("/engine/identity.key")), QByteArray("one"));
        QVERIFY(QFile::exists(photos + QStringLiteral("/complete")));
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
