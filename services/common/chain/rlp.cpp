// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/chain/rlp.h"

namespace surplus::rlp {

namespace {
QByteArray significant(QByteArray bigEndian)
{
    qsizetype zeros = 0;
    while (zeros < bigEndian.size() && bigEndian[zeros] == '\0')
        ++zeros;
    return bigEndian.mid(zeros);
}

QByteArray prefixed(QByteArrayView payload, unsigned char base)
{
    constexpr qsizetype Short = 55;
    QByteArray encoded;
    if (payload.size() <= Short) {
        encoded.append(static_cast<char>(base + payload.size()));
    } else {
        const QByteArray length = significant(toBigEndian32(U256(static_cast<quint64>(payload.size()))));
        encoded.append(static_cast<char>(base + Short + length.size()));
        encoded.append(length);
    }
    return encoded.append(payload);
}
} // namespace

QByteArray bytes(QByteArrayView value)
{
    if (value.size() == 1 && static_cast<unsigned char>(value.front()) < 0x80)
        return value.toByteArray();
    return prefixed(value, 0x80);
}

QByteArray number(const U256& value) { return bytes(significant(toBigEndian32(value))); }

QByteArray list(const QList<QByteArray>& items) { return prefixed(items.join(), 0xc0); }

} // namespace surplus::rlp
