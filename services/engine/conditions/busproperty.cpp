// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/conditions/busproperty.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace surplus {

namespace {
const QString Properties = QStringLiteral("org.freedesktop.DBus.Properties");
constexpr int AnswerMs = 5'000;
}

BusProperty::BusProperty(Name name, QObject* parent)
    : QObject(parent), m_name(std::move(name))
    , m_connectionName(QStringLiteral("surplus-%1-%2").arg(m_name.service).arg(reinterpret_cast<quintptr>(this)))
    , m_bus(QString())
{
    ask();
}

BusProperty::~BusProperty() { QDBusConnection::disconnectFromBus(m_connectionName); }

void BusProperty::ask()
{
    if (!m_bus.isConnected()) {
        QDBusConnection::disconnectFromBus(m_connectionName);
        m_bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus, m_connectionName);
        if (!m_bus.isConnected()) {
            m_fact = { std::nullopt, QStringLiteral("there is no system bus (D-Bus)") };
            return;
        }
        m_bus.connect(m_name.service, m_name.path, Properties, QStringLiteral("PropertiesChanged"), this, SLOT(onPropertiesChanged(QString,QVariantMap,QStringList)));
    }
    if (std::exchange(m_asking, true))
        return;
    QDBusMessage get = QDBusMessage::createMethodCall(m_name.service, m_name.path, Properties, QStringLiteral("Get"));
    get.setArguments({ m_name.interface, m_name.property });
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(get, AnswerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, changes = m_changes] {
        watcher->deleteLater();
        m_asking = false;
        if (changes != m_changes)
            return; // what was said meanwhile is newer
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError())
            m_fact = { std::nullopt, QStringLiteral("%1 doesn't answer on the system bus").arg(m_name.service) };
        else
            m_fact = { reply.value().variant(), {} };
    });
}

void BusProperty::onPropertiesChanged(const QString& interface, const QVariantMap& changed, const QStringList& invalidated)
{
    if (interface != m_name.interface)
        return;
    ++m_changes;
    if (const auto value = changed.constFind(m_name.property); value != changed.constEnd())
        m_fact = { *value, {} };
    else if (invalidated.contains(m_name.property))
        ask();
}

} // namespace surplus
