// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a dashboard's history with plausible data, to look at grown charts:
//   fill_history PROFILE [machines] [days] [seed]; then surplus --profile PROFILE
#include "services/common/core/durations.h"
#include "tests/bench/historygen.h"

#include <QDir>
#include <QSettings>
#include <cstdio>

using namespace surplus;
using namespace surplus::bench;

int main(int argc, char** argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: fill_history PROFILE [machines] [days] [seed]\n");
        return 1;
    }
    const QString profile = QString::fromLocal8Bit(argv[1]);
    const int machines = argc > 2 ? atoi(argv[2]) : 1;
    const int days = argc > 3 ? atoi(argv[3]) : 400;
    const UtcMs today = SystemClock().now() / DayMs * DayMs;
    const HistoryPlan plan { machines, today - days * DayMs, today, argc > 4 ? static_cast<quint32>(atoi(argv[4])) : 1 };
    QDir().mkpath(profile);
    const auto db = Database::open(profile + QStringLiteral("/history.db"), Database::Durability::Normal, HistoryStore::migrations());
    if (!db) {
        fprintf(stderr, "%s\n", qPrintable(db.error().message));
        return 1;
    }
    HistoryStore store(**db, QTimeZone::systemTimeZone());
    for (int machine = 0; machine < machines; ++machine)
        makePages(plan, machine, [&](const MachineId& id, const HistoryPage& page) { (void)store.apply(id, page); });
    QSettings(profile + QStringLiteral("/settings.ini"), QSettings::IniFormat).setValue(QStringLiteral("machine"), machineOf(0).hex());
    return 0;
}
