// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/processlock.h"
#include "services/common/core/amount.h"
#include "services/common/core/bytes.h"
#include "services/common/core/localzone.h"
#include "services/common/core/log.h"
#include "services/common/core/privatefile.h"
#include "services/common/core/utc.h"

#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <ctime>
#include <limits>

using namespace surplus;
constexpr qint64 Max = std::numeric_limits<qint64>::max();

class CoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLockIsHeldByOneAndEndsWithItsProcess()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.lock"));
        {
            QFile left(path); // of one that was killed when it had only just made it
            QVERIFY(left.open(QIODevice::WriteOnly));
        }
        ProcessLock one(path);
        ProcessLock two(path);
        QVERIFY(one.tryLock());
        QVERIFY(!two.tryLock() && !two.isImpossible());
        one.unlock();
        QVERIFY(!QFile::exists(path));
        QVERIFY(two.tryLock());
        QVERIFY(!one.tryLock());
        ProcessLock nowhere(dir.filePath(QStringLiteral("no/where.lock")));
        QVERIFY(!nowhere.tryLock() && nowhere.isImpossible());
    }
    void amountReadsExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<qint64>("nano");
        QTest::newRow("whole") << "12" << true << qint64(12'000'000'000);
        QTest::newRow("nine decimals") << "0.000000001" << true << qint64(1);
        QTest::newRow("largest") << "9223372036.854775807" << true << Max;
        QTest::newRow("one too many") << "9223372036.854775808" << false << qint64(0);
        QTest::newRow("ten decimals") << "0.0000000001" << false << qint64(0);
        QTest::newRow("negative") << "-1" << false << qint64(0);
        QTest::newRow("exponent") << "1e3" << false << qint64(0);
        QTest::newRow("empty") << "" << false << qint64(0);
        QTest::newRow("bare point") << "1." << false << qint64(0);
        QTest::newRow("arabic digits") << QString::fromUtf8("١") << false << qint64(0);
    }
    void amountReadsExactly()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QFETCH(qint64, nano);
        const auto amount = Amount::fromTokens(text);
        QCOMPARE(amount.has_value(), valid);
        if (valid)
            QCOMPARE(amount->nano(), nano);
    }
    void amountIsChecked()
    {
        QVERIFY(!Amount::fromNano(Max).plus(Amount::fromNano(1)));
        QVERIFY(!Amount::fromNano(std::numeric_limits<qint64>::min()).minus(Amount::fromNano(1)));
        QCOMPARE(Amount::fromNano(-1).toTokens(), QStringLiteral("-0.000000001"));
        QCOMPARE(Amount::fromNano(std::numeric_limits<qint64>::min()).toTokens(), QStringLiteral("-9223372036.854775808"));
        QVERIFY(!Amount::fromWire(QStringLiteral("9223372036854775808")));
        QVERIFY(!Amount::fromWire(QStringLiteral("+1")));
        QVERIFY(!Amount::fromWire(QStringLiteral(" 1")));
        QCOMPARE(Amount::fromWire(QStringLiteral("-9223372036854775808"))->nano(), std::numeric_limits<qint64>::min());
    }
    void dueIsFlooredOnceInWideArithmetic()
    {
        // 3 increments of 1/3 rounded one by one would give 0; over the whole they give 1.
        QCOMPARE(Amount::due(3, Amount::fromNano(1), 3)->nano(), 1);
        QCOMPARE(Amount::due(2, Amount::fromNano(1), 3)->nano(), 0);
        // 10 TB kept for ten years at 1 token a GB-day does not fit 64 bits before the division.
        const Wide byteSeconds = static_cast<Wide>(10'000'000'000'000) * (3650 * SecondsPerDay);
        QCOMPARE(Amount::due(byteSeconds, Amount::fromNano(100), static_cast<Wide>(BytesPerGigabyte) * SecondsPerDay)->nano(),
            qint64(10'000) * 3650 * 100);
        QVERIFY(!Amount::due(1, Amount::fromNano(1), 0));
        QVERIFY(!Amount::due(static_cast<Wide>(-1), Amount::fromNano(2), 1));
        QVERIFY(!Amount::due(static_cast<Wide>(Max) + 1, Amount::fromNano(1), 1));
    }
    void fixedBytesRefuseOtherSizesAndText()
    {
        QVERIFY(Address::fromHex(QString(40, u'a')));
        QVERIFY(Address::fromHex(QStringLiteral("0x") + QString(40, u'A')));
        QVERIFY(!Address::fromHex(QString(39, u'a')));
        QVERIFY(!Address::fromHex(QString(41, u'a')));
        QVERIFY(!Address::fromHex(QString(39, u'a') + u'g'));
        QVERIFY(!Address::fromRaw(QByteArray(21, 'x')));
        QVERIFY(Address().isNull());
    }
    void secretsNeverReachTheLog()
    {
        const QTemporaryDir dir;
        const QByteArray secret = QByteArray::fromHex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
        Log::markSecret(secret);
        {
            const Log log(dir.filePath(QStringLiteral("a.log")), false);
            qInfo("the key is %s", secret.toHex().toUpper().constData());
            qInfo("base64 %s", secret.toBase64().constData());
            qInfo("login with password=hunter2 and \"token\": \"abc-def\"");
            qInfo("an info-hash 7b8debc712ce33342419fbdb705bd712c2a63812a5f6c700021d617191301d9a stays");
        }
        QFile file(dir.filePath(QStringLiteral("a.log")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(!text.toLower().contains(secret.toHex()));
        QVERIFY(!text.contains(secret.toBase64()));
        QVERIFY(!text.contains("hunter2"));
        QVERIFY(!text.contains("abc-def"));
        QVERIFY(text.contains("7b8debc712ce"));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    void theLogRotatesAndIsBounded()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("b.log"));
        Log log(path, false);
        const QByteArray line(3000, 'x');
        const int lines = static_cast<int>(Log::MaxFileBytes / line.size()) * (Log::KeptFiles + 1);
        for (int i = 0; i < lines; ++i)
            qInfo("%s", line.constData());
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), Log::KeptFiles);
        QVERIFY(QFile(path).size() <= Log::MaxFileBytes);
        QVERIFY(log.linesAfter(0, 100'000).size() <= 5000);
        QCOMPARE(log.linesAfter(0, 2).last().sequence, log.linesAfter(0, 100'000).last().sequence);
    }
    void whoFollowsTheLogMissesNoLine()
    {
        Log log(QString(), false);
        for (int i = 0; i < 2500; ++i)
            qInfo("%d", i);
        qint64 after = log.linesAfter(0, 200).first().sequence;
        QCOMPARE(log.linesAfter(0, 200).size(), 200);
        for (int i = 0; i < 2500; ++i)
            qInfo("%d", i);
        QList<LogLine> lines;
        while (!(lines = log.linesAfter(after, 1000)).isEmpty()) {
            for (const LogLine& line : lines)
                QCOMPARE(line.sequence, ++after);
        }
        QCOMPARE(after, 5000);
        for (int i = 0; i < 6000; ++i)
            qInfo("%d", i);
        QCOMPARE(log.linesAfter(after, 1000).first().sequence, 6001); // what went is seen by its number
        QVERIFY(log.linesAfter(20'000, 10).isEmpty());
    }
    void theLocalZoneIsWhatTheSystemSays_data()
    {
        QTest::addColumn<QByteArray>("setting");
        QTest::addColumn<int>("winter"); // seconds east of UTC
        QTest::addColumn<int>("summer");
        QTest::newRow("name") << QByteArray("Europe/Berlin") << 3600 << 7200;
        QTest::newRow("colon") << QByteArray(":America/New_York") << -18'000 << -14'400;
        QTest::newRow("file") << QByteArray("/usr/share/zoneinfo/Europe/Berlin") << 3600 << 7200;
        QTest::newRow("colon and file") << QByteArray(":/usr/share/zoneinfo/Asia/Kolkata") << 19'800 << 19'800;
        QTest::newRow("posix east") << QByteArray("UTC-3") << 10'800 << 10'800;
        QTest::newRow("posix west") << QByteArray("UTC+3") << -10'800 << -10'800;
        QTest::newRow("posix quoted") << QByteArray("<+0330>-3:30") << 12'600 << 12'600;
        QTest::newRow("posix rule") << QByteArray("CET-1CEST,M3.5.0,M10.5.0/3") << 3600 << 7200;
        QTest::newRow("rule without dates") << QByteArray("EST5EDT") << -18'000 << -14'400;
        QTest::newRow("empty") << QByteArray("") << 0 << 0;
        QTest::newRow("nonsense") << QByteArray("No/Where") << 0 << 0;
        QTest::newRow("no such file") << QByteArray("/no/such/file") << 0 << 0;
    }
    void theLocalZoneIsWhatTheSystemSays()
    {
        QFETCH(const QByteArray, setting);
        QFETCH(const int, winter);
        QFETCH(const int, summer);
        const QByteArray before = qgetenv("TZ");
        const auto restore = qScopeGuard([&] {
            qputenv("TZ", before);
            tzset();
        });
        qputenv("TZ", setting);
        const QTimeZone zone = localZone();
        QVERIFY(zone.isValid());
        const int year = QDate::currentDate().year();
        QCOMPARE(zone.offsetFromUtc(inUtc(QDate(year, 1, 15).startOfDay(QTimeZone::utc()).toMSecsSinceEpoch())), winter);
        QCOMPARE(zone.offsetFromUtc(inUtc(QDate(year, 7, 15).startOfDay(QTimeZone::utc()).toMSecsSinceEpoch())), summer);
        QVERIFY(QDate(year, 7, 15).startOfDay(zone).isValid());
        QVERIFY(zoneNamed(QString::fromLatin1(zone.id())).has_value()); // it can be named to another program
    }
    void theSystemsFileIsAZone()
    {
        const QByteArray before = qgetenv("TZ");
        const auto restore = qScopeGuard([&] {
            qputenv("TZ", before);
            tzset();
        });
        for (const char* setting : std::initializer_list<const char*> { "/etc/localtime", ":/etc/localtime", nullptr }) {
            if (setting)
                qputenv("TZ", setting);
            else
                qunsetenv("TZ");
            const time_t now = time(nullptr);
            tzset();
            tm local {};
            QVERIFY(localtime_r(&now, &local));
            QCOMPARE(localZone().offsetFromUtc(inUtc(qint64(now) * 1000)), static_cast<int>(local.tm_gmtoff));
        }
    }
    void namesOfZonesAreNames()
    {
        QCOMPARE(zoneNamed(QStringLiteral("Asia/Tokyo"))->id(), QByteArray("Asia/Tokyo"));
        for (const char* wrong : { "", "No/Where", "/etc/localtime", ":Europe/Berlin", "../zoneinfo/Europe/Berlin", "/etc/passwd" })
            QVERIFY2(!zoneNamed(QLatin1String(wrong)), wrong);
    }
    void privateFilesArePrivateAndWhole()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("key"));
        QVERIFY(writePrivateFile(path, "one"));
        QVERIFY(writePrivateFile(path, "two"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("two"));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
        const auto failed = writePrivateFile(dir.filePath(QStringLiteral("no/such/dir")), "x");
        QVERIFY(!failed);
        QVERIFY(failed.error().message.contains(QLatin1String("no/such/dir")));
    }
};

QTEST_GUILESS_MAIN(CoreTest)
#include "core_test.moc"
