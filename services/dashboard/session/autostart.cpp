// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/session/autostart.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace surplus {

namespace {
/// An argument of the key Exec (Desktop Entry Specification, "The Exec key"): quoted, and a percent sign doubled. The
/// string value's own escapes are on top of that.
QString quoted(QString argument)
{
    for (const QChar sign : { u'\\', u'"', u'`', u'$' })
        argument.replace(sign, QString(u'\\') + sign);
    argument.replace(u'%', QStringLiteral("%%"));
    return u'"' + argument.replace(u'\\', QStringLiteral("\\\\")) + u'"';
}
} // namespace

Autostart::Autostart(QStringList command, QString folder)
    : m_command(std::move(command))
    , m_folder(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/autostart") : std::move(folder))
{
}

QString Autostart::file() const { return m_folder + QStringLiteral("/org.surplus.Surplus.desktop"); }

bool Autostart::isOn() const
{
    QFile entry(file());
    return entry.open(QIODevice::ReadOnly) && !entry.read(64 * 1024).contains("\nHidden=true");
}

Result<void> Autostart::setOn(bool on) const
{
    const auto refuse = [&](const QString& why) {
        return failure(QStringLiteral("autostart.write"), QStringLiteral("Starting at login can't be changed: %1: %2.").arg(file(), why));
    };
    if (!on) {
        QFile entry(file());
        return !entry.exists() || entry.remove() ? Result<void>() : refuse(entry.errorString());
    }
    QStringList words;
    for (const QString& word : m_command)
        words.append(quoted(word));
    const QByteArray text = QStringLiteral("[Desktop Entry]\nType=Application\nName=Surplus\nComment=Shares what this computer can spare\nExec=%1\n"
                                           "Terminal=false\nX-GNOME-Autostart-enabled=true\n").arg(words.join(u' ')).toUtf8();
    QSaveFile entry(file());
    if (!QDir().mkpath(m_folder) || !entry.open(QIODevice::WriteOnly) || entry.write(text) != text.size() || !entry.commit())
        return refuse(entry.errorString());
    return {};
}

} // namespace surplus
