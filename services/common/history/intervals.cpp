// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/history/intervals.h"

namespace surplus {

Result<UtcMs> newestRecorded(Database& history, UtcMs until)
{
    return history.read([&] {
        Statement select = history.prepare("SELECT MAX(end) FROM intervals WHERE end<=?");
        return select.bind(until).step() ? select.integer(0) : 0;
    });
}

} // namespace surplus
