// SPDX-License-Identifier: GPL-3.0-or-later
// What only the owner can mend, in words: a part of Engine.
#include "services/common/core/posted.h"
#include "services/engine/node/engine.h"

#include <QFile>
#include <QLocale>
#include <sys/statvfs.h>

namespace surplus {

namespace {
constexpr qint64 LeastDataFree = 100'000'000; ///< bytes: a day of what strangers may make the database grow by, and its log

QString size(qint64 bytes) { return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

DataStatus dataStatus(const std::optional<Error>& trouble, const QString& folder, qint64 free)
{
    const auto is = [&](const char* what, const QString& words) { return DataStatus { folder, free, QLatin1String(what), words }; };
    if (trouble && trouble->code == QLatin1String("store.full"))
        return is("full", QStringLiteral("The disk of the engine's data folder %1 is full: what customers promise can't be written down, so they are served no further than "
                              "their credit. Free some space on that disk; then it goes on by itself.").arg(folder));
    if (trouble)
        return is("failed", QStringLiteral("The engine can't use its data folder %1: %2").arg(folder, trouble->message));
    if (free >= 0 && free < LeastDataFree)
        return is("low", QStringLiteral("Only %1 are free on the disk of the engine's data folder %2. Once it is full, what customers promise can't be written down: "
                              "free some space on that disk.").arg(size(free), folder));
    return is("", {});
}
} // namespace

void Engine::lookAtData()
{
    if (m_lookingAtData)
        return; // the disk is busy, or doesn't answer
    // Where a disk may block, nothing else waits for it.
    m_lookingAtData = m_store->post([this, path = m_dir->path()](Database& db) {
        struct statvfs disk {};
        const bool known = statvfs(QFile::encodeName(path).constData(), &disk) == 0;
        const qint64 free = known ? static_cast<qint64>(disk.f_bavail) * static_cast<qint64>(disk.f_frsize) : -1;
        const DataStatus seen = dataStatus(db.trouble(), path, free);
        postTo(this, [this, seen] {
            m_lookingAtData = false;
            if (m_data.problem.isEmpty() && !seen.problem.isEmpty())
                qCWarning(lcEngine).noquote() << seen.problem;
            m_data = seen;
        });
    });
}

QList<EngineProblem> Engine::problemsOf(const EngineStatus& status) const
{
    QList<EngineProblem> problems;
    const auto add = [&](const char* kind, const QString& text) { problems.append({ QLatin1String(kind), text }); };
    const StorageStatus& storage = status.storage;
    if (!status.data.problem.isEmpty())
        add("data", status.data.problem);
    if (!storage.problem.isEmpty())
        add("folder", storage.problem);
    if (!storage.writeProblem.isEmpty())
        add("room", QStringLiteral("What a customer stores can't be written to the storage folder %1: %2. Free some space on that disk, or see whether it is well.")
                        .arg(storage.folder, storage.writeProblem));
    else if (storage.diskFree >= 0 && storage.diskFree < storage.minimumFree)
        add("room", QStringLiteral("The disk of the storage folder %1 has %2 free, and %3 are to stay free: nothing new is stored. Free some space on that disk, "
                                   "or lower what stays free (surplusctl resources set storage free).")
                        .arg(storage.folder, size(storage.diskFree), size(storage.minimumFree)));
    if (const QString why = m_storage->readProblem(); !why.isEmpty())
        add("read", QStringLiteral("Some of what is stored for customers in %1 can't be opened now: %2. Nothing is lost by that, and it is tried again; see whether that disk is well.")
                        .arg(storage.folder, why));
    if (storage.damaged > 0)
        add("stored", QStringLiteral("%1 of the files stored for customers %2 missing, cut short or can't be read, such as %3 in %4. Put them back there if you have them; "
                                     "else their customers won't pay for them. If a disk is failing, replace it.")
                          .arg(storage.damaged).arg(storage.damaged == 1 ? QStringLiteral("is") : QStringLiteral("are"), storage.damagedFiles.value(0), storage.folder));
    return problems;
}

} // namespace surplus
