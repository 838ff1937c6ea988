// SPDX-License-Identifier: GPL-3.0-or-later
// However many names there are, every grouping of every range adds up to the same.
#include "services/common/history/machinehistory.h"

#include <QTemporaryDir>
#include <QTest>

using namespace surplus;

class NamesTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    static constexpr UtcMs Start = 1'800'000'000'000;

    static void earn(Database& db, const QString& resource, int customer, qint64 nano, std::optional<UtcMs> at)
    {
        MachineHistory history(db);
        history.earn(resource, QStringLiteral("0x%1").arg(customer, 40, 16, QLatin1Char('0')), at, Amount::fromNano(nano));
        history.flush();
    }
    static qint64 total(Database& db, GroupBy by, const QList<CustomerMoney>& money = {})
    {
        const UtcMs now = Start + 3 * SecondsPerDay * 1000;
        const auto table = db.read([&] { return MachineHistory::earnings(db, by, lastDays(30, now, QTimeZone::utc()), now, money); });
        return table->total().nano() + table->undated().nano();
    }

private Q_SLOTS:
    void customersBeyondTheBoundShareARowAndNothingIsLost()
    {
        const auto file = *Database::open(m_dir.filePath(QStringLiteral("h.db")), Database::Durability::Normal, { { 1, MachineHistory::schema() } });
        Database& db = *file;
        constexpr int Customers = 4'396; // more than there are ids for names
        qint64 sum = 0;
        const auto filled = db.transact([&] {
            MachineHistory::beginRun(db);
            MachineHistory history(db);
            for (int i = 0; i < Customers; ++i) {
                history.earn(QStringLiteral("storage"), QStringLiteral("0x%1").arg(i, 40, 16, QLatin1Char('0')), Start + i, Amount::fromNano(1000 + i));
                sum += 1000 + i;
            }
            history.flush();
        });
        QVERIFY(filled);
        // A resource that is switched on after that has a row of its own.
        const auto later = db.transact([&] {
            earn(db, QStringLiteral("sensors"), Customers + 5, 77, Start + SecondsPerDay * 1000);
            earn(db, QStringLiteral("storage"), Customers + 6, 33, std::nullopt);
        });
        QVERIFY(later);
        sum += 77 + 33;
        for (const GroupBy by : { GroupBy::Machine, GroupBy::Resource, GroupBy::Customer, GroupBy::State })
            QCOMPARE(total(db, by), sum);
        // So do the states of the money of a customer without a row.
        QCOMPARE(total(db, GroupBy::State, { { MachineHistory::ThisMachine, QStringLiteral("0x%1").arg(Customers + 5, 40, 16, QLatin1Char('0')), Amount::fromNano(70), {}, Amount::fromNano(7) } }), sum);
        const auto sensors = db.read([&] { return MachineHistory::earnings(db, GroupBy::Resource, lastDays(30, Start + 3 * SecondsPerDay * 1000, QTimeZone::utc()), Start + 3 * SecondsPerDay * 1000); });
        QVERIFY(std::any_of(sensors->groups.begin(), sensors->groups.end(), [](const auto& group) { return group.name == u"sensors" && group.total().nano() == 77; }));
    }
};

QTEST_GUILESS_MAIN(NamesTest)
#include "names_test.moc"
