// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/clock.h"

#include <limits>
#include <QByteArray>
#include <optional>
#include <vector>

namespace surplus {

/// What a series counts, and so what becomes of it when buckets or machines are put together.
enum class SeriesKind {
    Counter = 0, ///< increments (nano-tokens, bytes, ms of uptime): everything adds up
    Level = 1, ///< a quantity that is there (bytes stored): averaged over time, added over machines
    Reading = 2, ///< a quantity of one place (a temperature): averaged over time, never added
};

/// The width of a bucket. A chunk holds the buckets of one series that are stored together.
enum class Tier {
    Minute = 0, ///< an hour of minutes
    Quarter = 1, ///< a UTC day of quarter hours
    Day = 2, ///< 512 local days, by their Julian day numbers
};
[[nodiscard]] int slotsPerChunk(Tier tier);
/// ms; days have no fixed length and give 0.
[[nodiscard]] qint64 slotLength(Tier tier);
/// The bucket that holds `at`, counted from 1970-01-01 UTC. Minute and Quarter only.
[[nodiscard]] qint64 slotAt(Tier tier, UtcMs at);

/// One bucket: how many values came, their sum and extremes. A counter's `count` is 1 and its extremes are its sum.
struct Slot {
    qint64 count = 0; ///< 0: nothing was recorded
    qint64 sum = 0;
    qint64 min = 0;
    qint64 max = 0;

    [[nodiscard]] bool isKnown() const { return count > 0; }
    /// The average of a level or reading, rounded towards zero; 0 if nothing is known.
    [[nodiscard]] qint64 mean() const { return count > 0 ? sum / count : 0; }
    /// Puts `other` into this bucket. Sums that would overflow stay at the limit.
    void merge(const Slot& other, SeriesKind kind);
    bool operator==(const Slot&) const = default;
};
[[nodiscard]] inline qint64 addSaturated(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (__builtin_add_overflow(a, b, &sum))
        return b > 0 ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min();
    return sum;
}

/// All buckets of one chunk, known or not.
using Slots = std::vector<Slot>;

/// The stored and the wire form: for each known bucket the gap before it and its values as differences to the one
/// before, in LEB128. A quarter hour takes 5 to 9 bytes where a table's row takes 30 to 50.
[[nodiscard]] QByteArray encodeChunk(const Slots& slots, SeriesKind kind);
/// Nothing if the data is not what encodeChunk() makes of `count` buckets: hostile or damaged.
[[nodiscard]] std::optional<Slots> decodeChunk(const QByteArray& data, SeriesKind kind, int count);

} // namespace surplus
