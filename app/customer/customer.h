// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/customer/options.h"
#include "services/customer/renting/renter.h"

#include <QJsonObject>

namespace surplus {

class Funding;

/// The commands of surplus-customer. Each returns the program's exit code.
class Customer {
public:
    Customer(const Options& options, Purse& purse) : m_options(options), m_purse(purse) { }
    int run();

    static constexpr int ExitUsage = 1;
    static constexpr int ExitFailed = 2;
    static constexpr int ExitAuditFailed = 3;

private:
    int usage(const QString& why) const;
    [[nodiscard]] QString withSymbol(Amount amount) const;
    int failed(const Error& error);
    void say(QJsonObject json, const QString& text);
    /// On standard error, once each.
    void tell(const QStringList& notices);
    [[nodiscard]] Result<qint64> keepAheadDays(int standard) const;

    int put(const QString& path, const SpendLimits& limits);
    int get(const StoredFile& file, const SpendLimits& limits);
    int audit(const StoredFile& file, const SpendLimits& limits);
    int renew(const StoredFile& file, const SpendLimits& limits);
    int spend();
    int fund(const QStringList& words);
    int fundStatus(Funding& funding);
    int exercise(SpendLimits limits);
    [[nodiscard]] Result<void> exerciseOnce(Renter& renter, const QString& source, qint64 round, qint64 size, int keepAhead);

    const Options& m_options;
    Purse& m_purse;
    QStringList m_notices; ///< that are still to be said
    qint64 m_stored = 0; ///< what exercise put last
    int m_puts = 0;
};

} // namespace surplus
