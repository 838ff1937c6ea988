// SPDX-License-Identifier: GPL-3.0-or-later
// Auditing what a provider keeps, and paying for it: a part of Renter.
#include "services/common/core/parse.h"
#include "services/customer/paying/leasecount.h"
#include "services/customer/paying/reckoning.h"
#include "services/customer/renting/renter.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRandomGenerator>

namespace surplus {

namespace {
constexpr int MaxAuditBlocks = 16;
} // namespace

Result<AuditReport> Renter::audit(const StoredFile& wanted, int blocks)
{
    StoredFile file = wanted;
    file.auditFailed = false; // it has another chance
    auto session = sessionWith(file.provider);
    if (!session)
        return tl::unexpected(session.error());
    const qint64 count = (file.seal.sealedSize + BlockSize - 1) / BlockSize;
    const int asked = static_cast<int>(std::clamp<qint64>(blocks, 1, std::min<qint64>(count, MaxAuditBlocks)));
    const LeaseCount costs(file.lease);
    const UtcMs now = SystemClock().now();
    const auto keepFor = [&](Amount owed) { return std::max(keepAhead(file, owed, file.keepAhead, now), file.keepPromised); };
    const Amount most = sum(costs.fetching(file.received + asked * BlockSize), keepFor(costs.keeping(keptAtMost(file, now))));
    Price price { file.lease.keepPrice, file.lease.retrievePrice, beyond(most, file.paid), {}, {}, QStringLiteral("at most, for auditing and keeping %1").arg(file.name) };
    price.most = price.now;
    const auto allowed = consentTo(price, m_limits, m_purse);
    if (!allowed)
        return tl::unexpected(allowed.error());
    QJsonArray numbers;
    QList<qint64> chosen;
    while (chosen.size() < asked) { // each block once: what was seen twice proves nothing more and costs again
        const qint64 block = QRandomGenerator::system()->bounded(count);
        if (chosen.contains(block))
            continue;
        chosen.append(block);
        numbers.append(block);
    }
    AuditReport report;
    report.blocks = asked;
    report.paidUntil = shownPaidUntil(file);
    const auto answer = (*session)->call(QStringLiteral("lease.audit"),
        { { QStringLiteral("lease"), file.lease.id.hex() }, { QStringLiteral("blocks"), numbers },
            { QStringLiteral("age"), keptAtMost(file, now) } });
    if (!answer && answer.error().code == QLatin1String("storage.paused")) {
        report.paused = true;
        return report;
    }
    if (!answer)
        return tl::unexpected(answer.error());
    const QJsonArray received = answer->value(u"blocks").toArray();
    qint64 bytes = 0;
    for (int i = 0; i < asked; ++i) {
        const QByteArray block = parse::base64(received.at(i).toString()).value_or(QByteArray());
        const auto expected = m_purse.leaf(file.id, chosen[i]);
        if (!expected)
            return tl::unexpected(expected.error());
        if (QCryptographicHash::hash(block, QCryptographicHash::Sha256) != *expected)
            ++report.wrong;
        else
            bytes += block.size();
    }
    const qint64 possible = keptAtMost(file, SystemClock().now());
    report.keptSeconds = parse::integer(answer->value(u"keptSeconds").toString(), 0).value_or(-1);
    if (report.wrong == 0 && (report.keptSeconds < 0 || report.keptSeconds > possible))
        return failure(QStringLiteral("audit.time"),
            QStringLiteral("The provider claims to have kept %1 for %2 s, but that can't be more than %3 s. Nothing was paid.")
                .arg(file.name).arg(report.keptSeconds).arg(possible));
    if (auto noted = m_purse.noteAudit(file.id, report.wrong == 0, report.keptSeconds); !noted)
        return tl::unexpected(noted.error());
    if (report.wrong > 0)
        return report; // not paid
    const Amount keep = keepFor(costs.keeping(std::max(report.keptSeconds, file.keptSeconds)));
    const Amount due = std::min(sum(costs.fetching(file.received + bytes), keep), sum(file.paid, *allowed));
    report.paid = beyond(due, file.paid);
    if (auto paid = (*session)->pay(file.lease.id, due, file.received + bytes, std::min(keep, due)); !paid)
        return tl::unexpected(paid.error());
    (void)(*session)->leaseStatus(file.lease.id);
    if (const auto after = m_purse.file(file.id))
        report.paidUntil = shownPaidUntil(*after);
    return report;
}

} // namespace surplus
