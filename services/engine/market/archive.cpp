// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/archive.h"

#include "services/common/core/durations.h"

#include <QHash>
#include <QList>

namespace surplus {

qint64 VoucherArchive::count()
{
    Statement rows = m_db.prepare("SELECT COUNT(*) FROM vouchers");
    rows.step();
    return rows.integer(0);
}

qint64 VoucherArchive::coveringId(qint64 channel, const U256& earned)
{
    Statement select = m_db.prepare("SELECT id FROM vouchers WHERE channel=? AND cumulative>=? ORDER BY cumulative LIMIT 1");
    return select.bind(channel, toBigEndian32(earned)).step() ? select.integer(0) : 0;
}

std::optional<VoucherArchive::Kept> VoucherArchive::covering(qint64 channel, const U256& earned)
{
    Statement select = m_db.prepare("SELECT cumulative, signature FROM vouchers WHERE channel=? AND cumulative>=? ORDER BY cumulative LIMIT 1");
    if (!select.bind(channel, toBigEndian32(earned)).step())
        return std::nullopt;
    return Kept { select.blob(0), select.blob(1) };
}

qint64 VoucherArchive::put(
    qint64 channel, const QByteArray& cumulative, const QByteArray& signature, const U256& earned, UtcMs now, bool mayGrow)
{
    m_db.prepare("INSERT INTO vouchers(channel, cumulative, signature, at) VALUES(?,?,?,?)").bind(channel, cumulative, signature, now).run();
    const qint64 id = m_db.lastInsertId();
    const qint64 minute = now / MinuteMs * MinuteMs;
    Statement drop = m_db.prepare("DELETE FROM vouchers WHERE channel=?1 AND at>=?2 AND at<?3 AND id NOT IN (?4, ?5)");
    const qint64 covering = coveringId(channel, earned);
    // A clock that was set back must not keep rows of the time that it had skipped from being replaced.
    drop.bind(channel, mayGrow ? minute : std::numeric_limits<qint64>::min(), mayGrow ? minute + MinuteMs : std::numeric_limits<qint64>::max(), id, covering).run();
    return 1 - m_db.changes();
}

QSet<qint64> VoucherArchive::reducible()
{
    QSet<qint64> channels;
    Statement select = m_db.prepare("SELECT channel FROM vouchers GROUP BY channel HAVING COUNT(*)>2");
    while (select.step())
        channels.insert(select.integer(0));
    return channels;
}

qint64 VoucherArchive::reduce(qint64 channel, const U256& earned)
{
    m_db.prepare("DELETE FROM vouchers WHERE channel=?1 AND id NOT IN (?2, "
                 "(SELECT id FROM vouchers WHERE channel=?1 ORDER BY cumulative DESC LIMIT 1))")
        .bind(channel, coveringId(channel, earned)).run();
    return m_db.changes();
}

qint64 VoucherArchive::thin(UtcMs before, qint64 most)
{
    Statement cursor = m_db.prepare("SELECT thinned FROM ledger");
    cursor.step();
    const qint64 from = cursor.integer(0);
    const qint64 to = before / QuarterMs * QuarterMs;
    qint64 gone = 0;
    qint64 visited = 0;
    qint64 quarter = 0; // of the rows that are gathered
    QHash<qint64, qint64> last; // by channel
    QList<qint64> doomed;
    const auto finish = [&] {
        Statement drop = m_db.prepare("DELETE FROM vouchers WHERE id=?1 AND "
                                      // The highest stays, and the lowest that covers what is earned.
                                      "id<>(SELECT id FROM vouchers WHERE channel=?2 ORDER BY cumulative DESC LIMIT 1) AND "
                                      "id<>COALESCE((SELECT v.id FROM vouchers v JOIN channels c ON c.id=v.channel "
                                      "WHERE v.channel=?2 AND v.cumulative>=c.earned_units ORDER BY v.cumulative LIMIT 1), 0)");
        for (qsizetype i = 0; i + 1 < doomed.size(); i += 2) {
            drop.bind(doomed[i], doomed[i + 1]).run();
            gone += m_db.changes();
        }
        doomed.clear();
        last.clear();
    };
    Statement rows = m_db.prepare("SELECT id, channel, at FROM vouchers WHERE at>=? AND at<? ORDER BY at, id");
    rows.bind(from, to);
    qint64 next = to;
    while (rows.step()) {
        const qint64 at = rows.integer(2) / QuarterMs * QuarterMs;
        if (at != quarter) {
            finish();
            quarter = at;
            if (visited >= most) {
                next = at;
                break;
            }
        }
        ++visited;
        if (const qint64 older = last.value(rows.integer(1)); older != 0)
            doomed << older << rows.integer(1);
        last.insert(rows.integer(1), rows.integer(0));
    }
    rows.finish();
    finish();
    if (next > from)
        m_db.prepare("UPDATE ledger SET thinned=?").bind(next).run();
    return gone;
}

} // namespace surplus
