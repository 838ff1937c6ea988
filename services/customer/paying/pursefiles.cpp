// SPDX-License-Identifier: GPL-3.0-or-later
// The index of what a customer stores: a part of Purse.
#include "services/common/core/parse.h"
#include "services/common/crypto/keccak.h"
#include "services/customer/paying/filename.h"
#include "services/customer/paying/leasecount.h"
#include "services/customer/paying/purse.h"
#include "services/customer/paying/reckoning.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace surplus {

namespace {
constexpr qsizetype LeafSize = 32;
constexpr qsizetype KeySize = 32; // AES-256
constexpr UtcMs LastTime = 253'402'300'799'000; // the year 9999
const QString Damaged = QStringLiteral("damaged");

constexpr auto SelectFiles = "SELECT f.id, name, provider, key, nonce, plain_hash, sealed_hash, plain_size, sealed_size, "
                             "f.lease, torrent, state, created, received, kept_seconds, audits_passed, audits_failed, "
                             "COALESCE(p.nano, 0), raw_name, stored_at, paid_until, closed_why, covered, lost, audit_failed, "
                             "keep_ahead, keep_promised FROM files f LEFT JOIN promised p ON p.lease=f.lease_id";

/// An earlier version promised without writing down for what: what audits agreed on.
Amount keepPromisedOf(const StoredFile& file, qint64 written)
{
    return written > 0 ? Amount::fromNano(written) : std::min(file.paid, LeaseCount(file.lease).keeping(file.keptSeconds));
}

QString leaseText(const LeaseTerms& lease) { return QString::fromUtf8(QJsonDocument(lease.toJson()).toJson(QJsonDocument::Compact)); }
} // namespace

std::optional<LeaseNews> LeaseNews::fromJson(const QJsonObject& json)
{
    LeaseNews news;
    const auto id = LeaseId::fromHex(json.value(u"lease").toString());
    if (!id)
        return std::nullopt;
    news.lease = *id;
    if (const QString state = json.value(u"state").toString();
        state == QLatin1String("filling") || state == QLatin1String("stored") || state == QLatin1String("closed"))
        news.state = state;
    for (const char* why : { "ended", "unfilled", "unpaid", "room", "lost", "customer" }) {
        if (json.value(u"closedWhy").toString() == QLatin1String(why))
            news.closedWhy = QLatin1String(why);
    }
    news.covered = !json.value(u"coverLost").toBool(false);
    news.paidUntil = std::clamp<qint64>(json.value(u"paidUntil").toInteger(), 0, LastTime);
    return news;
}

Result<qint64> Purse::addFile(const StoredFile& file)
{
    const std::lock_guard lock(m_mutex);
    return m_database->transact([&] {
        const QByteArray raw = pathToBytes(file.fileName);
        m_database->prepare("INSERT INTO files(name, provider, key, nonce, plain_hash, sealed_hash, plain_size, sealed_size, "
                            "lease, lease_id, torrent, state, created, received, kept_seconds, audits_passed, audits_failed, "
                            "raw_name, keep_ahead, stored_at) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,0,0,0,0,?,?,?)")
            .bind(file.name, file.provider, file.seal.key, file.seal.nonce, file.seal.plainHash.raw(), file.seal.sealedHash.raw(),
                file.seal.plainSize, file.seal.sealedSize, leaseText(file.lease), file.lease.id.raw(), file.torrent, file.state,
                file.created, raw.isEmpty() || raw == file.name.toUtf8() ? std::nullopt : std::optional(raw), file.keepAhead, file.storedAt).run();
        return m_database->lastInsertId();
    });
}

StoredFile Purse::fileFrom(const Statement& row)
{
    StoredFile file;
    file.id = row.integer(0);
    file.name = row.text(1);
    file.provider = row.text(2);
    file.seal = { row.blob(3), row.blob(4), row.parsed(5, Hash32::fromRaw), row.parsed(6, Hash32::fromRaw),
        row.integer(7), row.integer(8) };
    file.lease = LeaseTerms::fromJson(QJsonDocument::fromJson(row.text(9).toUtf8()).object()).value_or(LeaseTerms());
    file.torrent = row.blob(10);
    file.state = row.text(11);
    file.created = row.integer(12);
    file.received = row.integer(13);
    file.keptSeconds = row.integer(14);
    file.auditsPassed = static_cast<int>(row.integer(15));
    file.auditsFailed = static_cast<int>(row.integer(16));
    file.paid = Amount::fromNano(row.integer(17));
    file.fileName = row.isNull(18) ? file.name : pathFromBytes(row.blob(18));
    file.storedAt = row.integer(19);
    file.paidUntil = row.integer(20);
    file.closedWhy = row.text(21);
    file.covered = row.integer(22) != 0;
    file.lost = row.integer(23);
    file.auditFailed = row.integer(24) != 0;
    file.keepAhead = static_cast<int>(row.integer(25));
    file.keepPromised = Amount::fromNano(row.integer(26));
    const bool sound = !file.lease.id.isNull() && file.seal.key.size() == KeySize && file.seal.plainSize >= 0
        && file.seal.sealedSize > 0 && file.seal.sealedSize >= file.seal.plainSize && file.received >= 0
        && file.keptSeconds >= 0 && file.paid.nano() >= 0 && file.storedAt >= 0 && file.lost >= 0 && file.keepPromised.nano() >= 0;
    if (!sound)
        file.state = Damaged;
    else
        file.keepPromised = keepPromisedOf(file, file.keepPromised.nano());
    return file;
}

void Purse::pool(QList<StoredFile>& files)
{
    if (files.isEmpty())
        return;
    QList<StoredFile> all;
    Statement select = m_database->prepare("SELECT f.lease, state, received, kept_seconds, COALESCE(p.nano, 0), stored_at, audit_failed, keep_promised "
                                           "FROM files f LEFT JOIN promised p ON p.lease=f.lease_id WHERE state='stored'");
    while (select.step()) {
        StoredFile file;
        file.lease = LeaseTerms::fromJson(QJsonDocument::fromJson(select.text(0).toUtf8()).object()).value_or(LeaseTerms());
        file.state = select.text(1);
        file.received = std::max<qint64>(0, select.integer(2));
        file.keptSeconds = std::max<qint64>(0, select.integer(3));
        file.paid = Amount::fromNano(std::max<qint64>(0, select.integer(4)));
        file.storedAt = select.integer(5);
        file.auditFailed = select.integer(6) != 0;
        file.keepPromised = keepPromisedOf(file, select.integer(7));
        if (!file.lease.id.isNull())
            all.append(file);
    }
    for (StoredFile& file : files)
        file.pooledUntil = paidUntil(file, all);
}

Result<StoredFile> Purse::fileWhere(const char* condition, const std::optional<QString>& text, qint64 id, const QString& shown)
{
    const std::lock_guard lock(m_mutex);
    return m_database->read([&]() -> Result<StoredFile> {
        Statement select = m_database->prepare((QByteArray(SelectFiles) + condition + " ORDER BY f.id DESC LIMIT 1").constData());
        if (!(text ? select.bind(*text) : select.bind(id)).step())
            return failure(QStringLiteral("file.unknown"),
                QStringLiteral("No stored file \"%1\". surplus-customer spend lists what there is.").arg(shown));
        QList<StoredFile> one { fileFrom(select) };
        pool(one);
        const StoredFile& found = one.first();
        if (found.state == Damaged)
            return failure(QStringLiteral("file.damaged"),
                QStringLiteral("The entry of %1 in %2 is damaged. Put a backup of that file back.").arg(found.name, m_database->path()));
        return found;
    });
}

Result<StoredFile> Purse::file(qint64 id) { return fileWhere(" WHERE f.id=?", {}, id, QString::number(id)); }

Result<StoredFile> Purse::file(const QString& nameOrNumber)
{
    const QString name = shownPath(nameOrNumber);
    auto named = fileWhere(" WHERE name=?", name, 0, name);
    const auto number = parse::integer(QStringView(name).sliced(name.startsWith(u'#') ? 1 : 0), 0);
    if (named || named.error().code != QLatin1String("file.unknown") || !number)
        return named;
    return fileWhere(" WHERE f.id=?", {}, *number, name);
}

Result<QList<StoredFile>> Purse::files()
{
    const std::lock_guard lock(m_mutex);
    return m_database->read([&] {
        QList<StoredFile> list;
        Statement select = m_database->prepare((QByteArray(SelectFiles) + " ORDER BY f.id").constData());
        while (select.step())
            list.append(fileFrom(select));
        pool(list);
        return list;
    });
}

Result<void> Purse::noteStored(qint64 id, UtcMs when)
{
    const std::lock_guard lock(m_mutex);
    return m_database->transact([&] { m_database->prepare("UPDATE files SET state='stored', stored_at=? WHERE id=?").bind(when, id).run(); });
}

Result<void> Purse::noteRenewed(qint64 id, const LeaseTerms& lease, int keepAheadDays)
{
    const std::lock_guard lock(m_mutex);
    return m_database->transact([&] {
        m_database->prepare("UPDATE files SET lease=?, keep_ahead=? WHERE id=? AND lease_id=?").bind(leaseText(lease), keepAheadDays, id, lease.id.raw()).run();
    });
}

Result<QList<StoredFile>> Purse::heed(const MachineId& machine, const QList<LeaseNews>& news)
{
    const std::lock_guard lock(m_mutex);
    return m_database->transact([&] {
        QList<StoredFile> changed;
        Statement select = m_database->prepare((QByteArray(SelectFiles) + " WHERE f.lease_id=?").constData());
        for (const LeaseNews& item : news) {
            if (!select.bind(item.lease.raw()).step())
                continue;
            StoredFile file = fileFrom(select);
            select.finish();
            if (file.state == Damaged || file.lease.machine != machine)
                continue; // it has no say about what others keep
            const bool closed = item.state == QLatin1String("closed");
            const bool isNews = (closed && (file.state != item.state || file.closedWhy != item.closedWhy)) || (!closed && file.covered && !item.covered);
            if (closed) {
                file.state = item.state;
                file.closedWhy = item.closedWhy;
            } else if (file.state != item.state && item.state == QLatin1String("stored")) {
                file.state = item.state; // it was renewed in time, or the put that filled it broke off
                file.closedWhy.clear();
                file.storedAt = file.storedAt == 0 ? file.created : file.storedAt; // it can't have been earlier
            }
            file.covered = item.covered;
            file.paidUntil = item.paidUntil;
            m_database->prepare("UPDATE files SET state=?, closed_why=?, covered=?, paid_until=?, stored_at=? WHERE id=?")
                .bind(file.state, file.closedWhy, file.covered, file.paidUntil, file.storedAt, file.id).run();
            if (isNews)
                changed.append(file);
        }
        pool(changed);
        return changed;
    });
}

Result<void> Purse::beginFetch(qint64 id, qint64 lostIfCut)
{
    const std::lock_guard lock(m_mutex);
    return m_database->transact([&] {
        m_database->prepare("UPDATE files SET lost=lost+CASE fetching WHEN 0 THEN 0 ELSE ? END, fetching=1 WHERE id=?").bind(lostIfCut, id).run();
    });
}

Result<void> Purse::endFetch(qint64 id, qint64 received, qint64 lost)
{
    const std::lock_guard lock(m_mutex);
    return m_database->transact([&] {
        m_database->prepare("UPDATE files SET received=MAX(received, ?), lost=lost+?, fetching=0 WHERE id=?").bind(received, lost, id).run();
    });
}

Result<void> Purse::noteAudit(qint64 id, bool passed, qint64 keptSeconds)
{
    const std::lock_guard lock(m_mutex);
    return m_database->transact([&] {
        m_database->prepare("UPDATE files SET audits_passed=audits_passed+?, audits_failed=audits_failed+?, audit_failed=?, "
                            "kept_seconds=MAX(kept_seconds, ?) WHERE id=?").bind(passed, !passed, !passed, passed ? keptSeconds : 0, id).run();
    });
}

Result<Purse::Agreed> Purse::agreed()
{
    const std::lock_guard lock(m_mutex);
    return m_database->read([&] {
        const auto of = [&](const char* what) {
            Statement select = m_database->prepare("SELECT nano FROM agreed WHERE what=?");
            return Amount::fromNano(select.bind(QString::fromLatin1(what)).step() ? select.integer(0) : 0);
        };
        return Agreed { of("keep"), of("retrieve"), of("whole") };
    });
}

Result<void> Purse::agree(const Agreed& price)
{
    const std::lock_guard lock(m_mutex);
    return m_database->transact([&] {
        const auto raise = [&](const char* what, Amount amount) {
            m_database->prepare("INSERT INTO agreed VALUES(?,?) ON CONFLICT DO UPDATE SET nano=MAX(nano, excluded.nano)")
                .bind(QString::fromLatin1(what), amount.nano()).run();
        };
        raise("keep", price.keep);
        raise("retrieve", price.retrieve);
        raise("whole", price.whole);
    });
}

Result<QJsonObject> Purse::spending(const ChainSpec& chain)
{
    const auto list = files();
    if (!list)
        return tl::unexpected(list.error());
    QJsonArray rows;
    for (const StoredFile& file : *list)
        rows.append(QJsonObject { { QStringLiteral("id"), file.id }, { QStringLiteral("name"), file.name },
            { QStringLiteral("provider"), file.provider }, { QStringLiteral("state"), file.state },
            { QStringLiteral("size"), file.seal.plainSize }, { QStringLiteral("end"), file.lease.end },
            { QStringLiteral("paidUntil"), shownPaidUntil(file) }, { QStringLiteral("closedWhy"), file.closedWhy },
            { QStringLiteral("covered"), file.covered }, { QStringLiteral("keepPrice"), file.lease.keepPrice.toWire() },
            { QStringLiteral("retrievePrice"), file.lease.retrievePrice.toWire() }, { QStringLiteral("received"), file.received }, { QStringLiteral("auditsPassed"), file.auditsPassed },
            { QStringLiteral("auditsFailed"), file.auditsFailed }, { QStringLiteral("promised"), file.paid.toWire() } });
    const std::lock_guard lock(m_mutex);
    return m_database->read([&] {
        qint64 total = 0;
        QJsonArray channels;
        Statement select = m_database->prepare("SELECT machine, beneficiary, nano FROM channels WHERE chain=?");
        select.bind(static_cast<qint64>(chain.chainId));
        while (select.step()) {
            total += select.integer(2);
            channels.append(QJsonObject { { QStringLiteral("machine"), QString::fromLatin1(select.blob(0).toHex()) },
                { QStringLiteral("beneficiary"), QStringLiteral("0x") + QString::fromLatin1(select.blob(1).toHex()) },
                { QStringLiteral("promised"), QString::number(select.integer(2)) } });
        }
        return QJsonObject { { QStringLiteral("identity"), m_key.address().hex0x() },
            { QStringLiteral("chequebook"), chain.chequebookOf(m_key.address(), m_salt).hex0x() },
            { QStringLiteral("promised"), QString::number(total) }, { QStringLiteral("channels"), channels },
            { QStringLiteral("files"), rows } };
    });
}

Result<void> Purse::writeLeaves(qint64 id, const QString& sealedFile) const
{
    QFile source(sealedFile);
    QSaveFile target(m_home + QStringLiteral("/leaves-%1").arg(id));
    const auto fail = [](const QFileDevice& file) {
        return failure(QStringLiteral("home.leaves"), QStringLiteral("Can't use %1: %2.").arg(file.fileName(), file.errorString()));
    };
    if (!source.open(QIODevice::ReadOnly))
        return fail(source);
    if (!target.open(QIODevice::WriteOnly))
        return fail(target);
    while (!source.atEnd()) {
        const QByteArray hash = QCryptographicHash::hash(source.read(BlockSize), QCryptographicHash::Sha256);
        if (target.write(hash) != hash.size())
            return fail(target);
    }
    if (!target.commit())
        return fail(target);
    return {};
}

Result<QByteArray> Purse::leaf(qint64 id, qint64 block) const
{
    QFile file(m_home + QStringLiteral("/leaves-%1").arg(id));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(block * LeafSize))
        return failure(QStringLiteral("home.leaves"), QStringLiteral("%1 can't be read: %2.").arg(file.fileName(), file.errorString()));
    const QByteArray hash = file.read(LeafSize);
    if (hash.size() != LeafSize)
        return failure(QStringLiteral("home.leaves"), QStringLiteral("%1 is too short.").arg(file.fileName()));
    return hash;
}

} // namespace surplus
