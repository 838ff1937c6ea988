// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/session/profilebackup.h"

#include "services/common/core/openfolder.h"
#include "services/common/core/parse.h"
#include "services/common/core/privatefile.h"
#include "services/common/crypto/keystore.h"
#include "services/common/crypto/sealedfile.h"
#include "services/dashboard/session/backupmembers.h"
#include "services/dashboard/session/enginelock.h"
#include "services/dashboard/session/eraseprofile.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTemporaryDir>
#include <memory>
#include <sqlite3.h>

namespace surplus {

namespace {
constexpr char FirstMagic[] = "SURPLUS1"; // BackupMembers::Format::First
constexpr char Magic[] = "SURPLUS2";
constexpr qsizetype MagicBytes = 8;
constexpr quint32 MaxHeader = 64 * 1024;
constexpr qint64 MaxPlain = qint64(60) << 30; // what one key may encrypt: no more is written, and all that is written is read

const QStringList& plainMembers()
{
    static const QStringList names { QStringLiteral("engine/identity.key"), QStringLiteral("engine/tls.pem"), QStringLiteral("engine/config.json"), QStringLiteral("settings.ini") };
    return names;
}
const QStringList& databases()
{
    static const QStringList names { QStringLiteral("engine/engine.db"), QStringLiteral("payout.db"), QStringLiteral("settlements.db") };
    return names;
}
QString staged(const QString& profile) { return profile + u'/' + StagedFolder; }
QString ready(const QString& profile) { return staged(profile) + u'/' + StagedMarker; } ///< holds where the old ones go

tl::unexpected<Error> fail(const char* code, const QString& message) { return failure(QLatin1String(code), message); }

tl::unexpected<Error> malformed(const QString& file)
{
    return fail("backup.malformed", QStringLiteral("%1 is no backup of Surplus, or only a part of one. Choose another file. Nothing was changed.").arg(file));
}

/// One moment of a database, whoever writes to it meanwhile.
Result<void> copyDatabase(const QString& from, const QString& to)
{
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(from.toUtf8().constData(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(raw, &sqlite3_close);
    sqlite3_busy_timeout(raw, 10'000);
    sqlite3_stmt* statement = nullptr;
    if (opened == SQLITE_OK && sqlite3_prepare_v2(raw, "VACUUM INTO ?", -1, &statement, nullptr) == SQLITE_OK) {
        const QByteArray target = to.toUtf8();
        sqlite3_bind_text(statement, 1, target.constData(), static_cast<int>(target.size()), SQLITE_TRANSIENT);
        const int done = sqlite3_step(statement);
        sqlite3_finalize(statement);
        if (done == SQLITE_DONE)
            return {};
    }
    return fail("backup.read", QStringLiteral("%1 can't be copied: %2. Nothing was written.").arg(from, QString::fromUtf8(sqlite3_errmsg(raw))));
}

bool move(const QString& from, const QString& to)
{
    return QDir().mkpath(QFileInfo(to).path()) && QFile::rename(from, to);
}
} // namespace

Result<void> writeBackup(const QString& profile, const QString& file, const QString& password)
{
    // Beside the profile's own files, so that nothing secret lies where others look.
    QTemporaryDir work(profile + QStringLiteral("/backup-XXXXXX"));
    const QString plain = work.filePath(QStringLiteral("plain"));
    {
        QFile out(plain);
        if (!work.isValid() || !out.open(QIODevice::WriteOnly))
            return fail("backup.write", QStringLiteral("There is no room for a backup in %1. Nothing was written.").arg(profile));
        QMap<QString, QString> members;
        for (const QString& name : plainMembers()) {
            if (QFile::exists(profile + u'/' + name))
                members.insert(name, profile + u'/' + name);
        }
        for (const QString& name : databases()) {
            const QString copy = work.filePath(QString(name).replace(u'/', u'-'));
            if (!QFile::exists(profile + u'/' + name))
                continue;
            if (auto copied = copyDatabase(profile + u'/' + name, copy); !copied)
                return copied;
            members.insert(name, copy);
        }
        if (auto written = BackupMembers::write(out, members); !written)
            return written;
        if (!out.flush())
            return fail("backup.write", QStringLiteral("There is no room for a backup in %1. Nothing was written.").arg(profile));
        if (out.size() > MaxPlain)
            return fail("backup.size", QStringLiteral("What is to be backed up takes %1 GiB, and a backup holds at most 60. Nothing was written.").arg(out.size() >> 30));
    }
    const QString sealed = work.filePath(QStringLiteral("sealed"));
    const auto seal = sealFile(plain, sealed);
    if (!seal)
        return tl::unexpected(seal.error());
    const auto key = SecretKey::fromRaw(seal->key);
    const auto keystore = key ? writeKeystore(*key, password) : Result<QByteArray>(fail("backup.key", QStringLiteral("No key could be made. Try again.")));
    if (!keystore)
        return tl::unexpected(keystore.error());
    const QByteArray header = QJsonDocument(QJsonObject { { QStringLiteral("keystore"), QString::fromUtf8(*keystore) }, { QStringLiteral("nonce"), QString::fromLatin1(seal->nonce.toHex()) },
        { QStringLiteral("plainHash"), seal->plainHash.hex() }, { QStringLiteral("sealedHash"), seal->sealedHash.hex() }, { QStringLiteral("plainSize"), seal->plainSize },
        { QStringLiteral("sealedSize"), seal->sealedSize } }).toJson(QJsonDocument::Compact);
    QSaveFile out(file);
    QFile content(sealed);
    if (!out.open(QIODevice::WriteOnly) || !content.open(QIODevice::ReadOnly))
        return fail("backup.write", QStringLiteral("The backup can't be written to %1: %2. Choose another folder.").arg(file, out.errorString()));
    QDataStream stream(&out);
    stream.writeRawData(Magic, MagicBytes);
    stream << header;
    while (!content.atEnd())
        out.write(content.read(1 << 20));
    out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!out.commit())
        return fail("backup.write", QStringLiteral("The backup can't be written to %1: %2. Choose another folder.").arg(file, out.errorString()));
    return {};
}

Result<void> stageRestore(const QString& profile, const QString& file, const QString& password)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return fail("backup.read", QStringLiteral("%1 can't be read: %2. Nothing was changed.").arg(file, in.errorString()));
    quint32 headerSize = 0;
    const QByteArray magic = in.read(MagicBytes);
    QDataStream(&in) >> headerSize;
    const bool first = magic == QByteArray(FirstMagic, MagicBytes);
    if ((!first && magic != QByteArray(Magic, MagicBytes)) || headerSize == 0 || headerSize > MaxHeader)
        return malformed(file);
    const QJsonObject header = QJsonDocument::fromJson(in.read(headerSize)).object();
    Seal seal;
    const auto plainHash = Hash32::fromHex(header.value(u"plainHash").toString());
    const auto sealedHash = Hash32::fromHex(header.value(u"sealedHash").toString());
    if (!plainHash || !sealedHash)
        return malformed(file);
    seal.nonce = parse::hex(header.value(u"nonce").toString()).value_or(QByteArray());
    seal.plainHash = *plainHash;
    seal.sealedHash = *sealedHash;
    seal.plainSize = header.value(u"plainSize").toInteger(-1);
    seal.sealedSize = header.value(u"sealedSize").toInteger(-1);
    if (seal.nonce.size() != 12 || seal.plainSize < 0 || seal.plainSize > MaxPlain || seal.sealedSize != in.bytesAvailable())
        return malformed(file);
    const auto key = readKeystore(header.value(u"keystore").toString().toUtf8(), password);
    if (!key && key.error().code == QLatin1String("keystore.password"))
        return fail("backup.password", QStringLiteral("The password does not open this backup. Nothing was changed."));
    if (!key)
        return tl::unexpected(key.error());
    seal.key = key->raw();

    eraseStaged(profile);
    if (auto safe = protectPrivate(profile, { StagedFolder }); !safe)
        return safe; // a link there leads to what isn't ours
    if (auto made = makePrivateDir(staged(profile)); !made)
        return made;
    const QString sealed = staged(profile) + QStringLiteral("/sealed");
    const QString plain = staged(profile) + QStringLiteral("/plain");
    {
        QFile copy(sealed);
        if (!copy.open(QIODevice::WriteOnly))
            return fail("backup.write", QStringLiteral("There is no room to restore in %1. Nothing was changed.").arg(profile));
        while (!in.atEnd()) {
            const QByteArray part = in.read(1 << 20);
            if (copy.write(part) != part.size())
                return fail("backup.write", QStringLiteral("There is no room to restore in %1. Nothing was changed.").arg(profile));
        }
    }
    if (auto opened = openSealedFile(sealed, plain, seal); !opened)
        return opened;
    QFile content(plain);
    if (!content.open(QIODevice::ReadOnly))
        return malformed(file);
    QFile::remove(sealed); // three times the content would be a lot
    std::unique_ptr<QSaveFile> target;
    Result<void> placed;
    const auto place = [&](const QString& name) -> QIODevice* {
        if (!(plainMembers() + databases()).contains(name))
            return nullptr;
        target = std::make_unique<QSaveFile>(staged(profile) + QStringLiteral("/files/") + name);
        placed = makePrivateDir(QFileInfo(target->fileName()).path());
        if (placed && (!target->open(QIODevice::WriteOnly) || !target->setPermissions(QFile::ReadOwner | QFile::WriteOwner)))
            placed = fail("backup.write", QStringLiteral("There is no room to restore in %1. Nothing was changed.").arg(profile));
        return placed ? target.get() : nullptr;
    };
    const bool whole = BackupMembers::read(content, first ? BackupMembers::Format::First : BackupMembers::Format::Second, place, [&] { return target->commit(); });
    if (!placed)
        return placed;
    if (target && target->error() != QFileDevice::NoError)
        return fail("backup.write", QStringLiteral("There is no room to restore in %1. Nothing was changed.").arg(profile));
    if (!whole)
        return malformed(file);
    QFile::remove(plain);
    return writePrivateFile(ready(profile), QByteArray());
}

Result<QString> applyRestore(const QString& profile, const QDateTime& now)
{
    const auto folder = OpenFolder::open(profile);
    const auto inside = folder ? folder->child(StagedFolder) : nullptr;
    const auto marker = inside ? inside->read(StagedMarker, MaxHeader) : std::nullopt;
    if (!marker) {
        eraseStaged(profile); // staging was cut off
        return QString();
    }
    if (engineRuns(profile))
        return engineStillRuns();
    QString before = QString::fromUtf8(*marker);
    if (before.isEmpty()) {
        before = profile + QStringLiteral("/before-restore-") + now.toString(QStringLiteral("yyyyMMdd-HHmmss"));
        if (auto noted = writePrivateFile(ready(profile), before.toUtf8()); !noted)
            return tl::unexpected(noted.error());
    }
    const QString files = staged(profile) + QStringLiteral("/files/");
    for (const QString& name : plainMembers() + databases()) {
        if (!QFile::exists(files + name))
            continue; // not in the backup, or in place already
        for (const QString& suffix : { QString(), QStringLiteral("-wal"), QStringLiteral("-shm") }) {
            const QString old = profile + u'/' + name + suffix;
            if (QFile::exists(old) && !move(old, before + u'/' + name + suffix))
                return fail("backup.write", QStringLiteral("%1 can't be moved to %2. Free some space and start again.").arg(old, before));
        }
        if (!move(files + name, profile + u'/' + name))
            return fail("backup.write", QStringLiteral("%1 can't be put in place. Free some space and start again.").arg(name));
    }
    eraseStaged(profile);
    return before;
}

} // namespace surplus
