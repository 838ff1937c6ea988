// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/engine/market/ledger.h"

namespace surplus {

/// When which channels are looked up on the chain, so that strangers, who say hello and sign vouchers for nothing, can't make
/// the engine ask the user's endpoint without a bound. Channels with something on the chain are looked at each time; of the
/// others a fixed number in turns; those of who said hello soon, many in one look, a few looks a minute. Times in ms of a
/// steady clock. One thread at a time.
class ChainAgenda {
public:
    /// Somebody said hello. Many hellos of one customer are one; who waits is looked at in turns by address, so that nobody
    /// waits for the many keys of another.
    void hello(const Address& chequebook, const Network& network);
    /// The user wants to know, or something was settled.
    void wantAll() { m_wanted = true; }

    struct Look {
        bool all = false;
        QSet<Address> callers; ///< who said hello
        bool operator==(const Look&) const = default;
    };
    /// What has to be looked at now; nothing if it is not time yet.
    [[nodiscard]] std::optional<Look> due(qint64 now);
    /// Until something may be due, at least 1.
    [[nodiscard]] qint64 dueIn(qint64 now) const;

    /// Of all channels that are watched, those of this look, at most `most`.
    [[nodiscard]] QList<Ledger::Watched> choose(const Look& look, const QList<Ledger::Watched>& watched, qsizetype most);

    static constexpr qint64 AllEveryMs = 15'000;
    static constexpr qint64 LeastMs = 1'000; ///< between two looks
    static constexpr qint64 HelloEveryMs = 5'000; ///< between two looks for hellos, on average
    static constexpr qint64 HelloBurst = 5; ///< of them at once, after quiet
    static constexpr qsizetype CallersPerLook = 100; ///< as many as one request holds
    static constexpr QuotaBounds Callers { 1, 100, 2'000 }; ///< who wait; whoever comes then is seen in turns
    static constexpr qsizetype UnfundedPerLook = 200;

private:
    struct Caller {
        Address chequebook;
        Network network;
        qint64 turn = 0;
    };
    [[nodiscard]] qint64 creditAt(qint64 now) const;
    void sortByTurn();

    bool m_wanted = true;
    qint64 m_looked = -AllEveryMs; ///< when, the last time
    qint64 m_lookedAtAll = -AllEveryMs;
    qint64 m_credit = HelloBurst * HelloEveryMs; ///< ms, as of m_creditAt
    qint64 m_creditAt = 0;
    QList<Caller> m_callers; ///< of one address in the order of their hellos
    Tally m_waiting { Callers }; ///< the same
    qsizetype m_turn = 0;
};

} // namespace surplus
