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
    switch (pause.reason) {
    case Reason::User:
        return tr("By you");
    case Reason::Schedule:
        return tr("By schedule");
    case Reason::Battery:
        return tr("On battery");
    case Reason::Metered:
        return tr("Metered network");
    case Reason::Hot:
        return pause.detail.isEmpty() ? tr("Running hot") : tr("Running hot, %1 °C").arg(pause.detail);
    case Reason::InUse:
        return tr("You're using the computer");
    case Reason::Program:
        return pause.detail.isEmpty() ? tr("While a program runs") : tr("While %1 runs").arg(pause.detail);
    case Reason::DataCap:
        return tr("This month's data is used up");
    case Reason::None:
    case Reason::Payout:
    case Reason::Folder:
    case Reason::Off:
    case Reason::Disk:
    case Reason::Crash:
    case Reason::Other:
        break;
    }
    return tr("By a rule of a newer version");
}

QString PauseWords::withEnd(const Pause& pause)
{
    if (pause.until)
        return tr("%1, until %2").arg(of(pause), Format::moment(*pause.until));
    return pause.reason == Reason::User ? tr("By you, until you resume") : of(pause);
}
} // namespace

QString pauseText(const Pause& pause) { return PauseWords::withEnd(pause); }
QString pauseText(Reason reason) { return PauseWords::of({ reason, {}, {} }); }

} // namespace surplus
