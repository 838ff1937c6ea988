// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/processlock.h"
#include "services/common/crypto/keccak.h"
#include "services/customer/commands/customer.h"
#include "services/customer/commands/spendoptions.h"
#include "services/customer/paying/funding.h"

#include <QJsonArray>

namespace surplus::customer {

namespace {
/// Whom a part of the chequebook is set aside for.
struct Whom {
    Address beneficiary;
    MachineId machine;
};

/// What one of the commands sends. `Whom` and the amount are empty where it takes none.
using Send = Result<Funding::Done> (*)(Funding& funding, const Whom& whom, Amount amount);

/// What a transaction may cost, in wei. Fails with "usage".
Result<std::optional<U256>> maxFee(const cli::Line& line)
{
    if (!line.has("--max-fee"))
        return std::optional<U256>();
    const auto coin = Amount::fromTokens(line.text("--max-fee"));
    if (!coin)
        return failure(QStringLiteral("usage"), QStringLiteral("--max-fee must be a number of the chain's coin such as 0.001."));
    return std::optional(U256(static_cast<quint64>(coin->nano())) * 1'000'000'000); // nano-coin → wei
}

/// The word "amount": more than nothing. Fails with "usage".
Result<Amount> amountWord(const cli::Line& line)
{
    const auto amount = Amount::fromTokens(line.text("amount"));
    if (!amount || amount->nano() <= 0)
        return failure(QStringLiteral("usage"), QStringLiteral("\"%1\" must be tokens such as 0.25.").arg(line.text("amount")));
    return *amount;
}

Result<Whom> whomOf(Customer& customer)
{
    const QString provider = customer.line().text("--provider");
    const auto address = ProviderAddress::parse(provider);
    const auto paid = address ? Renter(customer.purse()).beneficiaryOf(provider) : tl::unexpected(address.error());
    if (!paid)
        return tl::unexpected(paid.error());
    return Whom { *paid, address->machine };
}

int transact(const cli::Line& line, bool withAmount, Send send, const std::function<QString()>& then = {})
{
    const auto amount = withAmount ? amountWord(line) : Result<Amount>(Amount());
    const auto fee = maxFee(line);
    if (!amount || !fee)
        return line.misuse(amount ? fee.error().message : amount.error().message);
    Customer customer(line);
    if (!customer.open())
        return ExitFailed;
    const auto whom = line.has("--provider") ? whomOf(customer) : Result<Whom>(Whom());
    if (!whom)
        return customer.failed(whom.error());
    // Two at once would take the same number for their transactions, and one of them would be told of the other's.
    ProcessLock alone(customer.purse().home() + QStringLiteral("/fund.lock"));
    if (!alone.tryLock())
        return customer.failed({ QStringLiteral("fund.busy"), QStringLiteral("Another command is sending a transaction for this customer. Wait until it ends. Nothing was sent.") });
    Funding funding(customer.purse(), *fee);
    const auto done = send(funding, *whom, *amount);
    if (!done)
        return customer.failed(done.error());
    customer.say({ { QStringLiteral("transaction"), done->transaction.hex0x() }, { QStringLiteral("fee"), toDecimal(done->fee) } },
        QStringLiteral("Done in the transaction %1; it cost %2 %3.%4").arg(done->transaction.hex0x(), coinText(done->fee), customer.purse().chain().coin, then ? then() : QString()));
    return 0;
}

int deploy(const cli::Line& line)
{
    return transact(line, false, [](Funding& funding, const Whom&, Amount) { return funding.deploy(); });
}
int deposit(const cli::Line& line)
{
    return transact(line, true, [](Funding& funding, const Whom&, Amount amount) { return funding.deposit(amount); });
}
int withdraw(const cli::Line& line)
{
    return transact(line, true, [](Funding& funding, const Whom&, Amount amount) { return funding.withdraw(amount); });
}
int reserve(const cli::Line& line)
{
    return transact(line, true, [](Funding& funding, const Whom& whom, Amount amount) { return funding.reserve(whom.beneficiary, whom.machine, amount); });
}
int decrease(const cli::Line& line)
{
    constexpr qint64 DecreaseMs = 7 * SecondsPerDay * 1000; // of the contract
    return transact(line, true, [](Funding& funding, const Whom& whom, Amount amount) { return funding.announceDecrease(whom.beneficiary, whom.machine, amount); },
        [] { return QStringLiteral(" It can be taken back from %1 on: surplus-customer fund release.").arg(day(SystemClock().now() + DecreaseMs)); });
}
int release(const cli::Line& line)
{
    return transact(line, false, [](Funding& funding, const Whom& whom, Amount) { return funding.decrease(whom.beneficiary, whom.machine); });
}

int status(const cli::Line& line)
{
    const auto fee = maxFee(line);
    if (!fee)
        return line.misuse(fee.error().message);
    Customer customer(line);
    if (!customer.open())
        return ExitFailed;
    Purse& purse = customer.purse();
    Funding funding(purse, *fee);
    const auto status = funding.status();
    if (!status)
        return customer.failed(status.error());
    QJsonArray channels;
    QString text = QStringLiteral("Your address  %1, with %2 %3 for fees and %4\nChequebook    %5, %6\nIn it         %7, of which %8 are not set aside")
                       .arg(checksumAddress(purse.key().address()), coinText(status->coin), purse.chain().coin, customer.withSymbol(status->tokens),
                           checksumAddress(funding.chequebook()), status->deployed ? QStringLiteral("deployed") : QStringLiteral("not deployed yet"),
                           customer.withSymbol(status->balance), customer.withSymbol(status->free));
    for (const Funding::Status::Channel& channel : status->channels) {
        const auto tokens = [&](const U256& units) { return customer.withSymbol(funding.toAmount(units)); };
        channels.append(QJsonObject { { QStringLiteral("machine"), channel.ref.machine.hex() }, { QStringLiteral("beneficiary"), channel.ref.beneficiary.hex0x() },
            { QStringLiteral("promised"), channel.promised.toWire() }, { QStringLiteral("paid"), funding.toAmount(channel.state.paid).toWire() },
            { QStringLiteral("reserve"), funding.toAmount(channel.state.reserve).toWire() }, { QStringLiteral("announced"), funding.toAmount(channel.state.announced).toWire() },
            { QStringLiteral("bounced"), funding.toAmount(channel.state.bounced).toWire() }, { QStringLiteral("decreaseAt"), channel.state.decreaseAt } });
        text += QStringLiteral("\n  %1…  promised %2, paid %3, set aside %4, announced to go %5, bounced %6")
                    .arg(channel.ref.machine.hex().left(12), customer.withSymbol(channel.promised), tokens(channel.state.paid), tokens(channel.state.reserve),
                        tokens(channel.state.announced), tokens(channel.state.bounced));
    }
    customer.say({ { QStringLiteral("address"), purse.key().address().hex0x() }, { QStringLiteral("chequebook"), funding.chequebook().hex0x() },
            { QStringLiteral("deployed"), status->deployed }, { QStringLiteral("coin"), toDecimal(status->coin) },
            { QStringLiteral("tokens"), status->tokens.toWire() }, { QStringLiteral("balance"), status->balance.toWire() },
            { QStringLiteral("free"), status->free.toWire() }, { QStringLiteral("channels"), channels } },
        text);
    return 0;
}

void addMaxFee(cli::Command& command) { command.option("--max-fee", "COIN", "The transaction may cost at most this much of the chain's coin."); }
} // namespace

void addFund(cli::Command root)
{
    cli::Command fund = root.add("fund", "the chequebook on the chain, which backs what is promised");
    const auto add = [&](const char* name, const char* summary, const char* amount, bool provider, int (*act)(const cli::Line&)) {
        cli::Command command = fund.add(name, summary);
        if (amount)
            command.word("amount", "TOKENS", amount);
        if (provider)
            addProvider(command);
        addMaxFee(command);
        command.does(act);
    };
    add("status", "the chequebook and what it holds, and the address that pays the fees", nullptr, false, status);
    add("deploy", "make the chequebook", nullptr, false, deploy);
    add("deposit", "move tokens into it", "how many, such as 50", false, deposit);
    add("withdraw", "move tokens out of it that aren't set aside", "how many, such as 50", false, withdraw);
    add("reserve", "set tokens aside for one provider: only that is secured to it", "how many more, such as 20", true, reserve);
    add("decrease", "announce that what is set aside for a provider falls, seven days from now", "by how many, such as 20", true, decrease);
    add("release", "take the announced part back, seven days later", nullptr, true, release);
}

} // namespace surplus::customer
