// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/status.h"
#include "services/common/chain/contracts.h"
#include "services/common/chain/pendingtransaction.h"
#include "services/common/core/durations.h"
#include "services/common/store/database.h"
#include "services/dashboard/settlement/settleable.h"

#include <functional>

namespace surplus {

/// What a settlement would do, with what it may cost: shown before anything is signed. Nano-tokens.
struct SettlementPlan {
    Address payout;
    QList<Voucher> vouchers; ///< at most 100, the largest first
    QList<Amount> payable; ///< what each would be paid out now, simulated
    QList<U256> paid; ///< what each channel was paid before, base units
    Amount amount; ///< the sum of `payable`: what arrives
    Amount ahead; ///< of it, what is not earned yet: no lower voucher covers what is
    Amount uncovered; ///< of these vouchers, what is neither reserved nor free: it would bounce
    Amount waiting; ///< of others: no room in this transaction, nothing to be had, or less than their own fee
    Amount tooDear; ///< of these: covered, but worth less than its own fee
    Amount ownFee; ///< what one entry costs at the present price; 0 without a rate
    int channels = 0; ///< that were looked at
    GasOffer gas; ///< of the whole; gas.cap() is the fee at most, wei
    U256 expectedFee; ///< wei, at the present price
    U256 balance; ///< wei that the payer holds
    std::optional<double> share; ///< the cap's part of the amount; needs a rate
    [[nodiscard]] bool isEmpty() const { return vouchers.isEmpty(); }
    [[nodiscard]] bool canPay() const { return balance >= gas.cap(); }
};

enum class SettlementState {
    Signed, ///< written down, perhaps sent
    Mined, ///< in a block that is not deep enough yet
    Confirmed,
    Reverted, ///< the network kept the fee, the earnings are untouched
    Superseded, ///< another transaction of the account came first, as deep as all else; nothing was paid by this one
    Authorized, ///< signed for somebody else to submit
    Expired, ///< an authorization that was not used up in time; `paid` is what was paid of it
    Damaged ///< its record is, and the chain doesn't know its transaction: what became of it can't be told
};
[[nodiscard]] QString toText(SettlementState state);
/// What has become of a transaction that was signed here.
[[nodiscard]] SettlementState stateOf(TransactionState state);

/// One settlement as it is remembered.
struct SettlementRecord {
    qint64 id = 0;
    UtcMs at = 0;
    Address payout;
    SettlementState state = SettlementState::Signed;
    Amount amount; ///< planned
    Amount paid; ///< once it is in a block; of an authorization: so far
    Amount bounced;
    int entries = 0;
    int skipped = 0;
    QString reason; ///< why the first one was skipped, in words
    U256 feeCap; ///< wei
    U256 fee; ///< wei, once it is in a block
    Hash32 transaction; ///< the newest
    int confirmations = 0;
    [[nodiscard]] bool isOpen() const { return state <= SettlementState::Mined || state == SettlementState::Authorized; }
};

/// What a beneficiary signed so that anybody may settle for it: the vouchers and one CashOut each.
struct RelayTicket {
    quint64 chainId = 0;
    QList<Voucher> vouchers;
    QList<CashOut> grants;

    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with "relay.malformed" or, if a signature is not the beneficiary's, "relay.signature".
    [[nodiscard]] static Result<RelayTicket> fromJson(const QJsonObject& json);
};

/// Settles vouchers of many customers and machines for one payout address in one transaction, and remembers what became
/// of each. Whoever pays the fee may send it: funds go to the beneficiary alone. Blocking: a worker thread or a
/// command-line program. Errors: the client's and the store's, "settle.…".
class Settler {
public:
    static constexpr qint64 TicketMs = 7 * DayMs; ///< for which a permission is good

    [[nodiscard]] static QList<Migration> migrations();
    Settler(Database& database, EvmClient& client, const Clock& clock) : m_database(database), m_client(client), m_clock(clock) { }

    /// Of `channels`, those that pay `payout`. An entry is worth what is earned and not settled, as far as the reserve and the
    /// chequebook's free balance go, and is cashed with the lowest voucher that covers it. `tokensPerCoin`: what one of the
    /// chain's coin is worth, if somebody set it; then an entry worth less than its own fee waits. `payer` pays the fee.
    [[nodiscard]] Result<SettlementPlan> plan(const QList<Settleable>& channels, const Address& payout, const Address& payer, std::optional<Amount> tokensPerCoin);
    /// Simulates what was planned once more, signs what of it still pays, writes it down, sends it. Never costs more than
    /// the plan's cap. `wanted` is asked when all is ready: false, and nothing is sent. Fails with "settle.empty",
    /// "settle.underway" (a settlement of this address has not ended), "settle.unwanted", "chain.gas".
    [[nodiscard]] Result<SettlementRecord> settle(const SettlementPlan& plan, const SecretKey& payer, const std::function<bool()>& wanted = {});
    /// Looks at everything that has not ended, sends again what got lost; true if anything changed. What goes wrong with one
    /// stops no other; the error of the first is given if nothing changed.
    [[nodiscard]] Result<bool> follow();
    /// Bids more for one that is stuck, within its cap; "settle.cap" if there is no room left.
    [[nodiscard]] Result<void> raise(qint64 id, const SecretKey& payer);
    /// The newest first, at most `most`.
    [[nodiscard]] Result<QList<SettlementRecord>> records(int most = 200);

    /// Signs that anybody (or `relayer` only) may cash the plan's vouchers until `deadline` for at most `maxFee` in all.
    [[nodiscard]] Result<RelayTicket> authorize(const SettlementPlan& plan, const SecretKey& beneficiary, const Address& relayer, Amount maxFee, UtcMs deadline);
    /// Submits somebody's ticket, what of it is covered now, and takes the whole fee that it allows for that. Fails with
    /// "relay.other", "relay.expired", "settle.empty".
    [[nodiscard]] Result<SettlementRecord> relay(const RelayTicket& ticket, const SecretKey& relayer);

private:
    /// What each would be paid now, base units; nothing if the factory can't say (one of an earlier version).
    [[nodiscard]] Result<std::optional<QList<U256>>> simulate(const QList<Voucher>& vouchers);
    /// What may be taken of each of a ticket's entries now; nothing for one that would not be paid.
    [[nodiscard]] Result<QList<std::optional<contracts::Relay>>> allowedFees(const RelayTicket& ticket);
    [[nodiscard]] Result<SettlementRecord> submit(SettlementRecord record, const PendingTransaction& pending, const QList<Voucher>& vouchers, bool relayed);
    [[nodiscard]] Result<void> write(const SettlementRecord& record, const PendingTransaction* pending, const QList<Voucher>* vouchers, bool relayed);
    /// What has not ended: the record and its transaction, or its ticket.
    [[nodiscard]] Result<QList<std::pair<SettlementRecord, QJsonObject>>> openRecords();
    [[nodiscard]] Result<bool> followOne(SettlementRecord record, const QJsonObject& json);
    [[nodiscard]] Result<bool> followTicket(SettlementRecord record, const QJsonObject& ticket);
    void takeReceipt(SettlementRecord& record, const Receipt& receipt) const;

    Database& m_database;
    EvmClient& m_client;
    const Clock& m_clock;
};

} // namespace surplus
