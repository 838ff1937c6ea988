// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/network.h"

#include <QHostAddress>
#include <optional>

class QTcpSocket;

namespace surplus {

/// ::ffff:a.b.c.d and a.b.c.d are the same peer.
[[nodiscard]] QHostAddress unmapped(const QHostAddress& address);

/// The IPv4 address, or the /64 of an IPv6 address.
[[nodiscard]] Network networkOf(const QHostAddress& address);

/// Who owns the other end of a TCP connection over loopback: the user's id, asked from the kernel (sock_diag(7), one
/// socket by its addresses). Nothing where that can't be told: another system, another network namespace, or an end that
/// no process holds any more. `peer` and `peerPort` are the other end's. Doesn't block beyond one system call.
[[nodiscard]] std::optional<quint32> loopbackPeerUser(
    const QHostAddress& peer, quint16 peerPort, const QHostAddress& local, quint16 localPort);

/// Whether that is the user whom this program runs as.
[[nodiscard]] bool isOwnLoopbackPeer(const QHostAddress& peer, quint16 peerPort, const QHostAddress& local, quint16 localPort);

/// At most `bytes` wait in `socket` to be read. Beneath TLS it is always little at a time: OpenSSL keeps as much room as it
/// was ever handed at once, for as long as the connection lasts.
void limitReading(QTcpSocket& socket, qint64 bytes);

} // namespace surplus
