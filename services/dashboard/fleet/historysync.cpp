// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/fleet/historysync.h"

#include "services/common/core/durations.h"
#include "services/common/core/localzone.h"
#include "services/common/core/posted.h"
#include "services/dashboard/fleet/channelmoney.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QLoggingCategory>

namespace surplus {

Q_LOGGING_CATEGORY(lcSync, "surplus.history")

namespace {
constexpr int PageSize = 1000;
constexpr qint64 RoundEveryMs = 5000;
constexpr qint64 TendEveryMs = HourMs;

qint64 steadyMs() { return QDeadlineTimer::current().deadline(); }
}

HistorySync::HistorySync(EngineLink& link, StoreWorker& store, const Clock& clock, QObject* parent)
    : QObject(parent), m_link(link), m_store(store), m_time(std::make_shared<HistoryTime>(clock))
{
    connect(&m_tick, &QTimer::timeout, this, &HistorySync::tick);
    m_tick.start(RunningTime::SaveEveryMs);
    tick();
    connect(&m_link, &EngineLink::statusChanged, this, &HistorySync::start);
    connect(&m_link, &EngineLink::ended, this, [this] { m_running = false; });
}

template <typename T>
void HistorySync::withStore(std::function<Result<T>(HistoryStore&)> work, std::function<void(Result<T>)> then)
{
    const bool posted = m_store.post([this, work = std::move(work), then](Database& db) {
        const Result<T> outcome = db.attempt([&] {
            HistoryStore history(db, localZone());
            return work(history);
        });
        postTo(this, [then, outcome] { then(outcome); });
    });
    if (!posted)
        then(failure(QStringLiteral("store.busy"), QStringLiteral("The history is too busy.")));
}

void HistorySync::stop(const Error& error)
{
    m_running = false;
    m_lastRound = steadyMs();
    Q_EMIT failed(error);
}

void HistorySync::start()
{
    if (m_running || !m_link.isReady() || !m_link.status())
        return;
    const bool earned = m_link.status()->lastEntry != m_syncedEntry || m_link.status()->machine != m_machine;
    if (!earned && steadyMs() - m_lastRound < RoundEveryMs)
        return;
    m_running = true;
    m_changed = false;
    if (m_link.status()->machine != m_machine)
        m_syncedMoney = {};
    m_machine = m_link.status()->machine;
    m_syncedEntry = m_link.status()->lastEntry;
    withStore<SyncCursor>([machine = m_machine](HistoryStore& history) { return history.cursor(machine); },
        [this](const Result<SyncCursor>& cursor) {
            if (!cursor) {
                stop(cursor.error());
                return;
            }
            if (cursor->run.isEmpty())
                m_syncedMoney = {}; // a new file
            fetchPage(*cursor);
        });
}

void HistorySync::fetchPage(const SyncCursor& cursor)
{
    m_link.call(QStringLiteral("history.changes"),
        { { QStringLiteral("epoch"), cursor.epoch }, { QStringLiteral("run"), cursor.run }, { QStringLiteral("after"), cursor.revision },
            { QStringLiteral("limit"), PageSize } },
        [this](const Result<QJsonObject>& answer) {
            const auto page = answer ? HistoryPage::fromJson(*answer) : tl::unexpected(answer.error());
            if (!page) {
                stop(page.error());
                return;
            }
            m_changed |= !page->rows.isEmpty() || !page->intervals.isEmpty() || page->reset;
            withStore<SyncCursor>([machine = m_machine, page = *page](HistoryStore& history) { return history.apply(machine, page); },
                [this, more = page->more](const Result<SyncCursor>& moved) {
                    if (!moved)
                        stop(moved.error());
                    else if (more)
                        fetchPage(*moved);
                    else
                        fetchVouchers(0);
                });
        });
}

void HistorySync::fetchVouchers(qsizetype offset)
{
    m_link.call(QStringLiteral("vouchers.list"), { { QStringLiteral("limit"), ChannelsAtOnce }, { QStringLiteral("offset"), offset } },
        [this, offset](const Result<QJsonObject>& answer) {
            if (!answer) {
                stop(answer.error());
                return;
            }
            const QJsonArray channels = answer->value(u"channels").toArray();
            withStore<void>(
                [machine = m_machine, channels](HistoryStore& history) -> Result<void> {
                    for (const QJsonValue& channel : channels) {
                        if (auto put = history.vouchers().put(machine, channel.toObject()); !put)
                            return put;
                    }
                    return {};
                },
                [this, offset, more = channels.size() >= ChannelsAtOnce](const Result<void>& put) {
                    if (!put)
                        stop(put.error());
                    else if (more && offset + ChannelsAtOnce < MaxChannels)
                        fetchVouchers(offset + ChannelsAtOnce);
                    else
                        fetchMoney();
                });
        });
}

void HistorySync::fetchMoney()
{
    const Money now = m_link.status() ? m_link.status()->money : Money();
    const Money totals { {}, now.settled, now.secured, {}, now.bounced, {} }; // the others follow from what was earned
    if (totals == m_syncedMoney) {
        finish();
        return;
    }
    readChannelMoney(m_link, [this, totals](const Result<QList<ChannelMoney>>& channels) {
        if (!channels) {
            stop(channels.error());
            return;
        }
        QList<CustomerMoney> rows;
        for (const ChannelMoney& channel : *channels) {
            if (channel.money.earned.nano() > 0)
                rows.append({ 0, channel.customer, channel.money.settled, channel.money.bounced, channel.money.secured });
        }
        putMoney(rows, totals);
    });
}

void HistorySync::putMoney(const QList<CustomerMoney>& rows, const Money& totals)
{
    withStore<void>([machine = m_machine, rows](HistoryStore& history) { return history.putMoney(machine, rows); },
        [this, totals](const Result<void>& put) {
            if (!put) {
                stop(put.error());
                return;
            }
            m_syncedMoney = totals;
            m_changed = true;
            finish();
        });
}

void HistorySync::finish()
{
    m_running = false;
    m_lastRound = steadyMs();
    if (m_changed)
        Q_EMIT changed();
    if (m_lastTended == 0 || m_lastRound - m_lastTended > TendEveryMs) {
        m_lastTended = m_lastRound;
        tend(0);
    }
}

void HistorySync::tick()
{
    const bool posted = m_store.post([time = m_time](Database& db) {
        if (const auto ticked = time->tick(db); !ticked)
            qCWarning(lcSync).noquote() << "the running time could not be written down:" << ticked.error().message;
    });
    if (!posted)
        qCWarning(lcSync) << "the running time was not written down: too much is waiting";
}

void HistorySync::tend(qint64 position)
{
    withStore<std::optional<qint64>>([position, time = m_time](HistoryStore& history) { return history.tend(time->now(), position); },
        [this](const Result<std::optional<qint64>>& next) {
            if (!next)
                Q_EMIT failed(next.error());
            else if (*next)
                tend(**next);
        });
}

} // namespace surplus
