// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/alerts/notifier.h"

#include <QTimer>
#include <chrono>

namespace surplus {

/// One notification for each problem, and none if it mends before it was told. GUI thread.
class AlertDesk : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::minutes Patience { 5 };

    explicit AlertDesk(Notifier& notifier, std::chrono::milliseconds patience = Patience, QObject* parent = nullptr);

    void setEnabled(bool enabled);
    /// There is a problem; saying so again changes its words only.
    void raise(const QString& key, const QString& summary, const QString& body, const QList<Notifier::Action>& actions);
    /// It has mended: what was shown goes, and it may be told again another time.
    void clear(const QString& key);

private:
    struct Problem {
        QString summary;
        QString body;
        QList<Notifier::Action> actions;
        QTimer* wait = nullptr; ///< until it is told; nullptr afterwards
    };
    void tell(const QString& key);

    Notifier& m_notifier;
    const std::chrono::milliseconds m_patience;
    bool m_enabled = true;
    QHash<QString, Problem> m_problems;
};

} // namespace surplus
