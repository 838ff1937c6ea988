// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/crypto/keccak.h"
#include "services/customer/commands/customer.h"
#include "services/customer/commands/spendoptions.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

namespace surplus::customer {

namespace {
constexpr qint64 MaxSize = 60LL * 1024 * 1024 * 1024;

/// Rounds of put, audit and get with a made-up file.
class Exercise {
public:
    Exercise(Customer& customer, qint64 size, int keepAhead) : m_customer(customer), m_size(size), m_keepAhead(keepAhead) { }

    [[nodiscard]] qint64 promised() const
    {
        const auto spending = m_customer.purse().spending(m_customer.purse().chain().spec);
        return spending ? Amount::fromWire(spending->value(u"promised").toString()).value_or(Amount()).nano() : 0;
    }

    [[nodiscard]] Result<void> once(Renter& renter, qint64 round)
    {
        constexpr qint64 NewFileEvery = 10;
        const QString source = m_work.filePath(QStringLiteral("exercise-%1").arg(QCoreApplication::applicationPid()));
        if (m_stored == 0 || (round % NewFileEvery == 0 && m_puts < 20)) {
            if (const auto made = make(source); !made)
                return made;
            PutTerms terms;
            terms.days = 1;
            terms.keepAheadDays = m_keepAhead;
            const auto stored = renter.put(source, m_customer.line().text("--provider"), terms);
            if (!stored)
                return tl::unexpected(stored.error());
            m_stored = stored->id;
            ++m_puts;
        }
        Purse& purse = m_customer.purse();
        const auto file = purse.file(m_stored);
        const auto audited = file ? renter.audit(*file, 8) : tl::unexpected(file.error());
        const auto after = audited ? purse.file(m_stored) : tl::unexpected(audited.error());
        const auto fetched = after ? renter.get(*after, source + QStringLiteral(".back"), {}) : tl::unexpected(after.error());
        return fetched ? Result<void>() : tl::unexpected(fetched.error());
    }

private:
    [[nodiscard]] Result<void> make(const QString& path) const
    {
        constexpr qint64 Part = 1024 * 1024;
        QFile file(path);
        bool written = file.open(QIODevice::WriteOnly);
        for (qint64 left = m_size; written && left > 0; left -= Part)
            written = file.write(randomBytes(std::min(left, Part))) == std::min(left, Part);
        if (!written || !file.flush())
            return failure(QStringLiteral("exercise"), QStringLiteral("Can't write %1: %2.").arg(path, file.errorString()));
        return {};
    }

    Customer& m_customer;
    const qint64 m_size;
    const int m_keepAhead;
    const QTemporaryDir m_work { m_customer.purse().home() + QStringLiteral("/exercise-XXXXXX") };
    qint64 m_stored = 0; ///< what was put last
    int m_puts = 0;
};

int exercise(const cli::Line& line)
{
    auto limits = spendLimits(line);
    const auto size = line.number("--size", 1, MaxSize);
    const auto rounds = line.number("--rounds", 0, std::numeric_limits<qint32>::max());
    const auto every = line.number("--every", 0, SecondsPerDay);
    const auto ahead = keepAhead(line);
    if (!limits || !ahead)
        return line.misuse(limits ? ahead.error().message : limits.error().message);
    for (const auto* number : { &size, &rounds, &every }) {
        if (!*number)
            return line.misuse(number->error().message);
    }
    Customer customer(line);
    if (!customer.open())
        return ExitFailed;
    Exercise exercise(customer, *size, ahead->value_or(0));
    const qint64 before = exercise.promised();
    const auto most = limits->maxSpend;
    int failures = 0;
    for (qint64 round = 0; *rounds == 0 || round < *rounds; ++round) {
        if (most)
            limits->maxSpend = Amount::fromNano(std::max<qint64>(0, most->nano() - (exercise.promised() - before))); // of all rounds
        Renter renter(customer.purse(), *limits);
        if (const auto outcome = exercise.once(renter, round); !outcome) {
            customer.failed(outcome.error());
            if (outcome.error().code.startsWith(QLatin1String("price.")))
                return ExitFailed;
            // The provider may be paused or starting again: try for a while, a live test is not to end at once.
            if (++failures > 20 || (*rounds != 0 && failures > 3))
                return ExitFailed;
        } else {
            failures = 0;
            customer.say({ { QStringLiteral("round"), round } }, QStringLiteral("Round %1 done.").arg(round));
        }
        limits->show = {}; // it has been seen
        QEventLoop pause;
        QTimer::singleShot(static_cast<int>(*every) * 1000, &pause, &QEventLoop::quit);
        pause.exec();
    }
    return 0;
}
} // namespace

void addExercise(cli::Command root)
{
    cli::Command command = root.add("exercise", "put, audit and get a made-up file again and again: a live test");
    addProvider(command);
    command.option("--size", "BYTES", "Size of the made-up file.", "8000000");
    command.option("--rounds", "N", "How often; 0: until ended.", "0");
    command.option("--every", "SECONDS", "Pause between rounds.", "2");
    addKeepAhead(command, "0");
    addSpendLimits(command);
    command.does(exercise);
}

} // namespace surplus::customer
