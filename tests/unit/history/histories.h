// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/durations.h"
#include "services/common/history/historystore.h"
#include "services/common/history/machinehistory.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

/// An engine's history and the dashboard's, on real files.
namespace surplus::test {

inline constexpr qint64 Minute = MinuteMs;
inline constexpr qint64 Quarter = QuarterMs;
inline constexpr qint64 Hour = HourMs;
inline constexpr qint64 Day = DayMs;
inline const QString Storage = QStringLiteral("storage");
inline const QString Epoch = QStringLiteral("epoch");

inline UtcMs at(const char* iso) { return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch(); }

inline std::unique_ptr<Database> openFile(const QString& path, const QList<Migration>& migrations)
{
    auto db = Database::open(path, Database::Durability::Normal, migrations);
    if (!db)
        qFatal("%s", qPrintable(db.error().message));
    return std::move(*db);
}

/// An engine's own file.
struct Machine {
    const MachineId id;
    std::unique_ptr<Database> db;

    Machine(const QString& path, char name) : id(*MachineId::fromRaw(QByteArray(32, name)))
    {
        db = openFile(path, { { 1, MachineHistory::schema() } });
        (void)db->transact([&] { MachineHistory::beginRun(*db); });
    }
    template <typename Body> void write(Body body)
    {
        const auto done = db->transact([&] {
            MachineHistory history(*db);
            body(history);
            history.flush();
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
    }
    void earn(UtcMs when, qint64 nano, const char* customer = "0xA")
    {
        write([&](MachineHistory& history) { history.earn(Storage, QString::fromLatin1(customer), when, Amount::fromNano(nano)); });
    }
    /// Like the engine does it: the interval, and its quarter hours.
    void up(UtcMs from, UtcMs to, UptimeState state = UptimeState::Up)
    {
        write([&](MachineHistory& history) {
            history.putInterval({ from, to, state, {} });
            history.rollUptime(from, to);
        });
    }
};

/// The dashboard's file.
struct Dashboard {
    std::unique_ptr<Database> db;
    HistoryStore history;

    Dashboard(const QString& path, const QTimeZone& zone) : db(openFile(path, HistoryStore::migrations())), history(*db, zone) { }
    /// Copies what is new, `limit` rows a page; through the wire's form.
    int sync(const Machine& machine, int limit = 1000, int pages = 1'000'000)
    {
        int done = 0;
        for (bool more = true; more && done < pages; ++done) {
            const auto page = MachineHistory::changes(*machine.db, Epoch, *history.cursor(machine.id), limit);
            if (!page)
                qFatal("%s", qPrintable(page.error().message));
            const auto received = HistoryPage::fromJson(page->toJson());
            if (!received || !history.apply(machine.id, *received))
                qFatal("a page was not taken");
            more = page->more;
        }
        return done;
    }
    int tend(UtcMs now)
    {
        int steps = 0;
        for (std::optional<qint64> position = 0; position && steps < 100'000; ++steps)
            position = *history.tend(now, *position);
        return steps;
    }
    /// Everything that is in it, as text: two files with the same history give the same.
    QByteArray dump()
    {
        QByteArray all;
        (void)db->read([&] {
            Statement chunks = db->prepare("SELECT s.name, m.k, c.key>>60, c.key&16777215, hex(c.data) FROM chunks c JOIN series s ON s.id=((c.key>>24)&65535) "
                                           "JOIN (SELECT 0 AS id, 'all' AS k UNION ALL SELECT id, hex(key) FROM machines) m ON m.id=((c.key>>40)&1048575) ORDER BY 1, 2, 3, 4");
            while (chunks.step())
                all += chunks.text(0).toUtf8() + ' ' + chunks.text(1).toUtf8() + ' ' + QByteArray::number(chunks.integer(2)) + ' '
                    + QByteArray::number(chunks.integer(3)) + ' ' + chunks.text(4).toUtf8() + '\n';
            Statement spans = db->prepare("SELECT hex(m.key), i.start, i.end, i.state FROM intervals i JOIN machines m ON m.id=i.machine ORDER BY 1, 2");
            while (spans.step())
                all += spans.text(0).toUtf8() + ' ' + QByteArray::number(spans.integer(1)) + ' ' + QByteArray::number(spans.integer(2)) + ' ' + spans.text(3).toUtf8() + '\n';
        });
        return all;
    }
    [[nodiscard]] qint64 total(const std::optional<MachineId>& machine, UtcMs from, UtcMs to, GroupBy by = GroupBy::Resource)
    {
        return history.earnings(machine, by, { { from, to } }, to)->total().nano();
    }
};

} // namespace surplus::test
