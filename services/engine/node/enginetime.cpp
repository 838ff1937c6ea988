// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/node/enginetime.h"

#include "services/common/history/intervals.h"

#include <QLoggingCategory>

namespace surplus {

Q_LOGGING_CATEGORY(lcTime, "surplus.engine")

Result<std::unique_ptr<EngineTime>> EngineTime::open(StoreWorker& store, const Clock& clock)
{
    std::unique_ptr<EngineTime> time(new EngineTime(store));
    auto opened = store.wait([&](Database& db) -> Result<void> {
        const auto newest = newestRecorded(db, ConfirmedTime::newestAt(clock));
        if (!newest)
            return tl::unexpected(newest.error());
        auto running = RunningTime::open(db, clock);
        if (!running)
            return tl::unexpected(running.error());
        time->m_running = std::move(*running);
        auto confirmed = ConfirmedTime::open(db, clock, *time->m_running, *newest);
        if (!confirmed)
            return tl::unexpected(confirmed.error());
        time->m_confirmed = std::move(*confirmed);
        time->m_dating = std::make_unique<DatingClock>(clock, *time->m_confirmed);
        return {};
    });
    if (!opened)
        return tl::unexpected(opened.error());
    return time;
}

void EngineTime::look()
{
    m_confirmed->look();
    if (const bool doubted = m_confirmed->isInDoubt(); doubted != m_doubted) {
        m_doubted = doubted;
        qCInfo(lcTime).noquote() << (doubted ? "the clock is far ahead of what else is known of the time: nothing is deleted for its age until another source agrees"
                                             : "the clock is confirmed");
    }
}

void EngineTime::save()
{
    m_saved = m_running->ms();
    const bool posted = m_store.post([this](Database& db) {
        if (const auto saved = m_confirmed->save(db); !saved)
            qCWarning(lcTime).noquote() << "the running time could not be written down:" << saved.error().message;
    });
    if (!posted)
        qCWarning(lcTime) << "the running time was not written down: too much is waiting";
}

void EngineTime::saveNowAndThen()
{
    if (m_running->sinceMs(m_saved) >= RunningTime::SaveEveryMs)
        save();
}

} // namespace surplus
