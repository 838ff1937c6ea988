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
Sessions::Room Sessions::makeRoom(Ranks& ranks, std::vector<Id>& going, qint64 most, const Place& mine, const Rank& myRank, const Filter& fits) const
{
    std::vector<std::pair<Rank, Id>> rivals;
    qint64 held = 0;
    bool atWork = false; // something of its own, which stays
    for (const auto& [id, rank] : ranks) {
        const Place& place = m_places.at(id);
        if (!fits(place, rank))
            continue;
        ++held;
        if (place.chequebook == mine.chequebook && place.busy())
            atWork = true;
        else
            rivals.emplace_back(rank, id);
    }
    std::sort(rivals.begin(), rivals.end());
    for (std::size_t i = 0; held >= most; ++i, --held) {
        if (i == rivals.size() || myRank < rivals[i].first)
            return atWork ? Room::AtWork : Room::None;
        going.push_back(rivals[i].second);
        ranks.erase(rivals[i].second);
    }
    return Room::Made;
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
    std::vector<Id> going; // nobody goes unless there is a place in the end
    Room room = Room::Made;
    const auto make = [&](qint64 most, const auto& fits) {
        if (room == Room::Made)
            room = makeRoom(all, going, most, place, mine, fits);
    };
    make(bounds.perKey, sameKey);
    if (!mine.covered) {
        make(bounds.perNetwork, sameNetwork);
        if (!wide.isEmpty())
            make(bounds.perNetwork * QuotaBounds::NetworksPerWide, sameWide);
    }
    make(bounds.inAll, sameKind);
    if (room == Room::AtWork)
        return failure(QStringLiteral("market.busy"),
            QStringLiteral("This provider has a place for one more connection of yours only where another one of yours ends, and those are busy. Try again in a moment."));
    if (room == Room::None)
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
