// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/privatefile.h"

#include <QDir>
#include <QSaveFile>

namespace surplus {

Result<void> writePrivateFile(const QString& path, const QByteArray& content)
{
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

} // namespace surplus
