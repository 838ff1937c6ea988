// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/alerts/alertdesk.h"

namespace surplus {

AlertDesk::AlertDesk(Notifier& notifier, std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent), m_notifier(notifier), m_patience(patience)
{
}

void AlertDesk::setEnabled(bool enabled) { m_enabled = enabled; }

void AlertDesk::raise(const QString& key, const QString& summary, const QString& body, const QList<Notifier::Action>& actions)
{
    const bool isNew = !m_problems.contains(key);
    Problem& problem = m_problems[key];
    problem.summary = summary;
    problem.body = body;
    problem.actions = actions;
    if (!isNew)
        return;
    problem.wait = new QTimer(this);
    problem.wait->setSingleShot(true);
    connect(problem.wait, &QTimer::timeout, this, [this, key] { tell(key); });
    problem.wait->start(m_patience);
}

void AlertDesk::tell(const QString& key)
{
    Problem& problem = m_problems[key];
    std::exchange(problem.wait, nullptr)->deleteLater();
    if (m_enabled)
        m_notifier.show(key, problem.summary, problem.body, problem.actions);
}

void AlertDesk::clear(const QString& key)
{
    const auto found = m_problems.find(key);
    if (found == m_problems.end())
        return;
    delete found->wait;
    m_problems.erase(found);
    m_notifier.withdraw(key);
}

} // namespace surplus
