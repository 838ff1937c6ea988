// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/statusview.h"

#include "services/common/api/status.h"
#include "services/ctl/texts.h"

#include <QHash>

namespace surplus::ctl {

namespace {
QString pauseText(const Pause& pause)
{
    static const QHash<Reason, QString> words { { Reason::User, QStringLiteral("by hand") }, { Reason::Schedule, QStringLiteral("by the schedule") },
        { Reason::Battery, QStringLiteral("on battery") }, { Reason::Metered, QStringLiteral("on a metered network") },
        { Reason::Hot, QStringLiteral("too hot") }, { Reason::InUse, QStringLiteral("the computer is in use") },
        { Reason::Program, QStringLiteral("while a program runs") }, { Reason::DataCap, QStringLiteral("the month's data cap is reached") } };
    QString text = words.value(pause.reason, QStringLiteral("for another reason"));
    if (!pause.detail.isEmpty())
        text += QStringLiteral(" (%1)").arg(pause.detail);
    return pause.until ? text + QStringLiteral(" until ") + time(*pause.until) : text;
}

void writeMachine(const QJsonObject& status, const QString& symbol)
{
    const QJsonObject money = status.value(u"money").toObject();
    out() << "State     " << status.value(u"state").toString();
    const QJsonArray pauses = status.value(u"pauses").toArray();
    if (pauses.isEmpty() && !status.value(u"reason").toString().isEmpty())
        out() << " (" << status.value(u"reason").toString() << ")";
    for (const QJsonValue& value : pauses)
        out() << (value == pauses.first() ? ": " : "; ") << pauseText(Pause::fromJson(value.toObject()));
    out() << ", since " << time(status.value(u"since").toInteger()) << "\nProvider  " << status.value(u"provider").toString()
          << "\nPays to   " << (status.value(u"beneficiary").toString().isEmpty() ? QStringLiteral("no address yet") : status.value(u"beneficiary").toString())
          << "\nEarned    " << tokens(money.value(u"earned"), symbol) << "\n  settled " << tokens(money.value(u"settled"), symbol)
          << "\n  secured " << tokens(money.value(u"secured"), symbol) << "\n  pending " << tokens(money.value(u"pending"), symbol)
          << "\n  bounced " << tokens(money.value(u"bounced"), symbol) << "\n";
}

void writeStorage(const QJsonObject& storage, const QString& symbol)
{
    out() << "Storage   " << (storage.value(u"enabled").toBool() ? "on" : "off") << ", " << bytes(storage.value(u"stored").toInteger()) << " stored, "
          << bytes(storage.value(u"leased").toInteger()) << " of " << bytes(storage.value(u"limit").toInteger()) << " leased, "
          << bytes(storage.value(u"diskFree").toInteger(-1)) << " free on disk\n          " << counted(storage.value(u"leases").toInteger(), "lease") << " of "
          << counted(storage.value(u"customers").toInteger(), "customer") << ", " << bytes(storage.value(u"retrieved").toInteger()) << " retrieved\n";
    const auto atMost = [&](const char* name) {
        const qint64 rate = storage.value(QLatin1String(name)).toInteger();
        return rate > 0 ? QStringLiteral("at most %1 Mbit/s").arg(static_cast<double>(rate) * 8 / 1e6, 0, 'g', 3) : QStringLiteral("no limit");
    };
    const qint64 cap = storage.value(u"monthlyCap").toInteger();
    out() << "          upload " << atMost("uploadRate") << ", download " << atMost("downloadRate") << ", " << bytes(storage.value(u"minimumFree").toInteger()) << " stay free\n          "
          << bytes(storage.value(u"monthTraffic").toInteger()) << " moved this month" << (cap > 0 ? QStringLiteral(" of at most %1").arg(bytes(cap)) : QString())
          << ", counted from day " << storage.value(u"resetDay").toInteger(1) << "\n          " << tokens(storage.value(u"keepPrice"), symbol) << " a GB and day, "
          << tokens(storage.value(u"retrievePrice"), symbol) << " a GB retrieved\n";
}
} // namespace

int showStatus(Control& control, const QString& method, const QJsonObject& params, Shown shown)
{
    const auto answer = control.call(method, params);
    if (!answer)
        return ExitRefused;
    const QJsonObject storage = answer->value(u"storage").toObject();
    if (control.json()) {
        print(shown == Shown::Resources ? QJsonObject { { QStringLiteral("storage"), storage } } : *answer);
        return 0;
    }
    const QString symbol = answer->value(u"symbol").toString();
    if (shown == Shown::Machine)
        writeMachine(*answer, symbol);
    writeStorage(storage, symbol);
    for (const QJsonValue& problem : answer->value(u"problems").toArray())
        out() << "Problem   " << problem[u"text"].toString() << "\n";
    out().flush();
    return 0;
}

} // namespace surplus::ctl
