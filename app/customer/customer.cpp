// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/customer/customer.h"

#include "services/common/crypto/keccak.h"
#include "services/customer/paying/filename.h"
#include "services/customer/paying/leasecount.h"
#include "services/customer/renting/userfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

namespace surplus {

namespace {
constexpr int KeepAheadDays = 7;
constexpr qint64 MaxDays = 3650;
constexpr qint64 MaxExerciseSize = 60LL * 1024 * 1024 * 1024;

void print(const QJsonObject& json)
{
    QTextStream(stdout) << QJsonDocument(json).toJson(QJsonDocument::Compact) << '\n' << Qt::flush;
}

QString day(UtcMs when) { return when == 0 ? QStringLiteral("-") : QDateTime::fromMSecsSinceEpoch(when).toString(QStringLiteral("yyyy-MM-dd HH:mm")); }

QString paidUntilText(UtcMs until) { return until == 0 ? QString() : QStringLiteral(" Keeping is paid until %1.").arg(day(until)); }

QJsonObject leaseJson(const StoredFile& file)
{
    return { { QStringLiteral("id"), file.id }, { QStringLiteral("name"), file.name }, { QStringLiteral("lease"), file.lease.id.hex() },
        { QStringLiteral("content"), file.lease.content.hex() }, { QStringLiteral("size"), file.seal.sealedSize },
        { QStringLiteral("end"), file.lease.end }, { QStringLiteral("paidUntil"), shownPaidUntil(file) },
        { QStringLiteral("keepPrice"), file.lease.keepPrice.toWire() }, { QStringLiteral("retrievePrice"), file.lease.retrievePrice.toWire() },
        { QStringLiteral("promised"), file.paid.toWire() } };
}
} // namespace

int Customer::run()
{
    const QString command = m_options.words().value(0);
    const QString file = m_options.words().value(1);
    const auto count = m_options.words().size();
    const auto limits = m_options.limits();
    if (!limits)
        return failed(limits.error());
    if (command == QLatin1String("spend") && count == 1)
        return spend();
    if (command == QLatin1String("exercise") && count == 1 && m_options.has("provider"))
        return exercise(*limits);
    if (command == QLatin1String("fund"))
        return fund(m_options.words().mid(1));
    const bool putting = command == QLatin1String("put");
    const bool known = putting || command == QLatin1String("get") || command == QLatin1String("audit") || command == QLatin1String("renew");
    if (count == 0)
        return usage(QStringLiteral("a command is needed"));
    if (command == QLatin1String("exercise") || (putting && !m_options.has("provider")))
        return usage(QStringLiteral("%1 needs --provider HOST:PORT#MACHINE").arg(command));
    if (command == QLatin1String("spend"))
        return usage(QStringLiteral("spend takes no further words"));
    if (!known)
        return usage(QStringLiteral("no command \"%1\"").arg(command));
    if (count != 2)
        return usage(count < 2 ? QStringLiteral("%1 needs a FILE").arg(command) : QStringLiteral("%1 takes one FILE").arg(command));
    if (putting)
        return put(file, *limits);
    const auto stored = m_purse.file(file);
    if (!stored)
        return failed(stored.error());
    return command == QLatin1String("get") ? get(*stored, *limits) : command == QLatin1String("audit") ? audit(*stored, *limits) : renew(*stored, *limits);
}

QString Customer::withSymbol(Amount amount) const { return amount.toTokens() + u' ' + m_purse.chain().spec.symbol; }

int Customer::usage(const QString& why) const
{
    QTextStream(stderr) << "surplus-customer: " << why << "; see --help.\n";
    return ExitUsage;
}

int Customer::failed(const Error& error)
{
    if (m_options.has("json"))
        print({ { QStringLiteral("error"), error.code }, { QStringLiteral("message"), error.message } });
    QTextStream(stderr) << "surplus-customer: " << error.message << '\n';
    tell(std::exchange(m_notices, {}));
    return error.code == QLatin1String("usage") ? ExitUsage : ExitFailed;
}

void Customer::tell(const QStringList& notices)
{
    for (const QString& notice : notices)
        QTextStream(stderr) << "Note: " << notice << '\n';
}

void Customer::say(QJsonObject json, const QString& text)
{
    if (!m_notices.isEmpty())
        json.insert(QStringLiteral("notices"), QJsonArray::fromStringList(m_notices));
    if (m_options.has("json"))
        print(json);
    else
        QTextStream(stdout) << text << '\n' << Qt::flush;
    tell(std::exchange(m_notices, {}));
}

Result<qint64> Customer::keepAheadDays(int standard) const
{
    return m_options.has("keep-ahead") ? m_options.number("keep-ahead", 0, MaxDays) : Result<qint64>(standard);
}

int Customer::put(const QString& path, const SpendLimits& limits)
{
    const auto days = m_options.number("days", 1, MaxDays);
    const auto ahead = keepAheadDays(KeepAheadDays);
    if (!days || !ahead)
        return failed(days ? ahead.error() : days.error());
    PutTerms terms;
    terms.days = static_cast<int>(*days);
    terms.keepAheadDays = static_cast<int>(*ahead);
    Renter renter(m_purse, limits);
    const auto stored = renter.put(path, m_options.text("provider"), terms);
    m_notices += renter.takeNotices();
    if (!stored)
        return failed(stored.error());
    say(leaseJson(*stored), QStringLiteral("Stored %1 as number %2, until %3.%4").arg(stored->name).arg(stored->id).arg(day(stored->lease.end), paidUntilText(shownPaidUntil(*stored))));
    return 0;
}

int Customer::get(const StoredFile& file, const SpendLimits& spendLimits)
{
    FetchLimits limits;
    const auto budget = m_options.tokens("budget");
    const auto stall = m_options.number("stall", 1, SecondsPerDay);
    if (!budget || !stall)
        return failed(budget ? stall.error() : budget.error());
    limits.budget = *budget;
    limits.stallMs = static_cast<int>(*stall) * 1000;
    QString out = m_options.text("out");
    if (out.isEmpty()) {
        out = file.fileName;
        if (userFileExists(out))
            return failed({ QStringLiteral("get.exists"), QStringLiteral("%1 exists. Name another place with --out.").arg(file.name) });
    }
    Renter renter(m_purse, spendLimits);
    const auto fetched = renter.get(file, out, limits);
    m_notices += renter.takeNotices();
    if (!fetched)
        return failed(fetched.error());
    const LeaseCount count(fetched->lease);
    const qint64 promised = fetched->paid.nano() - file.paid.nano();
    const qint64 owed = std::max<qint64>(0, count.fetching(fetched->received).nano() - count.fetching(file.received).nano() - promised);
    say({ { QStringLiteral("id"), fetched->id }, { QStringLiteral("out"), shownPath(out) }, { QStringLiteral("size"), fetched->seal.plainSize },
            { QStringLiteral("received"), fetched->received }, { QStringLiteral("promised"), fetched->paid.toWire() }, { QStringLiteral("owed"), QString::number(owed) } },
        QStringLiteral("Fetched %1 to %2; every hash is right. It cost %3.%4").arg(fetched->name, shownPath(out), withSymbol(Amount::fromNano(promised)),
            owed > 0 ? QStringLiteral(" %1 more is owed for it, or was taken from what was promised ahead.").arg(withSymbol(Amount::fromNano(owed))) : QString()));
    return 0;
}

int Customer::audit(const StoredFile& file, const SpendLimits& limits)
{
    const auto blocks = m_options.number("blocks", 1, 16);
    if (!blocks)
        return failed(blocks.error());
    Renter renter(m_purse, limits);
    const auto report = renter.audit(file, static_cast<int>(*blocks));
    m_notices += renter.takeNotices();
    if (!report)
        return failed(report.error());
    say({ { QStringLiteral("blocks"), report->blocks }, { QStringLiteral("wrong"), report->wrong },
            { QStringLiteral("paused"), report->paused }, { QStringLiteral("keptSeconds"), report->keptSeconds },
            { QStringLiteral("paid"), report->paid.toWire() }, { QStringLiteral("paidUntil"), report->paidUntil } },
        report->paused     ? QStringLiteral("The provider has paused; neither passed nor failed.")
            : report->wrong > 0 ? QStringLiteral("%1 of %2 blocks are wrong. Nothing was paid.").arg(report->wrong).arg(report->blocks)
                                : QStringLiteral("%1 blocks are right; paid %2.%3").arg(report->blocks).arg(withSymbol(report->paid), paidUntilText(report->paidUntil)));
    return report->wrong > 0 ? ExitAuditFailed : 0;
}

int Customer::renew(const StoredFile& file, const SpendLimits& limits)
{
    const auto days = m_options.number("days", 0, MaxDays);
    const auto ahead = keepAheadDays(file.keepAhead > 0 ? file.keepAhead : KeepAheadDays);
    if (!days || !ahead)
        return failed(days ? ahead.error() : days.error());
    Renter renter(m_purse, limits);
    const auto renewed = renter.renew(file, static_cast<int>(*days), static_cast<int>(*ahead));
    m_notices += renter.takeNotices();
    if (!renewed)
        return failed(renewed.error());
    say(leaseJson(*renewed), QStringLiteral("%1 is stored until %2.%3").arg(renewed->name, day(renewed->lease.end), paidUntilText(shownPaidUntil(*renewed))));
    return 0;
}

int Customer::spend()
{
    auto files = m_purse.files();
    if (!files)
        return failed(files.error());
    if (m_options.has("refresh")) {
        Renter renter(m_purse);
        for (const StoredFile& file : std::as_const(*files)) {
            if (file.state == QLatin1String("closed") || file.state == QLatin1String("damaged"))
                continue;
            if (const auto asked = renter.refresh(file); !asked)
                m_notices.append(QStringLiteral("%1: %2").arg(file.name, asked.error().message));
        }
        (void)renter.takeNotices(); // they stand beside each file below
        files = m_purse.files();
    }
    const auto spending = m_purse.spending(m_purse.chain().spec);
    if (!spending || !files)
        return failed(spending ? files.error() : spending.error());
    QString text = QStringLiteral("Promised %1 in all.").arg(withSymbol(Amount::fromWire(spending->value(u"promised").toString()).value_or(Amount())));
    for (const StoredFile& file : std::as_const(*files)) {
        text += QStringLiteral("\n%1  %2  %3, ends %4, paid until %5, promised %6").arg(file.id, 4).arg(file.name, file.state, day(file.lease.end), day(shownPaidUntil(file)), withSymbol(file.paid));
        if (const QString notice = noticeFor(file, SystemClock().now()); !notice.isEmpty())
            m_notices.append(notice);
    }
    say(*spending, text);
    return 0;
}

int Customer::exercise(SpendLimits limits)
{
    const auto size = m_options.number("size", 1, MaxExerciseSize);
    const auto rounds = m_options.number("rounds", 0, std::numeric_limits<qint32>::max());
    const auto every = m_options.number("every", 0, SecondsPerDay);
    const auto ahead = keepAheadDays(0);
    for (const auto* number : { &size, &rounds, &every, &ahead }) {
        if (!*number)
            return failed(number->error());
    }
    const QTemporaryDir work(m_purse.home() + QStringLiteral("/exercise-XXXXXX"));
    const QString source = work.filePath(QStringLiteral("exercise-%1").arg(QCoreApplication::applicationPid()));
    const auto promised = [this] {
        const auto spending = m_purse.spending(m_purse.chain().spec);
        return spending ? Amount::fromWire(spending->value(u"promised").toString()).value_or(Amount()).nano() : 0;
    };
    const qint64 before = promised();
    const auto most = limits.maxSpend;
    int failures = 0;
    for (qint64 round = 0; *rounds == 0 || round < *rounds; ++round) {
        if (most)
            limits.maxSpend = Amount::fromNano(std::max<qint64>(0, most->nano() - (promised() - before))); // of all rounds
        Renter renter(m_purse, limits);
        if (const auto outcome = exerciseOnce(renter, source, round, *size, static_cast<int>(*ahead)); !outcome) {
            failed(outcome.error());
            if (outcome.error().code.startsWith(QLatin1String("price.")))
                return ExitFailed;
            // The provider may be paused or starting again: try for a while, a live test is not to end at once.
            if (++failures > 20 || (*rounds != 0 && failures > 3))
                return ExitFailed;
        } else {
            failures = 0;
            say({ { QStringLiteral("round"), round } }, QStringLiteral("Round %1 done.").arg(round));
        }
        limits.show = {}; // it has been seen
        QEventLoop pause;
        QTimer::singleShot(static_cast<int>(*every) * 1000, &pause, &QEventLoop::quit);
        pause.exec();
    }
    return 0;
}

Result<void> Customer::exerciseOnce(Renter& renter, const QString& source, qint64 round, qint64 size, int keepAhead)
{
    constexpr qint64 NewFileEvery = 10;
    constexpr qint64 Part = 1024 * 1024;
    if (m_stored == 0 || (round % NewFileEvery == 0 && m_puts < 20)) {
        QFile file(source);
        bool written = file.open(QIODevice::WriteOnly);
        for (qint64 left = size; written && left > 0; left -= Part)
            written = file.write(randomBytes(std::min(left, Part))) == std::min(left, Part);
        if (!written || !file.flush())
            return failure(QStringLiteral("exercise"), QStringLiteral("Can't write %1: %2.").arg(source, file.errorString()));
        file.close();
        PutTerms terms;
        terms.days = 1;
        terms.keepAheadDays = keepAhead;
        const auto stored = renter.put(source, m_options.text("provider"), terms);
        if (!stored)
            return tl::unexpected(stored.error());
        m_stored = stored->id;
        ++m_puts;
    }
    const auto file = m_purse.file(m_stored);
    const auto audited = file ? renter.audit(*file, 8) : tl::unexpected(file.error());
    const auto after = audited ? m_purse.file(m_stored) : tl::unexpected(audited.error());
    const auto fetched = after ? renter.get(*after, source + QStringLiteral(".back"), {}) : tl::unexpected(after.error());
    return fetched ? Result<void>() : tl::unexpected(fetched.error());
}

} // namespace surplus
