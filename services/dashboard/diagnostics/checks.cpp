// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/diagnostics/checks.h"

#include <QDateTime>
#include <QLocale>
#include <sys/timex.h>

namespace surplus {

namespace {
using Verdict = CheckResult::Verdict;

QString bytes(qint64 count) { return QLocale().formattedDataSize(count, 1, QLocale::DataSizeSIFormat); }
QString moment(UtcMs at) { return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat); }
} // namespace

QList<CheckResult> Checks::judge(const MachineFacts& facts)
{
    return { engine(facts), version(facts), disk(facts), stored(facts), clock(facts), payments(facts), keychain(facts) };
}

std::optional<MachineFacts::ClockState> Checks::readClock()
{
    timex state {};
    const int said = adjtimex(&state); // modes 0: reads only
    if (said < 0)
        return std::nullopt;
    return MachineFacts::ClockState { said != TIME_ERROR && !(state.status & STA_UNSYNC), state.maxerror };
}

CheckResult Checks::engine(const MachineFacts& facts)
{
    CheckResult result { QStringLiteral("engine"), Verdict::Problem, {}, QStringLiteral("restart") };
    switch (facts.engine) {
    case MachineFacts::EngineState::Failed:
        result.text = tr("The engine keeps stopping. %1").arg(facts.report);
        return result;
    case MachineFacts::EngineState::Restarting:
        result.text = tr("The engine stopped and is started again by itself. %1").arg(facts.report);
        return result;
    case MachineFacts::EngineState::Stopped:
        result.text = tr("The engine isn't running, so nothing is shared.");
        return result;
    case MachineFacts::EngineState::Busy:
        return { result.id, Verdict::NotChecked, tr("The engine is starting or stopping. Check again in a moment."), {} };
    case MachineFacts::EngineState::Running:
        break;
    }
    if (!facts.unexpectedStops)
        return { result.id, Verdict::Fine, tr("Running."), {} };
    if (*facts.unexpectedStops == 0)
        return { result.id, Verdict::Fine, tr("Running. No unexpected stops in 30 days."), {} };
    return { result.id, Verdict::Fine, tr("Running. %n unexpected stop(s) in 30 days.", nullptr, *facts.unexpectedStops), {} };
}

CheckResult Checks::version(const MachineFacts& facts)
{
    const QString id = QStringLiteral("version");
    if (!facts.status)
        return { id, Verdict::NotChecked, tr("Couldn't check. The engine isn't running."), {} };
    if (facts.outdated)
        return { id, Verdict::Problem, tr("The engine runs %1, this program is %2. It goes on working; a restart brings it up to date.").arg(facts.status->version, facts.version), QStringLiteral("restart") };
    return { id, Verdict::Fine, tr("Engine %1 and this program %2 fit together.").arg(facts.status->version, facts.version), {} };
}

CheckResult Checks::disk(const MachineFacts& facts)
{
    const QString id = QStringLiteral("disk");
    if (!facts.status)
        return { id, Verdict::NotChecked, tr("Couldn't check. The engine isn't running."), {} };
    const StorageStatus& storage = facts.status->storage;
    // Without its own data the engine can't write down what is promised: that comes first.
    const DataStatus& data = facts.status->data;
    if (data.trouble == QLatin1String("full"))
        return { id, Verdict::Problem, tr("The disk of the engine's data, %1, is full: what customers promise can't be written down, so they are served no further than their credit. Free some space; then it goes on by itself.").arg(data.folder), {}, QStringLiteral("data.full") };
    if (data.trouble == QLatin1String("low"))
        return { id, Verdict::Problem, tr("Only %1 are free on the disk of the engine's data, %2. Once it is full, what customers promise can't be written down. Free some space.").arg(bytes(data.free), data.folder), {}, QStringLiteral("data.low") };
    if (!data.trouble.isEmpty())
        return { id, Verdict::Problem, tr("The engine can't use its data in %1. See whether that disk is well, then start the engine again. It said: %2").arg(data.folder, data.problem), QStringLiteral("restart"), QStringLiteral("data.failed") };
    if (storage.folder.isEmpty())
        return { id, Verdict::NotChecked, tr("No folder was chosen yet."), QStringLiteral("folder") };
    if (storage.diskSilent)
        return { id, Verdict::Problem, tr("The disk of the storage folder %1 doesn't answer. If it is a network drive, see whether its server is there.").arg(storage.folder), {}, QStringLiteral("silent") };
    if (!storage.problem.isEmpty())
        return { id, Verdict::Problem, tr("The storage folder %1 isn't there. If it is on another disk, connect it.").arg(storage.folder), QStringLiteral("folder"), QStringLiteral("folder") };
    for (const EngineProblem& problem : facts.status->problems) {
        if (problem.kind == QLatin1String("read"))
            return { id, Verdict::Problem, problem.text, {}, QStringLiteral("read") }; // the engine's words, and the system's
    }
    const QString free = bytes(storage.diskFree);
    if (storage.diskFree < storage.minimumFree)
        return { id, Verdict::Problem, tr("%1 free, and %2 is to stay free: nothing new is stored. Make room, or lower what stays free.").arg(free, bytes(storage.minimumFree)), QStringLiteral("sharing"), QStringLiteral("room") };
    if (!storage.writeProblem.isEmpty())
        return { id, Verdict::Problem, tr("What a customer stores can't be written to %1. Free some space on that disk, or see whether it is well.").arg(storage.folder), {}, QStringLiteral("write") };
    if (storage.leased > storage.limit)
        return { id, Verdict::Problem, tr("%1 is in use, above the limit of %2: nothing new is stored until it falls below.").arg(bytes(storage.leased), bytes(storage.limit)), QStringLiteral("sharing"), QStringLiteral("limit") };
    return { id, Verdict::Fine, tr("%1 free. %2 of the %3 offered for storage is unused.").arg(free, bytes(storage.limit - storage.leased), bytes(storage.limit)), {} };
}

CheckResult Checks::stored(const MachineFacts& facts)
{
    const QString id = QStringLiteral("stored");
    if (!facts.status)
        return { id, Verdict::NotChecked, tr("Couldn't check. The engine isn't running."), {} };
    const StorageStatus& storage = facts.status->storage;
    const int damaged = facts.stored ? facts.stored->damaged : storage.damaged;
    if (damaged > 0) {
        const QStringList& examples = facts.stored && !facts.stored->damagedFiles.isEmpty() ? facts.stored->damagedFiles : storage.damagedFiles;
        return { id, Verdict::Problem, tr("%n stored file(s) missing, cut short or not readable, such as %1 in %2. Put them back there if you have them; else their customers won't pay for them.", nullptr, damaged).arg(examples.value(0), storage.folder), {} };
    }
    if (facts.stored ? facts.stored->files == 0 : storage.leases == 0)
        return { id, Verdict::Fine, tr("Nothing is stored for customers now."), {} };
    if (facts.stored)
        return { id, Verdict::Fine, tr("%n stored file(s), %1, are there and whole in size. Customers' own audits look at their content.", nullptr, facts.stored->files).arg(bytes(facts.stored->bytes)), {} };
    if (!storage.problem.isEmpty())
        return { id, Verdict::NotChecked, tr("Couldn't check: the storage folder can't be read."), {} };
    if (facts.lookedAtStored)
        return { id, Verdict::NotChecked, tr("Couldn't check: the engine didn't answer."), {} };
    return { id, Verdict::Fine, tr("%1 stored for customers. No file was noticed missing or cut short; run the checks again to look at each.").arg(bytes(storage.stored)), {} };
}

CheckResult Checks::clock(const MachineFacts& facts)
{
    const QString id = QStringLiteral("clock");
    if (!facts.clock)
        return { id, Verdict::NotChecked, tr("Couldn't check: this system doesn't say."), {} };
    if (!facts.clock->synchronized)
        return { id, Verdict::Problem, tr("The clock isn't kept right over the network. Vouchers and leases go by it: switch automatic time on in the system's settings."), {} };
    return { id, Verdict::Fine, tr("Right to within %1 s.").arg(QLocale().toString(static_cast<double>(facts.clock->errorUs) / 1e6, 'f', 2)), {} };
}

CheckResult Checks::payments(const MachineFacts& facts)
{
    const QString id = QStringLiteral("payments");
    if (!facts.status)
        return { id, Verdict::NotChecked, tr("Couldn't check. The engine isn't running."), {} };
    const EngineStatus& status = *facts.status;
    if (status.beneficiary.isEmpty())
        return { id, Verdict::NotChecked, tr("No payout address was chosen yet."), {} };
    if (status.chain.used && !status.chain.problem.isEmpty()) {
        const QString seen = status.chain.seen > 0 ? tr("It answered last %1.").arg(moment(status.chain.seen)) : tr("It has not answered since the engine started.");
        return { id, Verdict::Problem, tr("The chain can't be read: %1 %2 Vouchers go on being taken.").arg(status.chain.problem, seen), QStringLiteral("wallet") };
    }
    const Money& money = status.money;
    if (money.earned.nano() == 0)
        return { id, Verdict::Fine, tr("Nothing was earned yet."), {} };
    if (!status.chain.used)
        return { id, Verdict::Fine, tr("%1 %2 earned. No chain is set up, so nothing of it is set aside yet.").arg(money.earned.toTokens(), status.symbol), {} };
    const double open = static_cast<double>(money.secured.nano()) + static_cast<double>(money.pending.nano());
    if (open <= 0)
        return { id, Verdict::Fine, tr("All that was earned is settled."), {} };
    const QString share = QLocale().toString(100 * static_cast<double>(money.secured.nano()) / open, 'f', 0);
    return { id, Verdict::Fine, tr("Customers have set aside %1 % of what isn't settled yet.").arg(share), {} };
}

CheckResult Checks::keychain(const MachineFacts& facts)
{
    const QString id = QStringLiteral("keychain");
    switch (facts.key) {
    case MachineFacts::Key::NotChosen:
        return { id, Verdict::NotChecked, tr("No payout address was chosen yet."), {} };
    case MachineFacts::Key::Ready:
        return { id, Verdict::Fine, tr("The payout key is stored and readable."), {} };
    case MachineFacts::Key::AddressOnly:
        return { id, Verdict::Fine, tr("The payout key is kept elsewhere; this computer knows its address only."), {} };
    case MachineFacts::Key::Unavailable:
        break;
    }
    return { id, Verdict::Problem, tr("The payout key can't be read: %1 Earning goes on; settling waits.").arg(facts.keyProblem), QStringLiteral("keychain") };
}

} // namespace surplus
