// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <utility>

#if defined(__SANITIZE_THREAD__)
extern "C" void __tsan_acquire(void*);
extern "C" void __tsan_release(void*);
#endif

namespace surplus {

/// A task that one thread hands to another through a queue of Qt's or libtorrent's. Those libraries are not built with
/// ThreadSanitizer, so it would not see that the queue orders the two; this tells it, and costs nothing otherwise.
template <typename Task> class Posted {
public:
    explicit Posted(Task task) : m_task(std::move(task)) { handOver(); }
    Posted(const Posted& other) : m_task(other.received().m_task) { handOver(); }
    Posted(Posted&& other) noexcept : m_task(std::move(other.received().m_task)) { handOver(); }
    Posted& operator=(const Posted&) = delete;
    Posted& operator=(Posted&&) = delete;
    ~Posted() { (void)received(); }

    template <typename... Arguments> decltype(auto) operator()(Arguments&&... arguments)
    {
        return received().m_task(std::forward<Arguments>(arguments)...);
    }
    template <typename... Arguments> decltype(auto) operator()(Arguments&&... arguments) const
    {
        return received().m_task(std::forward<Arguments>(arguments)...);
    }

private:
#if defined(__SANITIZE_THREAD__)
    void handOver() const { __tsan_release(const_cast<Posted*>(this)); }
    Posted& received() { __tsan_acquire(this); return *this; }
    const Posted& received() const { __tsan_acquire(const_cast<Posted*>(this)); return *this; }
#else
    void handOver() const { }
    Posted& received() { return *this; }
    const Posted& received() const { return *this; }
#endif
    Task m_task;
};

/// Runs `task` on `context`'s thread, at once if that is this one, and not at all if `context` is gone by then.
template <typename Task> void postTo(QObject* context, Task task)
{
    // From Qt 6.7 on invokeMethod takes arguments too, and can't tell how many a generic call operator wants.
    QMetaObject::invokeMethod(context, [posted = Posted<Task>(std::move(task))]() mutable { posted(); });
}

} // namespace surplus
