// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/settlement/settler.h"

namespace surplus {

/// What an address holds.
struct Balances {
    Amount tokens;
    U256 coin; ///< wei
};

/// What sending tokens would do, with what it may cost: shown before anything is signed.
struct TransferPlan {
    Address from;
    Address to;
    Amount amount;
    Balances held; ///< by `from`
    GasOffer gas; ///< gas.cap() is the fee at most, wei
    [[nodiscard]] bool canPay() const { return held.coin >= gas.cap(); }
};

/// Tokens that were sent, as they are remembered.
struct TransferRecord {
    qint64 id = 0;
    UtcMs at = 0;
    Address from;
    Address to;
    SettlementState state = SettlementState::Signed;
    Amount amount;
    U256 feeCap; ///< wei
    U256 fee; ///< wei, once it is in a block
    Hash32 transaction; ///< the newest
    int confirmations = 0;
    [[nodiscard]] bool isOpen() const { return state <= SettlementState::Mined; }
};

/// Sends tokens of an address to another one, and remembers what became of it. Its table is in the Settler's file.
/// Blocking: a worker thread. Errors: the client's and the store's, "transfer.…".
class Transfers {
public:
    static const char* const Schema;
    static constexpr int KeptRecords = 5'000;

    Transfers(Database& database, EvmClient& client, const Clock& clock) : m_database(database), m_client(client), m_clock(clock) { }

    [[nodiscard]] Result<Balances> balances(const Address& of);
    /// Fails with "transfer.address" for one that tokens would be lost at, "transfer.amount" for nothing, for more than is
    /// held and for what the token can't express, "transfer.underway" (an earlier one has not ended).
    [[nodiscard]] Result<TransferPlan> plan(const Address& from, const Address& to, Amount amount);
    /// Signs what was planned, writes it down, sends it. Never costs more than the plan's cap. Fails with "transfer.key",
    /// "transfer.underway", "chain.gas".
    [[nodiscard]] Result<TransferRecord> send(const TransferPlan& plan, const SecretKey& key);
    /// Looks at everything that has not ended, sends again what got lost; true if anything changed. What
    /// goes wrong with one stops no other; the error of the first is given if nothing changed.
    [[nodiscard]] Result<bool> follow();
    /// The newest first, at most `most`.
    [[nodiscard]] Result<QList<TransferRecord>> records(int most = 200);

private:
    [[nodiscard]] Result<void> mayBegin(const Address& from);
    [[nodiscard]] Result<bool> followOne(const TransferRecord& before, const QString& json);

    Database& m_database;
    EvmClient& m_client;
    const Clock& m_clock;
};

} // namespace surplus
