// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/renting/renter.h"

#include "services/common/core/privatefile.h"
#include "services/common/crypto/keccak.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace surplus {

namespace {
constexpr qint64 BlockSize = 16 * 1024;
constexpr qint64 ToleratedSeconds = 120; // between the provider's clock and ours, of time that is paid for
constexpr int MaxAuditBlocks = 16;

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
} // namespace

Result<std::unique_ptr<ProviderSession>> Renter::sessionWith(const QString& provider)
{
    const auto address = ProviderAddress::parse(provider);
    if (!address)
        return tl::unexpected(address.error());
    auto session = std::make_unique<ProviderSession>(m_purse, *address);
    if (auto opened = session->open(); !opened)
        return tl::unexpected(opened.error());
    return session;
}

Result<Address> Renter::beneficiaryOf(const QString& provider)
{
    const auto session = sessionWith(provider);
    if (!session)
        return tl::unexpected(session.error());
    return (*session)->beneficiary();
}

Result<LeaseTerms> Renter::openLease(ProviderSession& session, const QByteArray& torrent, qint64 size, int days)
{
    const auto quote = session.call(QStringLiteral("quote.get"));
    if (!quote)
        return tl::unexpected(quote.error());
    const auto answer = session.call(QStringLiteral("lease.open"),
        { { QStringLiteral("quote"), *quote }, { QStringLiteral("days"), days },
            { QStringLiteral("torrent"), QString::fromLatin1(torrent.toBase64()) } });
    if (!answer)
        return tl::unexpected(answer.error());
    const auto terms = LeaseTerms::fromJson(*answer);
    const auto offered = Quote::fromJson(*quote);
    if (!terms)
        return terms;
    const auto signer = recoverSigner(terms->digest(session.chain().chainId), terms->signature);
    if (!signer || machineIdOf(*signer) != session.address().machine || !offered || terms->size != size
        || terms->keepPrice > offered->keepPrice || terms->retrievePrice > offered->retrievePrice)
        return failure(QStringLiteral("provider.answer"),
            QStringLiteral("The provider's lease is not what it offered. Nothing was stored; choose another provider."));
    return terms;
}

Result<StoredFile> Renter::put(const QString& path, const QString& provider, int days, int timeoutMs)
{
    const QFileInfo source(path);
    if (!source.isFile())
        return failure(QStringLiteral("put.source"), QStringLiteral("Can't store %1: it is not a file.").arg(path));
    auto session = sessionWith(provider);
    if (!session)
        return tl::unexpected(session.error());
    const QTemporaryDir work(m_purse.home() + QStringLiteral("/put-XXXXXX"));
    if (!work.isValid())
        return failure(QStringLiteral("put.work"), QStringLiteral("Can't write to %1: %2.").arg(m_purse.home(), work.errorString()));
    const QString sealedPath = work.filePath(QStringLiteral("sealed"));
    const auto seal = sealFile(path, sealedPath);
    if (!seal)
        return tl::unexpected(seal.error());
    const QString name = seal->sealedHash.hex(); // says nothing about what is in it
    if (!QFile::rename(sealedPath, work.filePath(name)))
        return failure(QStringLiteral("put.work"), QStringLiteral("Can't rename a file in %1.").arg(work.path()));
    const auto torrent = makeTorrent(work.path(), name);
    if (!torrent)
        return tl::unexpected(torrent.error());
    const auto terms = openLease(**session, *torrent, seal->sealedSize, days);
    if (!terms)
        return tl::unexpected(terms.error());

    StoredFile file;
    file.name = source.fileName();
    file.provider = provider;
    file.seal = *seal;
    file.lease = *terms;
    file.torrent = *torrent;
    file.state = QStringLiteral("filling");
    file.created = SystemClock().now();
    // Written down before a byte goes out: what is stored and can't be opened again is worthless.
    const auto id = m_purse.addFile(file);
    if (!id)
        return tl::unexpected(id.error());
    file.id = *id;
    if (auto leaves = m_purse.writeLeaves(file.id, work.filePath(name)); !leaves)
        return tl::unexpected(leaves.error());
    const auto port = openContent(**session, file);
    if (!port)
        return tl::unexpected(port.error());
    const auto stored = [&]() -> Result<bool> {
        const auto status = (*session)->call(QStringLiteral("lease.status"), { { QStringLiteral("lease"), file.lease.id.hex() } });
        if (!status)
            return failure(QStringLiteral("fill.lost"),
                QStringLiteral("The provider stopped answering while it took %1 (%2). Put the same file again to go on.")
                    .arg(file.name, status.error().message));
        if (const QString problem = status->value(u"problem").toString(); !problem.isEmpty())
            return failure(QStringLiteral("fill.disk"),
                QStringLiteral("The provider can't write %1 to its disk (%2). Nothing was paid; try another provider, or later.")
                    .arg(file.name, problem));
        return status->value(u"state") == QLatin1String("stored");
    };
    if (auto filled = fillLease(**session, file, work.path(), *port, stored, timeoutMs); !filled)
        return tl::unexpected(filled.error());
    file.state = QStringLiteral("stored");
    if (auto noted = m_purse.setState(file.id, file.state); !noted)
        return tl::unexpected(noted.error());
    return file;
}

Result<StoredFile> Renter::get(const QString& name, const QString& target, const FetchLimits& limits)
{
    const auto file = m_purse.file(name);
    if (!file)
        return file;
    auto session = sessionWith(file->provider);
    if (!session)
        return tl::unexpected(session.error());
    const auto port = openContent(**session, *file);
    if (!port)
        return tl::unexpected(port.error());
    // Kept between runs, so that a fetch that was interrupted goes on where it was.
    const QString dir = m_purse.home() + QStringLiteral("/fetch-%1").arg(file->id);
    if (auto made = makePrivateDir(dir); !made)
        return tl::unexpected(made.error());
    if (auto fetched = fetchContent(**session, *file, dir, *port, limits); !fetched)
        return tl::unexpected(fetched.error());
    const QString sealedPath = dir + u'/' + file->seal.sealedHash.hex();
    if (auto opened = openSealedFile(sealedPath, target, file->seal); !opened)
        return tl::unexpected(opened.error());
    QFile::remove(sealedPath);
    QDir().rmdir(dir);
    return m_purse.file(QString::number(file->id));
}

Result<AuditReport> Renter::audit(const QString& name, int blocks)
{
    const auto file = m_purse.file(name);
    if (!file)
        return tl::unexpected(file.error());
    auto session = sessionWith(file->provider);
    if (!session)
        return tl::unexpected(session.error());
    const qint64 count = (file->seal.sealedSize + BlockSize - 1) / BlockSize;
    const int asked = static_cast<int>(std::clamp<qint64>(blocks, 1, std::min<qint64>(count, MaxAuditBlocks)));
    QJsonArray numbers;
    QList<qint64> chosen;
    for (int i = 0; i < asked; ++i) {
        chosen.append(QRandomGenerator::system()->bounded(count));
        numbers.append(chosen.last());
    }
    AuditReport report;
    report.blocks = asked;
    const auto answer = (*session)->call(QStringLiteral("lease.audit"),
        { { QStringLiteral("lease"), file->lease.id.hex() }, { QStringLiteral("blocks"), numbers },
            { QStringLiteral("age"), std::max(file->keptSeconds, (SystemClock().now() - file->created) / 1000) } });
    if (!answer && answer.error().code == QLatin1String("storage.paused")) {
        report.paused = true;
        return report;
    }
    if (!answer)
        return tl::unexpected(answer.error());
    const QJsonArray received = answer->value(u"blocks").toArray();
    qint64 bytes = 0;
    for (int i = 0; i < asked; ++i) {
        const QByteArray block = QByteArray::fromBase64(received.at(i).toString().toLatin1());
        bytes += block.size();
        const auto expected = m_purse.leaf(file->id, chosen[i]);
        if (!expected)
            return tl::unexpected(expected.error());
        if (QCryptographicHash::hash(block, QCryptographicHash::Sha256) != *expected)
            ++report.wrong;
    }
    report.keptSeconds = answer->value(u"keptSeconds").toString().toLongLong();
    const qint64 possible = (SystemClock().now() - file->created) / 1000 + ToleratedSeconds;
    // What an earlier audit agreed on stays agreed, also if our clock was set back since.
    if (report.keptSeconds < 0 || report.keptSeconds > std::max(possible, file->keptSeconds))
        return failure(QStringLiteral("audit.time"),
            QStringLiteral("The provider claims to have kept %1 for %2 s, but it is only %3 s old. Nothing was paid.")
                .arg(file->name).arg(report.keptSeconds).arg(possible - ToleratedSeconds));
    if (auto noted = m_purse.noteAudit(file->id, report.wrong == 0, report.keptSeconds); !noted)
        return tl::unexpected(noted.error());
    if (report.wrong > 0)
        return report; // not paid
    const auto keep = Amount::due(static_cast<Wide>(std::max(report.keptSeconds, file->keptSeconds)) * static_cast<Wide>(file->lease.size),
        file->lease.keepPrice, static_cast<Wide>(BytesPerGigabyte) * SecondsPerDay);
    const auto retrieve = Amount::due(static_cast<Wide>(file->received + bytes), file->lease.retrievePrice, BytesPerGigabyte);
    const auto due = keep && retrieve ? keep->plus(*retrieve) : std::nullopt;
    if (!due)
        return failure(QStringLiteral("audit.amount"), QStringLiteral("What is due for %1 is too large to be true. Nothing was paid.").arg(file->name));
    report.paid = Amount::fromNano(std::max<qint64>(0, due->nano() - file->paid.nano()));
    if (auto paid = (*session)->pay(file->lease.id, *due, file->received + bytes); !paid)
        return tl::unexpected(paid.error());
    return report;
}

} // namespace surplus
