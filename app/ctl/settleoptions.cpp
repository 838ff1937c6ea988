// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/settleoptions.h"

#include "services/common/core/parse.h"
#include "services/common/crypto/typed.h"

namespace surplus {

namespace {
tl::unexpected<Error> usage(const QString& message) { return failure(QStringLiteral("usage"), message); }

/// Which options each command heeds.
bool heeds(const QString& command, const QString& option)
{
    static const QHash<QString, QStringList> heeded {
        { QString(), { QStringLiteral("payout"), QStringLiteral("max-share"), QStringLiteral("coin-rate"), QStringLiteral("max-fee") } },
        { QStringLiteral("authorize"), { QStringLiteral("payout"), QStringLiteral("coin-rate"), QStringLiteral("relay-fee"), QStringLiteral("relayer") } } };
    return heeded.value(command).contains(option);
}
} // namespace

Result<SettleOptions> SettleOptions::read(const QCommandLineParser& parser, const QStringList& words)
{
    const QString command = words.value(0);
    for (const char* name : { "payout", "max-share", "coin-rate", "max-fee", "relay-fee", "relayer" }) {
        if (const auto option = QString::fromLatin1(name); parser.isSet(option) && !heeds(command, option))
            return usage(QStringLiteral("%1 takes no --%2.").arg(command.isEmpty() ? QStringLiteral("settle alone") : QStringLiteral("settle ") + command, option));
    }
    SettleOptions options;
    const auto address = [&](const QString& name) -> Result<std::optional<Address>> {
        if (!parser.isSet(name))
            return std::nullopt;
        const auto typed = addressFromText(parser.value(name));
        if (!typed || typed->isNull())
            return usage(QStringLiteral("--%1 names no address. %2 Nothing was done.").arg(name, typed ? QStringLiteral("Nobody has the address zero.") : typed.error().message));
        return *typed;
    };
    const auto tokens = [&](const QString& name, const char* what, bool zero) -> Result<std::optional<Amount>> {
        if (!parser.isSet(name))
            return std::nullopt;
        const auto typed = Amount::fromTokens(parser.value(name));
        if (!typed || (typed->nano() == 0 && !zero))
            return usage(QStringLiteral("--%1 must be %2. Nothing was done.").arg(name, QLatin1String(what)));
        return *typed;
    };
    const auto payout = address(QStringLiteral("payout"));
    const auto relayer = address(QStringLiteral("relayer"));
    const auto rate = tokens(QStringLiteral("coin-rate"), "what one of the chain's coin is worth in tokens, such as 2500", false);
    const auto fee = tokens(QStringLiteral("max-fee"), "a number of the chain's coin such as 0.001", true);
    const auto relayFee = tokens(QStringLiteral("relay-fee"), "tokens such as 0.5", true);
    for (const auto* read : { &payout, &relayer }) {
        if (!*read)
            return tl::unexpected(read->error());
    }
    for (const auto* read : { &rate, &fee, &relayFee }) {
        if (!*read)
            return tl::unexpected(read->error());
    }
    options.payout = *payout;
    options.relayer = relayer->value_or(Address());
    options.coinRate = *rate;
    options.maxFee = *fee;
    options.relayFee = relayFee->value_or(Amount());
    if (const auto name = QStringLiteral("max-share"); parser.isSet(name)) {
        options.maxShare = parse::decimal(parser.value(name));
        if (!options.maxShare || *options.maxShare <= 0 || *options.maxShare > 100 || !options.coinRate)
            return usage(QStringLiteral("--max-share must be a percentage such as 1, and needs --coin-rate: what one of the chain's coin is worth in tokens. Nothing was done."));
    }
    return options;
}

} // namespace surplus
