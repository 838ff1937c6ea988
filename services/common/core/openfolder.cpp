// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/openfolder.h"

#include <QFile>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace surplus {

namespace {
/// The name as the file system has it; empty if it isn't plain.
QByteArray plain(const QString& name)
{
    const QByteArray encoded = QFile::encodeName(name);
    const bool isPlain = !encoded.isEmpty() && encoded != "." && encoded != ".." && !encoded.contains('/') && !encoded.contains('\0');
    return isPlain ? encoded : QByteArray();
}
} // namespace

std::unique_ptr<OpenFolder> OpenFolder::open(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    return descriptor < 0 ? nullptr : std::unique_ptr<OpenFolder>(new OpenFolder(descriptor));
}

OpenFolder::~OpenFolder() { close(m_descriptor); }

OpenFolder::Kind OpenFolder::kind(const QString& name) const
{
    struct stat status {};
    const QByteArray encoded = plain(name);
    if (encoded.isEmpty())
        return Kind::Unreadable;
    if (fstatat(m_descriptor, encoded.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? Kind::Absent : Kind::Unreadable;
    return S_ISDIR(status.st_mode) ? Kind::Folder : S_ISREG(status.st_mode) ? Kind::File : S_ISLNK(status.st_mode) ? Kind::Link : Kind::Other;
}

std::optional<qint64> OpenFolder::size(const QString& name) const
{
    struct stat status {};
    const QByteArray encoded = plain(name);
    if (encoded.isEmpty() || fstatat(m_descriptor, encoded.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    return status.st_size;
}

std::optional<QStringList> OpenFolder::names() const
{
    const int readable = openat(m_descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR* stream = readable < 0 ? nullptr : fdopendir(readable);
    if (!stream) {
        if (readable >= 0)
            close(readable);
        return std::nullopt;
    }
    QStringList names;
    errno = 0;
    while (const dirent* entry = readdir(stream)) {
        const QString name = QFile::decodeName(entry->d_name);
        if (name != QLatin1String(".") && name != QLatin1String(".."))
            names.append(name);
        errno = 0;
    }
    const bool whole = errno == 0;
    closedir(stream);
    return whole ? std::optional(names) : std::nullopt;
}

std::unique_ptr<OpenFolder> OpenFolder::child(const QString& name) const
{
    const QByteArray encoded = plain(name);
    const int descriptor = encoded.isEmpty() ? -1 : openat(m_descriptor, encoded.constData(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return descriptor < 0 ? nullptr : std::unique_ptr<OpenFolder>(new OpenFolder(descriptor));
}

std::unique_ptr<OpenFolder> OpenFolder::makeChild(const QString& name) const
{
    const QByteArray encoded = plain(name);
    if (encoded.isEmpty() || (mkdirat(m_descriptor, encoded.constData(), S_IRWXU) != 0 && errno != EEXIST))
        return nullptr;
    return child(name);
}

int OpenFolder::openFile(const QString& name) const
{
    const QByteArray encoded = plain(name);
    // O_NONBLOCK: a pipe that somebody put there holds nobody up.
    const int descriptor = encoded.isEmpty() ? -1 : openat(m_descriptor, encoded.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return -1;
    struct stat status {};
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode))
        return descriptor;
    close(descriptor);
    return -1;
}

std::optional<QByteArray> OpenFolder::read(const QString& name, qint64 most) const
{
    const int descriptor = openFile(name);
    QFile file;
    if (descriptor < 0 || !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return std::nullopt;
    return file.read(most);
}

bool OpenFolder::removeFile(const QString& name) const
{
    const Kind found = kind(name);
    if (found != Kind::File)
        return found == Kind::Absent;
    return unlinkat(m_descriptor, plain(name).constData(), 0) == 0 || errno == ENOENT;
}

bool OpenFolder::removeEmpty(const QString& name) const
{
    const QByteArray encoded = plain(name);
    return !encoded.isEmpty() && (unlinkat(m_descriptor, encoded.constData(), AT_REMOVEDIR) == 0 || errno == ENOENT);
}

} // namespace surplus
