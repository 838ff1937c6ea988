// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/payments/typeddata.h"

#include "services/common/crypto/keccak.h"

namespace surplus {

namespace {
constexpr auto VoucherType = "Voucher(address beneficiary,bytes32 machine,uint256 cumulative)";
constexpr auto CashOutType
    = "CashOut(address chequebook,bytes32 machine,uint256 cumulative,address relayer,uint256 maxFee,uint256 deadline)";
constexpr auto HelloType
    = "Hello(bytes32 clientNonce,bytes32 serverNonce,bytes32 machine,address beneficiary,bytes32 binding)";
constexpr auto WelcomeType
    = "Welcome(bytes32 clientNonce,bytes32 serverNonce,bytes32 machine,address beneficiary,bytes32 binding)";
constexpr auto QuoteType
    = "Quote(address customer,bytes32 machine,uint256 keepPrice,uint256 retrievePrice,uint256 expires)";
constexpr auto LeaseType = "Lease(bytes32 id,address customer,bytes32 machine,bytes32 content,uint256 size,uint256 end,"
                           "uint256 keepPrice,uint256 retrievePrice)";

Hash32 sessionDomain(quint64 chainId)
{
    static const TypedDomain domain("Surplus Session", "1");
    return domain.separator(chainId);
}

Hash32 chequebookDomain(quint64 chainId, const Address& chequebook)
{
    static const TypedDomain domain("Surplus Chequebook", "1");
    return domain.separator(chainId, chequebook);
}

template <typename Greeting> Hash32 greetingDigest(const Hash32& type, const Greeting& g, quint64 chainId)
{
    StructHash hash(type);
    hash.bytes32(g.clientNonce.raw()).bytes32(g.serverNonce.raw()).bytes32(g.machine.raw());
    hash.address(g.beneficiary).bytes32(g.binding.raw());
    return typedDataDigest(sessionDomain(chainId), hash.finish());
}

U256 unsignedNano(Amount amount) { return U256(static_cast<quint64>(std::max<qint64>(amount.nano(), 0))); }
U256 unsignedMs(qint64 value) { return U256(static_cast<quint64>(std::max<qint64>(value, 0))); }

/// Reads members of a JSON object and remembers the first that is missing or malformed.
class Reader {
public:
    Reader(const QJsonObject& json, QString code, QString what)
        : m_json(json), m_code(std::move(code)), m_what(std::move(what))
    {
    }
    template <typename T> void bytes(const char* name, T& target)
    {
        take(name, T::fromHex(string(name)), target);
    }
    void amount(const char* name, Amount& target)
    {
        const auto value = Amount::fromWire(string(name));
        take(name, value && value->nano() >= 0 ? value : std::nullopt, target);
    }
    void whole(const char* name, qint64& target)
    {
        const auto value = Amount::fromWire(string(name));
        take(name, value && value->nano() >= 0 ? std::optional(value->nano()) : std::nullopt, target);
    }
    void u256(const char* name, U256& target) { take(name, u256FromDecimal(string(name)), target); }
    template <typename T> [[nodiscard]] Result<T> finish(T value) const
    {
        if (m_bad.isEmpty())
            return value;
        return failure(m_code, QStringLiteral("The %1's \"%2\" is missing or malformed.").arg(m_what, m_bad));
    }

private:
    [[nodiscard]] QString string(const char* name) const { return m_json.value(QLatin1String(name)).toString(); }
    template <typename T> void take(const char* name, std::optional<T> value, T& target)
    {
        if (value)
            target = *value;
        else if (m_bad.isEmpty())
            m_bad = QString::fromLatin1(name);
    }
    const QJsonObject& m_json;
    QString m_code;
    QString m_what;
    QString m_bad;
};
} // namespace

Hash32 Voucher::digest(quint64 chainId) const
{
    static const Hash32 type = keccak256(VoucherType);
    StructHash hash(type);
    hash.address(beneficiary).bytes32(machine.raw()).uint256(cumulative);
    return typedDataDigest(chequebookDomain(chainId, chequebook), hash.finish());
}

Hash32 CashOut::digest(quint64 chainId) const
{
    StructHash hash(CashOutType);
    hash.address(chequebook).bytes32(machine.raw()).uint256(cumulative).address(relayer).uint256(maxFee);
    hash.uint256(U256(static_cast<quint64>(std::max<qint64>(deadline, 0))));
    return typedDataDigest(chequebookDomain(chainId, chequebook), hash.finish());
}

QJsonObject Voucher::toJson() const
{
    return { { QStringLiteral("chequebook"), chequebook.hex0x() }, { QStringLiteral("beneficiary"), beneficiary.hex0x() },
        { QStringLiteral("machine"), machine.hex() }, { QStringLiteral("cumulative"), toDecimal(cumulative) },
        { QStringLiteral("signature"), signature.hex() } };
}

Result<Voucher> Voucher::fromJson(const QJsonObject& json)
{
    Voucher voucher;
    Reader reader(json, QStringLiteral("voucher.malformed"), QStringLiteral("voucher"));
    reader.bytes("chequebook", voucher.chequebook);
    reader.bytes("beneficiary", voucher.beneficiary);
    reader.bytes("machine", voucher.machine);
    reader.u256("cumulative", voucher.cumulative);
    reader.bytes("signature", voucher.signature);
    return reader.finish(voucher);
}

Hash32 Hello::digest(quint64 chainId) const
{
    static const Hash32 type = keccak256(HelloType);
    return greetingDigest(type, *this, chainId);
}

Hash32 Welcome::digest(quint64 chainId) const
{
    static const Hash32 type = keccak256(WelcomeType);
    return greetingDigest(type, *this, chainId);
}

Hash32 Quote::digest(quint64 chainId) const
{
    static const Hash32 type = keccak256(QuoteType);
    StructHash hash(type);
    hash.address(customer).bytes32(machine.raw()).uint256(unsignedNano(keepPrice));
    hash.uint256(unsignedNano(retrievePrice)).uint256(unsignedMs(expires));
    return typedDataDigest(sessionDomain(chainId), hash.finish());
}

QJsonObject Quote::toJson() const
{
    return { { QStringLiteral("customer"), customer.hex0x() }, { QStringLiteral("machine"), machine.hex() },
        { QStringLiteral("keepPrice"), keepPrice.toWire() }, { QStringLiteral("retrievePrice"), retrievePrice.toWire() },
        { QStringLiteral("expires"), QString::number(expires) }, { QStringLiteral("signature"), signature.hex() } };
}

Result<Quote> Quote::fromJson(const QJsonObject& json)
{
    Quote quote;
    Reader reader(json, QStringLiteral("quote.malformed"), QStringLiteral("quote"));
    reader.bytes("customer", quote.customer);
    reader.bytes("machine", quote.machine);
    reader.amount("keepPrice", quote.keepPrice);
    reader.amount("retrievePrice", quote.retrievePrice);
    reader.whole("expires", quote.expires);
    reader.bytes("signature", quote.signature);
    return reader.finish(quote);
}

Hash32 LeaseTerms::digest(quint64 chainId) const
{
    static const Hash32 type = keccak256(LeaseType);
    StructHash hash(type);
    hash.bytes32(id.raw()).address(customer).bytes32(machine.raw()).bytes32(content.raw());
    hash.uint256(unsignedMs(size)).uint256(unsignedMs(end));
    hash.uint256(unsignedNano(keepPrice)).uint256(unsignedNano(retrievePrice));
    return typedDataDigest(sessionDomain(chainId), hash.finish());
}

QJsonObject LeaseTerms::toJson() const
{
    return { { QStringLiteral("id"), id.hex() }, { QStringLiteral("customer"), customer.hex0x() },
        { QStringLiteral("machine"), machine.hex() }, { QStringLiteral("content"), content.hex() },
        { QStringLiteral("size"), QString::number(size) }, { QStringLiteral("end"), QString::number(end) },
        { QStringLiteral("keepPrice"), keepPrice.toWire() }, { QStringLiteral("retrievePrice"), retrievePrice.toWire() },
        { QStringLiteral("signature"), signature.hex() } };
}

Result<LeaseTerms> LeaseTerms::fromJson(const QJsonObject& json)
{
    LeaseTerms terms;
    Reader reader(json, QStringLiteral("lease.malformed"), QStringLiteral("lease"));
    reader.bytes("id", terms.id);
    reader.bytes("customer", terms.customer);
    reader.bytes("machine", terms.machine);
    reader.bytes("content", terms.content);
    reader.whole("size", terms.size);
    reader.whole("end", terms.end);
    reader.amount("keepPrice", terms.keepPrice);
    reader.amount("retrievePrice", terms.retrievePrice);
    reader.bytes("signature", terms.signature);
    return reader.finish(terms);
}

} // namespace surplus
