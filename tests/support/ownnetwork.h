// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/if_addr.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace surplus::test {

/// A network namespace (network_namespaces(7)) that this program and what it starts are alone in, whose loopback interface
/// has the given addresses, of either family: so that callers come from anywhere.
class OwnNetwork {
public:
    /// Before there is a second thread. Empty, or what is missing and why; then nothing has changed. Root needs
    /// CAP_SYS_ADMIN; anybody else a kernel that lets users have namespaces of their own.
    [[nodiscard]] static QString enter(const QList<QHostAddress>& addresses)
    {
        const auto missing = [](const char* what) {
            return QStringLiteral("%1: %2").arg(QLatin1String(what), QString::fromLocal8Bit(std::strerror(errno)));
        };
        if (::access("/proc/sys/net/ipv6", F_OK) != 0)
            return QStringLiteral("this kernel has no IPv6");
        const uid_t user = ::geteuid();
        const gid_t group = ::getegid();
        if (::unshare(CLONE_NEWNET) != 0) {
            if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
                return missing("a network namespace takes CAP_SYS_ADMIN, or user namespaces for everybody (kernel.unprivileged_userns_clone, user.max_user_namespaces)");
            // Still the same user, by whatever owns files and sockets.
            if (!write("/proc/self/setgroups", "deny") || !write("/proc/self/uid_map", QByteArray::number(user) + ' ' + QByteArray::number(user) + " 1")
                || !write("/proc/self/gid_map", QByteArray::number(group) + ' ' + QByteArray::number(group) + " 1"))
                return missing("a user can't be mapped into a namespace");
        }
        const int netlink = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
        QString problem = netlink < 0 || !rise() ? missing("the loopback interface can't be brought up") : QString();
        for (qsizetype i = 0; problem.isEmpty() && i < addresses.size(); ++i) {
            if (!add(netlink, addresses[i]))
                problem = missing("the loopback interface takes no address ") + u' ' + addresses[i].toString();
        }
        ::close(netlink);
        return problem;
    }

private:
    static bool write(const char* path, const QByteArray& text)
    {
        const int file = ::open(path, O_WRONLY | O_CLOEXEC);
        const bool written = file >= 0 && ::write(file, text.constData(), static_cast<size_t>(text.size())) == text.size();
        ::close(file);
        return written;
    }
    static bool rise()
    {
        const int any = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        ifreq request {};
        std::strcpy(request.ifr_name, "lo");
        request.ifr_flags = IFF_UP | IFF_RUNNING;
        const bool up = ::ioctl(any, SIOCSIFFLAGS, &request) == 0;
        ::close(any);
        return up;
    }
    /// rtnetlink(7): RTM_NEWADDR, one address by itself.
    static bool add(int netlink, const QHostAddress& address)
    {
        const bool v4 = address.protocol() == QAbstractSocket::IPv4Protocol;
        const Q_IPV6ADDR six = address.toIPv6Address();
        const quint32 four = htonl(address.toIPv4Address());
        const void* bytes = v4 ? static_cast<const void*>(&four) : six.c;
        const size_t size = v4 ? sizeof four : sizeof six.c;
        struct {
            nlmsghdr header;
            ifaddrmsg message;
            char attributes[128];
        } request {};
        request.header.nlmsg_len = NLMSG_LENGTH(sizeof request.message);
        request.header.nlmsg_type = RTM_NEWADDR;
        request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL;
        request.message.ifa_family = v4 ? AF_INET : AF_INET6;
        request.message.ifa_prefixlen = v4 ? 32 : 128;
        request.message.ifa_flags = IFA_F_NODAD;
        request.message.ifa_index = ::if_nametoindex("lo");
        for (const unsigned short type : { static_cast<unsigned short>(IFA_LOCAL), static_cast<unsigned short>(IFA_ADDRESS) }) {
            rtattr head {};
            head.rta_type = type;
            head.rta_len = static_cast<unsigned short>(RTA_LENGTH(size));
            char* at = reinterpret_cast<char*>(&request) + NLMSG_ALIGN(request.header.nlmsg_len);
            std::memcpy(at, &head, sizeof head);
            std::memcpy(at + RTA_LENGTH(0), bytes, size);
            request.header.nlmsg_len = NLMSG_ALIGN(request.header.nlmsg_len) + static_cast<unsigned>(RTA_ALIGN(head.rta_len));
        }
        struct {
            nlmsghdr header;
            nlmsgerr error;
        } answer {};
        if (::send(netlink, &request, request.header.nlmsg_len, 0) < 0 || ::recv(netlink, &answer, sizeof answer, MSG_TRUNC) < 0)
            return false;
        errno = -answer.error.error;
        return answer.error.error == 0;
    }
};

} // namespace surplus::test
