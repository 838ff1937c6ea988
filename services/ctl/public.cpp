// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ctl/control.h"
#include "services/ctl/texts.h"

#include <QFile>
#include <QFileInfo>

namespace surplus::ctl {

namespace {
int list(Control& control)
{
    const auto list = control.call(QStringLiteral("public.list"));
    const auto status = list ? control.call(QStringLiteral("engine.status")) : std::nullopt;
    if (!status)
        return ExitRefused;
    const bool on = status->value(u"storage")[u"servePublic"].toBool();
    const QJsonArray items = list->value(u"items").toArray();
    if (control.json()) {
        QJsonObject both = *list;
        both.insert(QStringLiteral("servePublic"), on);
        print(both);
        return 0;
    }
    out() << (on ? "On: any BitTorrent client may fetch this, unpaid.\n" : "Off: nothing is given away (\"surplusctl public on\" changes that).\n");
    for (const QJsonValue& item : items)
        out() << item[u"id"].toString() << "  " << bytes(item[u"size"].toInteger()) << "  " << item[u"name"].toString() << '\n';
    if (items.isEmpty())
        out() << "The list is empty; \"surplusctl public add FILE.torrent FOLDER\" adds to it.\n";
    out().flush();
    return 0;
}

/// The answer as it is, or what it means.
int tell(const Control& control, const std::optional<QJsonObject>& answer, const QString& text)
{
    if (!answer)
        return ExitRefused;
    if (control.json())
        print(*answer);
    else
        out() << text << '\n' << Qt::flush;
    return 0;
}

int serve(Control& control, bool on)
{
    return tell(control, control.call(QStringLiteral("storage.set"), { { QStringLiteral("servePublic"), on } }),
        on ? QStringLiteral("Public content is given to any BitTorrent client now.") : QStringLiteral("Public content is given to nobody now."));
}

int add(const cli::Line& line)
{
    constexpr qint64 Most = 4 * 1024 * 1024;
    constexpr qint64 Part = 512 * 1024; // a message has at most 1 MiB
    QFile file(QFile::decodeName(line.bytes("file")));
    // A device or a pipe gives bytes without end, or none and waits.
    const QFileInfo info(file.fileName());
    if (!info.isFile() || info.size() > Most || !file.open(QIODevice::ReadOnly))
        return line.misuse(QStringLiteral("%1 can't be read as a .torrent file of at most 4 MiB").arg(line.text("file")));
    const QByteArray torrent = file.read(Most);
    const QString folder = QFileInfo(QFile::decodeName(line.bytes("folder"))).absoluteFilePath();
    Control control(line);
    if (!control.open())
        return ExitNoEngine;
    std::optional<QJsonObject> answer;
    for (qsizetype at = 0; at == 0 || (answer && at < torrent.size()); at += Part) {
        answer = control.call(QStringLiteral("public.add"),
            { { QStringLiteral("torrent"), QString::fromLatin1(torrent.mid(at, Part).toBase64()) }, { QStringLiteral("more"), at + Part < torrent.size() }, { QStringLiteral("folder"), folder } });
    }
    return tell(control, answer, answer ? QStringLiteral("Added ") + (*answer)[u"id"].toString() : QString());
}

int remove(Control& control)
{
    return tell(control, control.call(QStringLiteral("public.remove"), { { QStringLiteral("id"), control.line().text("id") } }), QStringLiteral("Removed; the files stay where they are."));
}
} // namespace

void addPublic(cli::Command root)
{
    cli::Command content = root.add("public", "what is given away to any BitTorrent client, and whether it is");
    content.does(withEngine(list));
    content.add("on", "give it to any BitTorrent client").does(withEngine([](Control& control) { return serve(control, true); }));
    content.add("off", "give it to nobody").does(withEngine([](Control& control) { return serve(control, false); }));
    content.add("add", "give files away").word("file", "FILE.torrent", "what describes them").word("folder", "FOLDER", "where they lie").does(add);
    content.add("remove", "give something away no longer").word("id", "ID", "as public lists it").does(withEngine(remove));
}

} // namespace surplus::ctl
