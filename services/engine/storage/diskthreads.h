// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>

namespace surplus {

/// Threads for calls that may never return: a network mount whose server is gone holds up whoever asks it, and no signal
/// ends that. Nobody waits for such a thread: it is left behind until its call returns. Lives on one thread, on which the
/// answers come, none after it is gone.
class DiskThreads {
public:
    explicit DiskThreads(int threads);
    /// Waits for what is under way for a short while, then leaves it behind. What has not begun is dropped.
    ~DiskThreads();
    DiskThreads(const DiskThreads&) = delete;
    DiskThreads& operator=(const DiskThreads&) = delete;

    /// Runs `task` on one of the threads and then what it gave on this one. False if 1,000 tasks wait already.
    [[nodiscard]] bool run(std::function<std::function<void()>()> task);
    /// How long the oldest of what is under way has been so, ms; 0 if nothing is.
    [[nodiscard]] qint64 busyMs() const;
    /// For a start: waits at most `ms` until nothing is under way, and gives the answers. False if something still is.
    bool settle(qint64 ms);
    /// Lives as long as this does, on its thread: for timers about it.
    [[nodiscard]] QObject* receiver() { return &m_receiver; }

    static constexpr std::size_t MaxWaiting = 1'000;

private:
    struct State;
    static void work(const std::shared_ptr<State>& state);
    QObject m_receiver; ///< of the answers
    std::shared_ptr<State> m_state;
};

} // namespace surplus
