// SPDX-License-Identifier: GPL-3.0-or-later
// surplus-customer: rents from providers and pays them.
#include "app/customer/customer.h"
#include "services/common/core/log.h"

#include <QCoreApplication>
#include <QTextStream>
#include <sys/stat.h>

int main(int argc, char** argv)
{
    using namespace surplus;
    umask(0077);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("surplus-customer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SURPLUS_VERSION));
    const Options options(argc, argv);
    const Log log(QString(), !options.has("json"));
    auto purse = Purse::open(options.text("home"));
    auto ready = purse ? Result<void>() : tl::unexpected(purse.error());
    if (ready && options.has("chain"))
        ready = (*purse)->useChain(options.text("chain"));
    if (!ready) {
        QTextStream(stderr) << "surplus-customer: " << ready.error().message << '\n';
        return Customer::ExitFailed;
    }
    return Customer(options, **purse).run();
}
