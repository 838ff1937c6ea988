// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/quota.h"

namespace surplus {

namespace {
/// Written so that no sum can overflow.
bool passes(qint64 held, qint64 more, qint64 bound) { return more > bound || held > bound - more; }

template <typename Key> void change(QHash<Key, qint64>& counters, const Key& key, qint64 by)
{
    const auto counter = counters.insert(key, counters.value(key) + by);
    if (*counter <= 0)
        counters.erase(counter);
}
} // namespace

QuotaHit Tally::hit(const QByteArray& key, const Network& network, qint64 n) const
{
    if (passes(ofKey(key), n, m_bounds.perKey))
        return QuotaHit::Key;
    if (passes(ofNetwork(network), n, m_bounds.perNetwork))
        return QuotaHit::Network;
    const QString wide = network.wide();
    if (!wide.isEmpty() && passes(m_wides.value(wide), n, m_bounds.perNetwork * QuotaBounds::NetworksPerWide))
        return QuotaHit::Wide;
    return passes(m_total, n, m_bounds.inAll) ? QuotaHit::All : QuotaHit::None;
}

void Tally::add(const QByteArray& key, const Network& network, qint64 n)
{
    change(m_keys, key, n);
    change(m_networks, network.text(), n);
    if (const QString wide = network.wide(); !wide.isEmpty())
        change(m_wides, wide, n);
    m_total += n;
}

void Tally::remove(const QByteArray& key, const Network& network, qint64 n) { add(key, network, -n); }

void Tally::clear()
{
    m_keys.clear();
    m_networks.clear();
    m_wides.clear();
    m_total = 0;
}

Reservation Quota::reserve(const QByteArray& key, const Network& network, qint64 n, QuotaHit* hit)
{
    const std::lock_guard lock(m_shared->mutex);
    const QuotaHit found = m_shared->tally.hit(key, network, n);
    if (hit)
        *hit = found;
    if (found != QuotaHit::None)
        return {};
    m_shared->tally.add(key, network, n);
    return Reservation(static_cast<const void*>(m_shared.get()), [shared = m_shared, key, network, n](const void*) {
        const std::lock_guard inner(shared->mutex);
        shared->tally.remove(key, network, n);
    });
}

void Quota::setBounds(const QuotaBounds& bounds)
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->tally.setBounds(bounds);
}

QuotaBounds Quota::bounds() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->tally.bounds();
}

qint64 Quota::ofKey(const QByteArray& key) const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->tally.ofKey(key);
}

qint64 Quota::ofNetwork(const Network& network) const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->tally.ofNetwork(network);
}

qint64 Quota::total() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->tally.total();
}

} // namespace surplus
