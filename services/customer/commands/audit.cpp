// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/commands/customer.h"
#include "services/customer/commands/spendoptions.h"

namespace surplus::customer {

namespace {
int check(Customer& customer, const StoredFile& file, const SpendLimits& limits, int blocks)
{
    Renter renter(customer.purse(), limits);
    const auto report = renter.audit(file, blocks);
    customer.note(renter.takeNotices());
    if (!report)
        return customer.failed(report.error());
    customer.say({ { QStringLiteral("blocks"), report->blocks }, { QStringLiteral("wrong"), report->wrong },
                     { QStringLiteral("paused"), report->paused }, { QStringLiteral("keptSeconds"), report->keptSeconds },
                     { QStringLiteral("paid"), report->paid.toWire() }, { QStringLiteral("paidUntil"), report->paidUntil } },
        report->paused          ? QStringLiteral("The provider has paused; neither passed nor failed.")
            : report->wrong > 0 ? QStringLiteral("%1 of %2 blocks are wrong. Nothing was paid.").arg(report->wrong).arg(report->blocks)
                                : QStringLiteral("%1 blocks are right; paid %2.%3").arg(report->blocks).arg(customer.withSymbol(report->paid), paidUntilText(report->paidUntil)));
    return report->wrong > 0 ? ExitAuditFailed : 0;
}

int audit(const cli::Line& line)
{
    const auto blocks = line.number("--blocks", 1, 16);
    if (!blocks)
        return line.misuse(blocks.error().message);
    return withStored(line, [&](Customer& customer, const StoredFile& file, const SpendLimits& limits) { return check(customer, file, limits, static_cast<int>(*blocks)); });
}
} // namespace

void addAudit(cli::Command root)
{
    cli::Command command = root.add("audit", "check random blocks of a file that is kept");
    command.more("A passed audit pays the GB-days that are due, and as much ahead again as was agreed to at put.");
    command.word("file", "NAME", "the name that spend lists, or its number (#3 always means the number)");
    command.option("--blocks", "N", "How many blocks, 1 to 16.", "16");
    addSpendLimits(command);
    command.does(audit);
}

} // namespace surplus::customer
