// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/posted.h"

#include <boost/asio/post.hpp>
#include <libtorrent/fwd.hpp>
#include <libtorrent/io_context.hpp>
#include <mutex>

namespace surplus {

/// The way to a session's network thread for whoever answers from another: an answer that comes after the session has
/// ended (a commit that was waiting for the disk) is dropped. Any thread.
class NetworkQueue {
public:
    explicit NetworkQueue(lt::io_context& io) : m_io(&io) { }

    template <typename Task> void post(Task task)
    {
        const std::lock_guard lock(m_mutex);
        if (m_io)
            boost::asio::post(*m_io, Posted<Task>(std::move(task)));
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_io = nullptr;
    }

private:
    std::mutex m_mutex;
    lt::io_context* m_io;
};

} // namespace surplus
