// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/crypto/secretkey.h"
#include "services/common/core/result.h"

#include <QFile>

namespace surplus {

/// The engine's data directory, locked for this process: two engines never share one. The lock is the kernel's
/// (flock), so it ends with the process however that ends.
class DataDir {
public:
    /// Creates it (0700) if needed. Fails with "data.locked" naming the other engine, "data.owner" if it belongs to
    /// another user, "dir.create", and "dir.link" or "dir.owner" if somebody planted something where its files are; modes
    /// that let others read are mended.
    [[nodiscard]] static Result<std::unique_ptr<DataDir>> open(const QString& path);

    [[nodiscard]] QString path() const { return m_path; }
    /// Lets the next engine have it, for a process that can't end yet. Nothing in it may be used any more.
    void release();
    /// Reads identity.key or makes one on the first start. A file that is there and is no key is an error
    /// ("identity.damaged"), never a reason for a new one.
    [[nodiscard]] Result<SecretKey> loadIdentity() const;

private:
    explicit DataDir(const QString& path);
    QString m_path;
    QFile m_lock;
};

} // namespace surplus
