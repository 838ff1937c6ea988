// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/cli/help.h"

#include <algorithm>

namespace surplus::cli {

namespace {
constexpr qsizetype Width = 80; // of a terminal
constexpr qsizetype WidestName = 30;

/// `text` in lines of at most Width, from column `indent` on; the first goes on where `name` ended.
QString row(const QString& name, const QString& text, qsizetype indent)
{
    QString lines;
    QString line = !name.isEmpty() && name.size() + 2 > indent ? name + u'\n' + QString(indent, u' ') : name.leftJustified(indent);
    qsizetype used = indent;
    bool first = true;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!first && used + 1 + word.size() > Width) {
            lines += line + u'\n';
            line = QString(indent, u' ');
            used = indent;
            first = true;
        }
        line += first ? word : u' ' + word;
        used += word.size() + (first ? 0 : 1);
        first = false;
    }
    return lines + line + u'\n';
}

QString paragraph(const QString& text)
{
    QString all;
    for (const QString& part : text.split(u'\n'))
        all += row({}, part, 0);
    return all;
}

using Rows = QList<std::pair<QString, QString>>;

QString table(const QString& title, const Rows& rows)
{
    qsizetype indent = 0;
    for (const auto& [name, text] : rows)
        indent = std::max(indent, name.size() + 4);
    QString all = rows.isEmpty() ? QString() : u'\n' + title + QStringLiteral(":\n");
    for (const auto& [name, text] : rows)
        all += row(QStringLiteral("  ") + name, text, std::min(indent, WidestName));
    return all;
}

QString called(const OutlineOption& option)
{
    const QString name = option.shortName.isEmpty() ? option.name : option.shortName + QStringLiteral(", ") + option.name;
    return option.takesValue() ? name + u' ' + option.type : name;
}

QString optionTable(const QString& title, const Outline& command)
{
    Rows rows;
    for (const OutlineOption& option : command.options) {
        if (!option.hidden)
            rows.append({ called(option), optionHelp(option) });
    }
    return table(title, rows);
}

/// What a command is called among those of the one above it: with its words.
QString listed(const Outline& command)
{
    QString text = command.name;
    for (const OutlineWord& word : command.words)
        text += u' ' + word.type;
    return text;
}
} // namespace

QString optionHelp(const OutlineOption& option)
{
    return option.standard.isEmpty() ? option.help : option.help + QStringLiteral(" Without it: %1.").arg(option.standard);
}

QString helpText(const Pages& pages, const Outline& command)
{
    const Outline& root = pages.root;
    const bool top = command.path.isEmpty();
    QString text = QStringLiteral("Usage: %1\n\n").arg(command.usage(root.name));
    text += paragraph(top ? pages.about : command.summary.left(1).toUpper() + command.summary.mid(1) + u'.');
    if (!command.more.isEmpty())
        text += paragraph(command.more);
    Rows words;
    for (const OutlineWord& word : command.words)
        words.append({ word.type, word.help });
    Rows commands;
    for (const Outline& one : command.commands)
        commands.append({ listed(one), one.summary });
    text += table(QStringLiteral("Words"), words) + table(top ? QStringLiteral("Commands") : QStringLiteral("Commands below it"), commands);
    if (!top)
        text += optionTable(QStringLiteral("Options"), command);
    text += optionTable(top ? QStringLiteral("Options") : QStringLiteral("Options of every command"), root);
    Rows codes;
    for (const ExitCode& one : pages.exitCodes)
        codes.append({ QString::number(one.code), QString::fromUtf8(one.meaning) });
    return text + table(QStringLiteral("Exit codes"), codes);
}

QString fullHelpText(const Pages& pages)
{
    QString text = helpText(pages, pages.root);
    walk(pages.root, [&](const Outline& command) {
        if (command.path.isEmpty() || !command.acts)
            return;
        text += u'\n' + command.usage(pages.root.name) + u'\n' + row({}, command.summary + u'.', 2);
        if (!command.more.isEmpty())
            text += row({}, command.more, 2);
        for (const OutlineWord& word : command.words)
            text += row(QStringLiteral("  ") + word.type, word.help, WidestName);
        for (const OutlineOption& option : command.options) {
            if (!option.hidden)
                text += row(QStringLiteral("  ") + called(option), optionHelp(option), WidestName);
        }
    });
    return text;
}

} // namespace surplus::cli
