// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/methods.h"
#include "services/common/core/durations.h"
#include "services/engine/market/contentstore.h"
#include "services/engine/market/sessions.h"

#include <memory>

namespace surplus {

struct CustomerSession;

/// What storage costs, nano-tokens.
struct StoragePrices {
    Amount keep; ///< per GB and day
    Amount retrieve; ///< per GB
};

/// The market API: what customers talk to. Its listener, its methods and its sessions have nothing in common with the
/// control API's. Lives on the engine's main thread.
class MarketServer : public QObject {
    Q_OBJECT
public:
    MarketServer(Ledger& ledger, ContentStore& content, const SecretKey& identity, const TlsIdentity& tls,
        const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] Result<quint16> listen(const QHostAddress& address, quint16 port) { return m_server.listen(address, port); }
    void close() { m_server.close(); }
    void setPrices(const StoragePrices& prices)
    {
        m_prices = prices;
        m_ledger.setRetrievePrice(prices.retrieve);
    }
    /// For the demo, whose customers are all on this computer: each counts as one of an address of its own.
    void setLoopbackApart(bool apart) { m_loopbackApart = apart; }
    /// Whether a chain is asked for what customers have set aside.
    void setChainUsed(bool used) { m_chainUsed = used; }
    /// Time went on, see Ledger::advance(): leases that are over are closed, and their content goes.
    void advance(const Moment& now, bool serving);
    /// Closes all leases, CloseAtOnce in one transaction; their customers are told why. What they owe stays owed. `may` is asked
    /// before each: from where it fails the others stay, which is said. `done`: on the main thread.
    void closeAll(LeaseEnd why, std::function<Result<void>()> may, std::function<void(Result<void>)> done);
    [[nodiscard]] StoragePrices prices() const { return m_prices; }
    /// Customers are told and have to say hello again: the next vouchers must name the new address.
    void dropSessions() { m_server.dropSessions(); }

    static constexpr int QuoteMs = 10 * MinuteMs;
    static constexpr int MaxLeaseDays = 3650;
    static constexpr int MaxAuditBlocks = 16;
    static constexpr qsizetype CloseAtOnce = 500;

Q_SIGNALS:
    void leasesChanged();
    /// A customer proved who it is.
    void greeted(const surplus::Address& chequebook, const surplus::Network& network);

private:
    void addHello();
    void addLeases();
    void addContent();
    [[nodiscard]] Result<LeaseRecord> leaseOf(const RpcSession& session, const QJsonObject& params) const;
    [[nodiscard]] Result<void> checkQuote(const Quote& quote, const Address& customer) const;
    [[nodiscard]] LeaseTerms termsOf(const LeaseRecord& lease) const;
    /// The address whose bounds this customer falls under.
    [[nodiscard]] Network networkOf(const RpcSession& session, const Address& chequebook) const;
    /// Whether content that it opened is being transferred.
    [[nodiscard]] bool isMoving(const RpcSession& session) const;
    [[nodiscard]] QJsonObject stateOf(const LeaseRecord& lease) const;
    void openLease(const CustomerSession& customer, const QJsonObject& params, const RpcReply& reply);
    /// `patience`: how often it may still wait for the chain to tell of the customer's money.
    void addLease(const LeaseRecord& lease, const QByteArray& torrent, const RpcReply& reply, int patience);
    void renewLease(const LeaseRecord& lease, const QJsonObject& params, const RpcReply& reply);
    /// The next of closeAll(); `closed`: how many are already.
    void closeSome(LeaseEnd why, const std::function<Result<void>()>& may, const std::function<void(Result<void>)>& done, qsizetype closed);
    void closeLeases(const QList<LeaseId>& ids, LeaseEnd why, std::function<bool(const LeaseRecord&)> still, std::function<void(Result<void>)> done);

    Ledger& m_ledger;
    ContentStore& m_content;
    const SecretKey& m_identity;
    const Clock& m_clock;
    const Hash32 m_spki;
    StoragePrices m_prices;
    Sessions m_sessions;
    bool m_chainUsed = false;
    bool m_loopbackApart = false;
    RpcServer m_server;
};

} // namespace surplus
