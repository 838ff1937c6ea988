// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/parse.h"
#include "services/ctl/control.h"
#include "services/ctl/texts.h"

#include <QEventLoop>
#include <QTimer>

namespace surplus::ctl {

namespace {
void write(const Control& control, const QJsonArray& lines, qint64 skipped)
{
    if (skipped > 0 && control.json())
        print({ { QStringLiteral("skipped"), skipped } });
    else if (skipped > 0)
        out() << "… " << counted(skipped, "line") << " skipped …\n";
    for (const QJsonValue& line : lines) {
        if (control.json())
            print(line.toObject());
        else
            out() << line[u"time"].toString() << ' ' << line[u"level"].toString().leftJustified(8) << line[u"part"].toString() << ": " << line[u"text"].toString() << '\n';
    }
    out().flush();
}

int logs(const cli::Line& line)
{
    const auto count = parse::integer(line.text("--lines"), 1);
    if (!count)
        return line.misuse(QStringLiteral("--lines must be a number such as 200, not \"%1\"").arg(line.text("--lines")));
    Control control(line);
    if (!control.open())
        return ExitNoEngine;
    qint64 after = 0;
    for (;;) {
        const qint64 wanted = after == 0 ? *count : 1000;
        const auto answer = control.call(QStringLiteral("log.lines"), { { QStringLiteral("after"), after }, { QStringLiteral("limit"), wanted } });
        if (!answer)
            return ExitRefused;
        const QJsonArray lines = answer->value(u"lines").toArray();
        // The engine remembers so many, and more may have come since we asked.
        write(control, lines, lines.isEmpty() || after == 0 ? 0 : lines.first()[u"seq"].toInteger() - after - 1);
        if (!lines.isEmpty())
            after = lines.last()[u"seq"].toInteger();
        if (!line.has("--follow"))
            return 0;
        if (lines.size() >= wanted)
            continue; // there may be more
        QEventLoop pause;
        QTimer::singleShot(500, &pause, &QEventLoop::quit);
        pause.exec();
    }
}
} // namespace

void addLogs(cli::Command root)
{
    cli::Command command = root.add("logs", "the engine's log");
    command.flag("--follow", "Go on printing new lines.");
    command.option("--lines", "N", "How many lines.", "200").does(logs);
}

} // namespace surplus::ctl
