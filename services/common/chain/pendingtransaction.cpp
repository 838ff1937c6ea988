// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/chain/pendingtransaction.h"

#include "services/common/core/parse.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QThread>
#include <QTimer>

namespace surplus {

namespace {
constexpr int LookMs = 500;

QString text(const U256& value) { return toDecimal(value); }
std::optional<U256> number(const QJsonValue& value) { return u256FromDecimal(value.toString()); }

TransactionProgress progressOf(const EvmClient& client, const Receipt& receipt, qint64 newest)
{
    TransactionProgress progress;
    progress.receipt = receipt;
    progress.confirmations = static_cast<int>(std::clamp<qint64>(newest - receipt.block + 1, 1, 1'000'000));
    const bool deep = progress.confirmations >= client.config().confirmations;
    progress.state = !deep ? TransactionState::Mined : receipt.succeeded ? TransactionState::Confirmed : TransactionState::Reverted;
    return progress;
}

void signInto(PendingTransaction& pending, const SecretKey& key)
{
    const Transaction::Signed sent = pending.transaction.sign(key);
    pending.raw = sent.raw;
    pending.hashes.append(sent.hash);
}
} // namespace

QJsonObject PendingTransaction::toJson() const
{
    QJsonArray ids;
    for (const Hash32& hash : hashes)
        ids.append(hash.hex0x());
    return { { QStringLiteral("from"), from.hex0x() }, { QStringLiteral("chainId"), QString::number(transaction.chainId) },
        { QStringLiteral("nonce"), QString::number(transaction.nonce) }, { QStringLiteral("gas"), QString::number(transaction.offer.gas) },
        { QStringLiteral("maxFeePerGas"), text(transaction.offer.maxFeePerGas) }, { QStringLiteral("priorityFeePerGas"), text(transaction.offer.priorityFeePerGas) },
        { QStringLiteral("capPerGas"), text(capPerGas) }, { QStringLiteral("to"), transaction.to ? transaction.to->hex0x() : QString() },
        { QStringLiteral("data"), toHexData(transaction.data) }, { QStringLiteral("raw"), toHexData(raw) }, { QStringLiteral("hashes"), ids } };
}

std::optional<PendingTransaction> PendingTransaction::fromJson(const QJsonObject& json)
{
    PendingTransaction pending;
    const auto from = Address::fromHex(json.value(u"from").toString());
    const auto maxFee = number(json.value(u"maxFeePerGas"));
    const auto priority = number(json.value(u"priorityFeePerGas"));
    const auto cap = number(json.value(u"capPerGas"));
    const auto chain = parse::natural(json.value(u"chainId").toString());
    const auto nonce = parse::natural(json.value(u"nonce").toString());
    const auto gas = parse::natural(json.value(u"gas").toString());
    const auto data = parse::hex0x(json.value(u"data").toString());
    const auto raw = parse::hex0x(json.value(u"raw").toString());
    const QString to = json.value(u"to").toString();
    if (!from || !maxFee || !priority || !cap || !chain || !nonce || !gas || !data || !raw || (!to.isEmpty() && !Address::fromHex(to)))
        return std::nullopt;
    pending.from = *from;
    pending.transaction.chainId = *chain;
    pending.transaction.nonce = *nonce;
    pending.transaction.offer = { *gas, *maxFee, *priority };
    pending.transaction.to = Address::fromHex(to);
    pending.transaction.data = *data;
    pending.capPerGas = *cap;
    pending.raw = *raw;
    for (const QJsonValue& id : json.value(u"hashes").toArray()) {
        const auto hash = Hash32::fromHex(id.toString());
        if (!hash)
            return std::nullopt;
        pending.hashes.append(*hash);
    }
    return pending.hashes.isEmpty() || pending.raw.isEmpty() ? std::nullopt : std::optional(pending);
}

Result<PendingTransaction> prepareTransaction(
    EvmClient& client, const SecretKey& key, const std::optional<Address>& to, const QByteArray& data, const GasOffer& offer)
{
    PendingTransaction pending;
    pending.from = key.address();
    const auto balance = client.balance(pending.from);
    if (!balance)
        return tl::unexpected(balance.error());
    if (*balance < offer.cap())
        return failure(QStringLiteral("chain.gas"),
            QStringLiteral("The fee can be up to %1 %2, and the address %3 holds %4. Send it some %2 for the fee, and try again.")
                .arg(coinText(offer.cap()), client.config().coin, pending.from.hex0x(), coinText(*balance)));
    const auto nonce = client.nextNonce(pending.from);
    if (!nonce)
        return tl::unexpected(nonce.error());
    pending.capPerGas = offer.maxFeePerGas;
    pending.transaction = { client.config().spec.chainId, *nonce, offer, to, 0, data };
    // Room for replacements below the cap. What is paid is the block's price, not this.
    pending.transaction.offer.maxFeePerGas = std::max<U256>(offer.maxFeePerGas * 2 / 3, offer.priorityFeePerGas);
    signInto(pending, key);
    return pending;
}

bool raiseTransaction(PendingTransaction& pending, const SecretKey& key)
{
    GasOffer& offer = pending.transaction.offer;
    const U256 price = offer.maxFeePerGas * 9 / 8 + 1;
    const U256 tip = offer.priorityFeePerGas * 9 / 8 + 1;
    if (price > pending.capPerGas || tip > price)
        return false;
    offer.maxFeePerGas = price;
    offer.priorityFeePerGas = tip;
    signInto(pending, key);
    return true;
}

Result<std::optional<TransactionProgress>> followHash(EvmClient& client, const Hash32& hash)
{
    const auto newest = client.blockNumber();
    if (!newest)
        return tl::unexpected(newest.error());
    const auto receipt = client.receipt(hash);
    if (!receipt)
        return tl::unexpected(receipt.error());
    return *receipt ? std::optional(progressOf(client, **receipt, *newest)) : std::nullopt;
}

Result<TransactionProgress> followTransaction(EvmClient& client, const PendingTransaction& pending)
{
    // Asked before the receipts: what is mined in between shows there.
    const auto mined = client.minedNonce(pending.from);
    if (!mined)
        return tl::unexpected(mined.error());
    const auto newest = client.blockNumber();
    if (!newest)
        return tl::unexpected(newest.error());
    for (auto hash = pending.hashes.crbegin(); hash != pending.hashes.crend(); ++hash) {
        const auto receipt = client.receipt(*hash);
        if (!receipt)
            return tl::unexpected(receipt.error());
        if (!*receipt)
            continue;
        return progressOf(client, **receipt, *newest);
    }
    if (*mined > pending.transaction.nonce) {
        // Another transaction has its nonce. That is only final once it is as deep as anything else has to be: a
        // reorganisation may bring this one back, and an endpoint that is behind may not know the receipt yet.
        const qint64 depth = *newest - client.config().confirmations + 1;
        const auto deep = depth >= 0 ? client.minedNonce(pending.from, depth) : Result<quint64>(0);
        if (!deep)
            return tl::unexpected(deep.error());
        return TransactionProgress { *deep > pending.transaction.nonce ? TransactionState::Superseded : TransactionState::Waiting, 0, {} };
    }
    if (auto sent = client.send(pending.raw); !sent) {
        // It stands in the pool under a better bid, or has just been mined: the next look tells.
        const bool settling = sent.error().code == QLatin1String("chain.price") || sent.error().code == QLatin1String("chain.nonce");
        if (!settling)
            return tl::unexpected(sent.error());
    }
    return TransactionProgress();
}

Result<Receipt> sendAndWait(EvmClient& client, const PendingTransaction& pending, int timeoutMs)
{
    QDeadlineTimer deadline(timeoutMs);
    for (;;) {
        const auto progress = followTransaction(client, pending);
        if (progress && progress->receipt)
            return progress->receipt->succeeded ? Result<Receipt>(*progress->receipt)
                                                : failure(QStringLiteral("chain.reverted"), QStringLiteral("The transaction %1 failed on the chain; the network kept %2 %3.")
                                                      .arg(progress->receipt->transaction.hex0x(), coinText(progress->receipt->fee()), client.config().coin));
        if (progress && progress->state == TransactionState::Superseded)
            return failure(QStringLiteral("chain.nonce"), QStringLiteral("Another transaction of this account came first. Nothing was done; try again."));
        if (!progress && progress.error().code != QLatin1String("chain.unreachable"))
            return tl::unexpected(progress.error());
        if (deadline.hasExpired() || QThread::currentThread()->isInterruptionRequested())
            return !progress ? tl::unexpected(progress.error())
                             : failure(QStringLiteral("chain.stuck"), QStringLiteral("The transaction %1 waits for a block. It may still happen.").arg(pending.hashes.last().hex0x()));
        QEventLoop loop;
        QTimer::singleShot(LookMs, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

} // namespace surplus
