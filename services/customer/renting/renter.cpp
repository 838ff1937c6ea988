// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/renting/renter.h"

#include "services/common/core/durations.h"
#include "services/common/core/processlock.h"
#include "services/common/core/privatefile.h"
#include "services/common/crypto/keccak.h"
#include "services/customer/paying/leasecount.h"
#include "services/customer/paying/reckoning.h"
#include "services/customer/renting/payingpeer.h"
#include "services/customer/renting/userfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <libtorrent/torrent_info.hpp>

namespace surplus {

namespace {
constexpr int TagSize = 16; // that sealing adds
constexpr qint64 MinCoverDays = 7; // of keeping, for a lease to be covered

Result<quint16> openContent(ProviderSession& session, const StoredFile& file)
{
    const auto opened = session.call(QStringLiteral("content.open"),
        { { QStringLiteral("lease"), file.lease.id.hex() }, { QStringLiteral("received"), QString::number(file.received) } });
    if (!opened)
        return tl::unexpected(opened.error());
    const qint64 port = opened->value(u"port").toInteger();
    if (port < 1 || port > 65535)
        return failure(QStringLiteral("provider.answer"), QStringLiteral("The provider named no port."));
    return static_cast<quint16>(port);
}

/// Held as long as a lease is being filled: only one that nobody fills has broken off.
struct FillLock : ProcessLock {
    FillLock(const Purse& purse, const LeaseId& lease) : ProcessLock(QStringLiteral("%1/put-%2.lock").arg(purse.home(), lease.hex())) { }
};

InfoHash contentOfTorrent(const QByteArray& torrent)
{
    lt::error_code malformed;
    const lt::torrent_info info(lt::span<const char>(torrent.constData(), torrent.size()), malformed, lt::from_span);
    return malformed ? InfoHash() : contentOf(info.info_hashes());
}

/// Says for how many days ahead `allowed` is enough.
QString lessAhead(const LeaseCount& count, int days, std::optional<Amount> allowed)
{
    int enough = days;
    while (allowed && enough > 0 && count.keeping(enough * SecondsPerDay) > *allowed)
        --enough;
    return enough == 0 ? QStringLiteral("That is not enough for one day; with --keep-ahead 0 it is paid afterwards, by audits.")
                       : QStringLiteral("It is enough for --keep-ahead %1.").arg(enough);
}
} // namespace

Result<std::unique_ptr<ProviderSession>> Renter::sessionWith(const QString& provider)
{
    const auto address = ProviderAddress::parse(provider);
    if (!address)
        return tl::unexpected(address.error());
    auto session = std::make_unique<ProviderSession>(m_purse, *address);
    if (auto opened = session->open(); !opened)
        return tl::unexpected(opened.error());
    for (const StoredFile& changed : session->takeNews()) {
        if (const QString notice = noticeFor(changed, SystemClock().now()); !notice.isEmpty())
            m_notices.append(notice);
    }
    return session;
}

Result<Address> Renter::beneficiaryOf(const QString& provider)
{
    const auto session = sessionWith(provider);
    if (!session)
        return tl::unexpected(session.error());
    return (*session)->beneficiary();
}

Error Renter::unfunded(const QString& provider, const Price& price) const
{
    return { QStringLiteral("customer.unfunded"),
        QStringLiteral("This provider serves only customers who have set tokens aside for it on the chain, and you have not set aside enough there. "
                       "Nothing was stored or promised. %1surplus-customer fund deploy, fund deposit TOKENS and fund reserve TOKENS --provider %2 do it "
                       "(%3 are enough for this file: %4 days of keeping and fetching it once); it counts once the chain has confirmed it. Then put the file again.")
            .arg(m_purse.chain().isUsable() ? QString() : QStringLiteral("First name the chain by --chain FILE. "), provider, price.whole.toTokens())
            .arg(MinCoverDays) };
}

Result<void> Renter::giveUpUnfilled(ProviderSession& session, const QString& name)
{
    const auto files = m_purse.files();
    if (!files)
        return tl::unexpected(files.error());
    for (const StoredFile& file : *files) {
        // A put that broke off can't go on: its key and its sealed copy are gone. Its lease would only take up room.
        if (file.fileName != name || file.state != QLatin1String("filling") || file.lease.machine != session.address().machine)
            continue;
        FillLock alone(m_purse, file.lease.id);
        if (!alone.tryLock())
            continue; // another file of this name is just being put
        const QJsonObject lease { { QStringLiteral("lease"), file.lease.id.hex() } };
        if (auto closed = session.call(QStringLiteral("lease.close"), lease); !closed && closed.error().code != QLatin1String("lease.unknown"))
            return tl::unexpected(closed.error());
        LeaseNews gone;
        gone.lease = file.lease.id;
        gone.state = QStringLiteral("closed");
        gone.closedWhy = QStringLiteral("customer");
        if (auto noted = m_purse.heed(file.lease.machine, { gone }); !noted)
            return tl::unexpected(noted.error());
    }
    return {};
}

Result<StoredFile> Renter::put(const QString& path, const QString& provider, const PutTerms& terms)
{
    auto source = openUserFile(path);
    if (!source)
        return tl::unexpected(source.error());
    auto session = sessionWith(provider);
    if (!session)
        return tl::unexpected(session.error());
    const auto offered = (*session)->quote();
    if (!offered)
        return tl::unexpected(offered.error());
    const auto count = [&](const Quote& quote, qint64 size) {
        return LeaseCount({ {}, {}, {}, {}, size, 0, quote.keepPrice, quote.retrievePrice, {} });
    };
    if ((*source)->size() == 0 && !(*source)->peek(1).isEmpty())
        return failure(QStringLiteral("put.source"),
            QStringLiteral("Can't store %1: it says that it is empty and is not, like the files of /proc. Copy it first.").arg(path));
    if (auto given = giveUpUnfilled(**session, fileNameOf(path)); !given)
        return tl::unexpected(given.error());
    const qint64 size = (*source)->size() + TagSize;
    const int aheadDays = std::min(terms.keepAheadDays, terms.days);
    Price price { offered->keepPrice, offered->retrievePrice, count(*offered, size).keeping(aheadDays * SecondsPerDay), {}, {},
        QStringLiteral("for keeping it, %1 days ahead").arg(aheadDays) };
    price.most = price.now;
    price.whole = sum(count(*offered, size).keeping(terms.days * SecondsPerDay), count(*offered, size).fetching(wholeBlocks(size)));
    // A provider takes the keeping of all files from all that is promised: what falls short for this one would be taken from
    // what was promised for another.
    price.less = lessAhead(count(*offered, size), aheadDays, m_limits.maxSpend);
    const auto allowed = consentTo(price, m_limits, m_purse);
    if (!allowed)
        return tl::unexpected(allowed.error());

    const QTemporaryDir work(m_purse.home() + QStringLiteral("/put-XXXXXX"));
    if (!work.isValid())
        return failure(QStringLiteral("put.work"), QStringLiteral("Can't write to %1: %2.").arg(m_purse.home(), work.errorString()));
    const QString sealedPath = work.filePath(QStringLiteral("sealed"));
    const auto seal = sealFile(**source, sealedPath);
    if (!seal)
        return tl::unexpected(seal.error());
    if (seal->sealedSize != size)
        return failure(QStringLiteral("put.source"), QStringLiteral("%1 changed while it was read. Nothing was stored or promised.").arg(shownPath(path)));
    const QString name = seal->sealedHash.hex(); // says nothing about what is in it
    if (!QFile::rename(sealedPath, work.filePath(name)))
        return failure(QStringLiteral("put.work"), QStringLiteral("Can't rename a file in %1.").arg(work.path()));
    const auto torrent = makeTorrent(work.path(), name);
    if (!torrent)
        return tl::unexpected(torrent.error());
    auto quote = (*session)->quote(); // sealing may have taken longer than the first one holds
    if (!quote && quote.error().code == QLatin1String("rpc.closed")) { // or than an idle connection is kept
        session = sessionWith(provider);
        if (!session)
            return tl::unexpected(session.error());
        quote = (*session)->quote();
    }
    if (!quote)
        return tl::unexpected(quote.error());
    if (quote->keepPrice > offered->keepPrice || quote->retrievePrice > offered->retrievePrice)
        return failure(QStringLiteral("price.changed"), QStringLiteral("The provider asks more now than a moment ago. Nothing was stored or promised; put the file again to see its price."));
    const auto lease = (*session)->openLease(*quote, terms.days, *torrent, contentOfTorrent(*torrent), size);
    if (!lease && lease.error().code == QLatin1String("customer.unfunded")) {
        price.whole = sum(count(*offered, size).keeping(MinCoverDays * SecondsPerDay), count(*offered, size).fetching(wholeBlocks(size)));
        return tl::unexpected(unfunded(provider, price));
    }
    if (!lease)
        return tl::unexpected(lease.error());

    StoredFile file;
    file.fileName = fileNameOf(path);
    file.name = shownPath(file.fileName);
    file.provider = provider;
    file.seal = *seal;
    file.lease = *lease;
    file.torrent = *torrent;
    file.state = QStringLiteral("filling");
    file.created = SystemClock().now();
    file.keepAhead = aheadDays;
    FillLock filling(m_purse, lease->id);
    if (!filling.tryLock())
        return failure(QStringLiteral("put.work"), QStringLiteral("Can't write to %1.").arg(m_purse.home()));
    // Written down before a byte goes out: what is stored and can't be opened again is worthless.
    const auto id = m_purse.addFile(file);
    if (!id)
        return tl::unexpected(id.error());
    file.id = *id;
    if (auto leaves = m_purse.writeLeaves(file.id, work.filePath(name)); !leaves)
        return tl::unexpected(leaves.error());
    const auto before = m_purse.files();
    auto filled = fill(**session, file, work.path(), terms.timeoutMs);
    if (!filled)
        return filled;
    const Amount ahead = std::min(keepAhead(*filled, {}, aheadDays, SystemClock().now()), *allowed);
    if (ahead.nano() > 0) {
        if (auto paid = (*session)->pay(file.lease.id, ahead, 0, ahead); !paid)
            return tl::unexpected(paid.error());
        (void)(*session)->leaseStatus(file.lease.id); // its word on until when that is
    }
    if (const QString notice = takenFromOthers(file, before.value_or(QList<StoredFile>())); !notice.isEmpty())
        m_notices.append(notice);
    return m_purse.file(file.id);
}

Result<StoredFile> Renter::fill(ProviderSession& session, StoredFile file, const QString& dir, int timeoutMs)
{
    const auto port = openContent(session, file);
    if (!port)
        return tl::unexpected(port.error());
    UtcMs notYet = file.created;
    const auto stored = [&]() -> Result<bool> {
        const UtcMs asked = SystemClock().now();
        const auto status = session.leaseStatus(file.lease.id);
        if (!status)
            return failure(QStringLiteral("fill.lost"),
                QStringLiteral("The provider stopped answering while it took %1 (%2). Put the same file again to go on.")
                    .arg(file.name, status.error().message));
        if (const QString problem = status->value(u"problem").toString(); !problem.isEmpty())
            return failure(QStringLiteral("fill.disk"),
                QStringLiteral("The provider can't write %1 to its disk (%2). Nothing was paid; try another provider, or later.")
                    .arg(file.name, harmlessWords(problem)));
        if (status->value(u"state") == QLatin1String("closed")) {
            const auto now = m_purse.file(file.id);
            return failure(QStringLiteral("lease.closed"), QStringLiteral("The provider closed the lease of %1: %2. Nothing was paid.")
                               .arg(file.name, closedBecause(now.value_or(file))));
        }
        const bool isStored = status->value(u"state") == QLatin1String("stored");
        if (!isStored)
            notYet = asked;
        return isStored;
    };
    if (auto filled = fillLease(session, file, dir, *port, stored, timeoutMs); !filled)
        return tl::unexpected(filled.error());
    if (auto noted = m_purse.noteStored(file.id, notYet); !noted)
        return tl::unexpected(noted.error());
    return m_purse.file(file.id);
}

Result<StoredFile> Renter::get(const StoredFile& wanted, const QString& target, const FetchLimits& asked)
{
    if (auto fine = checkTarget(target, m_purse.home()); !fine)
        return tl::unexpected(fine.error());
    if (wanted.state == QLatin1String("filling"))
        return failure(QStringLiteral("get.filling"),
            QStringLiteral("%1 was never wholly stored, so it can't be fetched. Put the file again. Nothing was promised.").arg(wanted.name));
    auto session = sessionWith(wanted.provider);
    if (!session)
        return tl::unexpected(session.error());
    // Kept between runs, so that a fetch that was interrupted goes on where it was. One at a time: both would pay.
    const QString dir = m_purse.home() + QStringLiteral("/fetch-%1").arg(wanted.id);
    ProcessLock alone(dir + QStringLiteral(".lock"));
    if (!alone.tryLock())
        return failure(QStringLiteral("get.busy"), QStringLiteral("%1 is being fetched already. Wait until that ends. Nothing was promised.").arg(wanted.name));
    const bool begun = QFile::exists(dir);
    const LeaseCount count(wanted.lease);
    const qint64 size = wanted.seal.sealedSize;
    const Amount owed = beyond(count.keeping(keptAtMost(wanted, SystemClock().now())), wanted.keepPromised);
    // What was fetched and not paid yet is part of it.
    const Amount due = sum(sum(count.fetching(wanted.received + wholeBlocks(size)), wanted.keepPromised), owed);
    Price price { wanted.lease.keepPrice, wanted.lease.retrievePrice, beyond(due, wanted.paid), {}, {}, QStringLiteral("for fetching %1").arg(wanted.name) };
    price.most = sum(price.now, count.fetching(lostBytes(wanted.lost, wanted.received + size) + std::min(FetchAccount::InFlightBytes, size)));
    SpendLimits spend = m_limits;
    if (asked.budget && !spend.maxSpend)
        spend.maxSpend = beyond(*asked.budget, wanted.paid);
    const auto allowed = consentTo(price, spend, m_purse, begun || asked.budget);
    if (!allowed)
        return tl::unexpected(allowed.error());
    FetchLimits limits = asked;
    limits.budget = std::min(sum(wanted.paid, *allowed), asked.budget.value_or(sum(wanted.paid, *allowed)));

    const auto port = openContent(**session, wanted);
    if (!port) {
        const auto now = m_purse.file(wanted.id); // it may have closed since it was read
        if (now && now->state == QLatin1String("closed"))
            return failure(QStringLiteral("lease.closed"), QStringLiteral("%1 is no longer stored: %2.").arg(now->name, closedBecause(*now)));
        return tl::unexpected(port.error());
    }
    if (auto made = makePrivateDir(dir); !made)
        return tl::unexpected(made.error());
    if (auto noted = m_purse.beginFetch(wanted.id, std::min(FetchAccount::DisputedBytes, size)); !noted)
        return tl::unexpected(noted.error());
    const auto file = m_purse.file(wanted.id); // with what a fetch that broke off may have lost
    if (!file)
        return file;
    if (auto fetched = fetchContent(**session, *file, dir, *port, limits); !fetched)
        return tl::unexpected(fetched.error());
    const QString sealedPath = dir + u'/' + file->seal.sealedHash.hex();
    if (auto opened = openSealedInto(sealedPath, target, file->seal); !opened)
        return tl::unexpected(opened.error());
    QFile::remove(sealedPath);
    QDir().rmdir(dir);
    return m_purse.file(file->id);
}

Result<StoredFile> Renter::renew(const StoredFile& wanted, int days, int keepAheadDays)
{
    auto session = sessionWith(wanted.provider);
    if (!session)
        return tl::unexpected(session.error());
    StoredFile file = wanted;
    const LeaseCount count(file.lease);
    const UtcMs now = SystemClock().now();
    StoredFile renewed = file;
    renewed.lease.end += days * DayMs;
    const auto target = [&](Amount owed) { return std::max(keepAhead(renewed, owed, keepAheadDays, now), file.keepPromised); };
    Price price { file.lease.keepPrice, file.lease.retrievePrice, beyond(target(count.keeping(keptAtMost(renewed, now))), file.keepPromised), {}, {},
        QStringLiteral("for keeping %1, %2 days ahead").arg(file.name).arg(keepAheadDays) };
    price.most = price.now;
    price.whole = sum(count.keeping(days * SecondsPerDay), count.fetching(wholeBlocks(file.lease.size)));
    const auto allowed = consentTo(price, m_limits, m_purse);
    if (!allowed)
        return tl::unexpected(allowed.error());
    if (days > 0) {
        auto quote = (*session)->quote();
        if (!quote)
            return tl::unexpected(quote.error());
        const auto terms = (*session)->renewLease(*quote, file.lease, days);
        if (!terms)
            return tl::unexpected(terms.error());
        renewed.lease = *terms;
    }
    if (auto noted = m_purse.noteRenewed(file.id, renewed.lease, keepAheadDays); !noted)
        return tl::unexpected(noted.error());
    const auto status = (*session)->leaseStatus(file.lease.id);
    if (!status)
        return tl::unexpected(status.error());
    // The provider's claim for keeping is what it says is due without what was fetched by our own count.
    const Amount claimed = beyond(Amount::fromWire(status->value(u"due").toString()).value_or(Amount()), count.fetching(file.received));
    const Amount keep = std::min(target(keepOwed(renewed, claimed, now)), sum(file.keepPromised, *allowed));
    if (keep > file.keepPromised) {
        if (auto paid = (*session)->pay(file.lease.id, sum(file.paid, beyond(keep, file.keepPromised)), file.received, keep); !paid)
            return tl::unexpected(paid.error());
        (void)(*session)->leaseStatus(file.lease.id);
    }
    return m_purse.file(file.id);
}

Result<void> Renter::refresh(const StoredFile& file)
{
    auto session = sessionWith(file.provider);
    if (!session)
        return tl::unexpected(session.error());
    const auto status = (*session)->leaseStatus(file.lease.id);
    return status ? Result<void>() : tl::unexpected(status.error());
}

} // namespace surplus
