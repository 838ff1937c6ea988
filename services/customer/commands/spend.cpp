// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/commands/customer.h"
#include "services/customer/paying/leasecount.h"

namespace surplus::customer {

namespace {
int spend(const cli::Line& line)
{
    Customer customer(line);
    if (!customer.open())
        return ExitFailed;
    Purse& purse = customer.purse();
    auto files = purse.files();
    if (!files)
        return customer.failed(files.error());
    if (line.has("--refresh")) {
        Renter renter(purse);
        for (const StoredFile& file : std::as_const(*files)) {
            if (file.state == QLatin1String("closed") || file.state == QLatin1String("damaged"))
                continue;
            if (const auto asked = renter.refresh(file); !asked)
                customer.note({ QStringLiteral("%1: %2").arg(file.name, asked.error().message) });
        }
        (void)renter.takeNotices(); // they stand beside each file below
        files = purse.files();
    }
    const auto spending = purse.spending(purse.chain().spec);
    if (!spending || !files)
        return customer.failed(spending ? files.error() : spending.error());
    QString text = QStringLiteral("Promised %1 in all.").arg(customer.withSymbol(Amount::fromWire(spending->value(u"promised").toString()).value_or(Amount())));
    for (const StoredFile& file : std::as_const(*files)) {
        text += QStringLiteral("\n%1  %2  %3, ends %4, paid until %5, promised %6").arg(file.id, 4).arg(file.name, file.state, day(file.lease.end), day(shownPaidUntil(file)), customer.withSymbol(file.paid));
        if (const QString notice = noticeFor(file, SystemClock().now()); !notice.isEmpty())
            customer.note({ notice });
    }
    customer.say(*spending, text);
    return 0;
}
} // namespace

void addSpend(cli::Command root)
{
    cli::Command command = root.add("spend", "what is stored, until when it is paid, and what was promised");
    command.flag("--refresh", "Ask the providers first.").does(spend);
}

} // namespace surplus::customer
