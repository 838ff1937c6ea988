// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/chain/chainconfig.h"
#include "services/engine/market/ledger.h"
#include "services/engine/market/marketserver.h"
#include "services/engine/storage/storageresource.h"

#include <QHostAddress>

namespace surplus {

/// What the configuration file holds: what needs a restart, and the first values of what the database keeps
/// afterwards (the members under "storage" and "rules", and "payout").
struct EngineConfig {
    QHostAddress listen = QHostAddress(QHostAddress::AnyIPv4); ///< of the market and content listeners; "::" is Any: IPv6 and IPv4
    quint16 marketPort = 0; ///< 0: picked once and then kept
    quint16 contentPort = 0;
    QString announceHost; ///< what customers are told to connect to; empty: this machine's first address
    ChainConfig chain = ChainConfig::local(); ///< first value too: chain.set changes it
    CreditLimits credit;
    bool loopbackApart = false; ///< each customer on this computer counts as one of an address of its own: for the demo

    QString folder;
    qint64 limit = 0;
    bool enabled = false;
    qint64 uploadRate = 0; ///< bytes per second; 0: no limit
    qint64 downloadRate = 0;
    qint64 minimumFree = StorageResource::DefaultMinimumFree; ///< bytes
    qint64 monthlyCap = 0; ///< bytes; 0: none
    qint64 resetDay = 1;
    Rules rules;
    StoragePrices prices { Amount::fromNano(2'000'000), Amount::fromNano(50'000'000) };
    std::optional<Address> payout;

    /// Reads a JSON object; unknown members are refused, so that a typing error is found. Fails with "config.…",
    /// naming file, member and what is wanted.
    [[nodiscard]] static Result<EngineConfig> fromFile(const QString& path);
    [[nodiscard]] static Result<EngineConfig> fromJson(const QByteArray& text, const QString& name);
};

} // namespace surplus
