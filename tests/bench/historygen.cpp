// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/historygen.h"

#include "services/common/core/durations.h"
#include "services/common/history/machinehistory.h"

#include <QRandomGenerator>
#include <cmath>

namespace surplus::bench {

namespace {
constexpr int Quarters = 96;
constexpr int DaysInPage = 80;

struct Made {
    QString name;
    SeriesKind kind;
};
const QList<Made>& series()
{
    static const QList<Made> all { { earnedSeries(QStringLiteral("storage")), SeriesKind::Counter }, { earnedSeries(QStringLiteral("compute")), SeriesKind::Counter },
        { earnedSeries(QStringLiteral("connectivity")), SeriesKind::Counter }, { earnedSeries(QStringLiteral("sensors")), SeriesKind::Counter },
        { uptimeSeries(UptimeState::Up), SeriesKind::Counter }, { uptimeSeries(UptimeState::Paused), SeriesKind::Counter },
        { uptimeSeries(UptimeState::Down), SeriesKind::Counter }, { QStringLiteral("storage.stored"), SeriesKind::Level },
        { QStringLiteral("storage.retrieved"), SeriesKind::Counter }, { QStringLiteral("compute.coreSeconds"), SeriesKind::Counter },
        { earnedInAllSeries(), SeriesKind::Counter }, { QStringLiteral("temperature"), SeriesKind::Reading } };
    return all;
}
} // namespace

MachineId machineOf(int index)
{
    QByteArray raw(32, 'g');
    raw[0] = static_cast<char>(index);
    raw[1] = static_cast<char>(index >> 8);
    return *MachineId::fromRaw(raw);
}

void makePages(const HistoryPlan& plan, int machine, const std::function<void(const MachineId&, const HistoryPage&)>& take)
{
    QRandomGenerator random(plan.seed * 7919 + static_cast<quint32>(machine));
    const double size = 0.3 + random.generateDouble() * 2; // how much of a machine it is
    qint64 downUntil = 0;
    qint64 unknownUntil = 0;
    HistoryPage page { { QStringLiteral("bench"), QStringLiteral("run"), 0 }, false, true, {}, {} };
    for (UtcMs day = plan.from; day < plan.to; day += DayMs) {
        const double age = static_cast<double>(day - plan.from) / DayMs;
        const double growth = 1 + 0.4 * std::sin(age / 90) + age / 1500;
        const bool weekend = (day / DayMs + 4) % 7 >= 5;
        std::vector<Slots> made(static_cast<std::size_t>(series().size()), Slots(Quarters));
        for (int quarter = 0; quarter < Quarters; ++quarter) {
            const UtcMs at = day + quarter * QuarterMs;
            if (at >= downUntil && random.bounded(3000) == 0)
                downUntil = at + random.bounded(1, 40) * QuarterMs;
            if (at >= unknownUntil && random.bounded(20'000) == 0)
                unknownUntil = at + random.bounded(1, 400) * QuarterMs;
            if (at < unknownUntil)
                continue;
            const bool down = at < downUntil;
            const bool paused = !down && !weekend && quarter >= 36 && quarter < 64 && machine % 3 == 0;
            const double daily = 1 + 0.5 * std::sin((quarter - 20) * 2 * M_PI / Quarters);
            const auto put = [&](int index, double value) {
                const auto whole = static_cast<qint64>(value);
                made[static_cast<std::size_t>(index)][static_cast<std::size_t>(quarter)] = { 1, whole, whole, whole };
            };
            const auto noise = [&] { return 0.6 + random.generateDouble() * 0.8; };
            put(down ? 6 : paused ? 5 : 4, QuarterMs);
            if (!down && !paused) {
                for (int resource = 0; resource < 4; ++resource) {
                    put(resource, 3e7 * size * growth * daily * noise() / (1 + resource));
                    made[10][static_cast<std::size_t>(quarter)].merge(made[static_cast<std::size_t>(resource)][static_cast<std::size_t>(quarter)], SeriesKind::Counter);
                }
                put(8, 2e9 * size * daily * noise());
                put(9, 1800 * size * noise());
            }
            if (!down) {
                const auto stored = static_cast<qint64>(3e11 * size * growth + random.bounded(1'000'000'000));
                made[7][static_cast<std::size_t>(quarter)] = { 15, stored * 15 + random.bounded(1000), stored - random.bounded(500'000), stored + random.bounded(500'000) };
                const qint64 heat = 42'000 + random.bounded(9000);
                made[11][static_cast<std::size_t>(quarter)] = { 15, heat * 15, heat - random.bounded(2000), heat + random.bounded(2000) };
            }
        }
        for (qsizetype i = 0; i < series().size(); ++i) {
            const QByteArray data = encodeChunk(made[static_cast<std::size_t>(i)], series()[i].kind);
            if (!data.isEmpty())
                page.rows.append({ Tier::Quarter, 0, series()[i].name, series()[i].kind, day / DayMs, data, ++page.cursor.revision });
        }
        if ((day - plan.from) / DayMs % DaysInPage == DaysInPage - 1 || day + DayMs >= plan.to) {
            take(machineOf(machine), page);
            page.rows.clear();
        }
    }
}

} // namespace surplus::bench
