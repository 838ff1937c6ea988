// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/renting/userfile.h"

#include "services/common/crypto/keccak.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace surplus {

namespace {
constexpr qsizetype QtNameLength = 240; // a name has up to 255 bytes, and QSaveFile adds some

/// A descriptor that is closed at the end.
struct Descriptor {
    int number = -1;
    explicit Descriptor(int n) : number(n) { }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number >= 0)
            ::close(number);
    }
};

QString systemError() { return QString::fromLocal8Bit(std::strerror(errno)); }

QByteArray folderOf(const QByteArray& path) { return path.contains('/') ? path.left(path.lastIndexOf('/') + 1) : QByteArray("./"); }

/// Without links and dots; empty if it isn't there.
QByteArray realPath(const QByteArray& path)
{
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.constData(), nullptr), &std::free);
    return QByteArray(real.get());
}
} // namespace

Result<std::unique_ptr<QFile>> openUserFile(const QString& path)
{
    const auto refused = [&](const QString& why) {
        return failure(QStringLiteral("put.source"), QStringLiteral("Can't store %1: %2.").arg(shownPath(path), why));
    };
    // Not blocking: a pipe that nobody writes to would hold us for ever.
    const int descriptor = ::open(pathToBytes(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return refused(systemError());
    auto file = std::make_unique<QFile>();
    struct stat is {};
    const bool regular = ::fstat(descriptor, &is) == 0 && S_ISREG(is.st_mode);
    if (!regular || !file->open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return refused(QStringLiteral("it is not a file"));
    }
    return file;
}

bool userFileExists(const QString& path)
{
    struct stat is {};
    return ::lstat(pathToBytes(path).constData(), &is) == 0;
}

Result<void> checkTarget(const QString& target, const QString& home)
{
    const auto refused = [&](const QString& why) {
        return failure(QStringLiteral("get.target"), QStringLiteral("Can't write %1: %2. Choose another place. Nothing was promised.").arg(shownPath(target), why));
    };
    struct stat is {};
    const QByteArray path = pathToBytes(target);
    if (::stat(path.constData(), &is) == 0 && !S_ISREG(is.st_mode))
        return refused(QStringLiteral("it is there and is no file"));
    const QByteArray folder = folderOf(path);
    if (::access(folder.constData(), W_OK | X_OK) != 0)
        return refused(systemError());
    // Identity, keys and what is half fetched lie there: no name in it is anybody else's.
    const QByteArray own = realPath(pathToBytes(home));
    for (const QByteArray& there : { realPath(folder), realPath(folderOf(realPath(path))) }) {
        if (own.isEmpty() || (there != own && !there.startsWith(own + "/fetch-")))
            continue;
        return refused(QStringLiteral("it lies in %1, where your keys and your list of files are kept").arg(shownPath(home)));
    }
    return {};
}

Result<void> openSealedInto(const QString& sealed, const QString& target, const Seal& seal)
{
    // Qt writes beside the target under a longer name and in its own encoding. Where that can't work it gets a short name
    // in the target's folder, and the system gives it the right one.
    const QByteArray bytes = pathToBytes(target);
    const QByteArray folder = folderOf(bytes);
    const QByteArray name = bytes.mid(bytes.lastIndexOf('/') + 1);
    const Descriptor directory(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const auto refused = [&] {
        return failure(QStringLiteral("get.target"), QStringLiteral("Can't write %1: %2.").arg(shownPath(target), systemError()));
    };
    if (directory.number < 0)
        return refused();
    struct stat is {};
    if (::fstatat(directory.number, name.constData(), &is, 0) == 0 && !S_ISREG(is.st_mode))
        return failure(QStringLiteral("get.target"), QStringLiteral("Can't write %1: it is there and is no file. Choose another name.").arg(shownPath(target)));
    const bool plain = QString::fromUtf8(bytes).toUtf8() == bytes && name.size() <= QtNameLength;
    if (plain)
        return openSealedFile(sealed, target, seal);
    const QByteArray fresh = ".surplus-" + randomBytes(8).toHex();
    const QString there = QFile::exists(QString::fromUtf8(folder)) && QString::fromUtf8(folder).toUtf8() == folder
        ? QString::fromUtf8(folder)
        : QStringLiteral("/proc/self/fd/%1/").arg(directory.number);
    if (auto opened = openSealedFile(sealed, there + QString::fromLatin1(fresh), seal); !opened)
        return opened;
    if (::renameat(directory.number, fresh.constData(), directory.number, name.constData()) != 0) {
        const auto why = refused();
        ::unlinkat(directory.number, fresh.constData(), 0);
        return why;
    }
    return {};
}

} // namespace surplus
