// SPDX-License-Identifier: GPL-3.0-or-later
#include "typedaddress.h"

#include "services/common/crypto/keccak.h"

#include <QCoreApplication>

namespace surplus {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(TypedAddress)
};
constexpr qsizetype Digits = 40;

tl::unexpected<Error> wrong(const QString& message) { return failure(QStringLiteral("typed.address"), message); }
} // namespace

Result<Address> typedAddress(const QString& typed)
{
    QString text;
    for (const QChar sign : typed) {
        if (!sign.isSpace() && sign.category() != QChar::Other_Format)
            text += sign;
    }
    if (text.isEmpty())
        return wrong(Words::tr("An address is missing."));
    if (!text.startsWith(QLatin1String("0x")))
        return wrong(Words::tr("An address begins with 0x."));
    const QString digits = text.mid(2);
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const char16_t sign = digits[i].unicode();
        if (!((sign >= u'0' && sign <= u'9') || (sign >= u'a' && sign <= u'f') || (sign >= u'A' && sign <= u'F')))
            return wrong(Words::tr("“%1”, character %2 after 0x, can't be in an address: only 0 to 9 and a to f can.").arg(digits[i]).arg(i + 1));
    }
    if (digits.size() != Digits)
        return wrong(Words::tr("After 0x come 40 characters; these are %1.").arg(digits.size()));
    const auto address = parseAddress(text);
    if (!address)
        return wrong(Words::tr("One of its characters is mistyped: its checksum doesn't fit."));
    if (address->isNull())
        return wrong(Words::tr("That is nobody's address: what is sent there is gone."));
    return *address;
}

} // namespace surplus
