// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a command line of a tree of commands, on a small tree of its own.
#include "services/common/cli/arrange.h"
#include "services/common/cli/nearest.h"
#include "services/common/cli/program.h"

#include <QTest>

using namespace surplus;
using namespace surplus::cli;

namespace {
/// A program that keeps what its commands were called with.
struct Kitchen {
    Program program { "kitchen", "cook", "Cooks.", { { 0, "done" }, { 1, "wrong usage" } } };
    QStringList done;

    Kitchen()
    {
        Command root = program.root();
        root.flag("--json", "As JSON.");
        Command boil = root.add("boil", "cook in water");
        boil.word("what", "FILE", "what is cooked");
        boil.option("--for", "TIME", "How long.", "5m").option("--lid", "on|off", "Whether it is covered.").flag("--salt", "With salt.");
        boil.does([this](const Line& line) {
            done = { QStringLiteral("boil"), line.text("what"), line.text("--for"), line.has("--salt") ? QStringLiteral("salt") : QString(), line.has("--json") ? QStringLiteral("json") : QString() };
            return 7;
        });
        Command plan = root.add("plan", "what is cooked when");
        plan.option("--most", "N", "At most so much.").does([this](const Line& line) {
            done = { QStringLiteral("plan"), line.text("--most") };
            return 0;
        });
        plan.add("boil", "plan to boil").word("what", "WHAT", "what").word("how", "soft|hard", "how").does([this](const Line& line) {
            done = { QStringLiteral("plan boil"), line.text("what"), line.text("how") };
            return 0;
        });
        root.add("oven", "what stands in it").add("heat", "make it warm").needed("--to", "CELSIUS", "How warm.").does([this](const Line& line) {
            done = { QStringLiteral("oven heat"), line.text("--to") };
            return 0;
        });
        program.refuseElsewhere({ QStringLiteral("--most") });
    }
    int run(const QList<QByteArray>& words)
    {
        std::vector<const char*> arguments { "kitchen" };
        for (const QByteArray& word : words)
            arguments.push_back(word.constData());
        done.clear();
        return program.run(static_cast<int>(arguments.size()), arguments.data());
    }
};
} // namespace

class CliTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void optionsStandAnywhere_data()
    {
        QTest::addColumn<QList<QByteArray>>("line");
        QTest::addColumn<QStringList>("done");
        const auto row = [](const QList<QByteArray>& line, const QStringList& done) { QTest::newRow(line.join(' ').constData()) << line << done; };
        const QStringList all { QStringLiteral("boil"), QStringLiteral("egg"), QStringLiteral("3m"), QStringLiteral("salt"), QStringLiteral("json") };
        row({ "boil", "egg", "--for", "3m", "--salt", "--json" }, all);
        row({ "--json", "--for=3m", "--salt", "boil", "egg" }, all);
        row({ "--for", "3m", "boil", "--salt", "--salt", "egg", "--json" }, all);
        row({ "boil", "--for", "9m", "egg", "--salt", "--for", "3m", "--json" }, all); // the last one counts
        const auto egg = [](const QString& what, const QString& time) { return QStringList { QStringLiteral("boil"), what, time, {}, {} }; };
        row({ "boil", "egg" }, egg(QStringLiteral("egg"), QStringLiteral("5m")));
        // What is no option and no command, however it looks.
        row({ "boil", "-1" }, egg(QStringLiteral("-1"), QStringLiteral("5m")));
        row({ "boil", "-.5" }, egg(QStringLiteral("-.5"), QStringLiteral("5m")));
        row({ "boil", "-" }, egg(QStringLiteral("-"), QStringLiteral("5m")));
        row({ "boil", "--", "--salt" }, egg(QStringLiteral("--salt"), QStringLiteral("5m")));
        row({ "boil", "--for", "--salt", "egg" }, egg(QStringLiteral("egg"), QStringLiteral("--salt")));
        row({ "boil", "--for", "-1", "egg" }, egg(QStringLiteral("egg"), QStringLiteral("-1")));
        row({ "boil", "--for=", "egg" }, egg(QStringLiteral("egg"), QString()));
        row({ "boil", "" }, egg(QString(), QStringLiteral("5m")));
        row({ "boil", "plan" }, egg(QStringLiteral("plan"), QStringLiteral("5m")));
        row({ "boil", "boil" }, egg(QStringLiteral("boil"), QStringLiteral("5m")));
        row({ "boil", "[a,b]" }, egg(QStringLiteral("[a,b]"), QStringLiteral("5m")));
        row({ "boil", "--for", "[a,b]", "{}" }, egg(QStringLiteral("{}"), QStringLiteral("[a,b]")));
        row({ "boil", "%%", "--for", "\"x\"" }, egg(QStringLiteral("%%"), QStringLiteral("\"x\"")));
        row({ "plan", "--most", "3" }, { QStringLiteral("plan"), QStringLiteral("3") });
        row({ "plan", "boil", "boil", "soft" }, { QStringLiteral("plan boil"), QStringLiteral("boil"), QStringLiteral("soft") });
        row({ "oven", "--to", "-3", "heat" }, { QStringLiteral("oven heat"), QStringLiteral("-3") });
        // What another command heeds is left out.
        row({ "oven", "heat", "--to", "3", "--salt", "--for", "4" }, { QStringLiteral("oven heat"), QStringLiteral("3") });
    }
    void optionsStandAnywhere()
    {
        QFETCH(QList<QByteArray>, line);
        QFETCH(QStringList, done);
        Kitchen kitchen;
        QCOMPARE(kitchen.run(line), done.first() == QLatin1String("boil") ? 7 : 0);
        QCOMPARE(kitchen.done, done);
    }

    void bytesStayWhatTheyAre()
    {
        Kitchen kitchen;
        QByteArray given;
        kitchen.program.root().add("keep", "keep it").word("what", "FILE", "what").does([&](const Line& line) {
            given = line.bytes("what");
            return 0;
        });
        QCOMPARE(kitchen.run({ "keep", "Stra\xdf" "e\n" }), 0);
        QCOMPARE(given, QByteArray("Stra\xdf" "e\n"));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QList<QByteArray>>("line");
        QTest::addColumn<QStringList>("reasons");
        const auto row = [](const QList<QByteArray>& line, const QStringList& reasons) { QTest::newRow(line.join(' ').constData()) << line << reasons; };
        row({}, { QStringLiteral("command"), QStringLiteral("boil, plan or oven") });
        row({ "biol", "egg" }, { QStringLiteral("\"biol\""), QStringLiteral("Did you mean boil?") });
        row({ "fry" }, { QStringLiteral("\"fry\"") });
        row({ "boil", "egg", "--slat" }, { QStringLiteral("--slat"), QStringLiteral("Did you mean --salt?") });
        row({ "oven", "heat", "--mots", "3" }, { QStringLiteral("--mots"), QStringLiteral("Did you mean --most?") });
        row({ "boil", "-egg" }, { QStringLiteral("-egg"), QStringLiteral("after --") });
        row({ "boil" }, { QStringLiteral("boil needs FILE"), QStringLiteral("what is cooked") });
        row({ "boil", "egg", "ham" }, { QStringLiteral("boil takes FILE"), QStringLiteral("\"ham\"") });
        row({ "boil", "egg", "--for" }, { QStringLiteral("--for needs TIME") });
        row({ "boil", "egg", "--salt=1" }, { QStringLiteral("--salt takes no value") });
        row({ "boil", "egg", "--lid", "offf" }, { QStringLiteral("--lid must be on or off"), QStringLiteral("Did you mean off?") });
        row({ "boil", "egg", "--lid=" }, { QStringLiteral("--lid must be on or off") });
        row({ "plan", "boli" }, { QStringLiteral("plan has no \"boli\""), QStringLiteral("Did you mean boil?"), QStringLiteral("It takes boil, or nothing.") });
        row({ "plan", "boil", "egg", "hrad" }, { QStringLiteral("soft or hard"), QStringLiteral("Did you mean hard?") });
        row({ "oven" }, { QStringLiteral("oven needs"), QStringLiteral("heat") });
        row({ "oven", "heat" }, { QStringLiteral("oven heat needs --to CELSIUS") });
        row({ "boil", "egg", "--most", "3" }, { QStringLiteral("boil takes no --most") });
        row({ "plan", "boil", "egg", "soft", "--most", "3" }, { QStringLiteral("plan boil takes no --most") });
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QList<QByteArray>, line);
        QFETCH(QStringList, reasons);
        Kitchen kitchen;
        QCOMPARE(kitchen.run(line), Program::Misused);
        QCOMPARE(kitchen.done, QStringList());
        std::vector<std::string> words;
        for (const QByteArray& word : line)
            words.push_back(word.toStdString());
        const Outline root = kitchen.program.outline();
        const Arranged arranged = arrange(words, root, { QStringLiteral("--most") });
        for (const QString& reason : reasons)
            QVERIFY2(arranged.misuse.contains(reason), qPrintable(arranged.misuse));
    }

    void whatWasMeant()
    {
        const QStringList known { QStringLiteral("status"), QStringLiteral("resources"), QStringLiteral("resume"), QStringLiteral("earnings"), QStringLiteral("logs") };
        QCOMPARE(nearest(QStringLiteral("statsu"), known), QStringLiteral("status"));
        QCOMPARE(nearest(QStringLiteral("Status"), known), QStringLiteral("status"));
        QCOMPARE(nearest(QStringLiteral("resorces"), known), QStringLiteral("resources"));
        QCOMPARE(nearest(QStringLiteral("earn"), known), QStringLiteral("earnings"));
        QCOMPARE(nearest(QStringLiteral("log"), known), QStringLiteral("logs"));
        QCOMPARE(nearest(QStringLiteral("res"), known), QString()); // two begin so
        QCOMPARE(nearest(QStringLiteral("delete"), known), QString());
        QCOMPARE(nearest(QString(), known), QString());
        QCOMPARE(nearest(QString(100'000, u'x'), known), QString());
    }

    void typesSayWhatMayStandThere()
    {
        QCOMPARE(valuesOf(QStringLiteral("CELSIUS|off")), QStringList { QStringLiteral("off") });
        QVERIFY(isClosed(QStringLiteral("on|off")) && !isClosed(QStringLiteral("CELSIUS|off")) && !isClosed(QString()));
        QVERIFY(kindOf(QStringLiteral("FILE.torrent")) == Kind::File && kindOf(QStringLiteral("DIR")) == Kind::Folder && kindOf(QStringLiteral("FOLDER")) == Kind::Folder);
        QVERIFY(kindOf(QStringLiteral("TOKENS")) == Kind::Text && kindOf(QStringLiteral("on|off")) == Kind::Values);
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
