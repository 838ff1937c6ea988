// SPDX-License-Identifier: GPL-3.0-or-later
#include "typedchain.h"

#include "typedaddress.h"
#include "typednumber.h"
#include "walletmodel.h"
#include "services/common/chain/contracts.h"
#include "services/common/crypto/keccak.h"

#include <QJsonArray>

namespace surplus {

namespace {
constexpr int MostConfirmations = 1'000;
} // namespace

QVariantMap TypedChain::problems() const
{
    QVariantMap problems;
    const auto look = [&](const char* field, const auto& taken) {
        if (!taken)
            problems.insert(QLatin1String(field), taken.error().message);
    };
    look("factory", addressAsTyped(factory));
    look("token", addressAsTyped(token));
    look("confirmations", TypedNumber::whole(confirmations, 1, MostConfirmations));
    if (endpoints.trimmed().isEmpty())
        problems.insert(QStringLiteral("endpoints"), WalletModel::tr("An endpoint is missing."));
    return problems;
}

Result<ChainConfig> TypedChain::over(const ChainConfig& base) const
{
    const auto factoryAddress = addressAsTyped(factory);
    if (!factoryAddress)
        return tl::unexpected(factoryAddress.error());
    const auto tokenAddress = addressAsTyped(token);
    if (!tokenAddress)
        return tl::unexpected(tokenAddress.error());
    const auto depth = TypedNumber::whole(confirmations, 1, MostConfirmations);
    if (!depth)
        return tl::unexpected(depth.error());
    QJsonObject json = base.toJson();
    json.insert(QStringLiteral("factory"), checksumAddress(*factoryAddress));
    json.insert(QStringLiteral("token"), checksumAddress(*tokenAddress));
    json.insert(QStringLiteral("confirmations"), *depth);
    json.insert(QStringLiteral("endpoints"), QJsonArray::fromStringList(endpoints.simplified().split(u' ', Qt::SkipEmptyParts)));
    // A chequebook's creation code names its implementation, the first contract that the factory made.
    json.insert(QStringLiteral("initCodeHash"), contracts::initCodeHashOf(*factoryAddress).hex0x());
    return ChainConfig::fromJson(json);
}

} // namespace surplus
