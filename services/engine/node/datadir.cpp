// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/node/datadir.h"

#include "services/common/core/log.h"
#include "services/common/core/parse.h"
#include "services/common/core/privatefile.h"

#include <QDir>
#include <QFileInfo>
#include <openssl/crypto.h>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace surplus {

namespace {
/// What the engine makes in its data directory.
const QStringList& ours()
{
    static const QStringList names { QStringLiteral("lock"), QStringLiteral("identity.key*"), QStringLiteral("tls.pem*"), QStringLiteral("runtime.json*"),
        QStringLiteral("engine.db*"), QStringLiteral("logs") };
    return names;
}
} // namespace

DataDir::DataDir(const QString& path) : m_path(path) { }

Result<std::unique_ptr<DataDir>> DataDir::open(const QString& path)
{
    const QString absolute = QDir(path).absolutePath();
    const QFileInfo info(absolute);
    if (info.exists() && info.ownerId() != geteuid())
        return failure(QStringLiteral("data.owner"),
            QStringLiteral("The data directory %1 belongs to %2. Start the engine as that user, or choose another --data.")
                .arg(absolute, info.owner()));
    if (auto made = makePrivateDir(absolute); !made)
        return tl::unexpected(made.error());
    // From here on nobody else can put anything in; what somebody has put there before is not used.
    for (const auto& [folder, names] : { std::pair(absolute, ours()), { absolute + QStringLiteral("/logs"), { QStringLiteral("*") } } }) {
        if (auto safe = protectPrivate(folder, names); !safe)
            return tl::unexpected(safe.error());
    }
    std::unique_ptr<DataDir> dir(new DataDir(absolute));
    const int lock = ::open(QFile::encodeName(absolute + QStringLiteral("/lock")).constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (lock < 0)
        return failure(QStringLiteral("dir.create"),
            QStringLiteral("Can't write to %1: %2. Check permissions and free space.").arg(absolute, qt_error_string(errno)));
    (void)dir->m_lock.open(lock, QIODevice::ReadWrite, QFileDevice::AutoCloseHandle);
    if (flock(dir->m_lock.handle(), LOCK_EX | LOCK_NB) != 0)
        return failure(QStringLiteral("data.locked"),
            QStringLiteral("Another engine (process %2) runs on %1. Use that one, or stop it first.")
                .arg(absolute, QString::fromLatin1(dir->m_lock.readAll().trimmed())));
    dir->m_lock.resize(0);
    dir->m_lock.write(QByteArray::number(getpid()) + '\n');
    dir->m_lock.flush();
    return dir;
}

void DataDir::release() { flock(m_lock.handle(), LOCK_UN); }

Result<SecretKey> DataDir::loadIdentity() const
{
    QFile file(m_path + QStringLiteral("/identity.key"));
    if (!file.exists()) {
        SecretKey key = SecretKey::generate();
        QByteArray text = key.raw().toHex() + '\n';
        const auto written = writePrivateFile(file.fileName(), text);
        OPENSSL_cleanse(text.data(), static_cast<size_t>(text.size()));
        if (!written)
            return tl::unexpected(written.error());
        Log::markSecret(key.raw());
        return key;
    }
    QByteArray raw;
    if (file.open(QIODevice::ReadOnly))
        raw = parse::hex(QString::fromLatin1(file.read(200).trimmed())).value_or(QByteArray());
    auto key = SecretKey::fromRaw(raw);
    OPENSSL_cleanse(raw.data(), static_cast<size_t>(raw.size()));
    if (!key)
        return failure(QStringLiteral("identity.damaged"),
            QStringLiteral("%1 holds no readable identity key. Put a backup back; without it this machine's channels can't "
                           "go on (what was earned on them stays cashable).").arg(file.fileName()));
    Log::markSecret(key->raw());
    return std::move(*key);
}

} // namespace surplus
