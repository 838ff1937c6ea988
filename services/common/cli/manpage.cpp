// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/cli/manpage.h"

namespace surplus::cli {

namespace {
/// Text for a line of roff: nothing in it is a request, a hyphen of an option stays one, and all is ASCII.
QString roff(const QString& text)
{
    QString all;
    for (const uint letter : text.toUcs4()) {
        if (letter == u'\\')
            all += QStringLiteral("\\e");
        else if (letter == u'-')
            all += QStringLiteral("\\-");
        else if (letter > 126)
            all += QStringLiteral("\\[u%1]").arg(QString::number(letter, 16).toUpper(), 4, u'0');
        else
            all += QChar(static_cast<char16_t>(letter));
    }
    return all.startsWith(u'.') || all.startsWith(u'\'') ? QStringLiteral("\\&") + all : all;
}

QString bold(const QString& text) { return QStringLiteral("\\fB") + roff(text) + QStringLiteral("\\fR"); }

/// A new sentence begins a new line there, and no line is longer than 80 letters.
QString sentences(const QString& text)
{
    constexpr qsizetype Longest = 80;
    QString all;
    QString line;
    const auto end = [&] {
        if (!line.isEmpty())
            all += line + u'\n';
        line.clear();
    };
    for (const QString& paragraph : text.split(u'\n')) {
        for (const QString& word : paragraph.split(u' ', Qt::SkipEmptyParts)) {
            if (line.size() + 1 + roff(word).size() > Longest)
                end();
            line += line.isEmpty() ? roff(word) : u' ' + roff(word);
            if (word.endsWith(u'.') || word.endsWith(u'?'))
                end();
        }
        end();
    }
    return all;
}

QString item(const QString& head, const QString& text) { return QStringLiteral(".TP\n") + head + u'\n' + sentences(text); }

/// Types are set off from what is typed as it stands: small parts are that too.
QString typeText(const QString& type)
{
    QStringList parts;
    for (const QString& part : type.split(u'|'))
        parts.append(part == part.toLower() ? bold(part) : QStringLiteral("\\fI") + roff(part) + QStringLiteral("\\fR"));
    return parts.join(u'|');
}

QString optionItem(const OutlineOption& option)
{
    QString head = option.shortName.isEmpty() ? bold(option.name) : bold(option.shortName) + QStringLiteral(", ") + bold(option.name);
    if (option.takesValue())
        head += u' ' + typeText(option.type);
    return item(head, optionHelp(option));
}

QString commandItem(const Outline& command)
{
    QString head = bold(command.path);
    for (const OutlineWord& word : command.words)
        head += u' ' + typeText(word.type);
    for (const OutlineOption& option : command.options) {
        if (option.needed)
            head += u' ' + bold(option.name) + u' ' + typeText(option.type);
    }
    QString text = command.summary.left(1).toUpper() + command.summary.mid(1) + QStringLiteral(".\n") + command.more;
    QString all = item(head, text);
    QString inner;
    for (const OutlineWord& word : command.words) {
        if (!isClosed(word.type))
            inner += item(typeText(word.type), word.help);
    }
    for (const OutlineOption& option : command.options) {
        if (!option.hidden)
            inner += optionItem(option);
    }
    return inner.isEmpty() ? all : all + QStringLiteral(".RS\n") + inner + QStringLiteral(".RE\n");
}
} // namespace

QString manPage(const Pages& pages, const QString& version, QDate day)
{
    const Outline& root = pages.root;
    QString text = QStringLiteral(".TH %1 1 %2 \"Surplus %3\" \"User Commands\"\n").arg(root.name.toUpper(), day.toString(Qt::ISODate), version);
    text += QStringLiteral(".SH NAME\n%1 \\- %2\n").arg(roff(root.name), roff(root.summary));
    text += QStringLiteral(".SH SYNOPSIS\n%1%2 [\\fIOPTIONS\\fR]\n").arg(bold(root.name), root.commands.isEmpty() ? QString() : QStringLiteral(" \\fICOMMAND\\fR"));
    text += QStringLiteral(".SH DESCRIPTION\n") + sentences(pages.about);
    if (!root.commands.isEmpty())
        text += QStringLiteral(".SH COMMANDS\n");
    walk(root, [&](const Outline& command) {
        if (!command.path.isEmpty() && command.acts)
            text += commandItem(command);
    });
    text += root.commands.isEmpty() ? QStringLiteral(".SH OPTIONS\n") : QStringLiteral(".SH OPTIONS\nThese hold for every command.\n");
    for (const OutlineOption& option : root.options) {
        if (!option.hidden)
            text += optionItem(option);
    }
    text += QStringLiteral(".SH EXIT STATUS\n");
    for (const ExitCode& one : pages.exitCodes)
        text += item(bold(QString::number(one.code)), QString::fromUtf8(one.meaning) + u'.');
    QStringList others { QStringLiteral("surplusctl"), QStringLiteral("surplus-customer"), QStringLiteral("surplusd") };
    others.removeAll(root.name);
    text += QStringLiteral(".SH SEE ALSO\n");
    for (const QString& other : std::as_const(others))
        text += QStringLiteral(".BR %1 (1)%2\n").arg(roff(other), other == others.last() ? QString() : QStringLiteral(","));
    return text;
}

} // namespace surplus::cli
