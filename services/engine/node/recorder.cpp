// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/node/recorder.h"

#include <QLoggingCategory>

namespace surplus {

Q_LOGGING_CATEGORY(lcRecorder, "surplus.recorder")

namespace {
constexpr qint64 LongestStepMs = 60'000; ///< between two notes: beyond it nobody was watching
constexpr qint64 WriteEveryMs = 10'000;
constexpr qint64 YoungMs = 60'000; ///< so long each note is written: a short run must not look like none
constexpr auto CleanStop = "cleanStop";

/// One transaction of the history.
void record(Database& db, const char* what, const std::function<void(MachineHistory&)>& body)
{
    const auto written = db.transact([&] {
        MachineHistory history(db);
        body(history);
        history.flush();
    });
    if (!written)
        qCWarning(lcRecorder).noquote() << what << "could not be written down:" << written.error().message;
}
} // namespace

QList<Migration> Recorder::migrations()
{
    return { { 2, R"(
        CREATE TABLE uptime(start INTEGER PRIMARY KEY, end INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL);
        CREATE TABLE samples(series TEXT NOT NULL, at INTEGER NOT NULL, value INTEGER NOT NULL,
            PRIMARY KEY(series, at)) WITHOUT ROWID;
        CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    )" } };
}

Result<std::unique_ptr<Recorder>> Recorder::open(StoreWorker& store, const Clock& clock)
{
    std::unique_ptr<Recorder> recorder(new Recorder(store, clock));
    const auto opened = store.wait([&](Database& db) {
        return db.transact([&] {
            MachineHistory::beginRun(db);
            Statement settings = db.prepare("SELECT key, value FROM settings");
            while (settings.step())
                recorder->m_settings.insert(settings.text(0), settings.text(1));
            Statement last = db.prepare("SELECT start, end FROM intervals WHERE start<=? ORDER BY end DESC LIMIT 1");
            const UtcMs now = clock.now();
            MachineHistory history(db);
            if (last.bind(now).step()) {
                const UtcMs end = last.integer(1);
                const bool clean = recorder->m_settings.value(QLatin1String(CleanStop)) == QLatin1String("1");
                if (!clean && now > end) {
                    history.putInterval({ end, now, UptimeState::Down, toText(MachineHistory::CrashGap) });
                }
                // What was not yet counted when the last run was cut off.
                history.rollUptime(last.integer(0), std::max(now, end));
            }
            history.flush();
            db.prepare("INSERT OR REPLACE INTO settings VALUES(?,'0')").bind(QString::fromLatin1(CleanStop)).run();
        });
    });
    if (!opened)
        return tl::unexpected(opened.error());
    return recorder;
}

void Recorder::run(StoreWorker::Task task)
{
    if (!m_store.post(std::move(task)))
        qCWarning(lcRecorder).noquote() << "the database is too busy; a reading was dropped";
}

bool Recorder::findFree(UtcMs now)
{
    if (now >= m_free.from && now < m_free.to)
        return true;
    const auto free = m_store.wait([&](Database& db) -> Result<MachineHistory::Free> {
        auto cut = db.transact([&] {
            MachineHistory history(db);
            history.cutGap(now);
            history.flush();
            return MachineHistory::freeAfter(db, now);
        });
        return cut;
    });
    m_free = free.value_or(MachineHistory::Free { std::numeric_limits<qint64>::max(), 0 });
    return now >= m_free.from && now < m_free.to;
}

void Recorder::note(UptimeState state, const QString& reason)
{
    const UtcMs now = m_clock.now();
    const bool running = m_current.start > 0;
    // A jump of the clock, or a suspended computer: nobody was watching meanwhile.
    const bool jumped = running && (now < m_current.end || now - m_current.end > LongestStepMs);
    if (running && !jumped && now < m_free.to) {
        m_current.end = now;
        if (m_current.state == state && m_current.reason == reason) {
            if (now - m_written >= WriteEveryMs || now - m_current.start < YoungMs)
                write();
            return;
        }
    }
    if (running)
        write();
    m_current = {};
    if (running)
        m_free.from = std::max(m_free.from, m_written);
    if (!findFree(now))
        return; // recorded already
    m_current = { now, now, state, reason };
    m_rolled = now;
    write();
}

void Recorder::write()
{
    m_written = m_current.end;
    run([interval = m_current, from = std::exchange(m_rolled, m_current.end)](Database& db) {
        record(db, "uptime", [&](MachineHistory& history) {
            history.putInterval(interval);
            history.rollUptime(from, interval.end);
        });
    });
}

void Recorder::close()
{
    if (m_current.start > 0) {
        if (const UtcMs now = m_clock.now(); now >= m_current.end && now - m_current.end <= LongestStepMs && now < m_free.to)
            m_current.end = now;
        write();
    }
    setSetting(QLatin1String(CleanStop), QStringLiteral("1"));
}

void Recorder::sample(const QString& series, SeriesKind kind, qint64 value)
{
    run([=, now = m_clock.now()](Database& db) {
        record(db, "a sample", [&](MachineHistory& history) { history.sample(series, kind, now, value); });
    });
}

void Recorder::prune(UtcMs now)
{
    run([now](Database& db) {
        if (const auto pruned = MachineHistory::prune(db, now); !pruned)
            qCWarning(lcRecorder).noquote() << "old history could not be deleted:" << pruned.error().message;
    });
}

void Recorder::writeSetting(Database& db, const QString& key, const QString& value)
{
    db.prepare("INSERT OR REPLACE INTO settings VALUES(?,?)").bind(key, value).run();
}

void Recorder::setSetting(const QString& key, const QString& value)
{
    m_settings.insert(key, value);
    run([key, value, unwritten = m_unwritten](Database& db) {
        const auto written = db.transact([&] { writeSetting(db, key, value); });
        if (written)
            return;
        qCWarning(lcRecorder).noquote() << "a setting could not be written down:" << written.error().message;
        *unwritten = written.error();
    });
}

} // namespace surplus
