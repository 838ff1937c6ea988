// SPDX-License-Identifier: GPL-3.0-or-later
#include "typedaddress.h"

#include "services/common/crypto/typed.h"

#include <QCoreApplication>

namespace surplus {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(TypedAddress)
};
constexpr qsizetype Digits = 40;

tl::unexpected<Error> wrong(const QString& message) { return failure(QStringLiteral("typed.address"), message); }
} // namespace

Result<Address> addressAsTyped(const QString& typed)
{
    const HexFault fault = hexFaultOf(typed);
    if (fault.digits == 0)
        return wrong(Words::tr("An address is missing."));
    if (!fault.prefix)
        return wrong(Words::tr("An address begins with 0x."));
    if (fault.wrong != 0)
        return wrong(Words::tr("Character %1 is none of 0 to 9 and a to f. A letter O is no zero, a letter l no one.").arg(fault.wrong));
    if (fault.digits != Digits)
        return wrong(Words::tr("After 0x come 40 characters; these are %1.").arg(fault.digits));
    const auto address = addressFromText(typed);
    if (!address)
        return wrong(Words::tr("One of its characters is mistyped: its checksum doesn't fit."));
    if (address->isNull())
        return wrong(Words::tr("That is nobody's address: what is sent there is gone."));
    return *address;
}

} // namespace surplus
