// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/chain/network.h"

#include "services/common/chain/abi.h"

namespace surplus {

namespace {
Error wrong(const QString& message) { return { QStringLiteral("chain.contract"), message }; }

/// One word that a contract answers; nothing if it has no such function.
Result<std::optional<U256>> word(EvmClient& client, const Address& contract, const char* function)
{
    const auto answer = client.call(contract, AbiTuple().call(function));
    if (!answer && answer.error().code != QLatin1String("chain.reverted"))
        return tl::unexpected(answer.error());
    return answer ? AbiReader(*answer).number(0) : std::nullopt;
}

std::optional<Address> addressIn(const std::optional<U256>& word)
{
    return word ? Address::fromRaw(toBigEndian32(*word).right(20)) : std::nullopt;
}
} // namespace

Result<int> readDecimals(EvmClient& client)
{
    const ChainConfig& config = client.config();
    const auto decimals = word(client, config.token, "decimals()");
    if (!decimals)
        return tl::unexpected(decimals.error());
    if (!*decimals)
        return tl::unexpected(wrong(QStringLiteral("At the address %1 there is no token that says its decimals. Correct the chain's \"token\".").arg(config.token.hex0x())));
    if (**decimals > ChainSpec::MaxDecimals)
        return tl::unexpected(wrong(QStringLiteral("The token at %1 has %2 decimals. Only tokens with 0 to %3 can be counted exactly in nano-tokens; choose a network with another token.")
                                        .arg(config.token.hex0x(), toDecimal(**decimals)).arg(ChainSpec::MaxDecimals)));
    return static_cast<int>(**decimals);
}

Result<void> checkNetwork(EvmClient& client)
{
    const ChainConfig& config = client.config();
    const auto implementation = word(client, config.spec.factory, "implementation()");
    if (!implementation)
        return tl::unexpected(implementation.error());
    const auto code = *implementation ? word(client, config.spec.factory, "initCodeHash()") : Result<std::optional<U256>>(std::nullopt);
    if (!code)
        return tl::unexpected(code.error());
    if (!*code)
        return tl::unexpected(wrong(QStringLiteral("At the address %1 there is no chequebook factory of Surplus. Correct the chain's \"factory\".").arg(config.spec.factory.hex0x())));
    if (toBigEndian32(**code) != config.spec.initCodeHash.raw())
        return tl::unexpected(wrong(QStringLiteral("The factory %1 makes chequebooks of another code than the network's description names. Correct the chain's \"initCodeHash\".")
                                        .arg(config.spec.factory.hex0x())));
    const auto token = word(client, addressIn(*implementation).value_or(Address()), "token()");
    if (!token)
        return tl::unexpected(token.error());
    if (const auto paid = addressIn(*token); paid != config.token)
        return tl::unexpected(wrong(QStringLiteral("The factory %1 pays in the token %2, and the network's description names %3. Correct the chain's \"token\" or \"factory\".")
                                        .arg(config.spec.factory.hex0x(), paid ? paid->hex0x() : QStringLiteral("?"), config.token.hex0x())));
    const auto decimals = readDecimals(client);
    if (!decimals)
        return tl::unexpected(decimals.error());
    if (*decimals != config.spec.decimals)
        return tl::unexpected(wrong(QStringLiteral("The token at %1 has %2 decimals, and the network's description says %3: every amount would be wrong. Correct the chain's \"decimals\".")
                                        .arg(config.token.hex0x()).arg(*decimals).arg(config.spec.decimals)));
    return {};
}

bool isWrongNetwork(const Error& error) { return error.code == QLatin1String("chain.contract") || error.code == QLatin1String("chain.wrong"); }

} // namespace surplus
