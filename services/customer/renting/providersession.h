// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/methods.h"
#include "services/common/rpc/client.h"
#include "services/customer/paying/purse.h"

namespace surplus {

/// A customer's session with one provider: connected, the provider's identity proved, our own proved, and the highest
/// vouchers compared. For command-line programs: calls run an event loop until they have an answer.
class ProviderSession {
public:
    ProviderSession(Purse& purse, ProviderAddress address) : m_purse(purse), m_address(std::move(address)) { }

    /// Fails with "rpc.connect", "provider.identity" (somebody else answers), "provider.chain" or the provider's own word.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<QJsonObject> call(const QString& method, const QJsonObject& params = {}, int timeoutMs = 20'000);
    /// Promises `due` in all for `lease`, of which `received` bytes have come, and hands the voucher over.
    [[nodiscard]] Result<void> pay(const LeaseId& lease, Amount due, qint64 received);

    [[nodiscard]] Purse& purse() { return m_purse; }
    [[nodiscard]] const ProviderAddress& address() const { return m_address; }
    [[nodiscard]] const ChainSpec& chain() const { return m_chain; }
    [[nodiscard]] Address beneficiary() const { return m_beneficiary; }
    [[nodiscard]] QHostAddress peerAddress() const;
    [[nodiscard]] QHostAddress localAddress() const;

private:
    [[nodiscard]] Result<void> checkWelcome(const QJsonObject& welcome, Hello& hello);
    [[nodiscard]] Result<void> compareVouchers(const QJsonObject& account);

    Purse& m_purse;
    ProviderAddress m_address;
    RpcClient m_client;
    ChainSpec m_chain;
    Address m_beneficiary;
};

} // namespace surplus
