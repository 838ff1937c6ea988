// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <vector>

class QProcess;

namespace surplus {

/// A demo network on loopback: real surplus-customer processes that rent from one engine and pay it. It only spawns
/// processes; ending it (or the dashboard, however it ends) ends them.
class DemoNetwork : public QObject {
    Q_OBJECT
public:
    DemoNetwork(QString program, QString dir, QObject* parent = nullptr);
    ~DemoNetwork() override;

    /// Starts the customers once; later calls do nothing.
    void start(const QString& provider);
    void stop();

    /// What the demo's engine is configured with: loopback only, prices at which money shows within a minute.
    [[nodiscard]] static QByteArray engineConfig(const QString& folder);

    static constexpr int Customers = 2;

private:
    void spawn(int number, const QString& provider);

    const QString m_program;
    const QString m_dir;
    bool m_started = false;
    std::vector<std::unique_ptr<QProcess>> m_customers;
};

} // namespace surplus
