// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/commands/customer.h"
#include "services/customer/commands/spendoptions.h"
#include "services/customer/paying/filename.h"
#include "services/customer/paying/leasecount.h"
#include "services/customer/renting/userfile.h"

namespace surplus::customer {

namespace {
int fetch(Customer& customer, const StoredFile& file, const SpendLimits& spendLimits, const FetchLimits& limits)
{
    QString out = pathFromBytes(customer.line().bytes("--out"));
    if (out.isEmpty()) {
        out = file.fileName;
        if (userFileExists(out))
            return customer.failed({ QStringLiteral("get.exists"), QStringLiteral("%1 exists. Name another place with --out.").arg(file.name) });
    }
    Renter renter(customer.purse(), spendLimits);
    const auto fetched = renter.get(file, out, limits);
    customer.note(renter.takeNotices());
    if (!fetched)
        return customer.failed(fetched.error());
    const LeaseCount count(fetched->lease);
    const qint64 promised = fetched->paid.nano() - file.paid.nano();
    const qint64 owed = std::max<qint64>(0, count.fetching(fetched->received).nano() - count.fetching(file.received).nano() - promised);
    customer.say({ { QStringLiteral("id"), fetched->id }, { QStringLiteral("out"), shownPath(out) }, { QStringLiteral("size"), fetched->seal.plainSize },
                     { QStringLiteral("received"), fetched->received }, { QStringLiteral("promised"), fetched->paid.toWire() }, { QStringLiteral("owed"), QString::number(owed) } },
        QStringLiteral("Fetched %1 to %2; every hash is right. It cost %3.%4").arg(fetched->name, shownPath(out), customer.withSymbol(Amount::fromNano(promised)),
            owed > 0 ? QStringLiteral(" %1 more is owed for it, or was taken from what was promised ahead.").arg(customer.withSymbol(Amount::fromNano(owed))) : QString()));
    return 0;
}

int get(const cli::Line& line)
{
    const auto budget = line.tokens("--budget");
    const auto stall = line.number("--stall", 1, SecondsPerDay);
    if (!budget || !stall)
        return line.misuse(budget ? stall.error().message : budget.error().message);
    FetchLimits limits;
    limits.budget = *budget;
    limits.stallMs = static_cast<int>(*stall) * 1000;
    return withStored(line, [&](Customer& customer, const StoredFile& file, const SpendLimits& spending) { return fetch(customer, file, spending, limits); });
}
} // namespace

void addGet(cli::Command root)
{
    cli::Command command = root.add("get", "fetch a file back and verify it");
    command.word("file", "NAME", "the name that spend lists, or its number (#3 always means the number)");
    command.option("--out", "FILE", "Where to write it. Without it: under its own name, here.");
    command.option("--budget", "TOKENS", "Promise at most this much for the file, in all.");
    command.option("--stall", "SECONDS", "Give up when nothing comes for this long.", "60");
    addSpendLimits(command);
    command.does(get);
}

} // namespace surplus::customer
