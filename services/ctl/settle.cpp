// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/keccak.h"
#include "services/ctl/range.h"
#include "services/ctl/settleoptions.h"
#include "services/ctl/settling.h"

#include <QFile>
#include <QJsonDocument>

namespace surplus::ctl {

namespace {
using Settle = int (*)(const cli::Line& line, const SettleSource& source);

/// With the vouchers that the engine holds.
int withEngineVouchers(const cli::Line& line, Settle settle)
{
    Control control(line);
    if (!control.open())
        return ExitNoEngine;
    SettleSource source;
    source.recordFile = dataDir(line) + QStringLiteral("/settlements.db");
    if (const auto status = control.call(QStringLiteral("engine.status")))
        source.payout = parseAddress((*status)[u"beneficiary"].toString()).value_or(Address());
    const auto chain = control.call(QStringLiteral("chain.get"));
    const auto held = chain ? control.allChannels() : std::nullopt;
    if (!held)
        return ExitRefused;
    const auto config = ChainConfig::fromJson(*chain);
    if (!config)
        return refused(config.error());
    source.chain = *config;
    for (const QJsonValue& row : *held) {
        if (const auto channel = Settleable::fromJson(row.toObject()))
            source.vouchers.append(*channel);
    }
    const int code = settle(line, source);
    (void)control.client().callAndWait(QStringLiteral("chain.look"));
    return code;
}

/// With the vouchers that a dashboard holds: no engine is needed.
int withProfileVouchers(const cli::Line& line, Settle settle, HistoryStore& history, const QString& profile)
{
    SettleSource source;
    source.recordFile = profile + QStringLiteral("/settlements.db");
    QFile description(QFile::decodeName(line.bytes("--chain")));
    if (description.fileName().isEmpty() || !description.open(QIODevice::ReadOnly))
        return line.misuse(QStringLiteral("with --profile, --chain FILE has to describe the chain"));
    const auto config = ChainConfig::fromJson(QJsonDocument::fromJson(description.read(256 * 1024)).object());
    const auto held = history.vouchers().all();
    if (!config || !held)
        return refused(config ? held.error() : config.error());
    source.chain = *config;
    for (const QJsonObject& row : *held) {
        const bool here = row.value(u"chainId").toInteger(static_cast<qint64>(config->spec.chainId)) == static_cast<qint64>(config->spec.chainId);
        if (const auto one = Settleable::fromJson(row); one && here)
            source.vouchers.append(*one);
    }
    if (!source.vouchers.isEmpty()) // the newest payout address is the one of the largest; --payout names another
        source.payout = source.vouchers.first().highest.beneficiary;
    return settle(line, source);
}

cli::Act acting(Settle settle)
{
    return [settle](const cli::Line& line) {
        // Read whole before an engine or a chain is asked.
        if (const auto options = SettleOptions::read(line); !options)
            return line.misuse(options.error().message);
        if (line.has("--profile"))
            return withProfile(line, [&](HistoryStore& history, const QString& profile) { return withProfileVouchers(line, settle, history, profile); });
        return withEngineVouchers(line, settle);
    };
}

void addProfile(cli::Command& command)
{
    command.option("--profile", "DIR", "Settle the vouchers of the dashboard whose directory this is, also those of machines that are gone.");
    command.option("--chain", "FILE", "With --profile: the chain's description (JSON).");
}

void addKey(cli::Command& command)
{
    command.option("--keystore", "FILE", "The key that signs and pays the fee: a V3 keystore, as every Ethereum wallet exports it.");
    command.option("--password-file", "FILE", "Where the keystore's password stands. Without it you are asked.");
}

void addPayout(cli::Command& command)
{
    command.option("--payout", "ADDRESS", "For this address instead of the present payout address.");
    command.option("--coin-rate", "TOKENS", "What one of the chain's coin is worth in tokens. Then an entry worth less than its own fee waits.");
}
} // namespace

void addSettle(cli::Command root)
{
    cli::Command settle = root.add("settle", "what a settlement would pay and cost at most; with --yes it is sent and waited for");
    settle.flag("--yes", "Send it.");
    addKey(settle);
    addPayout(settle);
    settle.option("--max-share", "PERCENT", "Only if the fee is at most this percentage of the amount; needs --coin-rate. For a timer.");
    settle.option("--max-fee", "COIN", "Only if the fee is at most this much of the chain's coin.");
    addProfile(settle);
    settle.does(acting(settling::settle));

    cli::Command history = settle.add("history", "what was settled, and what is on its way");
    addProfile(history);
    history.does(acting(settling::history));

    cli::Command authorize = settle.add("authorize", "without gas money: let whoever gets FILE settle for you, for at most a fee in tokens");
    authorize.word("file", "FILE", "where the permission is written to");
    authorize.option("--relay-fee", "TOKENS", "The fee, at most.", "0");
    authorize.option("--relayer", "ADDRESS", "Who may use it. Without it: anybody.");
    addKey(authorize);
    addPayout(authorize);
    addProfile(authorize);
    authorize.does(acting(settling::authorize));

    cli::Command relay = settle.add("relay", "settle for somebody else and take the fee");
    relay.word("file", "FILE", "the permission that they wrote");
    addKey(relay);
    addProfile(relay);
    relay.does(acting(settling::relay));
}

} // namespace surplus::ctl
