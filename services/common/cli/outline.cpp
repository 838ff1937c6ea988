// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/cli/outline.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace surplus::cli {

namespace {
QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

OutlineOption optionOf(const CLI::Option& option)
{
    OutlineOption one;
    one.name = QStringLiteral("--") + text(option.get_lnames().front());
    if (!option.get_snames().empty())
        one.shortName = u'-' + text(option.get_snames().front());
    one.type = option.get_items_expected_max() > 0 ? text(option.get_type_name()) : QString();
    one.help = text(option.get_description());
    one.standard = text(option.get_default_str());
    one.needed = option.get_required();
    one.hidden = option.get_group().empty();
    return one;
}

Outline outlineBelow(const CLI::App& app, const std::function<bool(const CLI::App&)>& acts, const QString& path)
{
    Outline outline;
    outline.name = text(app.get_name());
    outline.path = path;
    outline.summary = text(app.get_description());
    outline.more = text(app.get_footer());
    outline.acts = acts(app);
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_positional())
            outline.words.append({ text(option->get_type_name()), text(option->get_description()) });
        else
            outline.options.append(optionOf(*option));
    }
    for (const CLI::App* command : app.get_subcommands(nullptr))
        outline.commands.append(outlineBelow(*command, acts, path.isEmpty() ? text(command->get_name()) : path + u' ' + text(command->get_name())));
    return outline;
}
} // namespace

const OutlineOption* Outline::option(const QString& nameOrShort) const
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const OutlineOption& one) { return one.name == nameOrShort || one.shortName == nameOrShort; });
    return found == options.end() || nameOrShort.isEmpty() ? nullptr : &*found;
}

const Outline* Outline::command(const QString& wanted) const
{
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const Outline& one) { return one.name == wanted; });
    return found == commands.end() ? nullptr : &*found;
}

QString Outline::usage(const QString& program) const
{
    QString line = path.isEmpty() ? program : program + u' ' + path;
    for (const OutlineWord& word : words)
        line += u' ' + word.type;
    for (const OutlineOption& one : options) {
        if (one.needed)
            line += u' ' + one.name + u' ' + one.type;
    }
    if (!commands.isEmpty())
        line += acts ? QStringLiteral(" [COMMAND]") : QStringLiteral(" COMMAND");
    return line + QStringLiteral(" [OPTIONS]");
}

Outline outlineOf(const CLI::App& app, const std::function<bool(const CLI::App&)>& acts) { return outlineBelow(app, acts, {}); }

Kind kindOf(const QString& type)
{
    if (type.startsWith(QLatin1String("FILE")))
        return Kind::File;
    if (type.startsWith(QLatin1String("DIR")) || type.startsWith(QLatin1String("FOLDER")))
        return Kind::Folder;
    return valuesOf(type).isEmpty() ? Kind::Text : Kind::Values;
}

QStringList valuesOf(const QString& type)
{
    QStringList values = type.split(u'|', Qt::SkipEmptyParts);
    values.removeIf([](const QString& value) { return value != value.toLower(); });
    return values;
}

bool isClosed(const QString& type) { return !type.isEmpty() && type == type.toLower(); }

QString oneOf(const QStringList& names)
{
    return names.size() < 2 ? names.value(0) : names.mid(0, names.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(" or ") + names.last();
}

void walk(const Outline& root, const std::function<void(const Outline&)>& visit)
{
    visit(root);
    for (const Outline& command : root.commands)
        walk(command, visit);
}

} // namespace surplus::cli
