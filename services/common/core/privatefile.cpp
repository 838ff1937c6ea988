// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/privatefile.h"

#include "services/common/core/openfolder.h"

#include <QDir>
#include <QSaveFile>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace surplus {

Result<void> writePrivateFile(const QString& path, const QByteArray& content)
{
    // QSaveFile writes through a link to wherever that leads.
    if (QFileInfo(path).isSymLink())
        return failure(QStringLiteral("file.write"), QStringLiteral("%1 is a link to another file, so it isn't written to. Remove the link.").arg(path));
    QSaveFile file(path);
    const auto fail = [&] {
        return failure(QStringLiteral("file.write"),
            QStringLiteral("Can't write %1: %2. Check free space and permissions.").arg(path, file.errorString()));
    };
    // QSaveFile's temporary file is made with mode 0600 and takes over an existing target's mode: set it in any case.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fail();
    if (file.write(content) != content.size() || !file.commit())
        return fail();
    return {};
}

Result<void> makePrivateDir(const QString& path)
{
    if (!QDir().mkpath(path)
        || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return failure(QStringLiteral("dir.create"),
            QStringLiteral("Can't create or protect the folder %1. Check its parent's permissions.").arg(path));
    return {};
}

Result<void> protectPrivate(const QString& path, const QStringList& patterns)
{
    const auto folder = OpenFolder::open(path);
    const auto names = folder ? folder->names() : std::optional<QStringList>();
    if (!names)
        return folder ? failure(QStringLiteral("dir.owner"), QStringLiteral("The folder %1 can't be read. Check who owns it.").arg(path)) : Result<void>();
    for (const QString& name : *names) {
        if (!QDir::match(patterns, name))
            continue;
        const QString whole = path + u'/' + name;
        const OpenFolder::Kind kind = folder->kind(name);
        if (kind == OpenFolder::Kind::Absent)
            continue;
        const bool isFolder = kind == OpenFolder::Kind::Folder;
        if (!isFolder && kind != OpenFolder::Kind::File)
            return failure(QStringLiteral("dir.link"),
                QStringLiteral("%1 is %2, which Surplus never makes there. Look who put it there, and remove it.")
                    .arg(whole, kind == OpenFolder::Kind::Link ? QStringLiteral("a link") : QStringLiteral("no ordinary file")));
        const int descriptor = openat(folder->descriptor(), QFile::encodeName(name).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | (isFolder ? O_DIRECTORY : 0));
        struct stat status {};
        const bool seen = descriptor >= 0 && fstat(descriptor, &status) == 0;
        const bool ours = seen && status.st_uid == geteuid();
        const bool mended = ours && ((status.st_mode & (S_IRWXG | S_IRWXO)) == 0 || fchmod(descriptor, isFolder ? S_IRWXU : S_IRUSR | S_IWUSR) == 0);
        if (descriptor >= 0)
            ::close(descriptor);
        if (seen && !ours)
            return failure(QStringLiteral("dir.owner"), QStringLiteral("%1 belongs to another user. Look who put it there, and remove it.").arg(whole));
        if (seen && !mended)
            return failure(QStringLiteral("dir.owner"), QStringLiteral("%1 can be read by others, and its permissions can't be changed. Check the file system.").arg(whole));
    }
    return {};
}

} // namespace surplus
