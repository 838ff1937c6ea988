// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/payments/typeddata.h"
#include "services/common/rpc/server.h"

namespace surplus {

/// What a session of the market API knows about its customer. Before hello.prove only the greeting stands in it.
struct CustomerSession {
    Hello greeting;
    bool greeted = false;
    Address customer;
    Address chequebook;
    QList<std::pair<LeaseId, InfoHash>> opened; ///< whose content it had opened, the newest of them last

    static constexpr qsizetype MaxOpened = 16;
};

[[nodiscard]] inline const CustomerSession& customerOf(const RpcSession& session)
{
    static const CustomerSession none;
    const auto* known = std::any_cast<CustomerSession>(&session.data);
    return known ? *known : none;
}

} // namespace surplus
