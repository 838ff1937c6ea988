// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"
#include "services/common/core/network.h"
#include "services/common/core/result.h"
#include "services/engine/market/standing.h"

#include <functional>
#include <map>
#include <vector>

namespace surplus {

/// Who holds a place in the market: MONEY.md "What a stranger may hold", *Sessions*. Those who paid most in 30 days keep
/// theirs, then those with most cover, then those who said something last; whoever waits for an answer or moves content is not
/// idle. A customer never ends its own work, whichever bound is reached: where only that would make room, its next one has to
/// come again. Others can't hold a place by being busy, or a few who are would keep everybody out. What customers without cover hold is bounded
/// by key, by address and in all, and never takes a place from one with cover. One thread.
class Sessions {
public:
    using Standings = std::function<CustomerStanding(const Address& chequebook)>;
    using Id = quint64;

    /// `standings` is asked anew each time: a customer may get cover, or lose it, while it is connected.
    explicit Sessions(Standings standings) : m_standings(std::move(standings)) { }

    struct Place {
        Address chequebook;
        Network network;
        std::function<qint64()> idleMs;
        std::function<bool()> busy; ///< an answer is waited for, or content moves
        std::function<void()> leave; ///< closes the connection; somebody else needs its place
    };
    /// Takes a place, and lets go who has to go for it. Fails with "market.busy" if only work of the same key could end for it,
    /// with "market.full" if all who could go rank higher.
    [[nodiscard]] Result<Id> take(Place place);
    void release(Id id) { m_places.erase(id); }

    /// Bytes that will be read for an answer: before they are read, until the answer left the socket. Nothing if the
    /// customer holds too many already.
    [[nodiscard]] Reservation reserveAnswer(const Address& chequebook, const Network& network, qint64 bytes);
    [[nodiscard]] CustomerStanding standing(const Address& chequebook) const { return m_standings(chequebook); }
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_places.size()); }

    static constexpr QuotaBounds Unfunded { 4, 32, 256 }; ///< MONEY.md allows 512: these stay within 64 MiB of memory, with the rows of 10,000 keys
    static constexpr QuotaBounds Covered { 16, 512, 512 };
    static constexpr QuotaBounds CoveredAnswers { 4 * 1024 * 1024, 128 * 1024 * 1024, 128 * 1024 * 1024 };
    /// What a byte that is read takes in memory at most until it has left: as it was read, as text in base64, as JSON, and
    /// as what is sent, of which one answer at a time is all four.
    static constexpr qint64 AnswerWeight = 4;

private:
    struct Rank {
        bool covered = false;
        qint64 paid = 0;
        qint64 cover = 0;
        qint64 busy = 0; ///< minus the idle time
        auto operator<=>(const Rank&) const = default;
    };
    using Ranks = std::map<Id, Rank>;
    [[nodiscard]] Rank rankOf(const Place& place, const CustomerStanding& standing) const;
    [[nodiscard]] Ranks ranks() const;
    enum class Room {
        Made,
        None, ///< all who could go rank higher
        AtWork ///< or are busy for the same customer
    };
    /// While `most` or more fit, the lowest of them that may go for `mine` is `going`, and no longer in `ranks`.
    template <typename Filter>
    [[nodiscard]] Room makeRoom(Ranks& ranks, std::vector<Id>& going, qint64 most, const Place& mine, const Rank& myRank, const Filter& fits) const;

    const Standings m_standings;
    std::map<Id, Place> m_places;
    Id m_last = 0;
    Quota m_unfundedAnswers { UnfundedAnswers };
    Quota m_coveredAnswers { CoveredAnswers };
};

} // namespace surplus
