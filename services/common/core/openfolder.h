// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>

namespace surplus {

/// A folder held open, so that its path keeps meaning this very folder on this very disk, whatever is mounted, renamed
/// or unplugged meanwhile (open(2), O_PATH). What is in it is reached by plain names and never through a link: a name
/// that is empty, ".", ".." or holds a slash is none. Every call may block for as long as the disk does. Any thread.
class OpenFolder {
public:
    /// Nothing if it can't be opened. Links in the path itself are followed: it is who chose it that put them there.
    [[nodiscard]] static std::unique_ptr<OpenFolder> open(const QString& folder);
    ~OpenFolder();
    OpenFolder(const OpenFolder&) = delete;
    OpenFolder& operator=(const OpenFolder&) = delete;

    /// Valid in this process as long as the object lives.
    [[nodiscard]] QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_descriptor); }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    enum class Kind { Absent, Folder, File, Link, Other, Unreadable };
    [[nodiscard]] Kind kind(const QString& name) const;
    /// Bytes of a regular file.
    [[nodiscard]] std::optional<qint64> size(const QString& name) const;
    /// Names of all that is in it, without "." and ".."; nothing if it can't be read.
    [[nodiscard]] std::optional<QStringList> names() const;
    [[nodiscard]] std::unique_ptr<OpenFolder> child(const QString& name) const;
    /// Makes it (0700) unless it is there.
    [[nodiscard]] std::unique_ptr<OpenFolder> makeChild(const QString& name) const;
    /// A descriptor of a regular file for reading, -1 if there is none. Who asks closes it.
    [[nodiscard]] int openFile(const QString& name) const;
    /// At most `most` bytes of a regular file.
    [[nodiscard]] std::optional<QByteArray> read(const QString& name, qint64 most) const;

    /// Removes a regular file. True if none of this name is there any more; what is no regular file stays.
    [[nodiscard]] bool removeFile(const QString& name) const;
    /// Removes an empty folder; true if none of this name is there any more.
    [[nodiscard]] bool removeEmpty(const QString& name) const;

private:
    explicit OpenFolder(int descriptor) : m_descriptor(descriptor) { }
    int m_descriptor;
};

} // namespace surplus
