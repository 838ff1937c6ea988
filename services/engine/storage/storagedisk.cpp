// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/storagedisk.h"

#include "services/common/core/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace surplus {

namespace {
tl::unexpected<Error> refused(const QString& folder, const QString& why)
{
    return failure(QStringLiteral("storage.folder"), QStringLiteral("Can't share the folder %1: %2.").arg(folder, why));
}

qint64 freeOf(const OpenFolder& folder)
{
    struct statvfs status {};
    if (statvfs(QFile::encodeName(folder.path()).constData(), &status) != 0)
        return -1;
    return static_cast<qint64>(status.f_bavail) * static_cast<qint64>(status.f_frsize);
}

bool isNotThere(const QString& folder, const QString& machine)
{
    struct stat is {};
    if (::stat(QFile::encodeName(folder).constData(), &is) != 0)
        return errno == ENOENT || errno == ENOTDIR;
    const auto opened = OpenFolder::open(folder);
    if (!opened)
        return !S_ISDIR(is.st_mode);
    const OpenFolder::Kind marker = opened->kind(StorageMarker);
    const auto marked = marker == OpenFolder::Kind::File ? markedMachine(*opened) : std::nullopt;
    return marker == OpenFolder::Kind::Absent || (marked && !marked->isEmpty() && *marked != machine);
}
} // namespace

tl::unexpected<Error> diskError(StorageDisk::State state)
{
    return failure(QStringLiteral("storage.absent"), state == StorageDisk::State::Silent
            ? QStringLiteral("The provider's disk doesn't answer now. Try again later.")
            : QStringLiteral("The provider's disk is not there now. Try again later."));
}

StorageDisk::StorageDisk(const QString& folder, const QString& machine) : m_folder(folder), m_machine(machine) { }

StorageDisk::Folder StorageDisk::openMarked(const QString& folder, const QString& machine)
{
    Folder opened = OpenFolder::open(folder);
    return opened && markedMachine(*opened) == machine ? opened : nullptr;
}

void StorageDisk::setState(State state)
{
    if (std::exchange(m_state, state) == state)
        return;
    if (state == State::Silent) {
        const auto pending = std::exchange(m_pending, {});
        for (auto it = pending.begin(); it != pending.end(); ++it) {
            if (it->patience == Patience::Endless)
                m_pending.insert(it.key(), *it);
            else
                it->fail(diskError(state).value());
        }
    }
    if (onChange)
        onChange();
}

void StorageDisk::look()
{
    if (m_looking) {
        if (m_watch.busyMs() > SilentMs)
            setState(State::Silent);
        return;
    }
    m_looking = m_watch.run([this, folder = m_folder, machine = m_machine]() -> std::function<void()> {
        Look seen;
        if (const Folder opened = openMarked(folder, machine))
            seen = { true, false, freeOf(*opened) };
        else
            seen.gone = isNotThere(folder, machine);
        return [this, seen] {
            m_looking = false;
            m_free = seen.free;
            m_gone = seen.gone;
            setState(seen.present ? State::Present : State::Absent);
        };
    });
}

void StorageDisk::settle()
{
    const bool worked = m_work.settle(StartMs);
    if (!worked || !m_watch.settle(StartMs))
        setState(State::Silent);
}

bool StorageDisk::answers()
{
    look();
    if (!m_watch.settle(StartMs))
        setState(State::Silent);
    return m_state != State::Silent;
}

quint64 StorageDisk::begin(std::function<void(const Error&)> fail, Patience patience)
{
    if (m_state == State::Silent && patience == Patience::Bounded) {
        fail(diskError(m_state).value());
        return 0;
    }
    m_pending.insert(++m_last, { std::move(fail), patience });
    return m_last;
}

void StorageDisk::start(quint64 id, std::function<std::function<void()>(const Folder&)> task)
{
    const bool taken = m_work.run([folder = m_folder, machine = m_machine, task = std::move(task)] { return task(openMarked(folder, machine)); });
    if (!taken)
        m_pending.take(id).fail({ QStringLiteral("storage.busy"), QStringLiteral("The provider's disk has too much to do. Try again in a minute.") });
}

bool StorageDisk::answered(quint64 id)
{
    if (!m_pending.remove(id))
        return false;
    if (m_state == State::Absent) { // sooner than the next look
        m_state = State::Unknown;
        look();
    }
    return true;
}

void StorageDisk::away(quint64 id)
{
    const Pending pending = m_pending.take(id);
    if (pending.fail)
        pending.fail(diskError(State::Absent).value());
    setState(State::Absent);
}

Result<void> StorageDisk::claimNow(const QString& folder, const QString& machine, const QSet<QString>& ours, bool holding)
{
    using Kind = OpenFolder::Kind;
    const QFileInfo parent(QFileInfo(folder).absolutePath());
    if (!QFileInfo::exists(folder)) {
        if (!parent.isDir())
            return refused(folder, QStringLiteral("%1 %2").arg(parent.filePath(), parent.exists() ? QStringLiteral("is a file, not a folder") : QStringLiteral("does not exist")));
        if (!QDir().mkdir(folder))
            return refused(folder, QStringLiteral("it can't be written to"));
    }
    const auto opened = OpenFolder::open(folder);
    if (!opened)
        return refused(folder, QStringLiteral("it is no folder that can be opened"));
    const Kind marker = opened->kind(StorageMarker);
    if (marker != Kind::Absent && marker != Kind::File)
        return refused(folder, QStringLiteral("its %1 is not the file that Surplus makes").arg(StorageMarker));
    const auto marked = marker == Kind::File ? markedMachine(*opened) : std::nullopt;
    if (marked && *marked != machine)
        return refused(folder, QStringLiteral("it holds what another engine stores. Choose another folder"));
    const Kind content = opened->kind(ContentFolder);
    bool foreign = content != Kind::Absent && content != Kind::Folder;
    if (content == Kind::Folder && !marked) {
        const auto inside = opened->child(ContentFolder);
        const auto names = inside ? inside->names() : std::nullopt;
        foreign = !names || (holding && names->isEmpty()) || std::any_of(names->begin(), names->end(), [&](const QString& name) { return !ours.contains(name); });
    }
    if (holding && !marked && (content != Kind::Folder || foreign))
        return refused(folder, QStringLiteral("what customers store isn't in it. If it is on another disk, connect that"));
    if (foreign)
        return refused(folder, QStringLiteral("it already holds a \"%1\" that is not Surplus's. Choose another folder, or make a new one in it").arg(ContentFolder));
    if (!opened->makeChild(ContentFolder))
        return refused(folder, QStringLiteral("it can't be written to"));
    if (marked)
        return {};
    const QJsonObject json { { QStringLiteral("machine"), machine },
        { QStringLiteral("about"), QStringLiteral("Surplus keeps encrypted pieces of other people's files here. "
                                                 "Without this file the engine takes the disk for absent.") } };
    if (auto written = writePrivateFile(folder + u'/' + StorageMarker, QJsonDocument(json).toJson()); !written)
        return refused(folder, written.error().message);
    return {};
}

void StorageDisk::claim(const QSet<QString>& ours, bool holding, std::function<void(Result<void>)> done)
{
    if (!QDir::isAbsolutePath(m_folder)) {
        done(refused(m_folder, QStringLiteral("it must be an absolute path")));
        return;
    }
    const auto silent = refused(m_folder, QStringLiteral("its disk doesn't answer. If it is a network drive, see whether its server is there"));
    const quint64 id = begin([done, silent](const Error&) { done(silent); }, Patience::Bounded);
    if (id == 0)
        return;
    QTimer::singleShot(SilentMs, m_work.receiver(), [this, id] {
        if (m_pending.contains(id))
            m_pending.take(id).fail({});
    });
    const bool taken = m_work.run([this, id, folder = m_folder, machine = m_machine, ours, holding, done]() -> std::function<void()> {
        return [this, id, done, outcome = claimNow(folder, machine, ours, holding)] {
            if (m_pending.remove(id))
                done(outcome);
        };
    });
    if (!taken)
        m_pending.take(id).fail({});
}

} // namespace surplus
