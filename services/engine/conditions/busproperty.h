// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/engine/conditions/computer.h"

#include <QDBusConnection>
#include <QObject>
#include <QVariant>

namespace surplus {

/// One property of a service on the system bus, kept up to date by its PropertiesChanged signal. Nothing waits.
class BusProperty : public QObject {
    Q_OBJECT
public:
    struct Name {
        QString service;
        QString path;
        QString interface;
        QString property;
    };
    explicit BusProperty(Name name, QObject* parent = nullptr);
    ~BusProperty() override;

    /// Asks anew; connects to the bus if there is no connection.
    void ask();
    [[nodiscard]] const Fact<QVariant>& fact() const { return m_fact; }

private Q_SLOTS:
    void onPropertiesChanged(const QString& interface, const QVariantMap& changed, const QStringList& invalidated);

private:
    const Name m_name;
    const QString m_connectionName;
    QDBusConnection m_bus;
    bool m_asking = false;
    int m_changes = 0; ///< signals so far
    Fact<QVariant> m_fact;
};

} // namespace surplus
