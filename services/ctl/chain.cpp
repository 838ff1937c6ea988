// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/chain/network.h"
#include "services/ctl/control.h"

#include <QFile>
#include <QJsonDocument>

namespace surplus::ctl {

namespace {
constexpr qint64 MaxFile = 256 * 1024;

int show(Control& control)
{
    const auto answer = control.call(QStringLiteral("chain.get"));
    if (!answer)
        return ExitRefused;
    out() << QJsonDocument(*answer).toJson(control.json() ? QJsonDocument::Compact : QJsonDocument::Indented) << '\n' << Qt::flush;
    return 0;
}

int set(const cli::Line& line)
{
    QFile description(QFile::decodeName(line.bytes("file")));
    const QJsonObject wanted = description.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(description.read(MaxFile)).object() : QJsonObject();
    if (wanted.isEmpty())
        return line.misuse(QStringLiteral("%1 can't be read or holds no JSON object").arg(line.text("file")));
    Control control(line);
    if (!control.open())
        return ExitNoEngine;
    // Held against the chain where that can be reached; the engine checks the form.
    if (const auto config = ChainConfig::fromJson(wanted); config && config->isUsable()) {
        EvmClient client(*config);
        if (const auto right = checkNetwork(client); !right && isWrongNetwork(right.error()))
            return refused(right.error());
    }
    const auto answer = control.call(QStringLiteral("chain.set"), { { QStringLiteral("chain"), wanted } });
    if (!answer)
        return ExitRefused;
    if (control.json())
        print(*answer);
    else
        out() << (answer->value(u"restart").toBool() ? "Taken over with the engine's next start.\n" : "Taken over.\n") << Qt::flush;
    return 0;
}
} // namespace

void addChain(cli::Command root)
{
    cli::Command chain = root.add("chain", "the chain that vouchers are cashed on");
    chain.does(withEngine(show));
    chain.add("set", "use another chain").word("file", "FILE", "its description in JSON: chainId, factory, initCodeHash, token, decimals, symbol, endpoints").does(set);
}

} // namespace surplus::ctl
