// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QProcess>

namespace surplus::test {

/// A tmpfs of its own for as long as it lives.
class Mount {
public:
    static constexpr const char* Needs = "a tmpfs is needed for this test: run it as root with CAP_SYS_ADMIN";

    Mount(const QString& path, const QString& options) : m_path(path), m_there(QDir().mkpath(path) && mount({ QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), options, QStringLiteral("tmpfs") })) { }
    ~Mount()
    {
        if (m_there)
            QProcess::execute(QStringLiteral("umount"), { QStringLiteral("-l"), m_path });
    }
    Mount(const Mount&) = delete;
    Mount& operator=(const Mount&) = delete;
    [[nodiscard]] bool isThere() const { return m_there; }
    [[nodiscard]] bool resize(const QString& size) const { return mount({ QStringLiteral("-o"), QStringLiteral("remount,size=") + size }); }

private:
    [[nodiscard]] bool mount(const QStringList& how) const { return QProcess::execute(QStringLiteral("mount"), how + QStringList { m_path }) == 0; }

    const QString m_path;
    const bool m_there;
};

} // namespace surplus::test
