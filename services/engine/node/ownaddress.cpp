// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/node/ownaddress.h"

#include <QNetworkInterface>

namespace surplus {

namespace {
/// The first that others can reach, IPv4 before IPv6.
QString firstAddress(bool alsoV6)
{
    QString found;
    for (const QHostAddress& address : QNetworkInterface::allAddresses()) {
        if (address.isLoopback() || address.isLinkLocal())
            continue;
        if (address.protocol() == QAbstractSocket::IPv4Protocol)
            return address.toString();
        if (alsoV6 && found.isEmpty())
            found = address.toString();
    }
    return found.isEmpty() ? QStringLiteral("127.0.0.1") : found;
}
} // namespace

QString ownAddress(const QHostAddress& listen)
{
    const bool both = listen == QHostAddress(QHostAddress::Any);
    return both || listen == QHostAddress(QHostAddress::AnyIPv4) ? firstAddress(both) : listen.toString();
}

} // namespace surplus
