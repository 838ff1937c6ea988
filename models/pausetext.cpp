// SPDX-License-Identifier: GPL-3.0-or-later
#include "pausetext.h"

#include "format.h"

#include <QCoreApplication>

namespace surplus {

namespace {
class PauseWords {
    Q_DECLARE_TR_FUNCTIONS(surplus::PauseWords)
public:
    [[nodiscard]] static QString of(const Pause& pause);
    [[nodiscard]] static QString withEnd(const Pause& pause);
};

QString PauseWords::of(const Pause& pause)
{
    if (pause.reason == QLatin1String("user"))
        return tr("By you");
    if (pause.reason == QLatin1String("schedule"))
        return tr("By schedule");
    if (pause.reason == QLatin1String("battery"))
        return tr("On battery");
    if (pause.reason == QLatin1String("metered"))
        return tr("Metered network");
    if (pause.reason == QLatin1String("hot"))
        return pause.detail.isEmpty() ? tr("Running hot") : tr("Running hot, %1 °C").arg(pause.detail);
    if (pause.reason == QLatin1String("inUse"))
        return tr("You're using the computer");
    if (pause.reason == QLatin1String("program"))
        return pause.detail.isEmpty() ? tr("While a program runs") : tr("While %1 runs").arg(pause.detail);
    if (pause.reason == QLatin1String("dataCap"))
        return tr("This month's data is used up");
    return pause.reason;
}

QString PauseWords::withEnd(const Pause& pause)
{
    if (pause.until)
        return tr("%1, until %2").arg(of(pause), Format::moment(*pause.until));
    return pause.reason == QLatin1String("user") ? tr("By you, until you resume") : of(pause);
}
} // namespace

QString pauseText(const Pause& pause) { return PauseWords::withEnd(pause); }
QString pauseText(const QString& reason) { return PauseWords::of({ reason, {}, {} }); }

} // namespace surplus
