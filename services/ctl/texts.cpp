// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/texts.h"

#include "services/common/core/amount.h"

#include <QDateTime>
#include <QLocale>

namespace surplus::ctl {

QString tokens(const QJsonValue& wire, const QString& symbol)
{
    const auto amount = Amount::fromWire(wire.toString());
    return amount ? amount->toTokens() + u' ' + symbol : QStringLiteral("—");
}

QString time(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms).toOffsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms).offsetFromUtc()).toString(Qt::ISODate); }

QString bytes(qint64 count) { return count < 0 ? QStringLiteral("unknown") : QLocale::c().formattedDataSize(count, 2, QLocale::DataSizeSIFormat); }

QString counted(qint64 count, const char* what) { return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(what), count == 1 ? QString() : QStringLiteral("s")); }

} // namespace surplus::ctl
