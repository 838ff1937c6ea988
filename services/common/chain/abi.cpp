// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/chain/abi.h"

#include "services/common/crypto/keccak.h"

#include <limits>

namespace surplus {

namespace {
constexpr qsizetype Word = 32;
QByteArray selectorOf(QByteArrayView signature) { return keccak256(signature).raw().left(4); }
}

AbiTuple& AbiTuple::address(const Address& value)
{
    m_members.append({ false, QByteArray(12, '\0') + value.raw() });
    return *this;
}

AbiTuple& AbiTuple::number(const U256& value)
{
    m_members.append({ false, toBigEndian32(value) });
    return *this;
}

AbiTuple& AbiTuple::hash(const Hash32& value)
{
    m_members.append({ false, value.raw() });
    return *this;
}

AbiTuple& AbiTuple::hash(const MachineId& value)
{
    m_members.append({ false, value.raw() });
    return *this;
}

AbiTuple& AbiTuple::bytes(const QByteArray& value)
{
    QByteArray padded = toBigEndian32(U256(static_cast<quint64>(value.size()))) + value;
    padded.append(QByteArray((Word - padded.size() % Word) % Word, '\0'));
    m_members.append({ true, padded });
    return *this;
}

AbiTuple& AbiTuple::tuple(const AbiTuple& value)
{
    m_members.append({ value.isDynamic(), value.encode() });
    return *this;
}

AbiTuple& AbiTuple::array(const QList<AbiTuple>& values)
{
    AbiTuple elements;
    for (const AbiTuple& value : values)
        elements.tuple(value);
    m_members.append({ true, toBigEndian32(U256(static_cast<quint64>(values.size()))) + elements.encode() });
    return *this;
}

bool AbiTuple::isDynamic() const
{
    return std::any_of(m_members.begin(), m_members.end(), [](const Member& member) { return member.dynamic; });
}

QByteArray AbiTuple::encode() const
{
    qsizetype headSize = 0;
    for (const Member& member : m_members)
        headSize += member.dynamic ? Word : member.data.size();
    QByteArray head;
    QByteArray tail;
    for (const Member& member : m_members) {
        if (member.dynamic) {
            head.append(toBigEndian32(U256(static_cast<quint64>(headSize + tail.size()))));
            tail.append(member.data);
        } else {
            head.append(member.data);
        }
    }
    return head + tail;
}

QByteArray AbiTuple::call(QByteArrayView signature) const { return selectorOf(signature) + encode(); }

std::optional<U256> AbiReader::number(qsizetype word) const
{
    if (word < 0 || word >= words())
        return std::nullopt;
    return fromBigEndian32(QByteArrayView(m_data).sliced(word * Word, Word));
}

std::optional<Address> AbiReader::address(qsizetype word) const
{
    if (word < 0 || word >= words() || QByteArrayView(m_data).sliced(word * Word, 12) != QByteArrayView(QByteArray(12, '\0')))
        return std::nullopt;
    return Address::fromRaw(QByteArrayView(m_data).sliced(word * Word + 12, 20));
}

std::optional<qint64> AbiReader::integer(qsizetype word) const
{
    const auto value = number(word);
    if (!value || *value > U256(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return static_cast<qint64>(*value);
}

std::optional<AbiReader::Array> AbiReader::array(qsizetype word, qsizetype elementWords) const
{
    const auto offset = integer(word);
    if (!offset || *offset % Word != 0 || *offset / Word >= words())
        return std::nullopt;
    const auto start = static_cast<qsizetype>(*offset / Word);
    const auto count = integer(start);
    if (!count || elementWords <= 0 || *count > (words() - start - 1) / elementWords)
        return std::nullopt;
    return Array { start + 1, static_cast<qsizetype>(*count) };
}

Hash32 eventTopic(QByteArrayView signature) { return keccak256(signature); }

QString revertReason(const QByteArray& data, const QList<QByteArray>& known)
{
    if (data.size() < 4)
        return {};
    const QByteArray selector = data.left(4);
    if (selector == selectorOf("Error(string)")) {
        const AbiReader reader(data.mid(4));
        const auto size = reader.integer(1);
        if (reader.integer(0) == Word && size && *size <= data.size() - 4 - 2 * Word)
            return QString::fromUtf8(data.mid(4 + 2 * Word, static_cast<qsizetype>(*size)));
        return {};
    }
    for (const QByteArray& signature : known) {
        if (selectorOf(signature) == selector)
            return QString::fromLatin1(signature.left(signature.indexOf('(')));
    }
    return {};
}

} // namespace surplus
