// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <functional>

namespace CLI {
class App;
}

namespace surplus::cli {

/// What stands in a place of the command line, as its type says (command.h).
enum class Kind { Text, Values, File, Folder };

struct OutlineOption {
    QString name; ///< with its dashes: "--from"
    QString shortName; ///< "-h", or empty
    QString type; ///< "TIME"; empty: a flag
    QString help;
    QString standard; ///< what holds without it, or empty
    bool needed = false;
    bool hidden = false; ///< neither in help nor in completions
    [[nodiscard]] bool takesValue() const { return !type.isEmpty(); }
};

/// A word without dashes that a command takes; all of them are needed.
struct OutlineWord {
    QString type; ///< "FILE"
    QString help;
};

/// A program's tree of commands as plain values: help, completions and the man page are written from it, and the command line
/// is held against it.
struct Outline {
    QString name; ///< of the root: the program's
    QString path; ///< "settle authorize"; of the root: empty
    QString summary;
    QString more;
    QList<OutlineOption> options; ///< its own; the root's hold for every command
    QList<OutlineWord> words;
    QList<Outline> commands;

    [[nodiscard]] const OutlineOption* option(const QString& nameOrShort) const;
    [[nodiscard]] const Outline* command(const QString& name) const;
    /// "surplusctl settle authorize FILE [OPTIONS]", with the options that are needed.
    [[nodiscard]] QString usage(const QString& program) const;
    /// Alone, without one of its commands, it is none.
    bool acts = false;
};

/// Of CLI11's tree. `acts` says of an App whether it does something itself.
[[nodiscard]] Outline outlineOf(const CLI::App& app, const std::function<bool(const CLI::App&)>& acts);

[[nodiscard]] Kind kindOf(const QString& type);
/// The words of a type that are typed as they stand: "on" and "off" of "on|off", "off" of "CELSIUS|off".
[[nodiscard]] QStringList valuesOf(const QString& type);
/// Whether nothing else is right.
[[nodiscard]] bool isClosed(const QString& type);
/// "a, b or c".
[[nodiscard]] QString oneOf(const QStringList& names);
/// Calls `visit` with `root` and everything below it, parents first.
void walk(const Outline& root, const std::function<void(const Outline&)>& visit);

} // namespace surplus::cli
