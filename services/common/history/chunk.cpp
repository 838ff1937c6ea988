// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/chunk.h"

#include "services/common/core/durations.h"

#include <algorithm>
#include <limits>

namespace surplus {

namespace {
void put(QByteArray& out, quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        out.append(static_cast<char>(value | 0x80));
    out.append(static_cast<char>(value));
}

// Differences wrap around on purpose: they come back the same way.
quint64 difference(qint64 a, qint64 b) { return static_cast<quint64>(a) - static_cast<quint64>(b); }
quint64 zigzag(quint64 value) { return (value << 1) ^ (value >> 63 ? ~quint64(0) : 0); }
quint64 unzigzag(quint64 value) { return (value >> 1) ^ (value & 1 ? ~quint64(0) : 0); }
qint64 plus(qint64 a, quint64 b) { return static_cast<qint64>(static_cast<quint64>(a) + b); }

class Reader {
public:
    explicit Reader(const QByteArray& data) : m_at(data.constData()), m_end(m_at + data.size()) { }
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] bool get(quint64& value)
    {
        value = 0;
        for (int shift = 0; shift < 64 && m_at < m_end; shift += 7) {
            const auto byte = static_cast<quint8>(*m_at++);
            if (shift == 63 && byte > 1)
                return false;
            value |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80)
                return byte != 0 || shift == 0; // one way to write each number
        }
        return false;
    }

private:
    const char* m_at;
    const char* m_end;
};
} // namespace

int slotsPerChunk(Tier tier) { return tier == Tier::Minute ? 60 : tier == Tier::Quarter ? 96 : 512; }

qint64 slotLength(Tier tier) { return tier == Tier::Minute ? MinuteMs : tier == Tier::Quarter ? QuarterMs : 0; }

qint64 slotAt(Tier tier, UtcMs at)
{
    const qint64 length = slotLength(tier);
    return at / length - (at % length < 0 ? 1 : 0);
}

void Slot::merge(const Slot& other, SeriesKind kind)
{
    if (!other.isKnown())
        return;
    if (!isKnown()) {
        *this = other;
        return;
    }
    sum = addSaturated(sum, other.sum);
    if (kind == SeriesKind::Counter) {
        min = max = sum;
        return;
    }
    count = addSaturated(count, other.count);
    min = std::min(min, other.min);
    max = std::max(max, other.max);
}

QByteArray encodeChunk(const Slots& slots, SeriesKind kind)
{
    QByteArray out;
    out.reserve(static_cast<qsizetype>(slots.size()) * 6);
    quint64 gap = 0;
    qint64 before = 0;
    for (const Slot& slot : slots) {
        if (!slot.isKnown()) {
            ++gap;
            continue;
        }
        put(out, gap);
        gap = 0;
        if (kind == SeriesKind::Counter) {
            put(out, zigzag(difference(slot.sum, before)));
            before = slot.sum;
            continue;
        }
        put(out, static_cast<quint64>(slot.count));
        put(out, zigzag(difference(slot.min, before)));
        put(out, difference(slot.max, slot.min));
        put(out, zigzag(difference(slot.sum, static_cast<qint64>(static_cast<quint64>(slot.min) * static_cast<quint64>(slot.count)))));
        before = slot.min;
    }
    return out;
}

std::optional<Slots> decodeChunk(const QByteArray& data, SeriesKind kind, int count)
{
    Slots slots(static_cast<std::size_t>(count));
    Reader reader(data);
    quint64 next = 0;
    qint64 before = 0;
    while (!reader.atEnd()) {
        quint64 gap = 0;
        if (!reader.get(gap) || gap >= slots.size() || next + gap >= slots.size())
            return std::nullopt;
        Slot& slot = slots[next + gap];
        next += gap + 1;
        quint64 first = 0;
        if (!reader.get(first))
            return std::nullopt;
        if (kind == SeriesKind::Counter) {
            before = plus(before, unzigzag(first));
            slot = { 1, before, before, before };
            continue;
        }
        quint64 min = 0;
        quint64 range = 0;
        quint64 rest = 0;
        if (first == 0 || first > quint64(std::numeric_limits<qint64>::max()) || !reader.get(min) || !reader.get(range) || !reader.get(rest))
            return std::nullopt;
        slot.count = static_cast<qint64>(first);
        slot.min = plus(before, unzigzag(min));
        slot.max = plus(slot.min, range);
        slot.sum = plus(static_cast<qint64>(static_cast<quint64>(slot.min) * first), unzigzag(rest));
        if (slot.max < slot.min)
            return std::nullopt;
        before = slot.min;
    }
    return slots;
}

} // namespace surplus
