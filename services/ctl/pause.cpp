// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/parse.h"
#include "services/ctl/statusview.h"

#include <QHash>
#include <QRegularExpression>

namespace surplus::ctl {

namespace {
std::optional<qint64> secondsFrom(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,8})([smhd])\\z"));
    static const QHash<QString, qint64> units { { QStringLiteral("s"), 1 }, { QStringLiteral("m"), 60 }, { QStringLiteral("h"), 3600 }, { QStringLiteral("d"), 86400 } };
    const auto match = form.match(text);
    const auto number = parse::integer(match.captured(1));
    return number ? std::optional(*number * units.value(match.captured(2))) : std::nullopt;
}

int pause(const cli::Line& line)
{
    QJsonObject params;
    if (line.has("--for")) {
        const auto seconds = secondsFrom(line.text("--for"));
        if (!seconds)
            return line.misuse(QStringLiteral("--for must be a number and s, m, h or d, such as 90m, not \"%1\"").arg(line.text("--for")));
        params.insert(QStringLiteral("seconds"), *seconds);
    }
    Control control(line);
    return control.open() ? showStatus(control, QStringLiteral("engine.pause"), params, Shown::Machine) : ExitNoEngine;
}
} // namespace

void addPause(cli::Command root)
{
    cli::Command command = root.add("pause", "stop serving, for a while or until resumed");
    command.more("What is kept for customers stays.");
    command.option("--for", "TIME", "How long: a number and s, m, h or d, such as 90m. Without it: until resumed.").does(pause);
}

} // namespace surplus::ctl
