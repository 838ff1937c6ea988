// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/market/sessions.h"

#include <QHash>
#include <algorithm>
#include <vector>

namespace surplus {

Sessions::Rank Sessions::rankOf(const Place& place, const CustomerStanding& standing) const
{
    return { standing.covered(), standing.paidRecently, standing.cover, place.busy() ? 0 : -place.idleMs() };
}

Sessions::Ranks Sessions::ranks() const
{
    QHash<Address, CustomerStanding> known;
    Ranks all;
    for (const auto& [id, place] : m_places) {
        auto standing = known.constFind(place.chequebook);
        if (standing == known.constEnd())
            standing = known.insert(place.chequebook, m_standings(place.chequebook));
        all.emplace(id, rankOf(place, *standing));
    }
    return all;
}

template <typename Filter>
bool Sessions::makeRoom(Ranks& ranks, std::vector<Id>& going, qint64 most, const Rank& mine, const Filter& fits) const
{
    std::vector<std::pair<Rank, Id>> rivals;
    for (const auto& [id, rank] : ranks) {
        if (fits(m_places.at(id), rank))
            rivals.emplace_back(rank, id);
    }
    std::sort(rivals.begin(), rivals.end());
    const auto over = static_cast<qint64>(rivals.size()) - most + 1;
    for (qint64 i = 0; i < over; ++i) {
        const auto& [rank, id] = rivals[static_cast<std::size_t>(i)];
        if (mine < rank)
            return false;
        going.push_back(id);
        ranks.erase(id);
    }
    return true;
}

Result<Sessions::Id> Sessions::take(Place place)
{
    const Rank mine = rankOf(place, m_standings(place.chequebook));
    Ranks all = ranks();
    const QuotaBounds& bounds = mine.covered ? Covered : Unfunded;
    const QString wide = place.network.wide();
    const auto sameKey = [&](const Place& other, const Rank&) { return other.chequebook == place.chequebook; };
    const auto sameKind = [&](const Place&, const Rank& rank) { return rank.covered == mine.covered; };
    const auto sameNetwork = [&](const Place& other, const Rank& rank) { return !rank.covered && other.network == place.network; };
    const auto sameWide = [&](const Place& other, const Rank& rank) { return !rank.covered && other.network.wide() == wide; };
    const auto own = std::count_if(m_places.begin(), m_places.end(), [&](const auto& one) { return one.second.chequebook == place.chequebook; });
    if (own >= bounds.perKey && std::all_of(m_places.begin(), m_places.end(), [&](const auto& one) { return one.second.chequebook != place.chequebook || one.second.busy(); }))
        return failure(QStringLiteral("market.busy"),
            QStringLiteral("You have %1 connections with this provider, as many as one customer may, and all of them are busy. Try again in a moment.").arg(own));
    std::vector<Id> going; // nobody goes unless there is a place in the end
    const bool room = makeRoom(all, going, bounds.perKey, mine, sameKey)
        && (mine.covered || makeRoom(all, going, bounds.perNetwork, mine, sameNetwork))
        && (mine.covered || wide.isEmpty() || makeRoom(all, going, bounds.perNetwork * QuotaBounds::NetworksPerWide, mine, sameWide))
        && makeRoom(all, going, bounds.inAll, mine, sameKind);
    if (!room)
        return failure(QStringLiteral("market.full"),
            QStringLiteral("This provider has no place for one more connection of customers who have paid less than the others. "
                           "Try again later, or set tokens aside for it."));
    for (const Id id : going) {
        const Place leaving = m_places.at(id);
        m_places.erase(id);
        leaving.leave();
    }
    m_places.emplace(++m_last, std::move(place));
    return m_last;
}

Reservation Sessions::reserveAnswer(const Address& chequebook, const Network& network, qint64 bytes)
{
    Quota& quota = m_standings(chequebook).covered() ? m_coveredAnswers : m_unfundedAnswers;
    return quota.reserve(chequebook.raw(), network, bytes * AnswerWeight);
}

} // namespace surplus
