// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/store/database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace surplus {

/// Owns a Database and the one thread that uses it. Tasks run in the order they were posted. A task that wants to
/// answer posts its answer to wherever it is needed. What a task throws ends with it: it is logged, and the next one runs.
class StoreWorker {
public:
    using Task = std::function<void(Database&)>;

    explicit StoreWorker(std::unique_ptr<Database> database);
    /// Finishes what was posted, then ends the thread.
    ~StoreWorker();
    StoreWorker(const StoreWorker&) = delete;
    StoreWorker& operator=(const StoreWorker&) = delete;

    /// False if the queue is full (10,000 tasks) or the worker is ending; the task was not taken then. Any thread.
    [[nodiscard]] bool post(Task task);
    /// Blocks until everything posted before has run. Not from the worker's own thread, nor from a GUI thread.
    void drain();
    /// Runs `task`, which takes the Database& and gives a Result, and blocks for what it gives: for what has to be known
    /// before a part can start. Errors: the task's own, and "store.busy" if it was not taken. Called like drain().
    template <typename Awaited> auto wait(Awaited task) -> std::invoke_result_t<Awaited&, Database&>
    {
        std::promise<std::invoke_result_t<Awaited&, Database&>> done;
        using Outcome = std::invoke_result_t<Awaited&, Database&>;
        if (!post([&](Database& db) { done.set_value(caught<Outcome>([&] { return task(db); })); }))
            return failure(QStringLiteral("store.busy"), QStringLiteral("The database is too busy or closing. Nothing was changed; try again."));
        return done.get_future().get();
    }

    static constexpr std::size_t MaxQueued = 10'000;

    /// Takes the place of the database, on the worker's thread, in the order of the tasks: for a file that has to be
    /// closed and opened anew. What it gives must not be null.
    using Renewal = std::function<std::unique_ptr<Database>(std::unique_ptr<Database>)>;
    [[nodiscard]] bool renew(Renewal renewal);

private:
    void loop();
    /// What `body` gives; what it throws becomes the Result's error.
    template <typename Outcome, typename Body> static Outcome caught(Body body)
    {
        try {
            return body();
        } catch (const StoreError& e) {
            return tl::unexpected<Error>(e.error());
        } catch (const std::exception& e) {
            return failure(QStringLiteral("store.failed"), QStringLiteral("A task of the database failed: %1. See the log.").arg(QString::fromLocal8Bit(e.what())));
        }
    }

    std::unique_ptr<Database> m_database; ///< the thread's
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace surplus
