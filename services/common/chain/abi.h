// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/crypto/eip712.h"

#include <QList>

namespace surplus {

/// Encodes arguments or a struct by the contract ABI (Solidity documentation, "Contract ABI Specification"): static members
/// in the head, dynamic ones in the tail. Any thread.
class AbiTuple {
public:
    AbiTuple& address(const Address& value);
    AbiTuple& number(const U256& value);
    AbiTuple& hash(const Hash32& value);
    AbiTuple& hash(const MachineId& value);
    AbiTuple& bytes(const QByteArray& value); ///< dynamic
    AbiTuple& tuple(const AbiTuple& value);
    AbiTuple& array(const QList<AbiTuple>& values); ///< of one type, dynamic length

    [[nodiscard]] bool isDynamic() const;
    [[nodiscard]] QByteArray encode() const;
    /// `signature`: such as "transfer(address,uint256)". The call's data: selector and arguments.
    [[nodiscard]] QByteArray call(QByteArrayView signature) const;

private:
    struct Member {
        bool dynamic;
        QByteArray data;
    };
    QList<Member> m_members;
};

/// Reads words of 32 bytes out of what a contract answered: hostile, so everything is checked.
class AbiReader {
public:
    explicit AbiReader(QByteArray data) : m_data(std::move(data)) { }
    [[nodiscard]] qsizetype words() const { return m_data.size() / 32; }
    [[nodiscard]] std::optional<U256> number(qsizetype word) const;
    /// Only if the upper twelve bytes are zero.
    [[nodiscard]] std::optional<Address> address(qsizetype word) const;
    /// Below 2⁶³.
    [[nodiscard]] std::optional<qint64> integer(qsizetype word) const;
    /// The word where the array that argument `word` points to begins (its first element), and how many elements of
    /// `elementWords` it has; nothing unless they all lie within the data.
    struct Array {
        qsizetype first = 0;
        qsizetype count = 0;
    };
    [[nodiscard]] std::optional<Array> array(qsizetype word, qsizetype elementWords) const;

private:
    QByteArray m_data;
};

/// keccak256 of an event's signature: its first topic.
[[nodiscard]] Hash32 eventTopic(QByteArrayView signature);
/// "Error(string)" or a custom error's name among `known` signatures, for people; empty if it is neither.
[[nodiscard]] QString revertReason(const QByteArray& data, const QList<QByteArray>& known);

} // namespace surplus
