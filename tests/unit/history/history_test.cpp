// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/bins.h"
#include "services/common/history/historystore.h"

#include <QDateTime>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace surplus;

namespace {
constexpr qint64 Hour = 3'600'000;
UtcMs at(const char* iso) { return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch(); }
}

class HistoryTest : public QObject {
    Q_OBJECT
    const QTimeZone m_berlin { "Europe/Berlin" };
    const MachineId m_machine = *MachineId::fromRaw(QByteArray(32, 'm'));
private Q_SLOTS:
    void localDaysAcrossDaylightSaving()
    {
        const auto spring = lastDays(3, at("2026-03-29T12:00:00Z"), m_berlin);
        QCOMPARE(spring.size(), 3);
        QCOMPARE(spring[2].end - spring[2].start, 23 * Hour);
        QCOMPARE(spring[1].end - spring[1].start, 24 * Hour);
        const auto autumn = lastDays(2, at("2026-10-25T12:00:00Z"), m_berlin);
        QCOMPARE(autumn[1].end - autumn[1].start, 25 * Hour);
        QCOMPARE(autumn[0].end, autumn[1].start);
        QCOMPARE(binAt(autumn, autumn[1].start), 1);
        QCOMPARE(binAt(autumn, autumn[1].start - 1), 0);
        QCOMPARE(binAt(autumn, autumn[0].start - 1), -1);
        QCOMPARE(binAt(autumn, autumn[1].end), -1);
    }
    void hoursOfAZoneOnAQuarter()
    {
        const QTimeZone kathmandu("Asia/Kathmandu"); // UTC+5:45
        const auto bins = binsFor(HistoryRange::Day, at("2026-11-22T10:00:00Z"), kathmandu, 0);
        QCOMPARE(bins.size(), 24);
        QCOMPARE(bins.last().start, at("2026-11-22T09:15:00Z")); // 15:00 there
        QCOMPARE(bins.last().end - bins.last().start, Hour);
    }
    void rangesEndNowAndHaveNoHoles()
    {
        const UtcMs now = at("2026-11-22T10:00:00Z");
        for (const HistoryRange range : { HistoryRange::Day, HistoryRange::Week, HistoryRange::Month, HistoryRange::Year, HistoryRange::All }) {
            const auto bins = binsFor(range, now, m_berlin, at("2024-02-10T00:00:00Z"));
            QVERIFY(!bins.isEmpty());
            QVERIFY(bins.last().start <= now && now < bins.last().end);
            for (qsizetype i = 1; i < bins.size(); ++i)
                QCOMPARE(bins[i].start, bins[i - 1].end);
        }
        QCOMPARE(binsFor(HistoryRange::All, now, m_berlin, at("2024-02-10T00:00:00Z")).size(), 34);
    }
    void uptimeIsAShareOfWhatIsKnown()
    {
        QVERIFY(!UptimeShare().ratio());
        QVERIFY(!(UptimeShare { 0, 60, 0, 40 }).ratio()); // a planned pause is neither up nor down
        QCOMPARE(*(UptimeShare { 50, 0, 40, 10 }).ratio(), 50.0 / 90.0);
    }
    /// Python's zoneinfo reads the time zone database by itself: an implementation that shares nothing with Qt's.
    void daysAgreeWithAnIndependentComputation_data()
    {
        QTest::addColumn<QString>("zone");
        for (const char* zone : { "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo",
                 "Africa/Casablanca", "Asia/Tehran", "Pacific/Chatham", "America/St_Johns", "UTC" })
            QTest::newRow(zone) << QString::fromLatin1(zone);
    }
    void daysAgreeWithAnIndependentComputation()
    {
        QFETCH(QString, zone);
        QProcess python;
        // The first moment of each day: by bisection, since midnight itself may be left out where clocks go forward then.
        python.start(QStringLiteral("python3"), { QStringLiteral("-c"), QStringLiteral(R"(
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo
zone = ZoneInfo(sys.argv[1])
day = date(2014, 1, 1)
while day < date(2028, 1, 1):
    low = int(datetime(day.year, day.month, day.day, tzinfo=timezone.utc).timestamp()) - 16 * 3600
    high = low + 32 * 3600
    while high - low > 1:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, zone).date() >= day: high = middle
        else: low = middle
    print(day.toordinal(), high)
    day += timedelta(days=1)
)"), zone });
        QVERIFY2(python.waitForFinished(60'000) && python.exitCode() == 0, "missing: python3 or its time zone database (Debian package tzdata)");
        const QList<QByteArray> lines = python.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(lines.size(), 5113);
        const QTimeZone here(zone.toUtf8());
        constexpr qint64 JulianOfOrdinal0 = 1721425; // 1 January of the year 1 is ordinal 1 and Julian day 1721426
        for (const QByteArray& line : lines) {
            const qint64 julian = line.split(' ').first().toLongLong() + JulianOfOrdinal0;
            const UtcMs start = line.split(' ').last().toLongLong() * 1000;
            QCOMPARE(QDateTime::fromMSecsSinceEpoch(dayStart(julian, here), QTimeZone::utc()), QDateTime::fromMSecsSinceEpoch(start, QTimeZone::utc()));
            QVERIFY(LocalDays(here).startingAt(start) == julian);
        }
    }
    void theHighestVoucherIsKept()
    {
        const QTemporaryDir dir;
        auto db = Database::open(dir.filePath(QStringLiteral("v.db")), Database::Durability::Normal, HistoryStore::migrations());
        HistoryStore store(**db, m_berlin);
        const auto channel = [](const char* accepted) {
            return QJsonObject { { QStringLiteral("chequebook"), QStringLiteral("c") }, { QStringLiteral("beneficiary"), QStringLiteral("b") },
                { QStringLiteral("accepted"), QString::fromLatin1(accepted) }, { QStringLiteral("signature"), QString::fromLatin1(accepted) } };
        };
        QVERIFY(store.vouchers().put(m_machine, channel("50")));
        QVERIFY(store.vouchers().put(m_machine, channel("40"))); // an engine restored from an old copy shows less
        QVERIFY(!store.vouchers().put(m_machine, channel("x")));
        const auto kept = (*db)->read([&] {
            Statement select = (*db)->prepare("SELECT COUNT(*), MAX(nano) FROM vouchers");
            select.step();
            return std::pair(select.integer(0), select.integer(1));
        });
        QCOMPARE(*kept, std::pair(qint64(1), qint64(50)));
    }
    void whatWasEarnedIsKeptWhenALedgerIsLost()
    {
        const QTemporaryDir dir;
        auto db = Database::open(dir.filePath(QStringLiteral("v.db")), Database::Durability::Normal, HistoryStore::migrations());
        HistoryStore store(**db, m_berlin);
        const auto show = [&](const char* accepted, const char* earned, const char* covering) {
            QJsonObject row { { QStringLiteral("chequebook"), QStringLiteral("c") }, { QStringLiteral("beneficiary"), QStringLiteral("b") },
                { QStringLiteral("accepted"), QString::fromLatin1(accepted) } };
            if (*earned)
                row.insert(QStringLiteral("earned"), QString::fromLatin1(earned));
            if (*covering)
                row.insert(QStringLiteral("covering"), QJsonObject { { QStringLiteral("cumulative"), QString::fromLatin1(covering) } });
            if (!store.vouchers().put(m_machine, row))
                return QStringLiteral("refused");
            const QJsonObject held = store.vouchers().all()->first();
            return QStringList { held.value(u"accepted").toString(), held.value(u"earned").toString(), held.value(u"covering")[u"cumulative"].toString() }.join(u' ');
        };
        QCOMPARE(show("50", "", ""), QStringLiteral("50  "));
        QCOMPARE(show("50", "5", "6"), QStringLiteral("50 5 6"));
        QCOMPARE(show("50", "0", ""), QStringLiteral("50 5 6")); // a new ledger, the same voucher
        QCOMPARE(show("60", "0", "1"), QStringLiteral("60 5 6")); // and what came next
        QCOMPARE(show("60", "5", ""), QStringLiteral("60 5 6"));
        QCOMPARE(show("60", "", ""), QStringLiteral("60 5 6"));
        QCOMPARE(show("40", "9", "10"), QStringLiteral("60 9 10")); // of an old copy, which knows more of what was earned
        QCOMPARE(show("60", "20", ""), QStringLiteral("60 20 ")); // the highest is all there is for it
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
