// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/payments/chain.h"

#include <QStringList>

namespace surplus {

/// One EVM chain as a configuration names it: what both sides agree on, and how this side reaches it.
struct ChainConfig {
    ChainSpec spec;
    QString name; ///< as people know it
    Address token; ///< the ERC-20 that vouchers promise
    QStringList endpoints; ///< JSON-RPC over HTTPS (HTTP on loopback only), in order of preference; empty: no chain is used
    int confirmations = 12; ///< blocks before something counts, 1 to 1,000
    QString coin = QStringLiteral("ETH"); ///< what fees are paid in
    QString explorer; ///< URL of a block explorer, "" if there is none

    /// For trying things out: Anvil's chain id, no endpoint, no real money.
    [[nodiscard]] static ChainConfig local();
    /// Public chains with their coin, explorer and a public endpoint that may be edited. Contract and token are the
    /// network's to name: without them nothing is looked up.
    [[nodiscard]] static QList<ChainConfig> presets();
    /// Fails with "config.chain", naming the member. Members that are absent keep what the preset of that chain id has.
    [[nodiscard]] static Result<ChainConfig> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;

    /// Whether the chain can be asked at all.
    [[nodiscard]] bool isUsable() const { return !endpoints.isEmpty() && !token.isNull() && !spec.factory.isNull(); }
    /// "" if it may be used as an endpoint, else what is wrong with it.
    [[nodiscard]] static QString endpointProblem(const QString& url);
    bool operator==(const ChainConfig&) const = default;
};

} // namespace surplus
