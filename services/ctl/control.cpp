// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/control.h"

#include "services/dashboard/fleet/enginelink.h"

#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>

namespace surplus::ctl {

bool Control::open()
{
    const auto opened = openLocalEngine(m_client, dataDir(m_line));
    if (!opened)
        refused(opened.error());
    return opened.has_value();
}

std::optional<QJsonObject> Control::call(const QString& method, const QJsonObject& params)
{
    const auto answer = m_client.callAndWait(method, params);
    if (answer)
        return *answer;
    refused(answer.error());
    return std::nullopt;
}

std::optional<QJsonArray> Control::allChannels()
{
    constexpr qsizetype AtOnce = 1'000;
    QJsonArray all;
    while (true) {
        const auto answer = call(QStringLiteral("vouchers.list"), { { QStringLiteral("limit"), AtOnce }, { QStringLiteral("offset"), all.size() } });
        if (!answer)
            return std::nullopt;
        const QJsonArray page = answer->value(u"channels").toArray();
        for (const QJsonValue& row : page)
            all.append(row);
        if (page.size() < AtOnce)
            return all;
    }
}

cli::Act withEngine(std::function<int(Control&)> act)
{
    return [act = std::move(act)](const cli::Line& line) {
        Control control(line);
        return control.open() ? act(control) : ExitNoEngine;
    };
}

QString dataDir(const cli::Line& line)
{
    if (line.has("--data"))
        return QFile::decodeName(line.bytes("--data"));
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/surplus/engine");
}

QTextStream& out()
{
    static QTextStream stream(stdout);
    return stream;
}

void print(const QJsonObject& object) { out() << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n' << Qt::flush; }

int refused(const Error& error)
{
    QTextStream(stderr) << "surplusctl: " << error.message << '\n';
    return ExitRefused;
}

int failed(const cli::Line& line, const Error& error) { return error.code == QLatin1String("usage") ? line.misuse(error.message) : refused(error); }

} // namespace surplus::ctl
