// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/cli/program.h"

#include "services/common/cli/arrange.h"
#include "services/common/cli/completion.h"
#include "services/common/cli/help.h"
#include "services/common/cli/manpage.h"
#include "services/common/core/parse.h"
#include "services/common/core/utc.h"

#include <CLI/CLI.hpp>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <algorithm>

namespace surplus::cli {

namespace {
/// CLI11 keeps what was given; nothing is done with it there.
const CLI::callback_t keep = [](const CLI::results_t&) { return true; };

QString pathOf(const CLI::App& command)
{
    const CLI::App* above = command.get_parent();
    if (!above)
        return {};
    const QString path = pathOf(*above);
    return (path.isEmpty() ? path : path + u' ') + QString::fromStdString(command.get_name());
}

const Outline& below(const Outline& root, const QString& path)
{
    const Outline* at = &root;
    for (const QString& name : path.split(u' ', Qt::SkipEmptyParts)) {
        if (const Outline* next = at->command(name))
            at = next;
    }
    return *at;
}

void print(const QString& text) { QTextStream(stdout) << text << Qt::flush; }

/// The day that the man page carries. Who builds packages anew, bit by bit, says which (reproducible-builds.org).
QDate dayOfManPage()
{
    constexpr qint64 Latest = 253'402'300'799; // the end of the year 9999
    const auto epoch = parse::integer(qEnvironmentVariable("SOURCE_DATE_EPOCH"), 0, Latest);
    return inUtc(epoch ? *epoch * 1000 : SystemClock().now()).date();
}
} // namespace

Command Command::add(const char* name, const char* summary)
{
    CLI::App* app = m_app->add_subcommand(name, summary);
    app->fallthrough();
    app->require_subcommand(0, 1);
    app->set_help_flag(); // the program's holds everywhere
    app->footer("");
    return Command(*m_program, *app);
}

Command& Command::more(const std::string& text)
{
    m_app->footer(text);
    return *this;
}

Command& Command::word(const char* name, const char* type, const char* help)
{
    m_app->add_option(name, keep, help)->type_name(type)->required();
    return *this;
}

Command& Command::option(const char* name, const char* type, const char* help, const std::string& standard)
{
    m_app->add_option(name, keep, help)->type_name(type)->default_str(standard)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    return *this;
}

Command& Command::needed(const char* name, const char* type, const char* help)
{
    option(name, type, help);
    m_app->get_option(name)->required();
    return *this;
}

Command& Command::flag(const char* name, const char* help)
{
    const std::string text = help;
    m_app->add_flag(name, text)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    return *this;
}

Command& Command::does(Act act)
{
    m_program->m_acts.insert_or_assign(m_app, std::move(act));
    return *this;
}

namespace {
/// The option that names a file or a folder and was given an empty text: a variable that isn't set, and never "here".
QString namelessPath(const CLI::App& app)
{
    for (const CLI::Option* option : app.get_options()) {
        const std::string type = option->get_type_name();
        if (!option->get_lnames().empty() && (type == "DIR" || type == "FILE") && option->count() > 0 && option->results().back().empty())
            return QStringLiteral("--") + QString::fromStdString(option->get_lnames().front());
    }
    return {};
}
} // namespace

Program::Program(const char* name, const char* summary, const char* about, QList<ExitCode> exitCodes)
    : m_app(std::make_unique<CLI::App>(summary, name)), m_about(about), m_exitCodes(std::move(exitCodes))
{
    m_app->require_subcommand(0, 1);
    m_app->set_help_flag("-h,--help", "Say how it is used, and exit.");
    Command all = root();
    all.flag("--help-all", "Say how every command is used, and exit.");
    all.flag("-v,--version", "Print the version, and exit.");
    all.option("--completion", "bash|zsh|fish", "Print a script that completes this program's command line in that shell, and exit.");
    all.flag("--man", "Print the man page, and exit.");
    m_app->get_option("--man")->group("");
}

Program::~Program() = default;

Command Program::root() { return Command(*this, *m_app); }

Outline Program::outline() const
{
    return outlineOf(*m_app, [this](const CLI::App& app) { return m_acts.contains(&app); });
}

int Program::misuse(const CLI::App& command, const QString& why) const
{
    const Outline root = outline();
    const CLI::Option* json = m_app->get_option_no_throw("--json");
    return misuseAt(below(root, pathOf(command)), why, json && json->count() > 0);
}

int Program::misuseAt(const Outline& command, const QString& why, bool json) const
{
    const QString name = QString::fromStdString(m_app->get_name());
    if (json && m_jsonMisuse)
        print(QString::fromUtf8(QJsonDocument({ { QStringLiteral("error"), QStringLiteral("usage") }, { QStringLiteral("message"), why } }).toJson(QJsonDocument::Compact)) + u'\n');
    QTextStream(stderr) << name << ": " << why << (why.endsWith(u'.') || why.endsWith(u'?') ? "" : ".") << "\nUsage: " << command.usage(name) << "\nMore: " << name
                        << (command.path.isEmpty() ? QString() : u' ' + command.path) << " --help\n";
    return Misused;
}

int Program::run(int argc, const char* const* argv)
{
    const Outline root = outline();
    const std::vector<std::string> given(argv + std::min(argc, 1), argv + argc);
    const Arranged line = arrange(given, root, m_strict);
    const Pages pages { root, QString::fromUtf8(m_about), m_exitCodes };
    const auto has = [&](const char* option) { return line.options.contains(QLatin1String(option)); };
    if (has("--help") || has("--help-all")) {
        print(has("--help") ? helpText(pages, *line.command) : fullHelpText(pages));
        return 0;
    }
    if (has("--version")) {
        print(QStringLiteral("%1 " SURPLUS_VERSION "\n").arg(root.name));
        return 0;
    }
    if (has("--man")) {
        print(manPage(pages, QStringLiteral(SURPLUS_VERSION), dayOfManPage()));
        return 0;
    }
    const bool completing = has("--completion") && line.command == &root;
    if (!line.misuse.isEmpty() && !completing)
        return misuseAt(*line.command, line.misuse, has("--json"));
    try {
        std::vector<std::string> reversed(line.arguments.rbegin(), line.arguments.rend()); // CLI11 takes them from the end
        m_app->parse(reversed);
    } catch (const CLI::ParseError& error) {
        return misuseAt(*line.command, QString::fromStdString(error.what()), has("--json"));
    }
    if (completing) {
        const QString shell = Line(*this, *m_app).text("--completion");
        const OutlineOption* option = root.option(QStringLiteral("--completion"));
        if (!valuesOf(option->type).contains(shell))
            return misuseAt(root, QStringLiteral("--completion must be %1.").arg(oneOf(valuesOf(option->type))), false);
        print(completionScript(root, shell));
        return 0;
    }
    const CLI::App* command = m_app.get();
    QString nameless = namelessPath(*command);
    for (auto chosen = command->get_subcommands(); !chosen.empty(); chosen = command->get_subcommands()) {
        command = chosen.front();
        nameless = nameless.isEmpty() ? namelessPath(*command) : nameless;
    }
    if (!nameless.isEmpty())
        return misuseAt(*line.command, QStringLiteral("%1 needs a name, and was given an empty one.").arg(nameless), has("--json"));
    if (!line.unused.isEmpty())
        QTextStream(stderr) << root.name << ": " << line.command->path << " has no use for " << line.unused.join(QStringLiteral(", ")) << ".\n";
    return m_acts.at(command)(Line(*this, *command));
}

} // namespace surplus::cli
