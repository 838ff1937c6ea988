// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/processlock.h"

#include <QObject>
#include <memory>

class QLocalServer;

namespace surplus {

/// One dashboard for each profile: the second start asks the first to show itself and ends. GUI thread.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString& profile, QObject* parent = nullptr);
    ~SingleInstance() override;

    /// True if this is the first; then raiseRequested() follows whenever another one starts. Otherwise the first has been
    /// asked, with a wait of at most two seconds. `page`: what it is to show; may be empty.
    [[nodiscard]] bool claim(const QString& page);

    /// Another one may start; the lock's file is gone.
    void release();

Q_SIGNALS:
    void raiseRequested(const QString& page);

private:
    void listen();

    const QString m_name; ///< of the socket
    ProcessLock m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace surplus
