// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/strangererror.h"

#include <QLoggingCategory>
#include <algorithm>
#include <cerrno>

namespace surplus {

Q_LOGGING_CATEGORY(lcStrangers, "surplus.market.errors")

namespace {
// Whoever writes an error under one of these writes it for customers.
constexpr const char* Families[] { "audit.", "customer.", "hello.", "lease.", "market.", "quote.", "rpc.", "torrent.", "voucher." };
constexpr const char* Single[] { "ledger.busy", "storage.absent", "storage.busy", "storage.full", "storage.load", "storage.off",
    "storage.paused", "storage.read" };

bool isForCustomers(const QString& code)
{
    return std::any_of(std::begin(Families), std::end(Families), [&](const char* family) { return code.startsWith(QLatin1String(family)); })
        || std::any_of(std::begin(Single), std::end(Single), [&](const char* one) { return code == QLatin1String(one); });
}
} // namespace

Error forStranger(const Error& error)
{
    if (isForCustomers(error.code))
        return error;
    if (error.code == QLatin1String("store.busy"))
        return { QStringLiteral("ledger.busy"), QStringLiteral("Too much is waiting to be written. Try again.") };
    qCWarning(lcStrangers).noquote() << "a customer was told that something failed here:" << error.message;
    if (error.code == QLatin1String("store.full"))
        return { QStringLiteral("provider.full"),
            QStringLiteral("The provider's disk is full, so nothing can be written down there. Nothing was changed. Try again later, or another provider.") };
    return { QStringLiteral("provider.failed"), QStringLiteral("Something failed on the provider's side. Nothing was changed. Try again later, or another provider.") };
}

QString diskWords(int systemError)
{
    if (systemError == ENOSPC || systemError == EDQUOT)
        return QStringLiteral("its disk is full");
    if (systemError == EROFS || systemError == EACCES || systemError == EPERM)
        return QStringLiteral("its disk can't be written to");
    return QStringLiteral("its disk fails");
}

} // namespace surplus
