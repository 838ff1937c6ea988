// SPDX-License-Identifier: GPL-3.0-or-later
// One step of a history's life as a process of its own, so that a test can take its disk or its life away in the middle:
//   historytool first FILE          a history of the first schema
//   historytool grow FILE DAYS      plausible pages of two machines, applied (opens, and so migrates, the file)
//   historytool tend FILE DAYS ZONE all upkeep, as of DAYS days later
//   historytool dump FILE           everything that is in it
#include "services/common/core/durations.h"
#include "services/common/history/machinehistory.h"
#include "tests/bench/historygen.h"

#include <cstdio>

using namespace surplus;

namespace {
constexpr UtcMs Start = 18'000 * DayMs;

int fail(const Error& error)
{
    fprintf(stderr, "%s\n", qPrintable(error.code + QStringLiteral(": ") + error.message));
    return 2;
}

int makeFirst(const QString& path)
{
    const auto db = Database::open(path, Database::Durability::Normal, { HistoryStore::migrations().first() });
    if (!db)
        return fail(db.error());
    const auto done = (*db)->transact([&] {
        for (int machine = 0; machine < 2; ++machine) {
            const QByteArray id = bench::machineOf(machine).raw();
            (*db)->prepare("INSERT INTO cursors VALUES(?,'e',9)").bind(id).run();
            (*db)->prepare("INSERT INTO undated VALUES(?,4)").bind(id).run();
            for (int quarter = 0; quarter < 2000; ++quarter)
                (*db)->prepare("INSERT INTO quarters VALUES(?,?,'storage',?)").bind(id, Start + quarter * 900'000LL, 1000 + quarter).run();
            (*db)->prepare("INSERT INTO uptime VALUES(?,?,?,'up','')").bind(id, Start, Start + 5 * DayMs).run();
        }
    });
    return done ? 0 : fail(done.error());
}

int dump(Database& db)
{
    const auto done = db.read([&] {
        for (const char* sql : { "SELECT key, hex(data) FROM chunks ORDER BY key", "SELECT machine || ' ' || start, end || state FROM intervals ORDER BY 1",
                 "SELECT hex(key), epoch || run || revision || COALESCE(first, '') FROM machines ORDER BY id", "SELECT key, value FROM meta ORDER BY key" }) {
            Statement select = db.prepare(sql);
            while (select.step())
                printf("%s %s\n", qPrintable(select.text(0)), qPrintable(select.text(1)));
        }
    });
    return done ? 0 : fail(done.error());
}
} // namespace

int main(int argc, char** argv)
{
    const QByteArray what(argc > 2 ? argv[1] : "");
    const QString path = QString::fromLocal8Bit(argc > 2 ? argv[2] : "");
    if (what == "first")
        return makeFirst(path);
    const auto db = Database::open(path, Database::Durability::Normal, HistoryStore::migrations());
    if (!db)
        return fail(db.error());
    if (what == "dump")
        return dump(**db);
    const int days = argc > 3 ? atoi(argv[3]) : 0;
    if (what == "grow") {
        HistoryStore store(**db, QTimeZone("Europe/Berlin"));
        int code = 0;
        for (int machine = 0; machine < 2; ++machine) {
            // From where it stands, like a sync that was cut off.
            const auto cursor = store.cursor(bench::machineOf(machine));
            bench::makePages({ 2, Start, Start + days * DayMs, 5 }, machine, [&](const MachineId& id, const HistoryPage& page) {
                if (code == 0 && cursor && (cursor->epoch != page.cursor.epoch || page.cursor.revision > cursor->revision)) {
                    HistoryPage next = page;
                    next.reset = cursor->epoch == QLatin1String("first") && page.rows.first().revision == 1;
                    if (const auto applied = store.apply(id, next); !applied)
                        code = fail(applied.error());
                }
            });
        }
        return code;
    }
    if (what == "tend" && argc > 4) {
        HistoryStore store(**db, QTimeZone(argv[4]));
        for (std::optional<qint64> position = 0; position;) {
            const auto next = store.tend(Start + days * DayMs, *position);
            if (!next)
                return fail(next.error());
            position = *next;
        }
        return 0;
    }
    fprintf(stderr, "see the source\n");
    return 1;
}
