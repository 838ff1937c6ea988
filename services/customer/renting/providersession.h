// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/methods.h"
#include "services/common/rpc/client.h"
#include "services/customer/paying/purse.h"

#include <utility>

namespace surplus {

/// A stranger's text as a terminal can bear it: cut to ProviderSession::MaxWords and without control characters.
[[nodiscard]] QString harmlessWords(const QString& text);

/// A customer's session with one provider: connected, the provider's identity proved, our own proved, and the highest
/// vouchers compared. For command-line programs: calls run an event loop until they have an answer.
class ProviderSession {
public:
    ProviderSession(Purse& purse, ProviderAddress address) : m_purse(purse), m_address(std::move(address)) { }

    /// Where all connections that a customer may have are busy, it waits a while for one. Fails with "market.busy", "rpc.connect", "provider.identity" (somebody else answers), "provider.chain" or the provider's own word.
    [[nodiscard]] Result<void> open();
    /// What a provider says in an error reaches a terminal: it is cut to MaxWords and holds no control characters.
    [[nodiscard]] Result<QJsonObject> call(const QString& method, const QJsonObject& params = {}, int timeoutMs = 20'000);
    /// Prices for us, signed by this machine and not expired. Fails with "provider.quote".
    [[nodiscard]] Result<Quote> quote();
    /// Opens a lease over `torrent` and checks all of what comes back. Fails with "provider.lease", or the provider's word.
    [[nodiscard]] Result<LeaseTerms> openLease(const Quote& quote, int days, const QByteArray& torrent, const InfoHash& content, qint64 size);
    /// Moves the end of `lease` by `days`: everything else has to stay.
    [[nodiscard]] Result<LeaseTerms> renewLease(const Quote& quote, const LeaseTerms& lease, int days);
    /// What the provider says of the lease now; kept in the purse.
    [[nodiscard]] Result<QJsonObject> leaseStatus(const LeaseId& lease);
    /// Promises `due` in all for `lease`, `keep` of it for keeping, of which `received` bytes have come, and hands the
    /// voucher over. A channel's very first voucher is taken for what a lost ledger had earned: so it is of the least amount,
    /// and what is due or ahead comes after it.
    [[nodiscard]] Result<void> pay(const LeaseId& lease, Amount due, qint64 received, Amount keep);
    /// Files of ours that the provider closed, or no longer sees covered, since we last heard of them.
    [[nodiscard]] QList<StoredFile> takeNews() { return std::exchange(m_news, {}); }

    [[nodiscard]] Purse& purse() { return m_purse; }
    [[nodiscard]] const ProviderAddress& address() const { return m_address; }
    [[nodiscard]] const ChainSpec& chain() const { return m_chain; }
    [[nodiscard]] Address beneficiary() const { return m_beneficiary; }
    [[nodiscard]] QHostAddress peerAddress() const;
    [[nodiscard]] QHostAddress localAddress() const;

    static constexpr qsizetype MaxWords = 400; ///< characters of a provider's error
    static constexpr qint64 MaxMessage = 2 * 1024 * 1024; ///< that a provider may send: an audit's blocks, or its leases
    static constexpr int BusyMs = 60'000; ///< how long it waits for a place
    static constexpr int BusyAgainMs = 1'000;

private:
    [[nodiscard]] Result<void> openOnce();
    [[nodiscard]] bool isSigned(const Hash32& digest, const Signature& signature) const;
    [[nodiscard]] Result<LeaseTerms> checkedLease(const QJsonObject& answer, const LeaseTerms& expected, qint64 endTolerance) const;
    [[nodiscard]] Result<void> submit(const Result<Voucher>& voucher, const LeaseId& lease);
    void heed(const QJsonArray& leases);
    [[nodiscard]] Result<void> checkWelcome(const QJsonObject& welcome, Hello& hello);
    [[nodiscard]] Result<void> compareVouchers(const QJsonObject& account);

    Purse& m_purse;
    ProviderAddress m_address;
    RpcClient m_client;
    ChainSpec m_chain;
    Address m_beneficiary;
    QList<StoredFile> m_news;
};

} // namespace surplus
