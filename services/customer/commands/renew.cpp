// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/commands/customer.h"
#include "services/customer/commands/spendoptions.h"
#include "services/customer/paying/leasecount.h"

namespace surplus::customer {

namespace {
int renew(const cli::Line& line)
{
    const auto days = line.number("--days", 0, MaxDays);
    const auto ahead = keepAhead(line);
    if (!days || !ahead)
        return line.misuse(days ? ahead.error().message : days.error().message);
    return withStored(line, [&](Customer& customer, const StoredFile& file, const SpendLimits& limits) {
        Renter renter(customer.purse(), limits);
        const auto renewed = renter.renew(file, static_cast<int>(*days), ahead->value_or(file.keepAhead > 0 ? file.keepAhead : KeepAheadDays));
        customer.note(renter.takeNotices());
        if (!renewed)
            return customer.failed(renewed.error());
        customer.say(leaseJson(*renewed), QStringLiteral("%1 is stored until %2.%3").arg(renewed->name, day(renewed->lease.end), paidUntilText(shownPaidUntil(*renewed))));
        return 0;
    });
}
} // namespace

void addRenew(cli::Command root)
{
    cli::Command command = root.add("renew", "move the end of a file's lease, and pay ahead");
    command.word("file", "NAME", "the name that spend lists, or its number (#3 always means the number)");
    command.option("--days", "N", "By how many days, 0 to 3650; 0: only pay ahead.", "7");
    addKeepAhead(command, "what was agreed to at put, or 7");
    addSpendLimits(command);
    command.does(renew);
}

} // namespace surplus::customer
