// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed on surplus-customer's command line is read whole, before a purse is opened: what can't be understood makes none,
// and is told on standard error and, with --json, on standard output.
#include "tests/support/processes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace surplus;
using namespace surplus::test;

class CustomerLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* line, const char* reason) { QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(reason); };
        row("put x", "needs --provider HOST:PORT#MACHINE");
        row("put --provider p", "needs FILE");
        row("put x y --provider p", "\"y\"");
        row("put x --provider p --days 0", "--days must be a whole number from 1 to 3650");
        row("put x --provider p --days -1", "--days must be");
        row("put x --provider p --days 1e2", "--days must be");
        row("put x --provider p --keep-ahead +1", "--keep-ahead must be");
        row("put x --provider p --max-spend -0.5", "--max-spend must be tokens");
        row("put x --provider p --max-price 1/2/3", "--max-price must be tokens");
        row("put x --provdier p", "Did you mean --provider?");
        row("get", "needs NAME");
        row("get -holiday.jpg", "stands after --");
        row("get x --out ", "--out needs a name");
        row("get x --budget 1,5", "--budget must be tokens");
        row("get x --stall 0", "--stall must be");
        row("audit x --blocks 17", "--blocks must be");
        row("renew x --days -1", "--days must be");
        row("aduit x", "Did you mean audit?");
        row("exercise", "needs --provider");
        row("exercise --provider p --rounds -1", "--rounds must be");
        row("spend all", "takes no further words");
        row("fund", "needs a further word: status, deploy, deposit");
        row("fund depsoit 5", "Did you mean deposit?");
        row("fund deposit", "needs TOKENS");
        row("fund deposit -5", "\"-5\" must be tokens");
        row("fund deposit 0", "must be tokens");
        row("fund deposit 5 --provider p", "fund deposit takes no --provider");
        row("fund status --provider p", "fund status takes no --provider");
        row("fund deposit 5 --max-spend 1", "fund deposit takes no --max-spend");
        row("put x --provider p --budget 1", "put takes no --budget");
        row("get x --max-fee 1", "get takes no --max-fee");
        row("fund reserve 5", "needs --provider");
        row("fund deploy --max-fee -1", "--max-fee must be");
        row("", "There is no command");
    }
    void whatIsRefused()
    {
        QFETCH(QString, line);
        QFETCH(QString, reason);
        const QTemporaryDir dir;
        const QString home = dir.filePath(QStringLiteral("home"));
        const Outcome outcome = run("surplus-customer", line.split(u' ') + QStringList { QStringLiteral("--json"), QStringLiteral("--home"), home });
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.errors.contains(reason), qPrintable(outcome.errors));
        QVERIFY2(outcome.errors.contains(QStringLiteral("Usage: surplus-customer")), qPrintable(outcome.errors));
        QCOMPARE(outcome.json.value(u"error").toString(), QStringLiteral("usage"));
        QVERIFY(outcome.json.value(u"message").toString().contains(reason));
        QVERIFY(!QFile::exists(home));
    }
    void whatIsUnderstood_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("code");
        const auto row = [](const char* line, int code) { QTest::newRow(line) << QString::fromUtf8(line) << code; };
        row("spend", 0);
        row("--max-price 1 spend --keep-ahead 0", 0); // what it has no use for passes, as it always did
        row("get spend", 2); // a name that is a command's, and that nothing is stored under
        row("get -- --json", 2);
        row("get -1", 2);
        row("audit #3 --blocks=4", 2);
        row("put nowhere --provider nobody", 2);
    }
    void whatIsUnderstood()
    {
        QFETCH(QString, line);
        QFETCH(int, code);
        const QTemporaryDir dir;
        const Outcome outcome = run("surplus-customer", QStringList { QStringLiteral("--json"), QStringLiteral("--home"), dir.filePath(QStringLiteral("home")) } + line.split(u' '));
        QVERIFY2(outcome.code == code, qPrintable(QString::number(outcome.code) + outcome.errors));
        QVERIFY(!outcome.json.isEmpty());
    }
};

QTEST_GUILESS_MAIN(CustomerLineTest)
#include "customerline_test.moc"
