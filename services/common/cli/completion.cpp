// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/cli/completion.h"

namespace surplus::cli {

// The three scripts go the same way. They follow the words before the cursor down the tree: `node` is the command so far ("settle
// authorize"), `count` how many of its own words stand there, `option` the one whose value is typed. Then they look up what may
// come. Of the lists here, "node|word" steps down, "node|option" and "node|count" say what is offered.

namespace {
QString quoted(QString text) { return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\''; }
QString fishQuoted(QString text) { return u'\'' + text.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'")) + u'\''; }

/// A name that a shell's function can have.
QString functionName(QString program) { return program.replace(u'-', u'_'); }

QStringList shown(const QList<OutlineOption>& options)
{
    QStringList names;
    for (const OutlineOption& option : options) {
        if (!option.hidden)
            names.append(option.name);
    }
    return names;
}

/// "node|word" of every step down the tree.
QStringList steps(const Outline& root)
{
    QStringList all;
    walk(root, [&](const Outline& command) {
        for (const Outline& one : command.commands)
            all.append(command.path + u'|' + one.name);
    });
    return all.isEmpty() ? QStringList { QStringLiteral("|") } : all; // a case without a pattern is none
}

/// The options, of whichever command, after which a value stands.
QStringList valued(const Outline& root)
{
    QStringList all;
    walk(root, [&](const Outline& command) {
        for (const OutlineOption& option : command.options) {
            if (option.takesValue())
                all.append(option.name);
        }
    });
    all.removeDuplicates();
    return all;
}

QStringList allQuoted(const QStringList& texts)
{
    QStringList all;
    for (const QString& text : texts)
        all.append(quoted(text));
    return all;
}

/// One branch of a case.
using Branch = QString (*)(const QString& pattern, const QString& type);

/// What may stand as an option's value and as a word, as branches.
QString valueBranches(const Outline& root, Branch branch)
{
    QString text;
    walk(root, [&](const Outline& command) {
        for (const OutlineOption& option : command.options) {
            if (option.takesValue())
                text += branch(command.path.isEmpty() ? u'*' + quoted(u'|' + option.name) : quoted(command.path + u'|' + option.name), option.type);
        }
    });
    return text;
}
QString wordBranches(const Outline& root, Branch branch)
{
    QString text;
    walk(root, [&](const Outline& command) {
        for (qsizetype i = 0; i < command.words.size(); ++i)
            text += branch(quoted(QStringLiteral("%1|%2").arg(command.path).arg(i)), command.words[i].type);
    });
    return text;
}

QString bashBranch(const QString& pattern, const QString& type)
{
    switch (kindOf(type)) {
    case Kind::File:
        return QStringLiteral("    %1) files=-f ;;\n").arg(pattern);
    case Kind::Folder:
        return QStringLiteral("    %1) files=-d ;;\n").arg(pattern);
    case Kind::Values:
        return QStringLiteral("    %1) offer=%2 ;;\n").arg(pattern, quoted(valuesOf(type).join(u' ')));
    case Kind::Text:
        break;
    }
    return {};
}

QString bash(const Outline& root)
{
    QString commands;
    QString options;
    walk(root, [&](const Outline& command) {
        QStringList names;
        for (const Outline& one : command.commands)
            names.append(one.name);
        if (!names.isEmpty())
            commands += QStringLiteral("    %1) offer=%2 ;;\n").arg(quoted(command.path + QStringLiteral("|0")), quoted(names.join(u' ')));
        if (!command.path.isEmpty() && !shown(command.options).isEmpty())
            options += QStringLiteral("        %1) offer+=%2 ;;\n").arg(quoted(command.path), quoted(u' ' + shown(command.options).join(u' ')));
    });
    QString script = QStringLiteral(R"(# Completion of @NAME@ for bash, printed by "@NAME@ --completion bash".
_@FUNCTION@() {
    local cur=${COMP_WORDS[COMP_CWORD]} node= option= offer= files= word i count=0
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case $word in
        @VALUED@)
            option=$word
            i=$((i + 1))
            [ "${COMP_WORDS[i]}" != = ] || i=$((i + 1)) # "--by=day" comes as three words
            [ $i -ge $COMP_CWORD ] || option=
            ;;
        [:=]) i=$((i + 1)) ;;
        -*) ;;
        *)
            case "$node|$word" in
            @STEPS@) node=${node:+$node }$word ;;
            *) count=$((count + 1)) ;;
            esac
            ;;
        esac
    done
    [ "$cur" != = ] || cur=
    COMPREPLY=()
    if [ -n "$option" ]; then
    case "$node|$option" in
@VALUES@    esac
    elif [[ $cur == -* ]]; then
        offer=@GLOBAL@
        case $node in
@OPTIONS@        esac
    else
    case "$node|$count" in
@COMMANDS@@WORDS@    esac
    fi
    if [ -n "$files" ]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen $files -- "$cur")
    elif [ -n "$offer" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$offer" -- "$cur")
    fi
}
complete -F _@FUNCTION@ @NAME@
)");
    return script.replace(QLatin1String("@VALUED@"), valued(root).join(u'|')).replace(QLatin1String("@STEPS@"), allQuoted(steps(root)).join(u'|'))
        .replace(QLatin1String("@VALUES@"), valueBranches(root, bashBranch)).replace(QLatin1String("@GLOBAL@"), quoted(shown(root.options).join(u' ')))
        .replace(QLatin1String("@OPTIONS@"), options).replace(QLatin1String("@COMMANDS@"), commands).replace(QLatin1String("@WORDS@"), wordBranches(root, bashBranch));
}

/// For _describe: "name:what it is".
QString described(QString name, const QString& what) { return quoted(name.replace(u':', QStringLiteral("\\:")) + u':' + what); }

QString zshBranch(const QString& pattern, const QString& type)
{
    switch (kindOf(type)) {
    case Kind::File:
        return QStringLiteral("    (%1) _files ;;\n").arg(pattern);
    case Kind::Folder:
        return QStringLiteral("    (%1) _files -/ ;;\n").arg(pattern);
    case Kind::Values:
        return QStringLiteral("    (%1) compadd -- %2 ;;\n").arg(pattern, valuesOf(type).join(u' '));
    case Kind::Text:
        return QStringLiteral("    (%1) _message %2 ;;\n").arg(pattern, quoted(type));
    }
    return {};
}

QString zsh(const Outline& root)
{
    const auto describedOptions = [](const Outline& command) {
        QString all;
        for (const OutlineOption& option : command.options) {
            if (!option.hidden)
                all += u' ' + described(option.name, option.help);
        }
        return all;
    };
    QString commands;
    QString options;
    walk(root, [&](const Outline& command) {
        QString names;
        for (const Outline& one : command.commands)
            names += u' ' + described(one.name, one.summary);
        if (!names.isEmpty())
            commands += QStringLiteral("    (%1) found=(%2); _describe -t commands command found ;;\n").arg(quoted(command.path + QStringLiteral("|0")), names.trimmed());
        if (const QString own = describedOptions(command); !command.path.isEmpty() && !own.isEmpty())
            options += QStringLiteral("        (%1) found+=(%2) ;;\n").arg(quoted(command.path), own.trimmed());
    });
    QString script = QStringLiteral(R"(#compdef @NAME@
# Completion of @NAME@ for zsh, printed by "@NAME@ --completion zsh".
_@FUNCTION@() {
    local node= option= word
    local -a found
    integer i=2 count=0
    while (( i < CURRENT )); do
        word=${words[i]}
        case $word in
        (@VALUED@)
            (( ++i ))
            (( i < CURRENT )) || option=$word
            ;;
        (-*) ;;
        (*)
            case "$node|$word" in
            (@STEPS@) node=${node:+$node }$word ;;
            (*) (( ++count )) ;;
            esac
            ;;
        esac
        (( ++i ))
    done
    if [[ -z $option && $PREFIX == --*=* ]]; then
        option=${PREFIX%%=*}
        compset -P '*='
    fi
    if [[ -n $option ]]; then
    case "$node|$option" in
@VALUES@    esac
    elif [[ $PREFIX == -* ]]; then
        found=(@GLOBAL@)
        case $node in
@OPTIONS@        esac
        _describe -o -t options option found
    else
    case "$node|$count" in
@COMMANDS@@WORDS@    esac
    fi
}
if [[ ${funcstack[1]} == _@FUNCTION@ ]]; then
    _@FUNCTION@ "$@"
else
    compdef _@FUNCTION@ @NAME@
fi
)");
    return script.replace(QLatin1String("@VALUED@"), valued(root).join(u'|')).replace(QLatin1String("@STEPS@"), allQuoted(steps(root)).join(u'|'))
        .replace(QLatin1String("@VALUES@"), valueBranches(root, zshBranch)).replace(QLatin1String("@GLOBAL@"), describedOptions(root).trimmed())
        .replace(QLatin1String("@OPTIONS@"), options).replace(QLatin1String("@COMMANDS@"), commands).replace(QLatin1String("@WORDS@"), wordBranches(root, zshBranch));
}

/// What fish is told of a type's place.
QString fishArguments(const QString& type)
{
    switch (kindOf(type)) {
    case Kind::File:
        return QStringLiteral(" -F");
    case Kind::Folder:
        return QStringLiteral(" -f -a '(__fish_complete_directories)'");
    case Kind::Values:
        return QStringLiteral(" -f -a %1").arg(fishQuoted(valuesOf(type).join(u' ')));
    case Kind::Text:
        break;
    }
    return QStringLiteral(" -f");
}

QString fish(const Outline& root)
{
    QString lines;
    const auto line = [&](const QString& condition, const QString& what) { lines += QStringLiteral("complete -c %1%2%3\n").arg(root.name, condition, what); };
    walk(root, [&](const Outline& command) {
        const auto at = [&](qsizetype count) { return QStringLiteral(" -n \"__%1_at '%2|%3'\"").arg(functionName(root.name), command.path).arg(count); };
        for (const Outline& one : command.commands)
            line(at(0), QStringLiteral(" -a %1 -d %2").arg(fishQuoted(one.name), fishQuoted(one.summary)));
        for (qsizetype i = 0; i < command.words.size(); ++i) {
            if (kindOf(command.words[i].type) != Kind::Text)
                line(at(i), fishArguments(command.words[i].type));
        }
        for (const OutlineOption& option : command.options) {
            const QString condition = command.path.isEmpty() ? QString() : QStringLiteral(" -n \"__%1_at '%2|*'\"").arg(functionName(root.name), command.path);
            const QString letter = option.shortName.isEmpty() ? QString() : QStringLiteral(" -s ") + option.shortName.mid(1);
            if (!option.hidden)
                line(condition, letter + QStringLiteral(" -l %1%2 -d %3").arg(option.name.mid(2), option.takesValue() ? QStringLiteral(" -r") + fishArguments(option.type) : QString(), fishQuoted(option.help)));
        }
    });
    QStringList edges;
    for (const QString& step : steps(root))
        edges.append(fishQuoted(step));
    QString script = QStringLiteral(R"(# Completion of @NAME@ for fish, printed by "@NAME@ --completion fish".
function __@FUNCTION@_at
    set -l words (commandline -opc)
    set -e words[1]
    set -l node ''
    set -l count 0
    set -l skip 0
    for word in $words
        if test $skip -eq 1
            set skip 0
            continue
        end
        switch $word
            case @VALUED@
                set skip 1
            case '-*'
            case '*'
                if contains -- "$node|$word" @STEPS@
                    set node (string trim -- "$node $word")
                else
                    set count (math $count + 1)
                end
        end
    end
    string match -q -- $argv[1] "$node|$count"
end
complete -c @NAME@ -f
@LINES@)");
    return script.replace(QLatin1String("@VALUED@"), valued(root).join(u' ')).replace(QLatin1String("@STEPS@"), edges.join(u' ')).replace(QLatin1String("@LINES@"), lines);
}
} // namespace

QString completionScript(const Outline& root, const QString& shell)
{
    QString script = shell == QLatin1String("bash") ? bash(root) : shell == QLatin1String("zsh") ? zsh(root) : fish(root);
    return script.replace(QLatin1String("@FUNCTION@"), functionName(root.name)).replace(QLatin1String("@NAME@"), root.name);
}

} // namespace surplus::cli
