// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/fleet/channelmoney.h"

#include <QJsonArray>

namespace surplus {

namespace {
void readPage(EngineLink& link, const QList<ChannelMoney>& before, qsizetype offset, std::function<void(Result<QList<ChannelMoney>>)> done)
{
    link.call(QStringLiteral("money.channels"), { { QStringLiteral("limit"), ChannelsAtOnce }, { QStringLiteral("offset"), offset } },
        [&link, before, offset, done = std::move(done)](const Result<QJsonObject>& answer) {
            if (!answer) {
                done(tl::unexpected(answer.error()));
                return;
            }
            QList<ChannelMoney> all = before;
            const QJsonArray channels = answer->value(u"channels").toArray();
            for (const QJsonValue& channel : channels)
                all.append({ channel[u"customer"].toString(), Money::fromJson(channel[u"money"].toObject()) });
            if (channels.size() >= ChannelsAtOnce && offset + ChannelsAtOnce < MaxChannels)
                readPage(link, all, offset + ChannelsAtOnce, done);
            else
                done(all);
        });
}
} // namespace

void readChannelMoney(EngineLink& link, std::function<void(Result<QList<ChannelMoney>>)> done) { readPage(link, {}, 0, std::move(done)); }

} // namespace surplus
