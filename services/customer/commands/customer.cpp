// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/commands/customer.h"

#include "services/customer/commands/spendoptions.h"
#include "services/customer/paying/filename.h"
#include "services/customer/paying/leasecount.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTextStream>

namespace surplus::customer {

namespace {
void print(const QJsonObject& json) { QTextStream(stdout) << QJsonDocument(json).toJson(QJsonDocument::Compact) << '\n' << Qt::flush; }

/// On standard error, once each.
void tell(const QStringList& notices)
{
    for (const QString& notice : notices)
        QTextStream(stderr) << "Note: " << notice << '\n';
}
} // namespace

Customer::Customer(const cli::Line& line) : m_line(line), m_log(QString(), !line.has("--json")) { }

bool Customer::open()
{
    const QString standard = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/surplus/customer");
    auto purse = Purse::open(m_line.has("--home") ? pathFromBytes(m_line.bytes("--home")) : standard);
    auto ready = purse ? Result<void>() : tl::unexpected(purse.error());
    if (ready && m_line.has("--chain"))
        ready = (*purse)->useChain(pathFromBytes(m_line.bytes("--chain")));
    if (!ready) {
        failed(ready.error());
        return false;
    }
    m_purse = std::move(*purse);
    return true;
}

QString Customer::withSymbol(Amount amount) const { return amount.toTokens() + u' ' + m_purse->chain().spec.symbol; }

int Customer::failed(const Error& error)
{
    if (error.code == QLatin1String("usage"))
        return m_line.misuse(error.message);
    if (m_line.has("--json"))
        print({ { QStringLiteral("error"), error.code }, { QStringLiteral("message"), error.message } });
    QTextStream(stderr) << "surplus-customer: " << error.message << '\n';
    tell(std::exchange(m_notices, {}));
    return ExitFailed;
}

void Customer::say(QJsonObject json, const QString& text)
{
    if (!m_notices.isEmpty())
        json.insert(QStringLiteral("notices"), QJsonArray::fromStringList(m_notices));
    if (m_line.has("--json"))
        print(json);
    else
        QTextStream(stdout) << text << '\n' << Qt::flush;
    tell(std::exchange(m_notices, {}));
}

QString fileWord(const cli::Line& line) { return pathFromBytes(line.bytes("file")); }

int withStored(const cli::Line& line, const std::function<int(Customer&, const StoredFile&, const SpendLimits&)>& act)
{
    const auto limits = spendLimits(line);
    if (!limits)
        return line.misuse(limits.error().message);
    Customer customer(line);
    if (!customer.open())
        return ExitFailed;
    const auto stored = customer.purse().file(fileWord(line));
    return stored ? act(customer, *stored, *limits) : customer.failed(stored.error());
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

} // namespace surplus::customer
