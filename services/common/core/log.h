// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/clock.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QLoggingCategory>
#include <QString>
#include <deque>
#include <functional>
#include <mutex>

class QFile;

namespace surplus {

/// One structured line of a program's log.
struct LogLine {
    qint64 sequence = 0; ///< grows by one for each line of this run
    UtcMs time = 0;
    QString level; ///< debug, info, warning or error
    QString part; ///< the logging category without its "surplus." prefix
    QString text;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static LogLine fromJson(const QJsonObject& json);
};

/// Takes over Qt's message handler: every qCInfo/qCWarning goes through the redactor into a rotated file of JSON lines
/// and into a bounded memory of the newest lines. All functions may be called from any thread.
class Log {
public:
    /// Lines go to `path` (created with mode 0600; "" = no file) and, if `echo`, to standard error as plain text.
    explicit Log(const QString& path, bool echo = true);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    /// At most `limit` lines: if `after` is 0 the newest, else the first ones whose sequence is above it, so that who goes on
    /// from the last line misses none. 5,000 are remembered: a first sequence beyond after + 1 says that more have gone.
    [[nodiscard]] QList<LogLine> linesAfter(qint64 after, int limit) const;
    /// Called for each line, on the thread that logged it. One listener; nullptr removes it.
    void setListener(std::function<void(const LogLine&)> listener);

    /// Text that must never appear in a log: every later line has it replaced by "[secret]".
    static void markSecret(const QByteArray& secret);
    /// `text` without marked secrets and without values that follow a word such as password, secret or token.
    [[nodiscard]] static QString redact(QString text);

    static constexpr qint64 MaxFileBytes = 4 * 1024 * 1024;
    static constexpr int KeptFiles = 5;

private:
    static void handle(QtMsgType type, const QMessageLogContext& context, const QString& text);
    void write(QtMsgType type, const char* category, const QString& text);
    void rotateIfNeeded();

    mutable std::mutex m_mutex;
    QString m_path;
    bool m_echo;
    std::unique_ptr<QFile> m_file;
    std::deque<LogLine> m_recent;
    qint64 m_sequence = 0;
    std::function<void(const LogLine&)> m_listener;
};

} // namespace surplus
