// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/rpc/waitingroom.h"

#include "services/common/core/quota.h"

#include <QRandomGenerator>
#include <algorithm>
#include <vector>

namespace surplus {

template <typename Filter> std::optional<WaitingRoom::Id> WaitingRoom::choose(Choice choice, const Filter& fits) const
{
    std::vector<Id> silent;
    std::vector<Id> heard;
    for (const auto& [id, guest] : m_guests) {
        if (fits(guest))
            (guest.spoke ? heard : silent).push_back(id);
    }
    const std::vector<Id>& from = silent.empty() ? heard : silent;
    if (from.empty())
        return std::nullopt;
    return from[choice == Choice::Oldest ? 0 : QRandomGenerator::global()->bounded(static_cast<quint32>(from.size()))];
}

std::optional<WaitingRoom::Id> WaitingRoom::toMakeRoom(const Network& network, bool own) const
{
    const auto count = [this](const auto& fits) {
        return std::count_if(m_guests.begin(), m_guests.end(), [&](const auto& entry) { return fits(entry.second); });
    };
    if (own) {
        const auto isOwn = [](const Guest& guest) { return guest.own; };
        return count(isOwn) >= m_bounds.own ? choose(Choice::Oldest, isOwn) : std::nullopt;
    }
    const auto isNeighbour = [&](const Guest& guest) { return !guest.own && guest.network == network; };
    if (count(isNeighbour) >= m_bounds.perNetwork)
        return choose(Choice::Oldest, isNeighbour);
    const QString wide = network.wide();
    const auto isNear = [&](const Guest& guest) { return !guest.own && guest.network.wide() == wide; };
    if (!wide.isEmpty() && count(isNear) >= m_bounds.perNetwork * QuotaBounds::NetworksPerWide)
        return choose(Choice::Oldest, isNear);
    if (count([](const Guest& guest) { return !guest.own; }) < m_bounds.strangers)
        return std::nullopt;
    QHash<Network, int> crowd;
    for (const auto& [id, guest] : m_guests) {
        if (!guest.own)
            ++crowd[guest.network];
    }
    const int most = *std::max_element(crowd.cbegin(), crowd.cend());
    return choose(Choice::Random, [&](const Guest& guest) { return !guest.own && crowd.value(guest.network) == most; });
}

WaitingRoom::Id WaitingRoom::enter(const Network& network, bool own)
{
    m_guests.emplace(++m_last, Guest { network, own, false });
    return m_last;
}

void WaitingRoom::spoke(Id id)
{
    if (const auto guest = m_guests.find(id); guest != m_guests.end())
        guest->second.spoke = true;
}

} // namespace surplus
