// SPDX-License-Identifier: GPL-3.0-or-later
// What the chain says of the channels: a part of Ledger.
#include "services/engine/market/ledger.h"

#include <QLoggingCategory>
#include <algorithm>
#include <tuple>

namespace surplus {

Q_LOGGING_CATEGORY(lcFunds, "surplus.ledger.funds")

namespace {
constexpr qint64 FreshSeconds = 6 * SecondsPerDay; // a decrease takes seven days
}

QList<Ledger::ChannelMoney> Ledger::channelMoney(qsizetype most, qsizetype offset) const
{
    QList<ChannelMoney> all;
    {
        const std::lock_guard lock(m_mutex);
        for (const Account& account : m_accounts) {
            for (auto channel = account.channels.begin(); channel != account.channels.end(); ++channel) {
                const ChannelFunds funds = account.funds.value(channel.key());
                all.append({ account.chequebook, account.issuer, channel.key(), channel->accepted, moneyOf(channel->earned, funds), funds, channel->id });
            }
        }
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        const auto rank = [](const ChannelMoney& c) { return std::tuple(!c.chequebook.isNull(), c.money.secured, c.money.earned, c.accepted, c.chequebook, c.beneficiary); };
        return rank(b) < rank(a);
    });
    return all.mid(std::min(offset, all.size()), most);
}

QList<Ledger::Watched> Ledger::watched(qsizetype most) const
{
    QList<Watched> all;
    QList<std::pair<qint64, Address>> callers;
    const std::lock_guard lock(m_mutex);
    for (const Account& account : m_accounts) {
        if (account.chequebook.isNull())
            continue; // those that were forgotten
        for (auto channel = account.channels.begin(); channel != account.channels.end() && all.size() < most; ++channel)
            all.append({ account.chequebook, channel.key(), account.funds.value(channel.key()).isAny(), account.hello });
        if (account.hello > 0 && !account.channels.contains(m_beneficiary))
            callers.append({ account.hello, account.chequebook });
    }
    std::sort(callers.begin(), callers.end(), std::greater<>());
    for (const auto& [hello, chequebook] : std::as_const(callers)) {
        if (all.size() >= most || m_beneficiary.isNull())
            break;
        all.append({ chequebook, m_beneficiary, m_accounts.constFind(chequebook)->funds.value(m_beneficiary).isAny(), hello });
    }
    return all;
}

void Ledger::setFunds(const QList<std::pair<Watched, ChannelFunds>>& funds)
{
    struct Row {
        qint64 channel;
        ChannelFunds funds;
    };
    QList<Row> rows;
    bool recoverable = false;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [watched, read] : funds) {
            const auto account = m_accounts.find(watched.chequebook);
            if (account == m_accounts.end())
                continue;
            const ChannelFunds said { read.settled, read.assured, read.bounced, m_clock.now(), m_running, read.free };
            ChannelFunds before = std::exchange(account->funds[watched.beneficiary], said);
            if (watched.beneficiary == m_beneficiary)
                account->helloRead = watched.hello;
            const qint64 channel = account->channels.value(watched.beneficiary).id;
            constexpr qint64 RewriteSeconds = 3600; // that nothing has changed is worth a write once an hour
            const bool aged = before.ran < 0 || said.ran - before.ran > RewriteSeconds;
            before.seen = said.seen;
            before.ran = said.ran;
            if (before != said)
                m_exposure.update(*account);
            if (channel != 0 && (before != said || aged))
                rows.append({ channel, said });
            if (account->channels.value(watched.beneficiary).waiting.nano() > 0)
                m_recoverable.insert(account->chequebook);
        }
        recoverable = !m_recoverable.isEmpty();
    }
    if (recoverable && !post([this](Database& db) { writeRecovered(db); }))
        qCWarning(lcFunds).noquote() << "what was recovered was not written down: too much is waiting. It is tried again with the next look at the chain";
    if (rows.isEmpty())
        return;
    const bool posted = m_store.post([rows](Database& db) {
        const auto written = db.transact([&] {
            Statement update = db.prepare("UPDATE channels SET settled=?, assured=?, bounced=?, seen=?, seen_ran=?, free=? WHERE id=?");
            for (const Row& row : rows)
                update.bind(row.funds.settled.nano(), row.funds.assured.nano(), row.funds.bounced.nano(), row.funds.seen, row.funds.ran, row.funds.free.nano(), row.channel).run();
        });
        if (!written)
            qCWarning(lcFunds).noquote() << "what the chain said could not be written down:" << written.error().message;
    });
    if (!posted)
        qCWarning(lcFunds).noquote() << "what the chain said was not written down: too much is waiting";
}

void Ledger::dropStaleFunds(const Moment& now)
{
    for (Account& account : m_accounts) {
        bool changed = false;
        for (ChannelFunds& funds : account.funds) {
            const bool stale = now.seconds() - funds.ran >= FreshSeconds || now.confirmed - funds.seen >= FreshSeconds * 1000;
            if (stale && funds.assured.nano() > 0) {
                funds.assured = {};
                changed = true;
            }
        }
        if (changed)
            m_exposure.update(account);
    }
}

} // namespace surplus
