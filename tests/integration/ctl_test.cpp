// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed on surplusctl's command line is read whole, before an engine is asked: where there is none, what was understood
// ends with "no engine" (2), and what was not with "wrong usage" (1) and the reason.
#include "tests/support/processes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace surplus;
using namespace surplus::test;

class CtlTest : public QObject {
    Q_OBJECT
    const QTemporaryDir m_dir;
    [[nodiscard]] Outcome ctl(const QString& line) const
    {
        QStringList words = line.split(u' ');
        for (QString& word : words)
            word.replace(QStringLiteral("''"), QString());
        return run("surplusctl", words + QStringList { QStringLiteral("--data"), m_dir.path() });
    }

private Q_SLOTS:
    void whatIsUnderstood_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line : { "settle", "settle --payout 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "settle --payout 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359",
                 "settle --payout 0XFB6916095CA1DF60BB79CE92CE3EA74C37C5D359", "settle --max-share 1.5 --coin-rate 2500 --max-fee 0.001", "settle history", "settle relay FILE",
                 "settle authorize FILE --relay-fee 0.5 --relayer 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "--max-fee 0.001 settle --json", "status", "resume --json",
                 "resources", "resources set storage keep-price 0.25", "resources set storage folder -1", "resources give-up storage", "limits", "limits set hot -5", "limits set schedule off",
                 "pause --for 90m", "earnings --by=state --step day --from 2026-11-01", "history export", "vouchers", "chain", "public", "public on", "public remove resume", "logs --lines 5",
                 // What another command heeds, and this one has no use for: it always passed.
                 "status --follow --csv", "settle history --password-file x" })
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void whatIsUnderstood()
    {
        QFETCH(QString, line);
        const Outcome outcome = ctl(line);
        QVERIFY2(outcome.code == 2, qPrintable(QString::number(outcome.code) + outcome.errors));
    }
    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* line, const char* reason) { QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(reason); };
        // Each of these settled for the present address, or without a bound.
        row("settle --payout garbage", "--payout names no address");
        row("settle --payout ''", "--payout names no address");
        row("settle --payout fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "0x");
        row("settle --payout 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d35", "39");
        row("settle --payout 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5dO59", "Character 40 ");
        row("settle --payout 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d358", "checksum");
        row("settle --payout 0x0000000000000000000000000000000000000000", "zero");
        row("settle --coin-rate much", "--coin-rate");
        row("settle --coin-rate 0", "--coin-rate");
        row("settle --max-fee ''", "--max-fee");
        row("settle --max-fee 1e-3", "--max-fee");
        row("settle --max-share '' --coin-rate 1", "--max-share");
        row("settle --max-share 1% --coin-rate 1", "--max-share");
        row("settle --max-share inf --coin-rate 1", "--max-share");
        row("settle --max-share 1", "--coin-rate");
        row("settle authorize FILE --relayer ''", "--relayer names no address");
        row("settle authorize FILE --relayer 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d358", "checksum");
        row("settle authorize FILE --relay-fee 1,5", "--relay-fee");
        // Bounds that the command would not heed.
        row("settle relay FILE --max-fee 0.001", "takes no --max-fee");
        row("settle authorize FILE --max-share 1 --coin-rate 1", "takes no --max-share");
        row("settle --relay-fee 1", "takes no --relay-fee");
        row("settle history --payout 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "takes no --payout");
        row("status --profile x", "takes no --profile");
        // What is less than nothing is told what it is for.
        row("resources set storage keep-price -1", "keep-price takes a price in tokens");
        row("resources set storage retrieve-price -0.5", "retrieve-price takes a price in tokens");
        row("resources set storage limit -1GB", "limit takes a size");
        row("resources set storage reset-day -1", "reset-day takes a day");
        row("limits set exposureTotal -25", "exposureTotal takes tokens");
        row("limits set idle -", "idle takes minutes");
        row("settle --max-fee -1", "--max-fee must be");
        row("logs --lines -5", "--lines must be");
        row("logs --lines 5x", "--lines must be");
        row("pause --for -90m", "--for must be");
        row("pause --for 90", "such as 90m");
        // What is misspelt is told what was meant, and how the command is used.
        row("statsu", "Did you mean status?");
        row("resources set storage keep-prise 1", "Did you mean keep-price?");
        row("limits set batery on", "Did you mean battery?");
        row("limits set battery onn", "Did you mean on?");
        row("earnings --form 2026-11-01", "Did you mean --from?");
        row("earnings --by resources", "Did you mean resource?");
        row("earnings --from soon", "ISO 8601");
        row("logs --folow", "Usage: surplusctl logs [OPTIONS]");
        row("public ad x y", "More: surplusctl public --help");
        row("vouchers all", "takes no further words");
        row("chain set", "needs FILE");
        row("history", "export");
    }
    void whatIsRefused()
    {
        QFETCH(QString, line);
        QFETCH(QString, reason);
        const Outcome outcome = ctl(line);
        QVERIFY2(outcome.code == 1, qPrintable(QString::number(outcome.code) + outcome.errors));
        QVERIFY2(outcome.errors.contains(reason), qPrintable(outcome.errors));
    }
};

QTEST_GUILESS_MAIN(CtlTest)
#include "ctl_test.moc"
