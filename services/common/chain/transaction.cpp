// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/chain/transaction.h"

#include "services/common/chain/rlp.h"
#include "services/common/crypto/keccak.h"

namespace surplus {

namespace {
constexpr char Type = 0x02;
}

QList<QByteArray> Transaction::fields() const
{
    return { rlp::number(chainId), rlp::number(nonce), rlp::number(offer.priorityFeePerGas), rlp::number(offer.maxFeePerGas),
        rlp::number(offer.gas), rlp::bytes(to ? to->raw() : QByteArray()), rlp::number(value), rlp::bytes(data), rlp::list({}) };
}

Hash32 Transaction::signingHash() const { return keccak256(Type + rlp::list(fields())); }

Transaction::Signed Transaction::sign(const SecretKey& key) const
{
    const Signature signature = key.sign(signingHash());
    const QByteArray raw = signature.raw();
    QList<QByteArray> all = fields();
    all.append(rlp::number(static_cast<unsigned>(raw[64] - 27))); // y parity
    all.append(rlp::number(*fromBigEndian32(raw.first(32))));
    all.append(rlp::number(*fromBigEndian32(raw.sliced(32, 32))));
    Signed sent;
    sent.raw = Type + rlp::list(all);
    sent.hash = keccak256(sent.raw);
    return sent;
}

} // namespace surplus
