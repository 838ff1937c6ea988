// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/chain/evmclient.h"

#include "services/common/chain/contracts.h"
#include "services/common/core/parse.h"

#include <limits>

namespace surplus {

namespace {
constexpr quint64 MaxGas = 30'000'000;
const U256 MaxPrice = U256(1) << 100; ///< wei per gas: beyond it an answer makes no sense

Error senseless(const char* what)
{
    return { QStringLiteral("chain.refused"), QStringLiteral("The chain's endpoint gave no sensible %1.").arg(QLatin1String(what)) };
}

std::optional<QByteArray> parseData(const QJsonValue& value)
{
    return parse::hex0x(value.toString());
}

QString blockText(std::optional<qint64> block) { return block ? toQuantity(U256(static_cast<quint64>(std::max<qint64>(*block, 0)))) : QStringLiteral("latest"); }

std::optional<qint64> parseInteger(const QJsonValue& value)
{
    const auto quantity = parseQuantity(value);
    return quantity && *quantity <= U256(std::numeric_limits<qint64>::max()) ? std::optional(static_cast<qint64>(*quantity)) : std::nullopt;
}

std::optional<Receipt> parseReceipt(const QJsonObject& json)
{
    Receipt receipt;
    const auto hash = Hash32::fromHex(json.value(u"transactionHash").toString());
    const auto block = parseInteger(json.value(u"blockNumber"));
    const auto status = parseInteger(json.value(u"status"));
    const auto gas = parseInteger(json.value(u"gasUsed"));
    const auto price = parseQuantity(json.value(u"effectiveGasPrice"));
    if (!hash || !block || !status || !gas || !price || *price > MaxPrice)
        return std::nullopt;
    receipt.transaction = *hash;
    receipt.block = *block;
    receipt.succeeded = *status == 1;
    receipt.gasUsed = static_cast<quint64>(*gas);
    receipt.gasPrice = *price;
    receipt.created = Address::fromHex(json.value(u"contractAddress").toString());
    for (const QJsonValue& value : json.value(u"logs").toArray()) {
        const auto contract = Address::fromHex(value[u"address"].toString());
        const auto data = parseData(value[u"data"]);
        if (!contract || !data)
            return std::nullopt;
        Receipt::LogEntry entry { *contract, {}, *data };
        for (const QJsonValue& topic : value[u"topics"].toArray()) {
            const auto parsed = Hash32::fromHex(topic.toString());
            if (!parsed)
                return std::nullopt;
            entry.topics.append(*parsed);
        }
        receipt.logs.append(entry);
    }
    return receipt;
}
} // namespace

std::optional<U256> parseQuantity(const QJsonValue& value)
{
    const QString text = value.toString();
    if (!text.startsWith(QLatin1String("0x")) || text.size() < 3 || text.size() > 66)
        return std::nullopt;
    const auto raw = parse::hex(text.mid(2).rightJustified(64, u'0'));
    return raw ? fromBigEndian32(*raw) : std::nullopt;
}

QString toQuantity(const U256& value)
{
    QByteArray digits = toBigEndian32(value).toHex();
    while (digits.size() > 1 && digits.startsWith('0'))
        digits.remove(0, 1);
    return QStringLiteral("0x") + QString::fromLatin1(digits);
}

QString toHexData(const QByteArray& data) { return QStringLiteral("0x") + QString::fromLatin1(data.toHex()); }

QString coinText(const U256& wei)
{
    QString digits = toDecimal(wei).rightJustified(19, u'0');
    QString text = digits.chopped(18) + u'.' + digits.right(18);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

EvmClient::EvmClient(ChainConfig config, int timeoutMs)
    : m_config(std::move(config)), m_rpc(m_config.spec.chainId, m_config.endpoints, timeoutMs)
{
}

Result<QJsonValue> EvmClient::ask(const QString& method, const QJsonArray& params)
{
    auto answer = m_rpc.call(method, params);
    if (!answer && answer.error().code == QLatin1String("chain.reverted") && !m_rpc.lastRevert().isEmpty())
        return failure(answer.error().code, QStringLiteral("The contract refused it: %1.").arg(contracts::revertWords(m_rpc.lastRevert())));
    return answer;
}

Result<U256> EvmClient::quantity(const QString& method, const QJsonArray& params)
{
    const auto answer = ask(method, params);
    if (!answer)
        return tl::unexpected(answer.error());
    const auto value = parseQuantity(*answer);
    return value ? Result<U256>(*value) : tl::unexpected(senseless("number"));
}

Result<qint64> EvmClient::blockNumber()
{
    const auto answer = ask(QStringLiteral("eth_blockNumber"), {});
    if (!answer)
        return tl::unexpected(answer.error());
    const auto number = parseInteger(*answer);
    return number ? Result<qint64>(*number) : tl::unexpected(senseless("block number"));
}

Result<UtcMs> EvmClient::blockTime(std::optional<qint64> block)
{
    const auto answer = ask(QStringLiteral("eth_getBlockByNumber"),
        { block ? QStringLiteral("0x") + QString::number(*block, 16) : QStringLiteral("latest"), false });
    if (!answer)
        return tl::unexpected(answer.error());
    const auto seconds = parseInteger((*answer)[u"timestamp"]);
    return seconds && *seconds < std::numeric_limits<qint64>::max() / 1000 ? Result<UtcMs>(*seconds * 1000) : tl::unexpected(senseless("block time"));
}

Result<U256> EvmClient::balance(const Address& account)
{
    return quantity(QStringLiteral("eth_getBalance"), { account.hex0x(), QStringLiteral("latest") });
}

Result<quint64> EvmClient::nextNonce(const Address& account)
{
    const auto nonce = quantity(QStringLiteral("eth_getTransactionCount"), { account.hex0x(), QStringLiteral("pending") });
    return nonce ? Result<quint64>(static_cast<quint64>(*nonce & U256(~quint64(0)))) : tl::unexpected(nonce.error());
}

Result<quint64> EvmClient::minedNonce(const Address& account, std::optional<qint64> block)
{
    const auto nonce = quantity(QStringLiteral("eth_getTransactionCount"), { account.hex0x(), blockText(block) });
    return nonce ? Result<quint64>(static_cast<quint64>(*nonce & U256(~quint64(0)))) : tl::unexpected(nonce.error());
}

Result<QByteArray> EvmClient::call(const Address& contract, const QByteArray& data, std::optional<qint64> block, const Address& from)
{
    QJsonObject what { { QStringLiteral("to"), contract.hex0x() }, { QStringLiteral("data"), toHexData(data) } };
    if (!from.isNull())
        what.insert(QStringLiteral("from"), from.hex0x());
    const auto answer = ask(QStringLiteral("eth_call"), { what, blockText(block) });
    if (!answer)
        return tl::unexpected(answer.error());
    const auto parsed = parseData(*answer);
    return parsed ? Result<QByteArray>(*parsed) : tl::unexpected(senseless("answer of a contract"));
}

Result<U256> EvmClient::gasPriceNow()
{
    const auto answer = ask(QStringLiteral("eth_getBlockByNumber"), { QStringLiteral("latest"), false });
    if (!answer)
        return tl::unexpected(answer.error());
    const auto base = parseQuantity((*answer)[u"baseFeePerGas"]);
    const auto tip = quantity(QStringLiteral("eth_maxPriorityFeePerGas"), {});
    if (!base || !tip)
        return tl::unexpected(tip ? senseless("base fee; the chain may not know EIP-1559") : tip.error());
    return *base < MaxPrice && *tip < MaxPrice ? Result<U256>(*base + *tip) : tl::unexpected(senseless("price"));
}

Result<GasOffer> EvmClient::offer(const Address& from, const std::optional<Address>& to, const QByteArray& data)
{
    QJsonObject transaction { { QStringLiteral("from"), from.hex0x() }, { QStringLiteral("data"), toHexData(data) } };
    if (to)
        transaction.insert(QStringLiteral("to"), to->hex0x());
    const auto gas = quantity(QStringLiteral("eth_estimateGas"), { transaction });
    if (!gas)
        return tl::unexpected(gas.error());
    const auto tip = quantity(QStringLiteral("eth_maxPriorityFeePerGas"), {});
    const auto price = gasPriceNow();
    if (!tip || !price)
        return tl::unexpected(tip ? price.error() : tip.error());
    if (*gas > U256(MaxGas) || *tip > MaxPrice)
        return tl::unexpected(senseless("amount of gas"));
    GasOffer offer;
    offer.gas = std::min(static_cast<quint64>(*gas) * 6 / 5, MaxGas);
    offer.priorityFeePerGas = *tip;
    offer.maxFeePerGas = (*price - *tip) * 3 + *tip * 2;
    return offer;
}

Result<void> EvmClient::send(const QByteArray& raw)
{
    const auto answer = ask(QStringLiteral("eth_sendRawTransaction"), { toHexData(raw) });
    if (!answer && answer.error().code != QLatin1String("chain.known"))
        return tl::unexpected(answer.error());
    return {};
}

Result<std::optional<Receipt>> EvmClient::receipt(const Hash32& transaction)
{
    const auto answer = ask(QStringLiteral("eth_getTransactionReceipt"), { transaction.hex0x() });
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->isNull())
        return std::optional<Receipt>();
    const auto receipt = parseReceipt(answer->toObject());
    return receipt ? Result<std::optional<Receipt>>(receipt) : tl::unexpected(senseless("receipt"));
}

} // namespace surplus
