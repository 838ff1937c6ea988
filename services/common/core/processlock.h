// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>

namespace surplus {

/// One holder among all processes that use the same file. The kernel keeps it: a holder that is killed at whatever instant
/// holds nothing any more. The file is there while somebody holds it. Not recursive; one thread at a time.
class ProcessLock {
public:
    explicit ProcessLock(QString path) : m_path(std::move(path)) { }
    ~ProcessLock() { unlock(); }
    ProcessLock(const ProcessLock&) = delete;
    ProcessLock& operator=(const ProcessLock&) = delete;

    /// False if somebody else holds it, or the file can't be made.
    [[nodiscard]] bool tryLock() { return take(false); }
    /// Waits for its holder. False only if the file can't be made.
    bool lock() { return take(true); }
    void unlock();
    /// The last attempt failed because the file can't be made, not because somebody holds it.
    [[nodiscard]] bool isImpossible() const { return m_impossible; }

private:
    bool take(bool wait);

    const QString m_path;
    int m_descriptor = -1;
    bool m_impossible = false;
};

} // namespace surplus
