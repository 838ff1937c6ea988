// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/engine/conditions/busproperty.h"
#include "services/engine/conditions/idletime.h"

namespace surplus {

/// This computer: UPower and NetworkManager over D-Bus, the kernel's hwmon and process list, the session's idle time.
class SystemComputer final : public Computer {
public:
    /// `root` stands before /sys and /proc.
    explicit SystemComputer(QString root = QString());

    void look(bool all) override;
    void want(bool heat, bool idle, bool programs) override;
    [[nodiscard]] Fact<bool> onBattery() const override;
    [[nodiscard]] Fact<bool> metered() const override;
    [[nodiscard]] Fact<double> temperature() const override { return m_temperature; }
    [[nodiscard]] Fact<qint64> idleMs() const override { return m_idle.fact(); }
    [[nodiscard]] Fact<QStringList> programs() const override { return m_programs; }

private:
    void lookAtHeat();
    void lookAtPrograms();

    const QString m_root;
    BusProperty m_battery;
    BusProperty m_metered;
    IdleTime m_idle;
    Fact<double> m_temperature;
    Fact<QStringList> m_programs;
    bool m_wantsHeat = false;
    bool m_wantsIdle = false;
    bool m_wantsPrograms = false;
};

} // namespace surplus
