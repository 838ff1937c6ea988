// SPDX-License-Identifier: GPL-3.0-or-later
// surplus-customer fund …: the chequebook on the chain.
#include "app/customer/customer.h"

#include "services/common/core/processlock.h"
#include "services/common/crypto/keccak.h"
#include "services/customer/paying/funding.h"

#include <QDateTime>
#include <QJsonArray>

namespace surplus {

int Customer::fund(const QStringList& words)
{
    const QString what = words.value(0);
    const bool withAmount = what == QLatin1String("deposit") || what == QLatin1String("withdraw") || what == QLatin1String("reserve") || what == QLatin1String("decrease");
    const bool withProvider = what == QLatin1String("reserve") || what == QLatin1String("decrease") || what == QLatin1String("release");
    const bool plain = what == QLatin1String("status") || what == QLatin1String("deploy");
    if (words.size() != (withAmount ? 2 : 1) || !(plain || withAmount || withProvider) || withProvider != m_options.has("provider"))
        return usage(QStringLiteral("fund takes status, deploy, deposit TOKENS, withdraw TOKENS, or with --provider reserve TOKENS, decrease TOKENS, release"));
    const auto amount = withAmount ? Amount::fromTokens(words[1]) : std::optional(Amount());
    if (!amount || (withAmount && amount->nano() <= 0))
        return failed({ QStringLiteral("usage"), QStringLiteral("\"%1\" must be tokens such as 0.25.").arg(words.value(1)) });
    std::optional<U256> maxFee;
    if (const QString cap = m_options.text("max-fee"); !cap.isEmpty()) {
        const auto coin = Amount::fromTokens(cap);
        if (!coin || coin->nano() < 0)
            return failed({ QStringLiteral("usage"), QStringLiteral("--max-fee must be a number of the chain's coin such as 0.001.") });
        maxFee = U256(static_cast<quint64>(coin->nano())) * 1'000'000'000; // nano-coin → wei
    }
    Funding funding(m_purse, maxFee);
    if (what == QLatin1String("status"))
        return fundStatus(funding);
    Address beneficiary;
    MachineId machine;
    if (withProvider) {
        const auto address = ProviderAddress::parse(m_options.text("provider"));
        const auto paid = address ? Renter(m_purse).beneficiaryOf(m_options.text("provider")) : tl::unexpected(address.error());
        if (!paid)
            return failed(paid.error());
        beneficiary = *paid;
        machine = address->machine;
    }
    // Two at once would take the same number for their transactions, and one of them would be told of the other's.
    ProcessLock alone(m_purse.home() + QStringLiteral("/fund.lock"));
    if (!alone.tryLock())
        return failed({ QStringLiteral("fund.busy"), QStringLiteral("Another command is sending a transaction for this customer. Wait until it ends. Nothing was sent.") });
    const auto done = what == QLatin1String("deploy") ? funding.deploy()
        : what == QLatin1String("deposit")            ? funding.deposit(*amount)
        : what == QLatin1String("withdraw")           ? funding.withdraw(*amount)
        : what == QLatin1String("reserve")            ? funding.reserve(beneficiary, machine, *amount)
        : what == QLatin1String("decrease")           ? funding.announceDecrease(beneficiary, machine, *amount)
                                                      : funding.decrease(beneficiary, machine);
    if (!done)
        return failed(done.error());
    constexpr qint64 DecreaseMs = 7 * SecondsPerDay * 1000; // of the contract
    const QString then = what != QLatin1String("decrease") ? QString()
        : QStringLiteral(" It can be taken back from %1 on: surplus-customer fund release.")
              .arg(QDateTime::fromMSecsSinceEpoch(SystemClock().now() + DecreaseMs).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    say({ { QStringLiteral("transaction"), done->transaction.hex0x() }, { QStringLiteral("fee"), toDecimal(done->fee) } },
        QStringLiteral("Done in the transaction %1; it cost %2 %3.%4").arg(done->transaction.hex0x(), coinText(done->fee), m_purse.chain().coin, then));
    return 0;
}

int Customer::fundStatus(Funding& funding)
{
    const auto status = funding.status();
    if (!status)
        return failed(status.error());
    QJsonArray channels;
    QString text = QStringLiteral("Your address  %1, with %2 %3 for fees and %4\nChequebook    %5, %6\nIn it         %7, of which %8 are not set aside")
                       .arg(checksumAddress(m_purse.key().address()), coinText(status->coin), m_purse.chain().coin, withSymbol(status->tokens),
                           checksumAddress(funding.chequebook()), status->deployed ? QStringLiteral("deployed") : QStringLiteral("not deployed yet"),
                           withSymbol(status->balance), withSymbol(status->free));
    for (const Funding::Status::Channel& channel : status->channels) {
        const auto tokens = [&](const U256& units) { return withSymbol(funding.toAmount(units)); };
        channels.append(QJsonObject { { QStringLiteral("machine"), channel.ref.machine.hex() }, { QStringLiteral("beneficiary"), channel.ref.beneficiary.hex0x() },
            { QStringLiteral("promised"), channel.promised.toWire() }, { QStringLiteral("paid"), funding.toAmount(channel.state.paid).toWire() },
            { QStringLiteral("reserve"), funding.toAmount(channel.state.reserve).toWire() }, { QStringLiteral("announced"), funding.toAmount(channel.state.announced).toWire() },
            { QStringLiteral("bounced"), funding.toAmount(channel.state.bounced).toWire() }, { QStringLiteral("decreaseAt"), channel.state.decreaseAt } });
        text += QStringLiteral("\n  %1…  promised %2, paid %3, set aside %4, announced to go %5, bounced %6")
                    .arg(channel.ref.machine.hex().left(12), withSymbol(channel.promised), tokens(channel.state.paid), tokens(channel.state.reserve),
                        tokens(channel.state.announced), tokens(channel.state.bounced));
    }
    say({ { QStringLiteral("address"), m_purse.key().address().hex0x() }, { QStringLiteral("chequebook"), funding.chequebook().hex0x() },
            { QStringLiteral("deployed"), status->deployed }, { QStringLiteral("coin"), toDecimal(status->coin) },
            { QStringLiteral("tokens"), status->tokens.toWire() }, { QStringLiteral("balance"), status->balance.toWire() },
            { QStringLiteral("free"), status->free.toWire() }, { QStringLiteral("channels"), channels } },
        text);
    return 0;
}

} // namespace surplus
