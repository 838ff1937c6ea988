// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/store/worker.h"

#include <QLoggingCategory>

namespace surplus {

Q_LOGGING_CATEGORY(lcStore, "surplus.store")

StoreWorker::StoreWorker(std::unique_ptr<Database> database)
    : m_database(std::move(database)), m_thread([this] { loop(); })
{
}

StoreWorker::~StoreWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

bool StoreWorker::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending || m_tasks.size() >= MaxQueued)
            return false;
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
    return true;
}

bool StoreWorker::renew(Renewal renewal)
{
    return post([this, renewal = std::move(renewal)](Database&) { m_database = renewal(std::move(m_database)); });
}

void StoreWorker::drain()
{
    (void)wait([](Database&) { return Result<void>(); });
}

void StoreWorker::loop()
{
    for (;;) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
            if (m_tasks.empty())
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        const auto done = caught<Result<void>>([&]() -> Result<void> {
            task(*m_database);
            return {};
        });
        if (!done)
            qCWarning(lcStore).noquote() << done.error().message;
    }
}

} // namespace surplus
