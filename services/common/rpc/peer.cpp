// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/rpc/peer.h"

#include <QTcpSocket>
#include <QtEndian>
#include <cstring>

#if defined(Q_OS_LINUX)
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace surplus {

QHostAddress unmapped(const QHostAddress& address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

Network networkOf(const QHostAddress& address)
{
    const QHostAddress plain = unmapped(address);
    if (plain.protocol() != QAbstractSocket::IPv6Protocol)
        return Network(plain.toString());
    const Q_IPV6ADDR bytes = plain.toIPv6Address();
    return Network(QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(bytes.c), 8).toHex()));
}

#if defined(Q_OS_LINUX)
namespace {
void put(__be32 (&field)[4], const QHostAddress& address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        field[0] = qToBigEndian(address.toIPv4Address());
        return;
    }
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(field, bytes.c, sizeof bytes.c);
}

/// Asks for the one socket whose own end is `own` and whose other end is `far`.
std::optional<quint32> userOfSocket(
    int family, const QHostAddress& own, quint16 ownPort, const QHostAddress& far, quint16 farPort)
{
    struct {
        nlmsghdr header;
        inet_diag_req_v2 request;
    } asked {};
    asked.header.nlmsg_len = sizeof asked;
    asked.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    asked.header.nlmsg_flags = NLM_F_REQUEST;
    asked.request.sdiag_family = static_cast<__u8>(family);
    asked.request.sdiag_protocol = IPPROTO_TCP;
    asked.request.idiag_states = ~0U;
    asked.request.id.idiag_cookie[0] = INET_DIAG_NOCOOKIE;
    asked.request.id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
    asked.request.id.idiag_sport = qToBigEndian(ownPort);
    asked.request.id.idiag_dport = qToBigEndian(farPort);
    put(asked.request.id.idiag_src, own);
    put(asked.request.id.idiag_dst, far);

    const int diag = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
    if (diag < 0)
        return std::nullopt;
    std::optional<quint32> user;
    alignas(nlmsghdr) char answer[1024];
    if (::send(diag, &asked, sizeof asked, 0) == static_cast<ssize_t>(sizeof asked)) {
        // The kernel answers within the call: what is not there now does not come.
        const ssize_t size = ::recv(diag, answer, sizeof answer, MSG_DONTWAIT);
        nlmsghdr header {};
        inet_diag_msg found {};
        if (size >= static_cast<ssize_t>(NLMSG_HDRLEN + sizeof found)) {
            std::memcpy(&header, answer, sizeof header);
            std::memcpy(&found, answer + NLMSG_HDRLEN, sizeof found);
            // A socket that no process holds any more has no inode, and is nobody's.
            if (header.nlmsg_type == SOCK_DIAG_BY_FAMILY && found.idiag_inode != 0)
                user = found.idiag_uid;
        }
    }
    ::close(diag);
    return user;
}
} // namespace

std::optional<quint32> loopbackPeerUser(
    const QHostAddress& peer, quint16 peerPort, const QHostAddress& local, quint16 localPort)
{
    const QHostAddress from = unmapped(peer);
    const QHostAddress to = unmapped(local);
    if (!from.isLoopback() || from.protocol() != to.protocol())
        return std::nullopt;
    const bool isV4 = from.protocol() == QAbstractSocket::IPv4Protocol;
    return userOfSocket(isV4 ? AF_INET : AF_INET6, from, peerPort, to, localPort);
}

bool isOwnLoopbackPeer(const QHostAddress& peer, quint16 peerPort, const QHostAddress& local, quint16 localPort)
{
    return loopbackPeerUser(peer, peerPort, local, localPort) == ::geteuid();
}
#else
std::optional<quint32> loopbackPeerUser(const QHostAddress&, quint16, const QHostAddress&, quint16) { return std::nullopt; }
bool isOwnLoopbackPeer(const QHostAddress&, quint16, const QHostAddress&, quint16) { return false; }
#endif

void limitReading(QTcpSocket& socket, qint64 bytes)
{
    constexpr qint64 AtATime = 4 * 1024; // OpenSSL puts records together
    socket.setReadBufferSize(bytes);
    const auto beneath = socket.findChildren<QTcpSocket*>(QString(), Qt::FindDirectChildrenOnly);
    for (QTcpSocket* plain : beneath)
        plain->setReadBufferSize(AtATime);
}

} // namespace surplus
