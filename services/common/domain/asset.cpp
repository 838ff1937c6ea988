// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/domain/asset.h"

#include "services/common/domain/words.h"

namespace surplus {

namespace {
constexpr Words<AssetKind, 3> Kinds { { "token", "trial", "points" } };
constexpr int MostDecimals = 18;
constexpr qsizetype LongestSymbol = 32;
}

Asset Asset::token(quint64 chainId, const Address& token, const QString& symbol, int decimals)
{
    if (token.isNull())
        return { QStringLiteral("trial:%1").arg(chainId), symbol, decimals, AssetKind::Trial };
    return { QStringLiteral("eip155:%1/erc20:%2").arg(chainId).arg(token.hex0x()), symbol, decimals, AssetKind::Token };
}

Asset Asset::points(const QString& network, const QString& symbol)
{
    return { QStringLiteral("points:") + network, symbol, 9, AssetKind::Points };
}

QJsonObject Asset::toJson() const
{
    return { { QStringLiteral("id"), id }, { QStringLiteral("symbol"), symbol }, { QStringLiteral("decimals"), decimals },
        { QStringLiteral("kind"), Kinds.of(kind) } };
}

std::optional<Asset> Asset::fromJson(const QJsonObject& json)
{
    const auto kind = Kinds.find(json.value(u"kind").toString());
    const Asset asset { json.value(u"id").toString(), json.value(u"symbol").toString(), json.value(u"decimals").toInt(-1), kind.value_or(AssetKind::Points) };
    const bool right = kind && !asset.id.isEmpty() && asset.id.size() <= LongestId && asset.symbol.size() <= LongestSymbol && asset.decimals >= 0 && asset.decimals <= MostDecimals;
    return right ? std::optional(asset) : std::nullopt;
}

bool Totals::add(const AssetAmount& one)
{
    const auto sum = of(one.asset).plus(one.amount);
    if (sum)
        m_sums.insert(one.asset, *sum);
    return sum.has_value();
}

bool Totals::add(const Totals& other)
{
    Totals sum = *this;
    for (auto it = other.m_sums.begin(); it != other.m_sums.end(); ++it) {
        if (!sum.add({ it.key(), it.value() }))
            return false;
    }
    *this = sum;
    return true;
}

} // namespace surplus
