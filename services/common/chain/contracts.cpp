// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/chain/contracts.h"

#include "services/common/chain/abi.h"
#include "services/common/chain/rlp.h"
#include "services/common/core/parse.h"
#include "services/common/crypto/keccak.h"

namespace surplus {

namespace contracts {

namespace {
constexpr qsizetype StateWords = 7;
const QList<QByteArray> CustomErrors { "NotIssuer()", "NotFactory()", "AlreadyInitialized()", "BadSignature()", "Stale(uint256)",
    "NotCovered(uint256)", "AboveReserve(uint256)", "TooEarly(uint64)", "NothingAnnounced()", "CashOutExpired()", "CashOutSpent()",
    "WrongRelayer()", "FeeTooHigh(uint256)", "TooMany()", "GasTooLow()", "LengthsDiffer()", "ECDSAInvalidSignature()", "ECDSAInvalidSignatureS(bytes32)",
    "ECDSAInvalidSignatureLength(uint256)", "FailedDeployment()", "ERC20InsufficientBalance(address,uint256,uint256)",
    "TokenTakesFee()", "SafeERC20FailedOperation(address)" };

AbiTuple channelArguments(const ChannelRef& channel) { return AbiTuple().address(channel.beneficiary).hash(channel.machine); }

AbiTuple entryOf(const Voucher& voucher)
{
    return AbiTuple().address(voucher.chequebook).address(voucher.beneficiary).hash(voucher.machine).number(voucher.cumulative)
        .bytes(voucher.signature.raw());
}

QList<AbiTuple> entriesOf(const QList<Voucher>& vouchers)
{
    QList<AbiTuple> entries;
    for (const Voucher& voucher : vouchers)
        entries.append(entryOf(voucher));
    return entries;
}
} // namespace

size_t qHash(const ChannelRef& ref, size_t seed) { return qHashMulti(seed, ref.chequebook, ref.beneficiary, ref.machine); }

QByteArray deploy(const Address& issuer, const Hash32& salt) { return AbiTuple().address(issuer).hash(salt).call("deploy(address,bytes32)"); }

QByteArray settle(const QList<Voucher>& vouchers)
{
    return AbiTuple().array(entriesOf(vouchers)).call("settle((address,address,bytes32,uint256,bytes)[])");
}

QByteArray settleRelayed(const QList<Voucher>& vouchers, const QList<Relay>& relays)
{
    QList<AbiTuple> grants;
    for (const Relay& relay : relays)
        grants.append(AbiTuple().address(relay.grant.relayer).number(relay.grant.maxFee)
                          .number(static_cast<quint64>(relay.grant.deadline)).bytes(relay.grant.signature.raw()).number(relay.fee));
    return AbiTuple().array(entriesOf(vouchers)).array(grants)
        .call("settleRelayed((address,address,bytes32,uint256,bytes)[],(address,uint256,uint256,bytes,uint256)[])");
}

QByteArray states(const QList<ChannelRef>& refs)
{
    QList<AbiTuple> all;
    for (const ChannelRef& ref : refs)
        all.append(AbiTuple().address(ref.chequebook).address(ref.beneficiary).hash(ref.machine));
    return AbiTuple().array(all).call("states((address,address,bytes32)[])");
}

QByteArray reserve(const ChannelRef& channel, const U256& amount)
{
    return channelArguments(channel).number(amount).call("reserve(address,bytes32,uint256)");
}

QByteArray announceDecrease(const ChannelRef& channel, const U256& amount)
{
    return channelArguments(channel).number(amount).call("announceDecrease(address,bytes32,uint256)");
}

QByteArray decrease(const ChannelRef& channel) { return channelArguments(channel).call("decrease(address,bytes32)"); }

QByteArray withdraw(const U256& amount) { return AbiTuple().number(amount).call("withdraw(uint256)"); }

QByteArray transfer(const Address& to, const U256& amount) { return AbiTuple().address(to).number(amount).call("transfer(address,uint256)"); }

QByteArray balanceOf(const Address& account) { return AbiTuple().address(account).call("balanceOf(address)"); }

Hash32 initCodeHashOf(const Address& factory)
{
    // A contract's address: keccak256(rlp(creator, nonce)); a contract's first nonce is 1 (EIP-161).
    const QByteArray implementation = keccak256(rlp::list({ rlp::bytes(factory.raw()), rlp::number(1) })).raw().right(20);
    return keccak256(*parse::hex(u"3d602d80600a3d3981f3363d3d373d3d3d363d73") + implementation + *parse::hex(u"5af43d82803e903d91602b57fd5bf3"));
}

std::optional<QList<ChannelState>> readStates(const QByteArray& answer, qsizetype asked)
{
    const AbiReader reader(answer);
    const auto array = reader.array(0, StateWords);
    if (!array || array->count != asked)
        return std::nullopt;
    QList<ChannelState> found;
    for (qsizetype i = 0; i < asked; ++i) {
        const qsizetype at = array->first + i * StateWords;
        const auto seconds = reader.integer(at + 6);
        if (!seconds || *seconds > std::numeric_limits<qint64>::max() / 1000)
            return std::nullopt;
        found.append({ *reader.number(at) != 0, *reader.number(at + 1), *reader.number(at + 2), *reader.number(at + 3),
            *reader.number(at + 4), *reader.number(at + 5), *seconds * 1000 });
    }
    return found;
}

std::optional<QList<U256>> readPayouts(const QByteArray& answer, qsizetype asked)
{
    const AbiReader reader(answer);
    const auto array = reader.array(0, 1);
    if (!array || array->count != asked)
        return std::nullopt;
    QList<U256> payouts;
    for (qsizetype i = 0; i < asked; ++i)
        payouts.append(*reader.number(array->first + i));
    return payouts;
}

U256 arrived(const Receipt& receipt, const Address& token, const Address& to)
{
    static const Hash32 transfer = eventTopic("Transfer(address,address,uint256)");
    U256 all;
    for (const Receipt::LogEntry& log : receipt.logs) {
        if (log.contract == token && log.topics.size() == 3 && log.topics[0] == transfer && log.topics[2].raw().right(20) == to.raw())
            all += AbiReader(log.data).number(0).value_or(U256());
    }
    return all;
}

QList<EntryOutcome> readOutcomes(const Receipt& receipt, const Address& factory, qsizetype entries)
{
    static const Hash32 settled = eventTopic("Settled(uint256,address,uint256,uint256)");
    static const Hash32 skipped = eventTopic("Skipped(uint256,address,bytes)");
    QList<EntryOutcome> outcomes(entries);
    for (const Receipt::LogEntry& log : receipt.logs) {
        if (log.contract != factory || log.topics.size() != 3)
            continue;
        const auto index = AbiReader(log.topics[1].raw()).integer(0);
        if (!index || *index >= entries)
            continue;
        EntryOutcome& outcome = outcomes[*index];
        const AbiReader reader(log.data);
        if (log.topics[0] == settled) {
            outcome = { true, reader.number(0).value_or(U256()), reader.number(1).value_or(U256()), {} };
        } else if (log.topics[0] == skipped) {
            const auto size = reader.integer(1);
            outcome.reason = size && *size <= log.data.size() - 64 ? revertWords(log.data.mid(64, static_cast<qsizetype>(*size))) : QString();
        }
    }
    return outcomes;
}

QString revertWords(const QByteArray& data)
{
    const QString name = revertReason(data, CustomErrors);
    if (name == QLatin1String("Stale"))
        return QStringLiteral("it was cashed before");
    if (name == QLatin1String("BadSignature") || name.startsWith(QLatin1String("ECDSA")))
        return QStringLiteral("its signature does not fit");
    if (name == QLatin1String("NotCovered") || name == QLatin1String("ERC20InsufficientBalance"))
        return QStringLiteral("the balance does not cover it");
    if (name == QLatin1String("TokenTakesFee"))
        return QStringLiteral("the token takes a fee on transfers, so that less would arrive than is promised; it can't be set aside");
    if (name == QLatin1String("SafeERC20FailedOperation"))
        return QStringLiteral("the token refuses the transfer");
    if (name == QLatin1String("AboveReserve"))
        return QStringLiteral("it is more than the channel's reserve");
    if (name == QLatin1String("TooEarly"))
        return QStringLiteral("the seven days are not over yet");
    if (name == QLatin1String("NothingAnnounced"))
        return QStringLiteral("no decrease was announced");
    if (name == QLatin1String("FeeTooHigh"))
        return QStringLiteral("the fee is above what was signed");
    if (name == QLatin1String("CashOutExpired") || name == QLatin1String("CashOutSpent"))
        return QStringLiteral("the authorization is used up or too old");
    if (name == QLatin1String("NotIssuer"))
        return QStringLiteral("only the chequebook's issuer may do that");
    return name.isEmpty() ? QStringLiteral("the contract gave no reason") : name;
}

} // namespace contracts

Result<QList<contracts::ChannelState>> readChannels(
    EvmClient& client, const QList<contracts::ChannelRef>& refs, std::optional<qint64> block)
{
    QList<contracts::ChannelState> all;
    for (qsizetype from = 0; from < refs.size(); from += contracts::MaxEntries) {
        const QList<contracts::ChannelRef> part = refs.mid(from, contracts::MaxEntries);
        const auto answer = client.call(client.config().spec.factory, contracts::states(part), block);
        if (!answer)
            return tl::unexpected(answer.error());
        const auto found = contracts::readStates(*answer, part.size());
        if (!found)
            return failure(QStringLiteral("chain.contract"),
                QStringLiteral("At the address %1 there is no chequebook factory of Surplus. Correct the chain's \"factory\".")
                    .arg(client.config().spec.factory.hex0x()));
        all += *found;
    }
    return all;
}

Result<U256> tokenBalance(EvmClient& client, const Address& account)
{
    const auto answer = client.call(client.config().token, contracts::balanceOf(account));
    if (!answer)
        return tl::unexpected(answer.error());
    const auto balance = AbiReader(*answer).number(0);
    return balance ? Result<U256>(*balance)
                   : failure(QStringLiteral("chain.contract"), QStringLiteral("At the address %1 there is no token. Correct the chain's \"token\".")
                                 .arg(client.config().token.hex0x()));
}

} // namespace surplus
