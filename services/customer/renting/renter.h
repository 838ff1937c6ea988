// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/customer/renting/providersession.h"
#include "services/customer/renting/transfer.h"

namespace surplus {

struct AuditReport {
    int blocks = 0;
    int wrong = 0;
    bool paused = false; ///< the provider has paused as planned: neither passed nor failed
    qint64 keptSeconds = 0;
    Amount paid; ///< by this audit
};

/// What a customer does with one provider. Blocks, running an event loop; for command-line programs.
class Renter {
public:
    explicit Renter(Purse& purse) : m_purse(purse) { }

    /// Encrypts `path`, opens a lease for `days` and waits until the provider has the whole content.
    [[nodiscard]] Result<StoredFile> put(const QString& path, const QString& provider, int days, int timeoutMs = 600'000);
    /// Fetches, verifies, decrypts and writes `target`, paying for what arrives. `target` appears only if all is right.
    [[nodiscard]] Result<StoredFile> get(const QString& file, const QString& target, const FetchLimits& limits);
    /// Who is to be paid at that provider. Nothing is promised.
    [[nodiscard]] Result<Address> beneficiaryOf(const QString& provider);
    /// Asks for `blocks` random blocks (1 to 16) and compares them with what was stored; a passed audit pays the GB-days due.
    [[nodiscard]] Result<AuditReport> audit(const QString& file, int blocks);

private:
    [[nodiscard]] Result<std::unique_ptr<ProviderSession>> sessionWith(const QString& provider);
    [[nodiscard]] Result<LeaseTerms> openLease(ProviderSession& session, const QByteArray& torrent, qint64 size, int days);

    Purse& m_purse;
};

} // namespace surplus
