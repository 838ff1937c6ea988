// SPDX-License-Identifier: GPL-3.0-or-later
// Who follows a real engine's log misses nothing when its file is rotated meanwhile.
#include "services/common/core/log.h"
#include "tests/support/processes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace surplus;
using namespace surplus::test;

namespace {
/// A `surplusctl logs --follow`, and what it has printed so far.
class Follower {
public:
    explicit Follower(const EngineProcess& engine)
    {
        m_process.start(program("surplusctl"), { QStringLiteral("logs"), QStringLiteral("--follow"), QStringLiteral("--lines"), QStringLiteral("1000"),
            QStringLiteral("--json"), QStringLiteral("--data"), engine.data() });
    }
    ~Follower()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    /// Waits until `text` was said so often.
    [[nodiscard]] bool sees(const char* text, int times)
    {
        return QTest::qWaitFor([&] {
            read();
            return std::count_if(m_lines.begin(), m_lines.end(), [&](const LogLine& line) { return line.text.contains(QLatin1String(text)); }) >= times;
        }, Patience);
    }
    [[nodiscard]] const QList<LogLine>& lines() const { return m_lines; }

private:
    void read()
    {
        m_rest += m_process.readAllStandardOutput();
        for (qsizetype end = 0; (end = m_rest.indexOf('\n')) >= 0; m_rest.remove(0, end + 1))
            m_lines.append(LogLine::fromJson(QJsonDocument::fromJson(m_rest.left(end)).object()));
    }

    QProcess m_process;
    QByteArray m_rest;
    QList<LogLine> m_lines;
};

/// The lines of one file that the engine wrote; what the test filled it with is none.
QList<LogLine> linesOf(const QString& path)
{
    QList<LogLine> lines;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith('{'))
            lines.append(LogLine::fromJson(QJsonDocument::fromJson(line).object()));
    }
    return lines;
}
} // namespace

class LogsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rotationWhileItIsFollowedLosesNoLine()
    {
        constexpr int Rotations = 2;
        const QTemporaryDir dir;
        EngineProcess engine(dir.path(), R"({"listen": "127.0.0.1"})");
        QVERIFY(engine.start());
        const QString log = engine.data() + QStringLiteral("/logs/surplusd.log");
        const auto older = [&](int number) { return QStringLiteral("%1.%2").arg(log).arg(number); };
        Follower follower(engine);
        QVERIFY(follower.sees("ready: machine", 1));
        for (int round = 1; round <= Rotations; ++round) {
            QVERIFY(!QFile::exists(older(round)));
            QFile file(log); // full: the engine's next line is its last
            QVERIFY(file.open(QIODevice::Append) && file.write(QByteArray(Log::MaxFileBytes, '#') + '\n') > Log::MaxFileBytes);
            file.close();
            QVERIFY(!engine.ctl({ QStringLiteral("pause") }).isEmpty());
            QVERIFY(!engine.ctl({ QStringLiteral("resume") }).isEmpty());
            QVERIFY(follower.sees("paused by the user", round));
            QVERIFY(follower.sees("resumed", round));
            QVERIFY(QFile::exists(older(round)));
        }
        // What was printed has no gap and nothing twice.
        const QList<LogLine>& printed = follower.lines();
        for (qsizetype i = 1; i < printed.size(); ++i)
            QCOMPARE(printed[i].sequence, printed[i - 1].sequence + 1);
        // And the files together hold the same, each line in one of them.
        QList<LogLine> written;
        for (int number = Rotations; number >= 1; --number)
            written += linesOf(older(number));
        written += linesOf(log);
        QVERIFY(written.size() >= printed.size());
        for (qsizetype i = 0; i < printed.size(); ++i) {
            const LogLine& line = written[printed[i].sequence - 1];
            QCOMPARE(line.sequence, printed[i].sequence);
            QCOMPARE(line.text, printed[i].text);
        }
        QCOMPARE(engine.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(LogsTest)
#include "logs_test.moc"
