// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/cli/arrange.h"

#include "services/common/cli/nearest.h"

#include <algorithm>

namespace surplus::cli {

namespace {
struct Given {
    QString name;
    std::optional<std::string> value;
    bool missing = false; ///< it takes a value, and the line ends
};

struct Parts {
    std::vector<Given> options;
    std::vector<std::string> words;
    QStringList unknown;
};

/// Of any command: a name means the same thing, or at least takes a value, everywhere.
const OutlineOption* anyOption(const Outline& root, const QString& name)
{
    const OutlineOption* found = root.option(name);
    for (const Outline& command : root.commands) {
        if (!found)
            found = anyOption(command, name);
    }
    return found;
}

bool looksLikeOption(const std::string& argument)
{
    constexpr std::string_view number("0123456789.,");
    return argument.size() > 1 && argument[0] == '-' && number.find(argument[1]) == std::string_view::npos;
}

Parts partsOf(const std::vector<std::string>& arguments, const Outline& root)
{
    Parts parts;
    bool onlyWords = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (onlyWords || !looksLikeOption(argument)) {
            parts.words.push_back(argument);
            continue;
        }
        if (argument == "--") {
            onlyWords = true;
            continue;
        }
        const std::size_t equals = argument.rfind("--", 0) == 0 ? argument.find('=') : std::string::npos;
        const QString name = QString::fromStdString(argument.substr(0, equals));
        const OutlineOption* option = anyOption(root, name);
        if (!option) {
            parts.unknown.append(name);
            continue;
        }
        Given given { option->name, {}, false };
        if (equals != std::string::npos)
            given.value = argument.substr(equals + 1);
        else if (option->takesValue() && i + 1 < arguments.size())
            given.value = arguments[++i];
        else
            given.missing = option->takesValue();
        parts.options.push_back(given);
    }
    return parts;
}

QString quoted(const QString& text) { return u'"' + text + u'"'; }

QString didYouMean(const QString& given, const QStringList& known)
{
    const QString near = nearest(given, known);
    return near.isEmpty() ? QString() : QStringLiteral(" Did you mean %1?").arg(near);
}

QString called(const Outline& command) { return command.path.isEmpty() ? command.name : command.path; }

QStringList namesOf(const QList<Outline>& commands)
{
    QStringList names;
    for (const Outline& command : commands)
        names.append(command.name);
    return names;
}

QStringList optionNames(const Outline& command)
{
    QStringList names;
    for (const OutlineOption& option : command.options) {
        if (!option.hidden)
            names.append(option.name);
    }
    return names;
}

QString unknownOption(const QString& name, const Outline& command, const Outline& root)
{
    QString near = didYouMean(name, optionNames(command) + optionNames(root));
    if (near.isEmpty()) {
        QStringList all;
        walk(root, [&](const Outline& one) { all += optionNames(one); });
        near = didYouMean(name, all);
    }
    const bool word = !name.startsWith(QLatin1String("--")); // "-holiday.jpg" may be a file
    return QStringLiteral("%1 is no option%2.%3%4").arg(name, command.path.isEmpty() ? QString() : QStringLiteral(" of ") + command.path, near,
        word && near.isEmpty() ? QStringLiteral(" A name that begins with a dash stands after --.") : QString());
}

/// What is wrong with the words that follow the command.
QString wordMisuse(const Outline& command, const std::vector<std::string>& words)
{
    const auto count = static_cast<qsizetype>(words.size());
    if (!command.commands.isEmpty() && (count > 0 || !command.acts)) {
        const QStringList names = namesOf(command.commands);
        if (count == 0)
            return command.path.isEmpty() ? QStringLiteral("A command is needed: %1.").arg(oneOf(names)) : QStringLiteral("%1 needs a further word: %2.").arg(command.path, oneOf(names));
        const QString word = QString::fromStdString(words.front());
        const QString near = didYouMean(word, names);
        if (command.path.isEmpty())
            return QStringLiteral("There is no command %1.%2").arg(quoted(word), near);
        return QStringLiteral("%1 has no %2.%3 It takes %4.").arg(command.path, quoted(word), near, oneOf(names) + (command.acts ? QStringLiteral(", or nothing") : QString()));
    }
    if (count > command.words.size()) {
        const QString word = QString::fromStdString(words[static_cast<std::size_t>(command.words.size())]);
        return command.words.isEmpty() ? QStringLiteral("%1 takes no further words; here is %2.").arg(called(command), quoted(word))
                                       : QStringLiteral("%1 takes %2 and no more; here is %3 too.").arg(called(command), command.words.last().type, quoted(word));
    }
    if (count < command.words.size()) {
        const OutlineWord& absent = command.words[count];
        return QStringLiteral("%1 needs %2: %3.").arg(called(command), absent.type, absent.help);
    }
    for (qsizetype i = 0; i < count; ++i) {
        const QString word = QString::fromStdString(words[static_cast<std::size_t>(i)]);
        const QString& type = command.words[i].type;
        if (isClosed(type) && !valuesOf(type).contains(word))
            return QStringLiteral("%1 takes %2, not %3.%4").arg(command.path, oneOf(valuesOf(type)), quoted(word), didYouMean(word, valuesOf(type)));
    }
    return {};
}

QString optionMisuse(const Given& given, const OutlineOption& option)
{
    if (given.missing)
        return QStringLiteral("%1 needs %2 after it.").arg(option.name, option.type);
    if (!option.takesValue())
        return given.value ? QStringLiteral("%1 takes no value.").arg(option.name) : QString();
    const QString value = QString::fromStdString(*given.value);
    const QStringList values = valuesOf(option.type);
    return isClosed(option.type) && !values.contains(value) ? QStringLiteral("%1 must be %2, not %3.%4").arg(option.name, oneOf(values), quoted(value), didYouMean(value, values)) : QString();
}
} // namespace

Arranged arrange(const std::vector<std::string>& arguments, const Outline& root, const QStringList& strict)
{
    Parts parts = partsOf(arguments, root);
    Arranged arranged;
    arranged.command = &root;
    auto& words = parts.words;
    while (!words.empty()) {
        const Outline* below = arranged.command->command(QString::fromStdString(words.front()));
        if (!below)
            break;
        arranged.command = below;
        arranged.arguments.push_back(words.front());
        words.erase(words.begin());
    }
    const Outline& command = *arranged.command;
    QStringList wrong;
    for (const QString& name : std::as_const(parts.unknown))
        wrong.append(unknownOption(name, command, root));
    wrong.append(wordMisuse(command, words));
    for (const Given& given : parts.options) {
        const OutlineOption* option = command.option(given.name);
        if (!option)
            option = root.option(given.name);
        if (!option) {
            if (strict.contains(given.name) || strict.contains(command.path.section(u' ', 0, 0) + u' ' + given.name))
                wrong.append(QStringLiteral("%1 takes no %2.").arg(command.acts && !command.commands.isEmpty() ? command.path + QStringLiteral(" alone") : command.path, given.name));
            else
                arranged.unused.append(given.name);
            continue;
        }
        arranged.options.append(given.name);
        wrong.append(optionMisuse(given, *option));
        arranged.arguments.push_back(given.name.toStdString());
        if (given.value)
            arranged.arguments.push_back(*given.value);
    }
    for (const OutlineOption& option : command.options) {
        if (option.needed && !arranged.options.contains(option.name))
            wrong.append(QStringLiteral("%1 needs %2 %3.").arg(command.path, option.name, option.type));
    }
    wrong.removeAll(QString());
    arranged.misuse = wrong.value(0);
    arranged.unused.removeDuplicates();
    if (!words.empty())
        arranged.arguments.push_back("--");
    arranged.arguments.insert(arranged.arguments.end(), words.begin(), words.end());
    return arranged;
}

} // namespace surplus::cli
