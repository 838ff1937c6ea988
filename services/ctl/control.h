// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/cli/line.h"
#include "services/common/rpc/client.h"
#include "services/ctl/commands.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTextStream>

namespace surplus::ctl {

/// The engine that a command asks. What goes wrong is said on standard error.
class Control {
public:
    explicit Control(const cli::Line& line) : m_line(line) { }

    /// Connects to the engine of --data. False, and said why, if there is none; the exit code is ExitNoEngine then.
    [[nodiscard]] bool open();
    /// The result, or nothing after the reason was printed.
    [[nodiscard]] std::optional<QJsonObject> call(const QString& method, const QJsonObject& params = {});
    /// The highest voucher of every channel; nothing if the engine refused.
    [[nodiscard]] std::optional<QJsonArray> allChannels();

    [[nodiscard]] RpcClient& client() { return m_client; }
    [[nodiscard]] const cli::Line& line() const { return m_line; }
    [[nodiscard]] bool json() const { return m_line.has("--json"); }

private:
    const cli::Line& m_line;
    RpcClient m_client;
};

/// A command that needs an engine before anything else.
[[nodiscard]] cli::Act withEngine(std::function<int(Control&)> act);
/// Where the engine keeps its data, as --data says.
[[nodiscard]] QString dataDir(const cli::Line& line);

[[nodiscard]] QTextStream& out();
void print(const QJsonObject& object);
/// Says it on standard error.
int refused(const Error& error);
/// The same, but for an error of usage, which tells how the command is used.
int failed(const cli::Line& line, const Error& error);

} // namespace surplus::ctl
