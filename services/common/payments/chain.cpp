// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/payments/chain.h"

#include "services/common/crypto/keccak.h"
#include "services/common/crypto/typed.h"

#include <limits>

namespace surplus {

namespace {
U256 powerOfTen(int exponent) { return boost::multiprecision::pow(U256(10), static_cast<unsigned>(exponent)); }
} // namespace

ChainSpec ChainSpec::local()
{
    ChainSpec spec;
    spec.chainId = 31337;
    spec.factory = *Address::fromRaw(keccak256("surplus local factory").raw().right(20));
    spec.initCodeHash = keccak256("surplus local chequebook");
    spec.decimals = 18;
    spec.symbol = QStringLiteral("SPL");
    return spec;
}

Result<ChainSpec> ChainSpec::fromJson(const QJsonObject& json)
{
    const auto bad = [](const QString& member, const QString& wanted) {
        return failure(QStringLiteral("config.chain"),
            QStringLiteral("The chain's \"%1\" must be %2.").arg(member, wanted));
    };
    ChainSpec spec;
    const double id = json.value(u"chainId").toDouble(-1);
    if (id < 1 || id > 9007199254740991.0 || id != static_cast<double>(static_cast<quint64>(id)))
        return bad(QStringLiteral("chainId"), QStringLiteral("a whole number above 0"));
    spec.chainId = static_cast<quint64>(id);
    const auto factory = addressFromText(json.value(u"factory").toString());
    if (!factory)
        return bad(QStringLiteral("factory"), QStringLiteral("an address, 0x and 40 hexadecimal digits. ") + factory.error().message.chopped(1));
    spec.factory = *factory;
    const auto hash = Hash32::fromHex(json.value(u"initCodeHash").toString());
    if (!hash)
        return bad(QStringLiteral("initCodeHash"), QStringLiteral("a hash, 0x and 64 hexadecimal digits"));
    spec.initCodeHash = *hash;
    spec.decimals = json.value(u"decimals").toInt(-1);
    if (spec.decimals < 0 || spec.decimals > MaxDecimals)
        return bad(QStringLiteral("decimals"), QStringLiteral("a whole number from 0 to %1: a token with other decimals can't be counted exactly in nano-tokens. "
                                                              "Choose a network with another token").arg(MaxDecimals));
    spec.symbol = json.value(u"symbol").toString();
    if (spec.symbol.isEmpty() || spec.symbol.size() > 12)
        return bad(QStringLiteral("symbol"), QStringLiteral("1 to 12 characters"));
    return spec;
}

QJsonObject ChainSpec::toJson() const
{
    return { { QStringLiteral("chainId"), static_cast<qint64>(chainId) }, { QStringLiteral("factory"), factory.hex0x() },
        { QStringLiteral("initCodeHash"), initCodeHash.hex0x() }, { QStringLiteral("decimals"), decimals },
        { QStringLiteral("symbol"), symbol } };
}

Address ChainSpec::chequebookOf(const Address& issuer, const Hash32& salt) const
{
    const Hash32 bound = keccak256(QByteArray(12, '\0') + issuer.raw() + salt.raw());
    return create2Address(factory, bound, initCodeHash);
}

std::optional<Amount> ChainSpec::toNano(const U256& baseUnits) const
{
    U256 nano;
    if (decimals >= 9) {
        const U256 unit = powerOfTen(decimals - 9);
        if (baseUnits % unit != 0)
            return std::nullopt;
        nano = baseUnits / unit;
    } else {
        const U256 factor = powerOfTen(9 - decimals);
        if (baseUnits > U256(std::numeric_limits<qint64>::max()) / factor)
            return std::nullopt;
        nano = baseUnits * factor;
    }
    if (nano > U256(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return Amount::fromNano(static_cast<qint64>(nano));
}

Amount ChainSpec::toNanoFloor(const U256& baseUnits) const
{
    const U256 most = std::numeric_limits<qint64>::max();
    if (decimals >= 9)
        return Amount::fromNano(static_cast<qint64>(std::min(U256(baseUnits / powerOfTen(decimals - 9)), most)));
    const U256 factor = powerOfTen(9 - decimals);
    return Amount::fromNano(static_cast<qint64>(baseUnits > most / factor ? most : U256(baseUnits * factor)));
}

U256 ChainSpec::toBaseUnits(Amount amount) const
{
    const U256 nano(static_cast<quint64>(std::max<qint64>(amount.nano(), 0)));
    return decimals >= 9 ? U256(nano * powerOfTen(decimals - 9)) : U256(nano / powerOfTen(9 - decimals));
}

U256 ChainSpec::coveringUnits(Amount amount) const
{
    const U256 below = toBaseUnits(amount);
    return amount.nano() > 0 && toNanoFloor(below) < amount ? U256(below + 1) : below;
}

std::optional<Amount> ChainSpec::covering(Amount amount) const { return toNano(coveringUnits(amount)); }

Result<U256> ChainSpec::exactUnits(Amount amount) const
{
    const U256 units = toBaseUnits(amount);
    if (amount.nano() > 0 && toNano(units) == amount)
        return units;
    return failure(QStringLiteral("amount.units"),
        amount.nano() > 0 ? QStringLiteral("%1 is no whole number of the token's least part, %2. Nothing was sent; give a multiple of that.").arg(amount.toTokens(), leastText())
                          : QStringLiteral("The amount must be more than 0. Nothing was sent."));
}

QString ChainSpec::leastText() const
{
    const QString number = decimals == 0 ? QStringLiteral("1") : QStringLiteral("0.%1").arg(u'1', std::min(decimals, 9), u'0');
    return symbol.isEmpty() ? number : number + u' ' + symbol;
}

} // namespace surplus
