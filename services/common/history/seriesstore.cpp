// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/seriesstore.h"

#include <algorithm>

namespace surplus {

const char* const SeriesStore::Schema = R"(
    CREATE TABLE series(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL);
    CREATE TABLE chunks(key INTEGER PRIMARY KEY, data BLOB NOT NULL, revision INTEGER);
)";

SeriesStore::SeriesStore(Database& database)
    : m_database(database)
    , m_select(database.prepare("SELECT data FROM chunks WHERE key=?"))
    , m_write(database.prepare("INSERT OR REPLACE INTO chunks VALUES(?,?,?)"))
    , m_delete(database.prepare("DELETE FROM chunks WHERE key=?"))
    , m_range(database.prepare("SELECT key, data FROM chunks WHERE key>=? AND key<=? ORDER BY key"))
{
}

qint64 SeriesStore::keyOf(Tier tier, qint64 machine, qint64 series, qint64 number)
{
    if (machine < 0 || machine >= (qint64(1) << MachineBits) || series < 0 || series >= (qint64(1) << SeriesBits) || !isValid(number))
        throw StoreError({ QStringLiteral("history.range"), QStringLiteral("A reading of the year 1969 or earlier, or beyond 3880, can't be kept. Set the clock.") });
    return (((static_cast<qint64>(tier) << MachineBits | machine) << SeriesBits | series) << NumberBits) | (number + 1);
}

std::optional<SeriesStore::Series> SeriesStore::find(const QString& name)
{
    if (const auto known = m_series.constFind(name); known != m_series.constEnd())
        return *known;
    Statement select = m_database.prepare("SELECT id, kind FROM series WHERE name=?");
    if (!select.bind(name).step())
        return std::nullopt;
    const Series found { select.integer(0), static_cast<SeriesKind>(select.integer(1)) };
    m_series.insert(name, found);
    return found;
}

SeriesStore::Series SeriesStore::series(const QString& name, SeriesKind kind)
{
    if (const auto found = find(name); found && found->kind == kind)
        return *found;
    Statement last = m_database.prepare("SELECT COALESCE(MAX(id), 0) FROM series");
    last.step();
    const qint64 id = last.integer(0) + 1;
    const bool customer = name.startsWith(QLatin1String(CustomerPrefix));
    const QString rest = customer && !m_series.contains(name) ? QString::fromLatin1(OtherCustomers) : QStringLiteral("other.%1").arg(static_cast<int>(kind));
    // A name that changed its kind is a fault of ours: its values go where they do no harm.
    const bool full = id > (customer ? MaxSeries - ReservedSeries : MaxSeries) && name != rest;
    if (full || m_series.contains(name)) {
        const Series other = series(rest, kind);
        m_series.insert(name, other);
        return other;
    }
    m_database.prepare("INSERT INTO series VALUES(?,?,?)").bind(id, name, static_cast<int>(kind)).run();
    const Series made { id, kind };
    m_series.insert(name, made);
    return made;
}

QStringList SeriesStore::names(const QString& prefix)
{
    if (const auto kept = m_names.constFind(prefix); m_keepSums && kept != m_names.cend())
        return *kept;
    QStringList found;
    Statement select = m_database.prepare("SELECT name FROM series WHERE name>=? AND name<? ORDER BY name");
    select.bind(prefix, prefix + QChar(0xffff));
    while (select.step())
        found.append(select.text(0));
    if (m_keepSums)
        m_names.insert(prefix, found);
    return found;
}

Slots SeriesStore::decode(const QByteArray& data, SeriesKind kind, Tier tier)
{
    auto decoded = decodeChunk(data, kind, slotsPerChunk(tier));
    if (!decoded)
        throw StoreError({ QStringLiteral("store.damaged"), QStringLiteral("A part of the history is damaged.") });
    return std::move(*decoded);
}

SeriesStore::Chunk& SeriesStore::load(Tier tier, qint64 machine, Series series, qint64 number)
{
    const qint64 key = keyOf(tier, machine, series.id, number);
    if (const auto found = m_chunks.find(key); found != m_chunks.end())
        return found->second;
    Chunk chunk { {}, series.kind, false };
    if (m_select.bind(key).step())
        chunk.buckets = decode(m_select.blob(0), series.kind, tier);
    else
        chunk.buckets.resize(static_cast<std::size_t>(slotsPerChunk(tier)));
    m_select.finish();
    return m_chunks.emplace(key, std::move(chunk)).first->second;
}

const Slots& SeriesStore::read(Tier tier, qint64 machine, Series series, qint64 number) { return load(tier, machine, series, number).buckets; }

Slots& SeriesStore::edit(Tier tier, qint64 machine, Series series, qint64 number)
{
    Chunk& chunk = load(tier, machine, series, number);
    chunk.edited = true;
    return chunk.buckets;
}

qint64 SeriesStore::undated(qint64 machine, Series series)
{
    if (!m_keepSums)
        return read(Tier::Quarter, machine, series, Undated).front().sum;
    const qint64 key = keyOf(Tier::Quarter, machine, series.id, Undated);
    if (const auto known = m_undated.find(key); known != m_undated.end())
        return known->second;
    if (m_undated.size() >= MaxKeptSlots / 16)
        m_undated.clear();
    return m_undated.emplace(key, read(Tier::Quarter, machine, series, Undated).front().sum).first->second;
}

void SeriesStore::add(Tier tier, qint64 machine, Series series, std::optional<UtcMs> at, qint64 value)
{
    const int per = slotsPerChunk(tier);
    const qint64 bucket = at ? slotAt(tier, std::max<UtcMs>(*at, 0)) : 0;
    Slots& buckets = edit(tier, machine, series, at ? bucket / per : Undated);
    buckets[static_cast<std::size_t>(bucket % per)].merge({ 1, value, value, value }, series.kind);
}

void SeriesStore::flush(std::optional<qint64> lastRevision)
{
    // In order of the keys: neighbours share pages.
    std::vector<qint64> keys;
    keys.reserve(m_chunks.size());
    for (const auto& [key, chunk] : m_chunks) {
        if (chunk.edited)
            keys.push_back(key);
    }
    std::sort(keys.begin(), keys.end());
    for (const qint64 key : keys) {
        const Chunk& chunk = m_chunks.at(key);
        const QByteArray data = encodeChunk(chunk.buckets, chunk.kind);
        if (lastRevision)
            ++*lastRevision;
        if (data.isEmpty() && !lastRevision) // a copier has to hear of an emptied chunk
            m_delete.bind(key).run();
        else
            m_write.bind(key, data, lastRevision).run();
    }
    m_chunks.clear();
}

void SeriesStore::discard()
{
    m_chunks.clear();
    m_series.clear();
}

void SeriesStore::each(Tier tier, qint64 machine, Series series, qint64 first, qint64 last,
    const std::function<void(qint64, const Slots&)>& take)
{
    const qint64 from = keyOf(tier, machine, series.id, std::clamp<qint64>(first, 0, NumberLimit - 1));
    const qint64 to = keyOf(tier, machine, series.id, std::clamp<qint64>(last, 0, NumberLimit - 1));
    m_range.bind(from, to);
    while (m_range.step())
        take((m_range.integer(0) & NumberLimit) - 1, decode(m_range.blob(1), series.kind, tier));
}

const CounterSums* SeriesStore::counterSums(Tier tier, qint64 machine, Series series, qint64 first, qint64 last)
{
    const qint64 per = slotsPerChunk(tier);
    if (!m_keepSums || series.kind != SeriesKind::Counter || first < 0 || last < first || last - first >= MaxSummedSlots / per)
        return nullptr;
    const std::pair key { keyOf(tier, machine, series.id, first), keyOf(tier, machine, series.id, last) };
    if (const auto known = m_sums.find(key); known != m_sums.end())
        return known->second ? &*known->second : nullptr;
    std::optional<CounterSums> sums(first * per);
    qint64 next = first;
    each(tier, machine, series, first, last, [&](qint64 number, const Slots& buckets) {
        if (!sums)
            return;
        sums->skip(static_cast<std::size_t>((number - next) * per));
        next = number + 1;
        if (!std::all_of(buckets.begin(), buckets.end(), [&](const Slot& bucket) { return sums->append(bucket); }))
            sums.reset();
    });
    if (sums)
        sums->skip(static_cast<std::size_t>((last + 1 - next) * per));
    const std::size_t size = sums ? sums->size() : 1;
    if (m_keptSlots + size > MaxKeptSlots) {
        m_sums.clear();
        m_keptSlots = 0;
    }
    m_keptSlots += size;
    const auto& kept = m_sums.emplace(key, std::move(sums)).first->second;
    return kept ? &*kept : nullptr;
}

bool CounterSums::append(const Slot& bucket)
{
    Until until = m_until.back();
    if (__builtin_add_overflow(until.sum, bucket.sum, &until.sum))
        return false;
    until.known += bucket.isKnown();
    m_until.push_back(until);
    return true;
}

void CounterSums::skip(std::size_t count) { m_until.resize(m_until.size() + count, Until(m_until.back())); }

void SeriesStore::release()
{
    m_chunks.clear();
    m_keepSums = false;
}

bool SeriesStore::keepSums()
{
    m_keepSums = true;
    const Database::Version now = m_database.version();
    if (now == m_version)
        return true;
    m_version = now;
    m_sums.clear();
    m_undated.clear();
    m_names.clear();
    m_keptSlots = 0;
    return false;
}

std::optional<qint64> SeriesStore::firstChunk(Tier tier, qint64 machine, Series series)
{
    Statement select = m_database.prepare("SELECT MIN(key) FROM chunks WHERE key>=? AND key<=?");
    select.bind(keyOf(tier, machine, series.id, 0), keyOf(tier, machine, series.id, NumberLimit - 1));
    if (!select.step() || select.isNull(0))
        return std::nullopt;
    return (select.integer(0) & NumberLimit) - 1;
}

std::optional<UtcMs> SeriesStore::lastQuarterEnd(qint64 machine, Series series)
{
    Statement select = m_database.prepare("SELECT MAX(key) FROM chunks WHERE key>=? AND key<=?");
    select.bind(keyOf(Tier::Quarter, machine, series.id, 0), keyOf(Tier::Quarter, machine, series.id, NumberLimit - 1));
    if (!select.step() || select.isNull(0))
        return std::nullopt;
    const qint64 number = (select.integer(0) & NumberLimit) - 1;
    const Slots& buckets = read(Tier::Quarter, machine, series, number);
    const auto last = std::find_if(buckets.rbegin(), buckets.rend(), [](const Slot& slot) { return slot.isKnown(); });
    return (number * slotsPerChunk(Tier::Quarter) + std::distance(last, buckets.rend())) * slotLength(Tier::Quarter);
}

int SeriesStore::removeBefore(Tier tier, qint64 machine, Series series, qint64 before, int limit)
{
    if (before <= 0)
        return 0;
    m_database.prepare("DELETE FROM chunks WHERE key IN (SELECT key FROM chunks WHERE key>=? AND key<? LIMIT ?)")
        .bind(keyOf(tier, machine, series.id, 0), keyOf(tier, machine, series.id, std::min(before, NumberLimit - 1)), limit).run();
    return m_database.changes();
}

QList<SeriesStore::Row> SeriesStore::changedSince(qint64 after, int limit)
{
    QList<Row> rows;
    Statement select = m_database.prepare("SELECT c.key, c.data, c.revision, s.name, s.kind FROM chunks c "
                                          "JOIN series s ON s.id=((c.key>>?)&?) WHERE c.revision>? ORDER BY c.revision LIMIT ?");
    select.bind(NumberBits, (qint64(1) << SeriesBits) - 1, after, limit);
    while (select.step()) {
        const qint64 key = select.integer(0);
        rows.append({ static_cast<Tier>(key >> (NumberBits + SeriesBits + MachineBits)),
            (key >> (NumberBits + SeriesBits)) & ((qint64(1) << MachineBits) - 1), select.text(3),
            static_cast<SeriesKind>(select.integer(4)), (key & NumberLimit) - 1, select.blob(1), select.integer(2) });
    }
    return rows;
}

} // namespace surplus
