// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/typed.h"

#include "services/common/core/parse.h"
#include "services/common/crypto/keccak.h"
#include "services/common/crypto/mnemonic.h"

namespace surplus {

namespace {
constexpr qsizetype AddressDigits = 40;
constexpr qsizetype KeyDigits = 64;

/// In one piece, with a small x.
QString joined(const QString& text)
{
    QString digits = parse::typed(text);
    digits.remove(u' ');
    if (digits.startsWith(QLatin1String("0X")))
        digits[1] = u'x';
    return digits;
}

tl::unexpected<Error> explain(const char* code, const char* what, const HexFault& fault, qsizetype digits)
{
    const auto name = QLatin1String(what);
    if (fault.digits == 0)
        return failure(QLatin1String(code), QStringLiteral("The %1 is missing.").arg(name));
    if (fault.wrong != 0)
        return failure(QLatin1String(code),
            QStringLiteral("Character %1 of this %2 is none of 0 to 9 and a to f. A letter O is no zero, a letter l no one: copy it again.").arg(fault.wrong).arg(name));
    return failure(QLatin1String(code),
        QStringLiteral("This %1 has %2 characters after 0x instead of %3. Copy it again, the whole of it.").arg(name).arg(fault.digits).arg(digits));
}
} // namespace

HexFault hexFaultOf(const QString& text)
{
    QString digits = joined(text);
    HexFault fault;
    fault.prefix = digits.startsWith(QLatin1String("0x"));
    const qsizetype start = fault.prefix ? 2 : 0;
    fault.digits = digits.size() - start;
    for (qsizetype i = start; i < digits.size() && fault.wrong == 0; ++i) {
        if (!parse::hex(QString(2, digits[i])))
            fault.wrong = i + 1;
    }
    wipe(digits);
    return fault;
}

Result<Address> addressFromText(const QString& text)
{
    const QString digits = joined(text);
    const HexFault fault = hexFaultOf(digits);
    const auto address = Address::fromHex(digits);
    if (!fault.prefix && fault.digits > 0)
        return failure(QStringLiteral("address.malformed"), QStringLiteral("An address begins with 0x and has %1 characters from 0 to 9 and a to f after it.").arg(AddressDigits));
    if (!address)
        return explain("address.malformed", "address", fault, AddressDigits);
    const QString shape = digits.mid(2);
    const bool mixed = shape != shape.toLower() && shape != shape.toUpper();
    if (mixed && checksumAddress(*address) != digits)
        return failure(QStringLiteral("address.checksum"),
            QStringLiteral("One of the characters of this address is mistyped: its checksum (the pattern of capital letters) doesn't fit. Copy it again."));
    return *address;
}

Result<SecretKey> secretKeyFromText(const QString& text)
{
    QString digits = joined(text);
    const HexFault fault = hexFaultOf(digits);
    auto raw = fault.digits == KeyDigits ? parse::hex(digits) : std::nullopt;
    wipe(digits);
    if (!raw)
        return explain("key.malformed", "private key", fault, KeyDigits);
    auto key = SecretKey::fromRaw(*raw);
    wipe(*raw);
    if (!key)
        return failure(QStringLiteral("key.malformed"), QStringLiteral("No private key has this value: zero, or too large. Copy it again."));
    return std::move(*key);
}

std::optional<Address> parseAddress(const QString& text)
{
    const auto address = addressFromText(text);
    return address ? std::optional(*address) : std::nullopt;
}

} // namespace surplus
