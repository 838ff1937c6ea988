// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

namespace surplus {

/// Where somebody comes from, as MONEY.md means "address": an IPv4 address or an IPv6 /64, and the /48 that it lies in. As
/// text, so that it can be stored: an IPv4 address with dots, or the 16 hexadecimal digits of a /64. Made from a socket's
/// address by networkOf() (services/common/rpc/peer.h).
class Network {
public:
    Network() = default;
    explicit Network(QString text) : m_text(std::move(text)) { }

    [[nodiscard]] const QString& text() const { return m_text; }
    /// The /48 of an IPv6 network; empty for IPv4, where the address is all there is.
    [[nodiscard]] QString wide() const
    {
        constexpr qsizetype HexOf64 = 16;
        constexpr qsizetype HexOf48 = 12;
        return m_text.size() == HexOf64 && !m_text.contains(u'.') ? m_text.left(HexOf48) : QString();
    }

    bool operator==(const Network&) const = default;

private:
    QString m_text;
};

inline size_t qHash(const Network& network, size_t seed = 0) { return qHash(network.text(), seed); }

} // namespace surplus
