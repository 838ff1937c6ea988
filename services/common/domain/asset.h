// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/amount.h"
#include "services/common/core/bytes.h"

#include <QJsonObject>
#include <QMap>

namespace surplus {

enum class AssetKind {
    Token, ///< of a chain: money
    Trial, ///< of a network without a chain, for trying things out: no money
    Points ///< credit of another network that can't be paid out: no money
};

/// What an amount is an amount of. Two assets with one symbol are two assets: the id says which.
struct Asset {
    /// For good, and the same wherever it is seen: as CAIP-19 writes it for tokens ("eip155:100/erc20:0x…", small letters),
    /// "trial:CHAINID" for a network without a chain, "points:NETWORK" for points.
    QString id;
    QString symbol; ///< shown beside amounts
    int decimals = 9; ///< of its smallest unit, 0 to 18
    AssetKind kind = AssetKind::Token;

    /// `token` of the chain `chainId`; the null address stands for a chain on which no token is named: then it is Trial.
    [[nodiscard]] static Asset token(quint64 chainId, const Address& token, const QString& symbol, int decimals);
    [[nodiscard]] static Asset points(const QString& network, const QString& symbol);
    [[nodiscard]] bool isMoney() const { return kind == AssetKind::Token; }

    [[nodiscard]] QJsonObject toJson() const;
    /// Nothing if the id is missing or longer than LongestId, or a member is out of range.
    [[nodiscard]] static std::optional<Asset> fromJson(const QJsonObject& json);
    static constexpr qsizetype LongestId = 120;
    bool operator==(const Asset&) const = default;
};

/// An amount that knows its asset. There is no sum of two of them on purpose: sums across machines go through Totals.
struct AssetAmount {
    QString asset; ///< an Asset's id
    Amount amount;
    bool operator==(const AssetAmount&) const = default;
};

/// Sums by asset, for whatever goes across machines. It has no total of all: different assets are never added but as an
/// estimate in the user's currency.
class Totals {
public:
    /// False, and nothing changed, if that asset's sum would leave the range of an Amount.
    [[nodiscard]] bool add(const AssetAmount& one);
    /// All of `other`, or nothing.
    [[nodiscard]] bool add(const Totals& other);
    [[nodiscard]] Amount of(const QString& asset) const { return m_sums.value(asset); }
    /// By asset, in the order of their ids.
    [[nodiscard]] const QMap<QString, Amount>& all() const { return m_sums; }
    [[nodiscard]] bool isEmpty() const { return m_sums.isEmpty(); }
    bool operator==(const Totals&) const = default;

private:
    QMap<QString, Amount> m_sums;
};

} // namespace surplus
