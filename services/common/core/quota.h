// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/network.h"

#include <QByteArray>
#include <QHash>
#include <memory>
#include <mutex>

namespace surplus {

/// What may be held at most, in any unit: by one key, by one address (and, four times as much, by one /48), and by all.
struct QuotaBounds {
    qint64 perKey = 0;
    qint64 perNetwork = 0;
    qint64 inAll = 0;

    static constexpr qint64 NetworksPerWide = 4; ///< a /48 may hold what four /64s may
};

/// Which of the bounds would be passed, the narrowest first.
enum class QuotaHit { None, Key, Network, Wide, All };

/// Who holds how much of something that a stranger can occupy; MONEY.md "What a stranger may hold". It only counts: whoever
/// asks hit() and then takes does both under one lock, so that the check and the act are one. For what lives in a database:
/// add() what is read at the start, hit() and add() in the transaction that occupies, remove() in the one that frees.
class Tally {
public:
    explicit Tally(const QuotaBounds& bounds) : m_bounds(bounds) { }

    [[nodiscard]] QuotaBounds bounds() const { return m_bounds; }
    /// What is held already stays, also beyond the new bounds.
    void setBounds(const QuotaBounds& bounds) { m_bounds = bounds; }
    /// What would be passed if `key`, coming from `network`, held `n` more. `n` ≥ 0.
    [[nodiscard]] QuotaHit hit(const QByteArray& key, const Network& network, qint64 n) const;
    /// Whatever the bounds are.
    void add(const QByteArray& key, const Network& network, qint64 n);
    void remove(const QByteArray& key, const Network& network, qint64 n);
    void clear();

    [[nodiscard]] qint64 ofKey(const QByteArray& key) const { return m_keys.value(key); }
    [[nodiscard]] qint64 ofNetwork(const Network& network) const { return m_networks.value(network.text()); }
    [[nodiscard]] qint64 total() const { return m_total; }
    /// Counters in memory: those that are at zero are dropped.
    [[nodiscard]] qsizetype rows() const { return m_keys.size() + m_networks.size() + m_wides.size(); }

private:
    QuotaBounds m_bounds;
    QHash<QByteArray, qint64> m_keys;
    QHash<QString, qint64> m_networks;
    QHash<QString, qint64> m_wides;
    qint64 m_total = 0;
};

/// Something reserved: given back when the last copy is gone, on whatever thread that is.
using Reservation = std::shared_ptr<const void>;

/// A Tally that hands out reservations: the check and the taking are one. Any thread. Reservations may outlive it.
class Quota {
public:
    explicit Quota(const QuotaBounds& bounds) : m_shared(std::make_shared<Shared>(bounds)) { }

    /// `n` more for `key`, which comes from `network`; nothing if that would pass a bound, which is then told in `hit`.
    [[nodiscard]] Reservation reserve(const QByteArray& key, const Network& network, qint64 n, QuotaHit* hit = nullptr);
    void setBounds(const QuotaBounds& bounds);
    [[nodiscard]] QuotaBounds bounds() const;
    [[nodiscard]] qint64 ofKey(const QByteArray& key) const;
    [[nodiscard]] qint64 ofNetwork(const Network& network) const;
    [[nodiscard]] qint64 total() const;

private:
    struct Shared {
        explicit Shared(const QuotaBounds& bounds) : tally(bounds) { }
        std::mutex mutex;
        Tally tally;
    };
    std::shared_ptr<Shared> m_shared;
};

} // namespace surplus
