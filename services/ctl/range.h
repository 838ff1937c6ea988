// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/localzone.h"
#include "services/common/history/historystore.h"
#include "services/ctl/control.h"

namespace surplus::ctl {

/// What --from, --to and --step say.
struct Range {
    std::optional<UtcMs> from;
    std::optional<UtcMs> to;
    std::optional<BinWidth> width;
    QTimeZone zone = localZone();
    UtcMs now = SystemClock().now();

    /// Fails with "usage".
    [[nodiscard]] static Result<Range> read(const cli::Line& line);
    static void addOptions(cli::Command& command);

    [[nodiscard]] QList<TimeBin> bins(HistoryStore& history) const;
    /// The same, for an engine.
    [[nodiscard]] QJsonObject params() const;
};

/// What the engine earned in that range.
[[nodiscard]] Result<EarningsTable> earningsOf(Control& control, const Range& range, const QString& by);

/// With a dashboard's history, that of --profile; what goes wrong is said.
int withProfile(const cli::Line& line, const std::function<int(HistoryStore& history, const QString& profile)>& act);

} // namespace surplus::ctl
