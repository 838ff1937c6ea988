// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/chain/evmclient.h"
#include "services/common/payments/typeddata.h"

namespace surplus {

/// The calls of resources/contracts, encoded; and what they answer, read. Amounts are token base units. Any thread.
namespace contracts {

/// One channel whose state is asked for.
struct ChannelRef {
    Address chequebook;
    Address beneficiary;
    MachineId machine;
    bool operator==(const ChannelRef&) const = default;
};
[[nodiscard]] size_t qHash(const ChannelRef& ref, size_t seed = 0);

/// A channel as the chain has it.
struct ChannelState {
    bool deployed = false; ///< the chequebook
    U256 free; ///< of the chequebook: neither reserved nor paid
    U256 paid;
    U256 bounced;
    U256 reserve;
    U256 announced; ///< will be taken off the reserve
    UtcMs decreaseAt = 0; ///< when; 0: nothing is announced

    /// What stays after every announced decrease.
    [[nodiscard]] U256 assured() const { return reserve > announced ? U256(reserve - announced) : U256(0); }
    bool operator==(const ChannelState&) const = default;
};

/// What somebody else cashes for the beneficiary, and the fee that it takes.
struct Relay {
    CashOut grant;
    U256 fee; ///< base units, at most grant.maxFee
};

inline constexpr qsizetype MaxEntries = 100; ///< of one settlement

[[nodiscard]] QByteArray deploy(const Address& issuer, const Hash32& salt);
[[nodiscard]] QByteArray settle(const QList<Voucher>& vouchers);
[[nodiscard]] QByteArray settleRelayed(const QList<Voucher>& vouchers, const QList<Relay>& relays);
[[nodiscard]] QByteArray states(const QList<ChannelRef>& refs);
[[nodiscard]] QByteArray reserve(const ChannelRef& channel, const U256& amount);
[[nodiscard]] QByteArray announceDecrease(const ChannelRef& channel, const U256& amount);
[[nodiscard]] QByteArray decrease(const ChannelRef& channel);
[[nodiscard]] QByteArray withdraw(const U256& amount);
[[nodiscard]] QByteArray transfer(const Address& to, const U256& amount);
[[nodiscard]] QByteArray balanceOf(const Address& account);

/// keccak256 of a chequebook's creation code at a factory of this version: a minimal proxy (EIP-1167) of the implementation,
/// which is the first contract that the factory created.
[[nodiscard]] Hash32 initCodeHashOf(const Address& factory);

/// Of as many channels as were asked for, or nothing.
[[nodiscard]] std::optional<QList<ChannelState>> readStates(const QByteArray& answer, qsizetype asked);

/// What settle(), simulated, answers: what each of the entries would be paid. Nothing from a factory of an earlier version.
[[nodiscard]] std::optional<QList<U256>> readPayouts(const QByteArray& answer, qsizetype asked);

/// Of `token`, what a transaction has brought to `to`, by the token's own events.
[[nodiscard]] U256 arrived(const Receipt& receipt, const Address& token, const Address& to);

/// What became of each entry of a settlement, from the factory's events.
struct EntryOutcome {
    bool settled = false;
    U256 paid;
    U256 bounced;
    QString reason; ///< why it was skipped: a custom error's name, or empty
};
[[nodiscard]] QList<EntryOutcome> readOutcomes(const Receipt& receipt, const Address& factory, qsizetype entries);

/// What a custom error of the contracts means, in words; the name itself if it is not known.
[[nodiscard]] QString revertWords(const QByteArray& data);

} // namespace contracts

/// Asks the factory for the state of channels, a hundred at a time. Blocking. `block`: a number, or the newest.
[[nodiscard]] Result<QList<contracts::ChannelState>> readChannels(
    EvmClient& client, const QList<contracts::ChannelRef>& refs, std::optional<qint64> block = {});
/// token.balanceOf(account), base units.
[[nodiscard]] Result<U256> tokenBalance(EvmClient& client, const Address& account);

} // namespace surplus
