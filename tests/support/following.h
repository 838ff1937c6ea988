// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/settlement/settler.h"
#include "tests/support/anvil.h"
#include "tests/support/patience.h"

#include <QTest>

namespace surplus::test {

inline void settled(Settler& settler, Anvil& anvil)
{
    for (int i = 0; i < 20; ++i) {
        const auto followed = settler.follow();
        QVERIFY2(followed, qPrintable(followed ? QString() : followed.error().message));
        if (!settler.records()->first().isOpen())
            return;
        anvil.mine(1);
    }
    QFAIL("it is never confirmed");
}

/// A block is made for a transaction soon after it was taken, not before its sender is answered.
[[nodiscard]] inline bool becomes(Settler& settler, SettlementState state)
{
    return QTest::qWaitFor([&] {
        return settler.follow().has_value() && settler.records()->first().state == state;
    }, Patience);
}

inline constexpr int ShortPatience = 5'000; ///< of a client whose node is frozen

} // namespace surplus::test
