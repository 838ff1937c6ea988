// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/customer/paying/consent.h"
#include "services/customer/renting/providersession.h"
#include "services/customer/renting/transfer.h"

namespace surplus {

struct PutTerms {
    int days = 7;
    int keepAheadDays = 0; ///< of keeping that is promised ahead, at most `days`
    int timeoutMs = 600'000;
};

struct AuditReport {
    int blocks = 0;
    int wrong = 0;
    bool paused = false; ///< the provider has paused as planned: neither passed nor failed
    qint64 keptSeconds = 0;
    Amount paid; ///< by this audit
    UtcMs paidUntil = 0;
};

/// What a customer does with one provider. Blocks, running an event loop; for command-line programs. Whatever spends asks
/// the limits first, and promises no more than they allow and no more than it counted itself.
class Renter {
public:
    explicit Renter(Purse& purse, SpendLimits limits = {}) : m_purse(purse), m_limits(std::move(limits)) { }

    /// Encrypts `path`, opens a lease and waits until the provider has the whole content; then promises keeping ahead.
    /// Where --max-spend is less than that takes, nothing is stored.
    [[nodiscard]] Result<StoredFile> put(const QString& path, const QString& provider, const PutTerms& terms);
    /// Fetches, verifies, decrypts and writes `target` (see filename.h), paying for what arrives. It appears only if all is
    /// right.
    [[nodiscard]] Result<StoredFile> get(const StoredFile& wanted, const QString& target, const FetchLimits& limits);
    /// Moves the lease's end by `days`, 0 for not at all, and promises keeping ahead for `keepAheadDays` from now.
    [[nodiscard]] Result<StoredFile> renew(const StoredFile& wanted, int days, int keepAheadDays);
    /// Asks the provider how it stands with the lease.
    [[nodiscard]] Result<void> refresh(const StoredFile& file);
    /// Who is to be paid at that provider. Nothing is promised.
    [[nodiscard]] Result<Address> beneficiaryOf(const QString& provider);
    /// Asks for `blocks` random blocks (1 to 16) and compares them with what was stored. A passed audit pays the GB-days
    /// due and promises as much ahead again as was agreed to.
    [[nodiscard]] Result<AuditReport> audit(const StoredFile& wanted, int blocks);
    /// What providers told about our files meanwhile, in words.
    [[nodiscard]] QStringList takeNotices() { return std::exchange(m_notices, {}); }

private:
    [[nodiscard]] Result<std::unique_ptr<ProviderSession>> sessionWith(const QString& provider);
    [[nodiscard]] Error unfunded(const QString& provider, const Price& price) const;
    /// Closes leases of that name that were never filled, by a put that broke off.
    [[nodiscard]] Result<void> giveUpUnfilled(ProviderSession& session, const QString& name);
    /// The notice that other files pay for the keeping of this one, for which less was promised ahead than for them: with until
    /// when they are paid now, by what they were before; "" if that changes nothing for them.
    [[nodiscard]] QString takenFromOthers(const StoredFile& file, const QList<StoredFile>& before) const;
    [[nodiscard]] Result<StoredFile> fill(ProviderSession& session, StoredFile file, const QString& dir, int timeoutMs);

    Purse& m_purse;
    const SpendLimits m_limits;
    QStringList m_notices;
};

/// How it stands with a file, as a sentence; "" if there is nothing that its owner has to know.
[[nodiscard]] QString noticeFor(const StoredFile& file, UtcMs now);
/// Why the provider closed a lease, in words.
[[nodiscard]] QString closedBecause(const StoredFile& file);

} // namespace surplus
