// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/session/eraseprofile.h"

#include "services/common/core/storedcontent.h"
#include "services/dashboard/session/enginelock.h"

#include <QDir>
#include <QMap>
#include <QList>
#include <memory>
#include <sqlite3.h>
#include <vector>

namespace surplus {

namespace {
/// What Surplus makes in one folder of a profile, and the folders in that. What matches nothing stays.
struct Ours {
    QString folder; ///< a pattern of its name
    QStringList files; ///< patterns
    std::vector<Ours> folders = {};
};

Ours logs() { return { QStringLiteral("logs"), { QStringLiteral("surplus.log*"), QStringLiteral("surplusd.log*") } }; }

Ours engineFiles()
{
    return { QStringLiteral("engine"),
        { QStringLiteral("identity.key*"), QStringLiteral("tls.pem*"), QStringLiteral("runtime.json*"), QStringLiteral("engine.db*"),
            QStringLiteral("config.json"), QStringLiteral("lock"), QStringLiteral("settlements.db*"), QStringLiteral("start-errors.txt") },
        { logs() } };
}

/// A profile, and what a restore stages or keeps of one.
Ours profileFiles(const QString& folder)
{
    return { folder, { QStringLiteral("history.db*"), QStringLiteral("payout.db*"), QStringLiteral("settlements.db*"), QStringLiteral("settings.ini*") },
        { engineFiles(), logs() } };
}

Ours stagedRestore()
{
    return { StagedFolder, { StagedMarker + u'*', QStringLiteral("sealed"), QStringLiteral("plain") },
        { profileFiles(QStringLiteral("files")) } };
}

Ours wholeProfile()
{
    Ours whole = profileFiles({});
    whole.folders.push_back(profileFiles(QStringLiteral("before-restore-*")));
    whole.folders.push_back(stagedRestore());
    // A backup that was cut off leaves what it had gathered.
    whole.folders.push_back({ QStringLiteral("backup-??????"),
        { QStringLiteral("plain"), QStringLiteral("sealed"), QStringLiteral("engine-engine.db*"), QStringLiteral("payout.db*"), QStringLiteral("settlements.db*") } });
    return whole;
}

void erase(const OpenFolder& folder, const Ours& ours)
{
    for (const QString& name : folder.names().value_or(QStringList())) {
        if (QDir::match(ours.files, name))
            (void)folder.removeFile(name);
        for (const Ours& inside : ours.folders) {
            const auto child = QDir::match(inside.folder, name) ? folder.child(name) : nullptr;
            if (child) {
                erase(*child, inside);
                (void)folder.removeEmpty(name); // once nothing else is in it
            }
        }
    }
}

/// By the folder that it lies in; "" in the one that is used now.
using Stored = QMap<QString, QList<StoredName>>;

/// All that this ledger ever put on a disk and hasn't deleted since. False if it is there and can't be read.
bool readStored(const QString& ledger, Stored& names)
{
    if (!QFile::exists(ledger))
        return true;
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(QFile::encodeName(ledger).constData(), &raw, SQLITE_OPEN_READWRITE, nullptr); // it may have a log to be taken up
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(raw, &sqlite3_close);
    if (opened != SQLITE_OK)
        return false;
    bool any = false;
    bool whole = true;
    // The second is what versions before the record have.
    for (const char* query : { "SELECT content, file, folder FROM stored_content", "SELECT lower(hex(content)), file, '' FROM leases" }) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(raw, query, -1, &statement, nullptr) != SQLITE_OK) {
            whole = whole && sqlite3_errcode(raw) == SQLITE_ERROR; // this version has no such table
            continue;
        }
        int step = SQLITE_ROW;
        const auto text = [&](int column) { return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, column))); };
        while ((step = sqlite3_step(statement)) == SQLITE_ROW)
            names[text(2)].append({ text(0), text(1) });
        sqlite3_finalize(statement);
        any = true;
        whole = whole && step == SQLITE_DONE;
    }
    return any && whole;
}

Result<void> eraseFrom(const QString& folder, const QList<StoredName>& names)
{
    const auto stays = [&](const QString& why) {
        return failure(QStringLiteral("erase.stored"), QStringLiteral("What customers stored in %1 was left there: %2. All else was deleted.").arg(folder, why));
    };
    const auto storage = OpenFolder::open(folder);
    if (!storage || !markedMachine(*storage))
        return stays(QStringLiteral("its disk isn't there"));
    bool gone = true;
    for (const StoredName& name : names)
        gone = removeStored(*storage, name) && gone;
    (void)storage->removeEmpty(ContentFolder);
    (void)storage->removeFile(StorageMarker);
    (void)QDir().rmdir(folder); // only if nothing else is in it
    return gone ? Result<void>() : stays(QStringLiteral("the disk refused"));
}

Result<void> eraseStored(const QString& profile, const QString& storageFolder)
{
    QStringList ledgers { profile + QStringLiteral("/engine/engine.db") };
    for (const QString& copy : QDir(profile).entryList({ QStringLiteral("before-restore-*") }, QDir::Dirs | QDir::NoSymLinks))
        ledgers.append(profile + u'/' + copy + QStringLiteral("/engine/engine.db"));
    Stored stored;
    bool readable = true;
    for (const QString& ledger : ledgers)
        readable = readStored(ledger, stored) && readable;
    // Of a folder that is used no longer there may be content, too; the present one has its marker in any case.
    stored[storageFolder] += stored.take(QString());
    Result<void> outcome;
    for (auto folder = stored.constBegin(); folder != stored.constEnd(); ++folder) {
        if (folder.key().isEmpty())
            continue;
        if (auto erased = eraseFrom(folder.key(), *folder); !erased && outcome)
            outcome = erased;
    }
    if (outcome && !readable)
        return failure(QStringLiteral("erase.stored"),
            QStringLiteral("What customers stored in %1 was left there: the engine's record of it can't be read. All else was deleted.").arg(storageFolder));
    return outcome;
}
} // namespace

Result<void> eraseProfile(const QString& profile, const QString& storageFolder)
{
    if (engineRuns(profile))
        return engineStillRuns();
    // First what only the profile's files can name.
    const Result<void> stored = eraseStored(profile, storageFolder);
    if (const auto folder = OpenFolder::open(profile))
        erase(*folder, wholeProfile());
    (void)QDir().rmdir(profile); // once nothing else is in it
    return stored;
}

void eraseStaged(const QString& profile)
{
    const auto folder = OpenFolder::open(profile);
    const auto staged = folder ? folder->child(StagedFolder) : nullptr;
    if (!staged)
        return;
    (void)staged->removeFile(StagedMarker); // first: half a restore is none
    erase(*folder, { {}, {}, { stagedRestore() } });
}

} // namespace surplus
