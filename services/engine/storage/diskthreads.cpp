// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/diskthreads.h"

#include "services/common/core/posted.h"

#include <QCoreApplication>
#include <QEvent>
#include <QList>
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace surplus {

namespace {
using Steady = std::chrono::steady_clock;
constexpr std::chrono::seconds Farewell(2);
}

struct DiskThreads::State {
    std::mutex mutex;
    std::condition_variable wake; ///< there is something to do, or it ends
    std::condition_variable rest; ///< nothing is under way
    std::deque<std::function<std::function<void()>()>> waiting;
    QList<Steady::time_point> begun; ///< what runs now
    QObject* receiver = nullptr; ///< nothing once the owner is gone
    bool ending = false;

    [[nodiscard]] bool idle() const { return waiting.empty() && begun.isEmpty(); }
};

DiskThreads::DiskThreads(int threads) : m_state(std::make_shared<State>())
{
    m_state->receiver = &m_receiver;
    for (int i = 0; i < threads; ++i)
        std::thread(&DiskThreads::work, m_state).detach();
}

DiskThreads::~DiskThreads()
{
    std::unique_lock lock(m_state->mutex);
    m_state->ending = true;
    m_state->receiver = nullptr;
    const auto dropped = std::exchange(m_state->waiting, {});
    m_state->wake.notify_all();
    const auto stuck = [this] { return std::any_of(m_state->begun.begin(), m_state->begun.end(), [](auto begun) { return Steady::now() - begun > Farewell; }); };
    if (!stuck())
        m_state->rest.wait_for(lock, Farewell, [this] { return m_state->begun.isEmpty(); });
    lock.unlock();
}

void DiskThreads::work(const std::shared_ptr<State>& state)
{
    std::unique_lock lock(state->mutex);
    for (;;) {
        state->wake.wait(lock, [&] { return state->ending || !state->waiting.empty(); });
        if (state->ending)
            return;
        auto task = std::move(state->waiting.front());
        state->waiting.pop_front();
        const Steady::time_point now = Steady::now();
        state->begun.append(now);
        lock.unlock();
        auto answer = task();
        task = {}; // what it holds may be the last of a folder held open
        lock.lock();
        state->begun.removeOne(now);
        if (state->receiver && answer)
            QMetaObject::invokeMethod(state->receiver, [posted = Posted(std::move(answer))]() mutable { posted(); }, Qt::QueuedConnection);
        if (state->begun.isEmpty())
            state->rest.notify_all();
    }
}

bool DiskThreads::run(std::function<std::function<void()>()> task)
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->waiting.size() >= MaxWaiting)
        return false;
    m_state->waiting.push_back(std::move(task));
    m_state->wake.notify_one();
    return true;
}

qint64 DiskThreads::busyMs() const
{
    const std::lock_guard lock(m_state->mutex);
    const auto oldest = std::min_element(m_state->begun.begin(), m_state->begun.end());
    return oldest == m_state->begun.end() ? 0 : std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - *oldest).count() + 1;
}

bool DiskThreads::settle(qint64 ms)
{
    bool idle = false;
    {
        std::unique_lock lock(m_state->mutex);
        idle = m_state->rest.wait_for(lock, std::chrono::milliseconds(ms), [this] { return m_state->idle(); });
    }
    QCoreApplication::sendPostedEvents(&m_receiver, QEvent::MetaCall);
    return idle;
}

} // namespace surplus
