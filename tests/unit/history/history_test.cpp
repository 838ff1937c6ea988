// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/bins.h"
#include "services/common/history/historystore.h"

#include <QDateTime>
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
    void uptimeIsSharesOfWhatIsKnown()
    {
        const QList<TimeBin> bins { { 0, 100 }, { 100, 200 }, { 200, 300 } };
        const QList<UptimeInterval> intervals { { 10, 60, UptimeState::Up, {} }, { 50, 120, UptimeState::Down, {} },
            { 120, 150, UptimeState::Paused, {} }, { 240, 400, UptimeState::Up, {} } };
        const auto shares = uptimeIn(bins, intervals, 260);
        QCOMPARE(shares[0].up, 50); // the overlap counts once, for the earlier
        QCOMPARE(shares[0].down, 40);
        QCOMPARE(shares[0].unknown, 10);
        QCOMPARE(shares[1].down, 20);
        QCOMPARE(shares[1].paused, 30);
        QCOMPARE(shares[1].unknown, 50);
        QCOMPARE(shares[2].up, 20); // what lies after now is not counted
        QCOMPARE(shares[2].unknown, 40);
        QCOMPARE(*shares[2].ratio(), 1.0);
        QVERIFY(!UptimeShare().ratio());
        QCOMPARE(*shares[0].ratio(), 50.0 / 90.0);
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
        QVERIFY(store.putVoucher(m_machine, channel("50")));
        QVERIFY(store.putVoucher(m_machine, channel("40"))); // an engine restored from an old copy shows less
        QVERIFY(!store.putVoucher(m_machine, channel("x")));
        const auto kept = (*db)->read([&] {
            Statement select = (*db)->prepare("SELECT COUNT(*), MAX(nano) FROM vouchers");
            select.step();
            return std::pair(select.integer(0), select.integer(1));
        });
        QCOMPARE(*kept, std::pair(qint64(1), qint64(50)));
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
