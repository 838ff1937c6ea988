// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/settling.h"

#include "services/common/core/privatefile.h"
#include "services/common/crypto/keccak.h"
#include "services/common/crypto/keystore.h"
#include "services/common/crypto/mnemonic.h"
#include "services/ctl/control.h"
#include "services/ctl/settleoptions.h"
#include "services/dashboard/settlement/settler.h"

#include <QDateTime>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>
#include <QTimer>

namespace surplus::ctl {

namespace {
constexpr int FollowMs = 2'000;
constexpr qint64 MaxFile = 1024 * 1024;

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    // A device gives bytes without end: no more are read than are taken.
    const QByteArray read = file.open(QIODevice::ReadOnly) ? file.read(MaxFile + 1) : QByteArray();
    if (!file.isOpen() || read.size() > MaxFile)
        return failure(QStringLiteral("file.read"), QStringLiteral("%1 can't be read: %2.").arg(path, file.isOpen() ? QStringLiteral("it is larger than 1 MiB") : file.errorString()));
    return read;
}

/// The key that pays the fee. The password comes from a file or from standard input: never from the command line, where
/// every user of the machine can read it.
Result<SecretKey> keyOf(const cli::Line& line)
{
    const QString keystore = QFile::decodeName(line.bytes("--keystore"));
    if (keystore.isEmpty())
        return failure(QStringLiteral("usage"), QStringLiteral("--keystore FILE is needed: the key that pays the fee (any Ethereum wallet exports one)."));
    const auto json = readFile(keystore);
    if (!json)
        return tl::unexpected(json.error());
    QString password;
    if (const QString file = QFile::decodeName(line.bytes("--password-file")); !file.isEmpty()) {
        auto text = readFile(file);
        if (!text)
            return tl::unexpected(text.error());
        password = QString::fromUtf8(*text);
        wipe(*text);
    } else {
        QTextStream(stderr) << "Password of the keystore: " << Qt::flush;
        password = QTextStream(stdin).readLine();
    }
    while (password.endsWith(u'\n') || password.endsWith(u'\r'))
        password.chop(1);
    auto key = readKeystore(*json, password);
    wipe(password);
    return key;
}

class SettleCommand {
public:
    SettleCommand(const cli::Line& line, const SettleOptions& options, const SettleSource& source, Database& database)
        : m_line(line), m_options(options), m_source(source), m_client(source.chain), m_settler(database, m_client, m_clock)
    {
    }

    int settle()
    {
        const bool yes = m_line.has("--yes");
        std::optional<SecretKey> key;
        if (yes || m_line.has("--keystore")) {
            auto read = keyOf(m_line);
            if (!read)
                return failed(m_line, read.error());
            key.emplace(std::move(*read));
        }
        const auto plan = this->plan(key ? key->address() : payout());
        if (!plan)
            return failed(m_line, plan.error());
        if (json() && !yes)
            print(planJson(*plan));
        else if (!json())
            out() << planText(*plan);
        if (!yes) {
            if (!json() && !plan->isEmpty())
                out() << "Nothing was sent. With --yes and --keystore FILE it is.\n";
            return 0;
        }
        if (m_options.maxShare && plan->share && *plan->share * 100 > *m_options.maxShare)
            return failed(m_line, { QStringLiteral("settle.fee"), QStringLiteral("The fee can be up to %1 % of the amount, more than --max-share allows. Nothing was sent.").arg(*plan->share * 100, 0, 'g', 3) });
        if (m_options.maxFee && plan->gas.cap() > U256(static_cast<quint64>(m_options.maxFee->nano())) * 1'000'000'000)
            return failed(m_line, { QStringLiteral("settle.fee"), QStringLiteral("The fee can be up to %1 %2, more than --max-fee allows. Nothing was sent.").arg(coinText(plan->gas.cap()), m_source.chain.coin) });
        const auto sent = m_settler.settle(*plan, *key);
        return sent ? follow(sent->id) : failed(m_line, sent.error());
    }

    int history()
    {
        if (auto followed = m_settler.follow(); !followed)
            QTextStream(stderr) << "surplusctl: " << followed.error().message << '\n'; // what is known is shown all the same
        const auto records = m_settler.records();
        if (!records)
            return failed(m_line, records.error());
        QJsonArray rows;
        for (const SettlementRecord& record : *records) {
            rows.append(recordJson(record));
            if (!json())
                out() << recordText(record);
        }
        if (!json() && rows.isEmpty())
            out() << "Nothing was settled yet.\n";
        if (json())
            print({ { QStringLiteral("settlements"), rows } });
        return 0;
    }

    int authorize()
    {
        const QString file = this->file();
        const auto key = keyOf(m_line);
        if (!key)
            return failed(m_line, key.error());
        const auto plan = this->plan(key->address());
        const auto ticket = plan ? m_settler.authorize(*plan, *key, m_options.relayer, m_options.relayFee, m_clock.now() + Settler::TicketMs) : tl::unexpected(plan.error());
        if (!ticket)
            return failed(m_line, ticket.error());
        if (auto written = writePrivateFile(file, QJsonDocument(ticket->toJson()).toJson()); !written)
            return failed(m_line, written.error());
        if (json())
            print({ { QStringLiteral("file"), file }, { QStringLiteral("amount"), plan->amount.toWire() }, { QStringLiteral("maxFee"), m_options.relayFee.toWire() } });
        else
            out() << "Whoever has " << file << " may settle " << plan->amount.toTokens() << ' ' << m_source.chain.spec.symbol << " for you within 7 days and keep up to "
                  << m_options.relayFee.toTokens() << ". The rest goes to " << checksumAddress(plan->payout) << " and nowhere else.\n";
        return 0;
    }

    int relay()
    {
        const auto text = readFile(file());
        if (!text)
            return failed(m_line, text.error());
        const auto ticket = RelayTicket::fromJson(QJsonDocument::fromJson(*text).object());
        const auto key = ticket ? keyOf(m_line) : tl::unexpected(ticket.error());
        if (!key)
            return failed(m_line, key.error());
        const auto sent = m_settler.relay(*ticket, *key);
        return sent ? follow(sent->id) : failed(m_line, sent.error());
    }

private:
    [[nodiscard]] QString file() const { return QFile::decodeName(m_line.bytes("file")); }
    [[nodiscard]] bool json() const { return m_line.has("--json"); }
    [[nodiscard]] Address payout() const { return m_options.payout.value_or(m_source.payout); }
    [[nodiscard]] QString symbol() const { return u' ' + m_source.chain.spec.symbol; }
    [[nodiscard]] QString coin(const U256& wei) const { return coinText(wei) + u' ' + m_source.chain.coin; }

    [[nodiscard]] Result<SettlementPlan> plan(const Address& payer)
    {
        if (!m_source.chain.isUsable())
            return failure(QStringLiteral("chain.unset"), QStringLiteral("No chain is set up: its endpoint, factory and token are missing. Give them with chain.set or --chain FILE."));
        if (payout().isNull())
            return failure(QStringLiteral("usage"), QStringLiteral("There is no payout address yet. Name one with --payout."));
        return m_settler.plan(m_source.vouchers, payout(), payer, m_options.coinRate);
    }

    /// Waits until it is confirmed or came to nothing.
    int follow(qint64 id)
    {
        for (;;) {
            const auto followed = m_settler.follow();
            const auto records = m_settler.records();
            if (!records)
                return failed(m_line, records.error());
            const auto record = std::find_if(records->begin(), records->end(), [id](const SettlementRecord& one) { return one.id == id; });
            if (!followed)
                QTextStream(stderr) << "surplusctl: " << followed.error().message << " Trying again; Ctrl+C leaves, and settle history goes on.\n";
            if (record != records->end() && !record->isOpen()) {
                if (json())
                    print(recordJson(*record));
                else
                    out() << recordText(*record) << Qt::flush;
                return record->state == SettlementState::Confirmed ? 0 : ExitRefused;
            }
            QEventLoop loop;
            QTimer::singleShot(FollowMs, &loop, &QEventLoop::quit);
            loop.exec();
        }
    }

    [[nodiscard]] QJsonObject planJson(const SettlementPlan& plan) const
    {
        return { { QStringLiteral("payout"), plan.payout.hex0x() }, { QStringLiteral("amount"), plan.amount.toWire() }, { QStringLiteral("entries"), plan.vouchers.size() },
            { QStringLiteral("ahead"), plan.ahead.toWire() }, { QStringLiteral("uncovered"), plan.uncovered.toWire() }, { QStringLiteral("waiting"), plan.waiting.toWire() }, { QStringLiteral("feeCap"), toDecimal(plan.gas.cap()) },
            { QStringLiteral("expectedFee"), toDecimal(plan.expectedFee) }, { QStringLiteral("coin"), m_source.chain.coin }, { QStringLiteral("canPay"), plan.canPay() },
            { QStringLiteral("share"), plan.share ? QJsonValue(*plan.share) : QJsonValue() } };
    }
    [[nodiscard]] QString planText(const SettlementPlan& plan) const
    {
        if (plan.isEmpty())
            return QStringLiteral("Nothing to settle for %1: no voucher is covered, or all were settled.\n").arg(checksumAddress(plan.payout));
        QString text = QStringLiteral("You receive    %1%2, from %3\nPaid to        %4\nNetwork fee    at most %5; about %6 at the present price\n")
                           .arg(plan.amount.toTokens(), symbol(), plan.vouchers.size() == 1 ? QStringLiteral("1 voucher") : QStringLiteral("%1 vouchers").arg(plan.vouchers.size())).arg(checksumAddress(plan.payout), coin(plan.gas.cap()), coin(plan.expectedFee));
        if (plan.ahead.nano() > 0)
            text += QStringLiteral("Of it ahead    %1%2, promised and not earned yet\n").arg(plan.ahead.toTokens(), symbol());
        if (plan.uncovered.nano() > 0)
            text += QStringLiteral("Would bounce   %1%2\n").arg(plan.uncovered.toTokens(), symbol());
        if (plan.waiting.nano() > 0)
            text += QStringLiteral("Waits          %1%2\n").arg(plan.waiting.toTokens(), symbol());
        if (!plan.canPay())
            text += QStringLiteral("The address that pays the fee holds %1 only.\n").arg(coin(plan.balance));
        return text;
    }
    [[nodiscard]] static QJsonObject recordJson(const SettlementRecord& record)
    {
        return { { QStringLiteral("id"), record.id }, { QStringLiteral("at"), record.at }, { QStringLiteral("state"), toText(record.state) },
            { QStringLiteral("payout"), record.payout.hex0x() }, { QStringLiteral("amount"), record.amount.toWire() }, { QStringLiteral("paid"), record.paid.toWire() },
            { QStringLiteral("bounced"), record.bounced.toWire() }, { QStringLiteral("entries"), record.entries }, { QStringLiteral("skipped"), record.skipped },
            { QStringLiteral("reason"), record.reason }, { QStringLiteral("fee"), toDecimal(record.fee) }, { QStringLiteral("feeCap"), toDecimal(record.feeCap) },
            { QStringLiteral("transaction"), record.transaction.hex0x() }, { QStringLiteral("confirmations"), record.confirmations } };
    }
    [[nodiscard]] QString recordText(const SettlementRecord& record) const
    {
        QString text = QStringLiteral("%1  %2  %3%4 paid, fee %5, %6\n").arg(QDateTime::fromMSecsSinceEpoch(record.at).toString(Qt::ISODate), toText(record.state).leftJustified(10),
            record.paid.toTokens(), symbol(), coin(record.fee), record.transaction.hex0x());
        if (record.bounced.nano() > 0)
            text += QStringLiteral("    %1%2 bounced\n").arg(record.bounced.toTokens(), symbol());
        if (record.skipped > 0)
            text += QStringLiteral("    %1 of %2 vouchers were left out: %3\n").arg(record.skipped).arg(record.entries).arg(record.reason);
        return text;
    }

    const cli::Line& m_line;
    const SettleOptions m_options;
    const SettleSource& m_source;
    SystemClock m_clock;
    EvmClient m_client;
    Settler m_settler;
};
} // namespace

namespace {
int with(const cli::Line& line, const SettleSource& source, int (SettleCommand::*act)())
{
    const auto options = SettleOptions::read(line);
    if (!options)
        return failed(line, options.error());
    const auto database = Database::open(source.recordFile, Database::Durability::Full, Settler::migrations());
    if (!database)
        return failed(line, database.error());
    SettleCommand command(line, *options, source, **database);
    return (command.*act)();
}
} // namespace

namespace settling {
int settle(const cli::Line& line, const SettleSource& source) { return with(line, source, &SettleCommand::settle); }
int history(const cli::Line& line, const SettleSource& source) { return with(line, source, &SettleCommand::history); }
int authorize(const cli::Line& line, const SettleSource& source) { return with(line, source, &SettleCommand::authorize); }
int relay(const cli::Line& line, const SettleSource& source) { return with(line, source, &SettleCommand::relay); }
}

} // namespace surplus::ctl
