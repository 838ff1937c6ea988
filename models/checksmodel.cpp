// SPDX-License-Identifier: GPL-3.0-or-later
#include "checksmodel.h"

#include "format.h"
#include "services/common/core/durations.h"
#include "services/common/core/localzone.h"
#include "services/common/core/posted.h"
#include "services/common/history/historystore.h"

#include <QJsonArray>
#include <algorithm>
#include <utility>

namespace surplus {

namespace {

MachineFacts::EngineState engineState(Supervisor::State state)
{
    switch (state) {
    case Supervisor::State::Failed:
        return MachineFacts::EngineState::Failed;
    case Supervisor::State::Stopped:
        return MachineFacts::EngineState::Stopped;
    case Supervisor::State::Backoff:
        return MachineFacts::EngineState::Restarting;
    case Supervisor::State::Starting:
    case Supervisor::State::Stopping:
        return MachineFacts::EngineState::Busy;
    case Supervisor::State::Running:
        return MachineFacts::EngineState::Running;
    }
    return MachineFacts::EngineState::Stopped;
}
} // namespace

ChecksModel::ChecksModel(Supervisor& supervisor, EngineLink& link, PayoutKeys& keys, StoreWorker& history, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent), m_supervisor(supervisor), m_link(link), m_keys(keys), m_history(history), m_clock(clock)
{
    // A row that was mended shows it.
    connect(&m_link, &EngineLink::statusChanged, this, [this] {
        if (!m_link.status())
            return;
        const EngineStatus& status = *m_link.status();
        Told told { status.problems, status.storage.damaged, status.storage.damagedFiles, status.storage.leased > status.storage.limit, status.chain.problem };
        if (std::exchange(m_told, told) != told)
            runIfSeen();
    });
    connect(&m_supervisor, &Supervisor::changed, this, [this] {
        if (m_supervisor.state() != Supervisor::State::Running)
            waitNoLonger(); // a connection that is closed answers nobody
        if (m_supervisor.state() != Supervisor::State::Starting && m_supervisor.state() != Supervisor::State::Stopping)
            runIfSeen();
    });
    connect(&m_keys, &PayoutKeys::changed, this, &ChecksModel::runIfSeen);
}

int ChecksModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant ChecksModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const CheckResult& result = m_results[index.row()];
    switch (role) {
    case Name:
        return result.id == QLatin1String("engine") ? tr("Engine")
            : result.id == QLatin1String("version") ? tr("Version")
            : result.id == QLatin1String("disk")    ? tr("Disk")
            : result.id == QLatin1String("stored")  ? tr("Stored files")
            : result.id == QLatin1String("clock")   ? tr("Clock")
            : result.id == QLatin1String("payments") ? tr("Payments")
                                                     : tr("Keychain");
    case Verdict:
        return result.verdict == CheckResult::Verdict::Problem ? QStringLiteral("problem")
            : result.verdict == CheckResult::Verdict::Fine     ? QStringLiteral("fine")
                                                               : QStringLiteral("unknown");
    case Text:
        return result.text;
    case Fix:
        return result.fix;
    case FixText:
        if (result.verdict != CheckResult::Verdict::Problem)
            return QString();
        return result.fix == QLatin1String("restart") ? tr("Restart engine")
            : result.fix == QLatin1String("sharing")  ? tr("Change limits")
            : result.fix == QLatin1String("wallet")   ? tr("Open Wallet")
            : result.fix == QLatin1String("keychain") ? tr("Ask the keychain")
                                                      : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> ChecksModel::roleNames() const
{
    return { { Name, "name" }, { Verdict, "verdict" }, { Text, "text" }, { FixText, "fixText" }, { Fix, "fix" } };
}

QVariantList ChecksModel::needs() const
{
    // What else is found, the Overview knows as it happens.
    QVariantList needs;
    for (int row = 0; row < count(); ++row) {
        const QString& id = m_results[row].id;
        if (m_results[row].verdict != CheckResult::Verdict::Problem || id == QLatin1String("engine") || id == QLatin1String("version")
            || id == QLatin1String("keychain") || m_results[row].which == QLatin1String("folder") || m_results[row].which == QLatin1String("silent"))
            continue;
        needs.append(QVariantMap { { QStringLiteral("row"), row }, { QStringLiteral("key"), id + u'.' + m_results[row].which }, { QStringLiteral("name"), data(index(row), Name) }, { QStringLiteral("text"), m_results[row].text },
            { QStringLiteral("fixText"), data(index(row), FixText) } });
    }
    return needs;
}

bool ChecksModel::isUnknown(const QString& key) const
{
    return std::any_of(m_results.begin(), m_results.end(),
        [&](const CheckResult& one) { return one.verdict == CheckResult::Verdict::NotChecked && key.startsWith(one.id + u'.'); });
}

QString ChecksModel::headline() const
{
    if (m_results.isEmpty())
        return isRunning() ? tr("Checking…") : tr("Nothing checked yet");
    const auto of = [this](CheckResult::Verdict verdict) {
        return static_cast<int>(std::count_if(m_results.begin(), m_results.end(), [&](const CheckResult& one) { return one.verdict == verdict; }));
    };
    const int problems = of(CheckResult::Verdict::Problem);
    const int unknown = of(CheckResult::Verdict::NotChecked);
    QString text = problems > 0 ? tr("%n thing(s) to fix", nullptr, problems) : tr("Nothing to fix");
    text += QStringLiteral(", ") + tr("%n fine", nullptr, of(CheckResult::Verdict::Fine));
    return unknown > 0 ? text + QStringLiteral(", ") + tr("%n not checked", nullptr, unknown) : text;
}

QString ChecksModel::checkedText() const { return m_checked > 0 ? tr("Checked at %1").arg(Format::clockTime(m_checked)) : QString(); }

MachineFacts ChecksModel::knownFacts() const
{
    MachineFacts facts;
    facts.engine = engineState(m_supervisor.state());
    if (facts.engine == MachineFacts::EngineState::Running && m_link.status())
        facts.status = m_link.status();
    facts.report = m_supervisor.report();
    facts.outdated = m_supervisor.isOutdated();
    facts.version = QStringLiteral(SURPLUS_VERSION);
    facts.key = m_keys.state() == PayoutKeys::State::None ? MachineFacts::Key::NotChosen
        : m_keys.state() == PayoutKeys::State::Ready      ? MachineFacts::Key::Ready
        : m_keys.state() == PayoutKeys::State::WatchOnly  ? MachineFacts::Key::AddressOnly
                                                          : MachineFacts::Key::Unavailable;
    facts.keyProblem = m_keys.problem();
    facts.clock = Checks::readClock();
    return facts;
}

void ChecksModel::waitNoLonger()
{
    if (std::exchange(m_asking, false))
        finish();
}

void ChecksModel::runIfSeen()
{
    if (m_checked > 0 || isRunning())
        run();
}

void ChecksModel::run() { look(false); }

void ChecksModel::runThoroughly() { look(true); }

void ChecksModel::look(bool atEachFile)
{
    if (isRunning()) {
        m_again = true;
        m_againThoroughly = m_againThoroughly || atEachFile;
        return;
    }
    m_facts = knownFacts();
    m_facts.lookedAtStored = atEachFile;
    m_running = 1;
    Q_EMIT changed();
    if (m_facts.status) {
        const MachineId machine = m_facts.status->machine;
        const bool asked = m_history.post([this, machine, now = m_clock.now()](Database& db) {
            const auto intervals = db.attempt([&] { return HistoryStore::of(db, localZone()).uptime(machine, now - 30 * DayMs, now); });
            postTo(this, [this, intervals] {
                if (intervals)
                    m_facts.unexpectedStops = static_cast<int>(std::count_if(intervals->begin(), intervals->end(),
                        [](const UptimeInterval& one) { return one.state == UptimeState::Down && one.reason == toText(Reason::Crash); }));
                finish();
            });
        });
        m_running += asked ? 1 : 0;
    }
    if (m_facts.status && atEachFile) {
        ++m_running;
        m_asking = true;
        m_link.call(QStringLiteral("storage.check"), {}, [this](const Result<QJsonObject>& answer) {
            if (!std::exchange(m_asking, false))
                return; // it was given up
            if (answer) {
                QStringList damagedFiles;
                for (const QJsonValue& file : (*answer)[u"damagedFiles"].toArray())
                    damagedFiles.append(file.toString());
                m_facts.stored = { (*answer)[u"files"].toInt(), (*answer)[u"damaged"].toInt(), (*answer)[u"bytes"].toInteger(), damagedFiles };
            }
            finish();
        });
    }
    finish();
}

void ChecksModel::finish()
{
    if (--m_running > 0)
        return;
    QList<CheckResult> results = Checks::judge(m_facts);
    std::stable_sort(results.begin(), results.end(), [](const CheckResult& a, const CheckResult& b) { return a.verdict < b.verdict; });
    if (results != m_results) { // rows are made anew only for something new
        beginResetModel();
        m_results = results;
        endResetModel();
    }
    m_checked = m_clock.now();
    Q_EMIT changed();
    if (std::exchange(m_again, false))
        look(std::exchange(m_againThoroughly, false));
}

void ChecksModel::mend(int row)
{
    if (row < 0 || row >= count())
        return;
    const QString fix = m_results[row].fix;
    if (fix == QLatin1String("restart"))
        m_supervisor.restartNow();
    else if (fix == QLatin1String("keychain"))
        m_keys.refresh();
    else if (!fix.isEmpty() && fix != QLatin1String("folder")) // whoever shows the row has a button for that
        Q_EMIT pageWanted(fix);
}

} // namespace surplus
