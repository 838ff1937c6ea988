// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/methods.h"
#include "tests/support/children.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>
#include <csignal>
#include <memory>

/// Real programs for integration tests.
namespace surplus::test {

inline QString program(const char* name) { return QStringLiteral(SURPLUS_BIN_DIR "/") + QLatin1String(name); }
inline bool isLong() { return qEnvironmentVariable("SURPLUS_LONG") == QLatin1String("1"); }

struct Outcome {
    int code = -1;
    QJsonObject json; ///< the last line of standard output
    QString errors;
};

/// A customer of a test asks nobody: it takes any price, and promises no keeping ahead unless it is told to.
inline QStringList anyPrice(const QStringList& arguments)
{
    if (arguments.value(0) == QLatin1String("fund"))
        return arguments; // it promises nothing, and refuses a bound on that
    QStringList all = arguments + QStringList { QStringLiteral("--max-price"), QStringLiteral("1000000000"), QStringLiteral("--max-spend"), QStringLiteral("1000000000") };
    if (!arguments.contains(QStringLiteral("--keep-ahead")))
        all += { QStringLiteral("--keep-ahead"), QStringLiteral("0") };
    return all;
}

/// Runs a program to its end.
inline Outcome run(const char* name, const QStringList& arguments, int timeoutMs = Patience, const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    endWithThisThread(process);
    process.setProcessEnvironment(environment);
    process.start(program(name), arguments);
    Outcome outcome;
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        outcome.errors = QStringLiteral("it did not end in time");
        return outcome;
    }
    outcome.code = process.exitCode();
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
    outcome.json = QJsonDocument::fromJson(lines.last()).object();
    return outcome;
}

/// An engine of its own on loopback.
class EngineProcess {
public:
    EngineProcess(const QString& dir, const QByteArray& config) : m_data(dir + QStringLiteral("/engine"))
    {
        QFile file(dir + QStringLiteral("/config.json"));
        if (!file.open(QIODevice::WriteOnly) || file.write(config) != config.size())
            qFatal("the configuration could not be written");
        m_arguments = { QStringLiteral("--data"), m_data, QStringLiteral("--config"), file.fileName(), QStringLiteral("--allow-root"), QStringLiteral("--quiet") };
    }
    ~EngineProcess() { stop(); }

    [[nodiscard]] bool start()
    {
        m_process = std::make_unique<QProcess>();
        endWithThisThread(*m_process);
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process->setProcessEnvironment(environment);
        m_process->start(program("surplusd"), m_arguments);
        if (!m_process->waitForStarted())
            return false;
        const auto there = [this] {
            const auto runtime = RuntimeFile::read(m_data);
            return runtime && runtime->pid == m_process->processId();
        };
        return QTest::qWaitFor([&] { return there() || m_process->state() != QProcess::Running; }, Patience) && there();
    }
    void kill()
    {
        m_process->kill(); // SIGKILL
        m_process->waitForFinished();
    }
    int stop()
    {
        if (!m_process || m_process->state() == QProcess::NotRunning)
            return -1;
        m_process->terminate();
        if (!m_process->waitForFinished(Patience)) {
            m_process->kill();
            m_process->waitForFinished();
            return -2;
        }
        return m_process->exitCode();
    }
    [[nodiscard]] QString data() const { return m_data; }
    [[nodiscard]] bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }
    [[nodiscard]] qint64 pid() const { return m_process ? m_process->processId() : 0; }

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment(); ///< of the next start
    [[nodiscard]] QJsonObject ctl(const QStringList& command) const
    {
        return run("surplusctl", command + QStringList { QStringLiteral("--data"), m_data, QStringLiteral("--json") }).json;
    }

private:
    QString m_data;
    QStringList m_arguments;
    std::unique_ptr<QProcess> m_process;
};

} // namespace surplus::test
