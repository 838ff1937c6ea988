// SPDX-License-Identifier: GPL-3.0-or-later
// Signed things as JSON and as bytes: whatever is read is written the same way again, and no made-up signature is ours.
#include "services/common/crypto/keccak.h"
#include "services/common/payments/peermessage.h"

#include <QJsonDocument>
#include <cstdlib>

namespace {
using namespace surplus;

template <typename T> void check(const QJsonObject& json)
{
    const auto read = T::fromJson(json);
    if (!read && read.error().message.isEmpty())
        std::abort();
    if (read) {
        const auto again = T::fromJson(read->toJson());
        if (!again || again->digest(1) != read->digest(1))
            std::abort();
    }
}

void recover(const Voucher& voucher)
{
    static const Address issuer = SecretKey::generate().address();
    const auto signer = recoverSigner(voucher.digest(31337), voucher.signature);
    if (signer && addressOf(*signer) == issuer)
        std::abort();
    (void)ChainSpec::local().toNano(voucher.cumulative);
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    check<Voucher>(json);
    check<Quote>(json);
    check<LeaseTerms>(json);
    if (const auto voucher = Voucher::fromJson(json))
        recover(*voucher);
    if (const auto message = decodePeerMessage(bytes); message && std::holds_alternative<PeerVoucher>(*message))
        recover(std::get<PeerVoucher>(*message).voucher);
    return 0;
}
