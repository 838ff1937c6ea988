// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/node/recorder.h"

#include <QLoggingCategory>
#include <future>

namespace surplus {

Q_LOGGING_CATEGORY(lcRecorder, "surplus.recorder")

namespace {
constexpr qint64 SampleMs = 14 * SecondsPerDay * 1000;
constexpr auto CleanStop = "cleanStop";

void warnIfFailed(const Result<void>& written, const char* what)
{
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
            Statement settings = db.prepare("SELECT key, value FROM settings");
            while (settings.step())
                recorder->m_settings.insert(settings.text(0), settings.text(1));
            Statement last = db.prepare("SELECT MAX(end) FROM uptime");
            last.step();
            const bool any = !last.isNull(0);
            const UtcMs end = any ? last.integer(0) : 0;
            const UtcMs now = clock.now();
            const bool clean = recorder->m_settings.value(QLatin1String(CleanStop)) == QLatin1String("1");
            if (any && !clean && now > end)
                db.prepare("INSERT OR REPLACE INTO uptime VALUES(?,?,?,?)")
                    .bind(end, now, toText(UptimeState::Down), QStringLiteral("crash")).run();
            db.prepare("INSERT OR REPLACE INTO settings VALUES(?,'0')").bind(QString::fromLatin1(CleanStop)).run();
            // A clock that was set back must not make one moment count twice: go on where the record ends.
            recorder->m_current.end = std::max(now, end);
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

void Recorder::note(UptimeState state, const QString& reason)
{
    const UtcMs now = std::max(m_clock.now(), m_current.end);
    // A jump of the clock, or a suspended computer: nobody was watching meanwhile.
    constexpr qint64 LongestStep = 60'000;
    const bool jumped = m_current.start > 0 && now - m_current.end > LongestStep;
    const bool same = m_current.start > 0 && m_current.state == state && m_current.reason == reason && !jumped;
    if (!same) {
        if (m_current.start > 0 && !jumped)
            m_current.end = now;
        const UptimeInterval finished = m_current;
        m_current = { now, now, state, reason };
        if (finished.start > 0)
            run([finished](Database& db) {
                warnIfFailed(db.transact([&] {
                    db.prepare("UPDATE uptime SET end=? WHERE start=?").bind(finished.end, finished.start).run();
                }), "uptime");
            });
    }
    m_current.end = now;
    run([current = m_current](Database& db) {
        warnIfFailed(db.transact([&] {
            db.prepare("INSERT INTO uptime VALUES(?,?,?,?) ON CONFLICT(start) DO UPDATE SET end=excluded.end, "
                       "state=excluded.state, reason=excluded.reason")
                .bind(current.start, current.end, toText(current.state), current.reason).run();
        }), "uptime");
    });
}

void Recorder::close() { setSetting(QLatin1String(CleanStop), QStringLiteral("1")); }

void Recorder::sample(const QString& series, qint64 value)
{
    run([series, value, now = m_clock.now()](Database& db) {
        warnIfFailed(db.transact([&] {
            db.prepare("INSERT OR REPLACE INTO samples VALUES(?,?,?)").bind(series, now - now % 60'000, value).run();
        }), "a sample");
    });
}

void Recorder::prune()
{
    run([before = m_clock.now() - SampleMs](Database& db) {
        warnIfFailed(db.transact([&] { db.prepare("DELETE FROM samples WHERE at<?").bind(before).run(); }), "a deletion");
    });
}

void Recorder::setSetting(const QString& key, const QString& value)
{
    m_settings.insert(key, value);
    run([key, value](Database& db) {
        warnIfFailed(db.transact([&] {
            db.prepare("INSERT OR REPLACE INTO settings VALUES(?,?)").bind(key, value).run();
        }), "a setting");
    });
}

Result<QList<UptimeInterval>> Recorder::readUptime(Database& db, UtcMs from, UtcMs to)
{
    return db.read([&] {
        QList<UptimeInterval> intervals;
        Statement select = db.prepare(
            "SELECT start, end, state, reason FROM uptime WHERE end>=? AND start<? ORDER BY start LIMIT 5000");
        select.bind(from, to);
        while (select.step())
            intervals.append({ select.integer(0), select.integer(1),
                uptimeStateFromText(select.text(2)).value_or(UptimeState::Unknown), select.text(3) });
        return intervals;
    });
}

} // namespace surplus
