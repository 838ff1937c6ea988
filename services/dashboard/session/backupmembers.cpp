// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/session/backupmembers.h"

#include <QDataStream>
#include <QFile>
#include <algorithm>

namespace surplus {

Result<void> BackupMembers::write(QIODevice& out, const QMap<QString, QString>& files)
{
    const auto unreadable = [](const QFile& file) {
        return failure(QStringLiteral("backup.read"), QStringLiteral("%1 can't be read: %2. Nothing was written.").arg(file.fileName(), file.errorString()));
    };
    const auto full = [&] { return failure(QStringLiteral("backup.write"), QStringLiteral("There is no room for a backup: %1. Nothing was written.").arg(out.errorString())); };
    QDataStream stream(&out);
    stream << static_cast<quint32>(files.size());
    for (auto it = files.constBegin(); it != files.constEnd(); ++it) {
        QFile file(it.value());
        if (!file.open(QIODevice::ReadOnly))
            return unreadable(file);
        const qint64 size = file.size();
        stream << it.key() << size;
        if (stream.status() != QDataStream::Ok)
            return full();
        for (qint64 left = size; left > 0;) {
            const QByteArray piece = file.read(std::min(left, Piece));
            if (piece.isEmpty())
                return unreadable(file); // also if it became shorter meanwhile
            if (out.write(piece) != piece.size())
                return full();
            left -= piece.size();
        }
    }
    return stream.status() == QDataStream::Ok ? Result<void>() : full();
}

bool BackupMembers::read(QIODevice& in, Format format, const Open& open, const Close& close)
{
    QDataStream stream(&in);
    quint32 members = 0;
    stream >> members;
    if (members == 0 || members > MaxMembers)
        return false;
    for (quint32 i = 0; i < members; ++i) {
        QString name;
        stream >> name;
        qint64 size = 0;
        if (format == Format::First) {
            quint32 length = 0;
            stream >> length;
            size = length == 0xffffffff ? 0 : length; // that is how an empty one was written
        } else {
            stream >> size;
        }
        QIODevice* const out = stream.status() == QDataStream::Ok && size >= 0 ? open(name) : nullptr;
        if (!out)
            return false;
        for (qint64 left = size; left > 0;) {
            const QByteArray piece = in.read(std::min(left, Piece));
            if (piece.isEmpty() || out->write(piece) != piece.size())
                return false;
            left -= piece.size();
        }
        if (!close())
            return false;
    }
    return in.atEnd();
}

} // namespace surplus
