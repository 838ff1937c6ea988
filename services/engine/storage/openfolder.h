// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

namespace surplus {

/// A folder held open, so that its path keeps meaning this very folder on this very disk, whatever is mounted, renamed
/// or unplugged meanwhile (open(2), O_PATH).
class OpenFolder {
public:
    /// Nothing if it can't be opened.
    [[nodiscard]] static std::unique_ptr<OpenFolder> open(const QString& folder);
    ~OpenFolder();
    OpenFolder(const OpenFolder&) = delete;
    OpenFolder& operator=(const OpenFolder&) = delete;

    /// Valid in this process as long as the object lives.
    [[nodiscard]] QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_descriptor); }

private:
    explicit OpenFolder(int descriptor) : m_descriptor(descriptor) { }
    int m_descriptor;
};

} // namespace surplus
