// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer is told about its files: a part of Renter.
#include "services/common/core/durations.h"
#include "services/customer/paying/leasecount.h"
#include "services/customer/renting/renter.h"

#include <QDateTime>
#include <algorithm>

namespace surplus {

namespace {
constexpr qint64 KeptAfterEndMs = 2 * DayMs; // renewal before then keeps all
constexpr qint64 SoonMs = 3 * DayMs;
constexpr qint64 NoticeableMs = 60 * 60 * 1000; // a provider counts keeping in hours

QString day(UtcMs when) { return QDateTime::fromMSecsSinceEpoch(when).toString(QStringLiteral("yyyy-MM-dd HH:mm")); }
} // namespace

QString closedBecause(const StoredFile& file)
{
    if (file.closedWhy == QLatin1String("ended"))
        return QStringLiteral("its time was over on %1 and it was not renewed").arg(day(file.lease.end));
    if (file.closedWhy == QLatin1String("unfilled"))
        return QStringLiteral("its content did not come in time; put the file again");
    if (file.closedWhy == QLatin1String("unpaid"))
        return QStringLiteral("keeping was not paid for seven days");
    if (file.closedWhy == QLatin1String("room"))
        return QStringLiteral("nothing set aside on the chain covered it any more, and the provider had no room for it");
    if (file.closedWhy == QLatin1String("lost"))
        return QStringLiteral("the provider lost its disk and the file with it; put the file with another provider");
    if (file.closedWhy == QLatin1String("customer"))
        return QStringLiteral("you closed it");
    return QStringLiteral("the provider gave no reason");
}

QString noticeFor(const StoredFile& file, UtcMs now)
{
    if (file.state == QLatin1String("closed"))
        return QStringLiteral("%1 is no longer stored: %2.").arg(file.name, closedBecause(file));
    if (file.state != QLatin1String("stored"))
        return {};
    if (now > file.lease.end + KeptAfterEndMs)
        return QStringLiteral("The time of %1 was over on %2: the provider may have deleted it.").arg(file.name, day(file.lease.end));
    if (now > file.lease.end)
        return QStringLiteral("The time of %1 was over on %2. It is deleted on %3 unless you renew it: surplus-customer renew.")
            .arg(file.name, day(file.lease.end), day(file.lease.end + KeptAfterEndMs));
    if (!file.covered)
        return QStringLiteral("What is set aside on the chain no longer covers keeping %1. The provider closes it when it needs the room: surplus-customer fund reserve.")
            .arg(file.name);
    if (now > file.lease.end - SoonMs)
        return QStringLiteral("The time of %1 is over on %2: surplus-customer renew.").arg(file.name, day(file.lease.end));
    if (const UtcMs until = shownPaidUntil(file); file.keepAhead > 0 && until < file.lease.end && now > until)
        return QStringLiteral("Keeping %1 is paid until %2 only. Seven days unpaid and the provider closes it: surplus-customer audit or renew pays.")
            .arg(file.name, day(until));
    return {};
}

QString Renter::takenFromOthers(const StoredFile& file, const QList<StoredFile>& before) const
{
    const auto now = m_purse.files();
    if (!now || file.lease.keepPrice.nano() == 0)
        return {};
    QString sooner;
    bool others = false;
    for (const StoredFile& other : *now) {
        if (other.id == file.id || other.state != QLatin1String("stored") || other.lease.machine != file.lease.machine || other.keepAhead == 0)
            continue;
        others = true;
        const auto was = std::find_if(before.begin(), before.end(), [&](const StoredFile& one) { return one.id == other.id; });
        if (sooner.isEmpty() && was != before.end() && shownPaidUntil(other) + NoticeableMs < shownPaidUntil(*was))
            sooner = QStringLiteral("%1 is paid until %2 now, and no longer until %3.").arg(other.name, day(shownPaidUntil(other)), day(shownPaidUntil(*was)));
    }
    const QString together = QStringLiteral("A provider takes the keeping of all your files from what is promised ahead to it");
    if (others && file.keepAhead == 0)
        return QStringLiteral("%1: until you audit or renew %2, its keeping is taken from what is promised ahead for your other files there. %3").arg(together, file.name, sooner).trimmed();
    return sooner.isEmpty() ? QString() : QStringLiteral("%1: with %2, for which less is promised, %3").arg(together, file.name, sooner);
}

} // namespace surplus
