// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/commands/customer.h"
#include "services/customer/commands/spendoptions.h"
#include "services/customer/paying/leasecount.h"

namespace surplus::customer {

namespace {
int put(const cli::Line& line)
{
    const auto limits = spendLimits(line);
    const auto days = line.number("--days", 1, MaxDays);
    const auto ahead = keepAhead(line);
    if (!limits || !days || !ahead)
        return line.misuse(!limits ? limits.error().message : !days ? days.error().message : ahead.error().message);
    Customer customer(line);
    if (!customer.open())
        return ExitFailed;
    PutTerms terms;
    terms.days = static_cast<int>(*days);
    terms.keepAheadDays = ahead->value_or(KeepAheadDays);
    Renter renter(customer.purse(), *limits);
    const auto stored = renter.put(fileWord(line), line.text("--provider"), terms);
    customer.note(renter.takeNotices());
    if (!stored)
        return customer.failed(stored.error());
    customer.say(leaseJson(*stored),
        QStringLiteral("Stored %1 as number %2, until %3.%4").arg(stored->name).arg(stored->id).arg(day(stored->lease.end), paidUntilText(shownPaidUntil(*stored))));
    return 0;
}
} // namespace

void addPut(cli::Command root)
{
    cli::Command command = root.add("put", "store a file, encrypted, and pay for keeping it");
    command.word("file", "FILE", "the file");
    addProvider(command);
    command.option("--days", "N", "How long to store it, 1 to 3650.", "7");
    addKeepAhead(command, "7");
    addSpendLimits(command);
    command.does(put);
}

} // namespace surplus::customer
