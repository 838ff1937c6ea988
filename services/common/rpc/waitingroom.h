// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/network.h"

#include <QtGlobal>
#include <map>
#include <optional>

namespace surplus {

/// Who is connected and has not proved who it is: DESIGN.md "Control API", MONEY.md "Sessions". Nobody is turned away at
/// the door; somebody else goes. Those of the engine's own user stand apart: no stranger can push them out, nor they him.
class WaitingRoom {
public:
    using Id = quint64; ///< in the order of arrival

    struct Bounds {
        int perNetwork = 8; ///< of strangers; four times as many of a /48
        int strangers = 256;
        int own = 256; ///< a web page in the user's browser counts as the user
    };

    explicit WaitingRoom(const Bounds& bounds) : m_bounds(bounds) { }

    /// Who has to go before one more of `network` (or of the engine's own user) may enter; nothing if there is room.
    /// Strangers: the oldest of the same address or /48 if that is full; if all is full, one at random of the address with
    /// most. The own user's: the oldest of its own. In each case first one that has not sent a whole message yet.
    [[nodiscard]] std::optional<Id> toMakeRoom(const Network& network, bool own) const;
    Id enter(const Network& network, bool own);
    /// It sent its first message, whole.
    void spoke(Id id);
    void leave(Id id) { m_guests.erase(id); }

    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_guests.size()); }

private:
    struct Guest {
        Network network;
        bool own = false;
        bool spoke = false;
    };
    enum class Choice { Oldest, Random };
    template <typename Filter> [[nodiscard]] std::optional<Id> choose(Choice choice, const Filter& fits) const;

    const Bounds m_bounds;
    std::map<Id, Guest> m_guests;
    Id m_last = 0;
};

} // namespace surplus
