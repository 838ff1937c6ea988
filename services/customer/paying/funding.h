// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/chain/contracts.h"
#include "services/common/chain/pendingtransaction.h"
#include "services/customer/paying/purse.h"

#include <functional>

namespace surplus {

/// What a customer does with its chequebook on the chain. The purse's key signs and pays the fees. Blocking, with an event
/// loop inside; for command-line programs. Errors: EvmRpc's, "fund.…",
/// "amount.units" (nothing is sent that the token can't express).
class Funding {
public:
    struct Done {
        Hash32 transaction;
        U256 fee; ///< wei
        Receipt receipt;
    };
    /// `maxFee`: wei that one transaction may cost at most; nothing: whatever the network asks.
    Funding(Purse& purse, std::optional<U256> maxFee);

    [[nodiscard]] Address chequebook() const;
    [[nodiscard]] Result<Done> deploy();
    /// Moves tokens from the customer's own address into the chequebook. Fails with "fund.token" if the token refuses that
    /// (nothing is sent), or if less arrived.
    [[nodiscard]] Result<Done> deposit(Amount amount);
    /// Sets more aside for one provider: only what is set aside counts as secured there.
    [[nodiscard]] Result<Done> reserve(const Address& beneficiary, const MachineId& machine, Amount amount);
    /// Announces that the reserve will fall by `amount`, seven days from now.
    [[nodiscard]] Result<Done> announceDecrease(const Address& beneficiary, const MachineId& machine, Amount amount);
    [[nodiscard]] Result<Done> decrease(const Address& beneficiary, const MachineId& machine);
    /// Takes back what is neither reserved nor paid.
    [[nodiscard]] Result<Done> withdraw(Amount amount);

    struct Status {
        bool deployed = false;
        U256 coin; ///< wei at the customer's address, for fees
        Amount tokens; ///< at the customer's address
        Amount balance; ///< in the chequebook
        Amount free; ///< of it, neither reserved nor paid
        struct Channel {
            contracts::ChannelRef ref;
            contracts::ChannelState state;
            Amount promised;
        };
        QList<Channel> channels; ///< that vouchers were written on
    };
    [[nodiscard]] Result<Status> status();
    [[nodiscard]] Amount toAmount(const U256& baseUnits) const; ///< rounded down

private:
    [[nodiscard]] Result<void> usable();
    [[nodiscard]] Result<Done> send(const Address& to, const QByteArray& data);
    /// Sends what `call` makes of the amount, if it is a whole number of base units.
    [[nodiscard]] Result<Done> move(const Address& to, Amount amount, const std::function<QByteArray(const U256&)>& call);

    Purse& m_purse;
    const std::optional<U256> m_maxFee;
    EvmClient m_client;
    bool m_checked = false; ///< what the network's description says is so on the chain
};

} // namespace surplus
