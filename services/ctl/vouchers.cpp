// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/control.h"
#include "services/ctl/texts.h"

namespace surplus::ctl {

namespace {
int vouchers(Control& control)
{
    const auto channels = control.allChannels();
    if (!channels)
        return ExitRefused;
    if (control.json()) {
        print({ { QStringLiteral("channels"), *channels } });
        return 0;
    }
    for (const QJsonValue& row : *channels)
        out() << row[u"customer"].toString() << "  " << tokens(row[u"accepted"], QString()) << " " << time(row[u"updated"].toInteger()) << '\n';
    out() << Qt::flush;
    return 0;
}
} // namespace

void addVouchers(cli::Command root) { root.add("vouchers", "the highest voucher of each channel").does(withEngine(vouchers)); }

} // namespace surplus::ctl
