// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/quota.h"

namespace surplus {

/// What a customer's place goes by; MONEY.md "What a stranger may hold". Nano.
struct CustomerStanding {
    qint64 paidRecently = 0; ///< in about the last 30 days
    qint64 cover = 0;
    [[nodiscard]] bool covered() const { return cover > 0; }
};

/// Bytes that are being read for answers to customers without cover, or are on their way to them.
inline constexpr QuotaBounds UnfundedAnswers { 4 * 1024 * 1024, 16 * 1024 * 1024, 64 * 1024 * 1024 };

} // namespace surplus
