// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace surplus {

/// Turns SIGTERM, SIGINT and SIGHUP into a Qt signal on the thread that made it. One per process.
class UnixSignals : public QObject {
    Q_OBJECT
public:
    explicit UnixSignals(QObject* parent = nullptr);

Q_SIGNALS:
    void terminate();
};

} // namespace surplus
