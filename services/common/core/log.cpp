// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/log.h"

#include "services/common/core/utc.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <iterator>

namespace surplus {

namespace {
constexpr std::size_t RememberedLines = 5000;
constexpr qsizetype MaxTextLength = 4000;

// The message handler is a plain function, so the log it feeds has to be found from static storage.
std::atomic<Log*> s_current = nullptr;
std::mutex s_secretsMutex;
QSet<QString> s_secrets;

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
    case QtFatalMsg:
        return QStringLiteral("error");
    }
    return QStringLiteral("error");
}
} // namespace

QJsonObject LogLine::toJson() const
{
    return { { QStringLiteral("seq"), sequence },
        { QStringLiteral("time"), inUtc(time).toString(Qt::ISODateWithMs) },
        { QStringLiteral("level"), level }, { QStringLiteral("part"), part }, { QStringLiteral("text"), text } };
}

LogLine LogLine::fromJson(const QJsonObject& json)
{
    return { json.value(u"seq").toInteger(),
        QDateTime::fromString(json.value(u"time").toString(), Qt::ISODateWithMs).toMSecsSinceEpoch(),
        json.value(u"level").toString(), json.value(u"part").toString(), json.value(u"text").toString() };
}

Log::Log(const QString& path, bool echo) : m_path(path), m_echo(echo)
{
    if (!m_path.isEmpty()) {
        QDir().mkpath(QFileInfo(m_path).absolutePath());
        m_file = std::make_unique<QFile>(m_path);
        if (m_file->open(QIODevice::Append))
            m_file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    s_current = this;
    qInstallMessageHandler(&Log::handle);
}

Log::~Log()
{
    qInstallMessageHandler(nullptr);
    s_current = nullptr;
}

void Log::handle(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (Log* log = s_current)
        log->write(type, context.category, text);
}

void Log::write(QtMsgType type, const char* category, const QString& text)
{
    LogLine line;
    std::function<void(const LogLine&)> listener;
    {
        const std::lock_guard lock(m_mutex);
        line.sequence = ++m_sequence;
        line.time = SystemClock().now();
        line.level = levelName(type);
        line.part = QString::fromLatin1(category ? category : "default");
        if (line.part.startsWith(QLatin1String("surplus.")))
            line.part.remove(0, 8);
        line.text = redact(text.left(MaxTextLength));
        m_recent.push_back(line);
        if (m_recent.size() > RememberedLines)
            m_recent.pop_front();
        if (m_file && m_file->isOpen()) {
            m_file->write(QJsonDocument(line.toJson()).toJson(QJsonDocument::Compact) + '\n');
            m_file->flush();
            rotateIfNeeded();
        }
        if (m_echo)
            std::fprintf(stderr, "%s: %s\n", qPrintable(line.part), qPrintable(line.text));
        listener = m_listener;
    }
    if (listener)
        listener(line);
}

void Log::rotateIfNeeded()
{
    if (m_file->size() < MaxFileBytes)
        return;
    m_file->close();
    const auto numbered = [this](int n) { return m_path + u'.' + QString::number(n); };
    QFile::remove(numbered(KeptFiles - 1));
    for (int n = KeptFiles - 2; n >= 1; --n)
        QFile::rename(numbered(n), numbered(n + 1));
    QFile::rename(m_path, numbered(1));
    if (m_file->open(QIODevice::Append))
        m_file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

QList<LogLine> Log::linesAfter(qint64 after, int limit) const
{
    const std::lock_guard lock(m_mutex);
    QList<LogLine> lines;
    const auto first = std::upper_bound(m_recent.begin(), m_recent.end(), after, [](qint64 sequence, const LogLine& line) { return sequence < line.sequence; });
    const auto most = std::min<std::ptrdiff_t>(std::distance(first, m_recent.end()), std::max(0, limit));
    const auto begin = after > 0 ? first : m_recent.end() - most;
    std::copy(begin, begin + most, std::back_inserter(lines));
    return lines;
}

void Log::setListener(std::function<void(const LogLine&)> listener)
{
    const std::lock_guard lock(m_mutex);
    m_listener = std::move(listener);
}

void Log::markSecret(const QByteArray& secret)
{
    if (secret.size() < 8)
        return; // replacing a short text everywhere would only garble the log
    const std::lock_guard lock(s_secretsMutex);
    s_secrets.insert(QString::fromLatin1(secret.toHex()));
    s_secrets.insert(QString::fromLatin1(secret.toBase64()));
    s_secrets.insert(QString::fromUtf8(secret));
}

QString Log::redact(QString text)
{
    static const QString replacement = QStringLiteral("[secret]");
    {
        const std::lock_guard lock(s_secretsMutex);
        for (const QString& secret : std::as_const(s_secrets))
            text.replace(secret, replacement, Qt::CaseInsensitive);
    }
    static const QRegularExpression named(
        QStringLiteral("\\b(password|passphrase|secret|token|private ?key|mnemonic)(\"?\\s*[=:]\\s*\"?)[^\\s\",}]+"),
        QRegularExpression::CaseInsensitiveOption);
    return text.replace(named, QStringLiteral("\\1\\2[secret]"));
}

} // namespace surplus
