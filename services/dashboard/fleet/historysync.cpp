// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/fleet/historysync.h"

#include "services/common/core/posted.h"

#include <QDeadlineTimer>
#include <QJsonArray>

namespace surplus {

namespace {
constexpr int PageSize = 1000;
constexpr qint64 UptimeEveryMs = 5000;
}

HistorySync::HistorySync(EngineLink& link, StoreWorker& store, QObject* parent) : QObject(parent), m_link(link), m_store(store)
{
    connect(&m_link, &EngineLink::statusChanged, this, &HistorySync::start);
    connect(&m_link, &EngineLink::ended, this, [this] { m_running = false; });
}

template <typename T>
void HistorySync::withStore(std::function<Result<T>(HistoryStore&)> work, std::function<void(Result<T>)> then)
{
    const bool posted = m_store.post([this, work = std::move(work), then](Database& db) {
        HistoryStore history(db);
        Result<T> outcome = work(history);
        postTo(this, [then, outcome] { then(outcome); });
    });
    if (!posted)
        then(failure(QStringLiteral("store.busy"), QStringLiteral("The history is too busy.")));
}

void HistorySync::stop(const Error& error)
{
    m_running = false;
    Q_EMIT failed(error);
}

void HistorySync::start()
{
    if (m_running || !m_link.isReady() || !m_link.status())
        return;
    const qint64 now = QDeadlineTimer::current().deadline();
    const bool entries = m_link.status()->lastEntry != m_syncedEntry || m_link.status()->machine != m_machine;
    if (!entries && now - m_lastUptimeFetch < UptimeEveryMs)
        return;
    m_running = true;
    m_machine = m_link.status()->machine;
    withStore<SyncCursor>([machine = m_machine](HistoryStore& history) { return history.cursor(machine); },
        [this](const Result<SyncCursor>& cursor) {
            if (cursor)
                fetchEntries(*cursor);
            else
                stop(cursor.error());
        });
}

void HistorySync::fetchEntries(const SyncCursor& cursor)
{
    m_link.call(QStringLiteral("earnings.entries"),
        { { QStringLiteral("epoch"), cursor.epoch }, { QStringLiteral("after"), cursor.sequence }, { QStringLiteral("limit"), PageSize } },
        [this](const Result<QJsonObject>& page) {
            if (!page) {
                stop(page.error());
                return;
            }
            QList<EarningsEntry> entries;
            for (const QJsonValue& value : page->value(u"entries").toArray()) {
                if (auto entry = EarningsEntry::fromJson(value.toObject()))
                    entries.append(*entry);
            }
            const bool more = entries.size() == PageSize;
            withStore<SyncCursor>(
                [machine = m_machine, epoch = page->value(u"epoch").toString(), reset = page->value(u"reset").toBool(), entries](
                    HistoryStore& history) { return history.addEntries(machine, epoch, reset, entries); },
                [this, more, any = !entries.isEmpty()](const Result<SyncCursor>& moved) {
                    if (!moved) {
                        stop(moved.error());
                        return;
                    }
                    m_syncedEntry = moved->sequence;
                    if (any)
                        Q_EMIT changed();
                    if (more)
                        fetchEntries(*moved);
                    else
                        fetchUptime();
                });
        });
}

void HistorySync::fetchUptime()
{
    withStore<UtcMs>([machine = m_machine](HistoryStore& history) { return history.lastUptime(machine); },
        [this](const Result<UtcMs>& last) {
            if (!last) {
                stop(last.error());
                return;
            }
            // The newest interval still grows: ask from its start on.
            m_link.call(QStringLiteral("uptime.intervals"), { { QStringLiteral("from"), *last } }, [this](const Result<QJsonObject>& answer) {
                if (!answer) {
                    stop(answer.error());
                    return;
                }
                QList<UptimeInterval> intervals;
                for (const QJsonValue& value : answer->value(u"intervals").toArray()) {
                    if (auto interval = UptimeInterval::fromJson(value.toObject()))
                        intervals.append(*interval);
                }
                withStore<void>([machine = m_machine, intervals](HistoryStore& history) { return history.putUptime(machine, intervals); },
                    [this](const Result<void>& put) {
                        if (!put) {
                            stop(put.error());
                            return;
                        }
                        m_lastUptimeFetch = QDeadlineTimer::current().deadline();
                        fetchVouchers();
                    });
            });
        });
}

void HistorySync::fetchVouchers()
{
    m_link.call(QStringLiteral("vouchers.list"), {}, [this](const Result<QJsonObject>& answer) {
        if (!answer) {
            stop(answer.error());
            return;
        }
        withStore<void>(
            [machine = m_machine, channels = answer->value(u"channels").toArray()](HistoryStore& history) -> Result<void> {
                for (const QJsonValue& channel : channels) {
                    if (auto put = history.putVoucher(machine, channel.toObject()); !put)
                        return put;
                }
                return {};
            },
            [this](const Result<void>& put) {
                m_running = false;
                if (!put)
                    Q_EMIT failed(put.error());
                Q_EMIT changed();
            });
    });
}

} // namespace surplus
