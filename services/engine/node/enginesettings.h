// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/engine/conditions/conditions.h"
#include "services/engine/node/config.h"
#include "services/engine/node/recorder.h"

namespace surplus {

/// What is set about this engine: kept in its database, which the configuration file seeds. What is changed is first
/// checked, whole; it counts once Engine applies it.
class EngineSettings {
public:
    EngineSettings(Recorder& recorder, const EngineConfig& config) : m_recorder(recorder), m_config(config) { }

    /// Whether the file's values are in the database already: from then on that has the say.
    [[nodiscard]] bool isSeeded() const;
    /// Writes down all but the folder, which has to be chosen, and then that this was done.
    void seed();
    void noteSeeded();

    [[nodiscard]] QString folder() const;
    void setFolder(const QString& folder); ///< empty: to be chosen anew
    [[nodiscard]] bool isEnabled() const;
    [[nodiscard]] qint64 limit() const;
    [[nodiscard]] qint64 uploadRate() const;
    [[nodiscard]] qint64 downloadRate() const;
    [[nodiscard]] qint64 minimumFree() const;
    [[nodiscard]] StoragePrices prices() const;
    [[nodiscard]] bool servesUnfunded() const;
    [[nodiscard]] bool servesPublic() const;
    [[nodiscard]] Rules rules() const;
    /// A cap that nobody has changed is the configuration's.
    [[nodiscard]] CreditLimits credit() const;
    [[nodiscard]] Address payout() const;
    void setPayout(const Address& address);
    [[nodiscard]] qint64 monthlyCap() const; ///< bytes; 0: none
    [[nodiscard]] int resetDay() const;
    [[nodiscard]] MonthTraffic monthTraffic() const;
    void setMonthTraffic(const MonthTraffic& traffic);
    /// "", "always" or UTC ms.
    [[nodiscard]] QString pausedUntil() const;
    void setPausedUntil(const QString& until);

    /// The parameters of storage.set, conditions.set and credit.set. Fail with "rpc.params".
    [[nodiscard]] Result<void> changeStorage(const QJsonObject& params);
    [[nodiscard]] Result<void> changeRules(const QJsonObject& params, const Rules& present);
    [[nodiscard]] Result<void> changeCredit(const QJsonObject& params);

private:
    [[nodiscard]] qint64 number(const QString& name, qint64 standard) const;
    [[nodiscard]] bool flag(const QString& name) const;
    void setFlag(const QString& name, bool on);

    Recorder& m_recorder;
    const EngineConfig& m_config;
};

} // namespace surplus
