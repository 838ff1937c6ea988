// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the keystores that keystores.mjs prints, and compares what is in them.
#include "services/common/core/parse.h"
#include "services/common/crypto/keystore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace surplus;

int main()
{
    QTextStream in(stdin);
    QTextStream out(stdout);
    int opened = 0;
    int refused = 0;
    int wrong = 0;
    for (QString line = in.readLine(); !line.isNull(); line = in.readLine()) {
        const QJsonObject it = QJsonDocument::fromJson(line.toUtf8()).object();
        const auto read = readKeystore(it.value(u"json").toString().toUtf8(), it.value(u"password").toString());
        const QString got = read ? QStringLiteral("0x") + QString::fromLatin1(read->raw().toHex()) : read.error().code;
        const QString wanted = it.value(read ? u"key" : u"code").toString();
        if (wanted.isEmpty() || got != wanted) {
            ++wrong;
            out << it.value(u"name").toString() << ": " << (read ? QStringLiteral("another key was read") : read.error().message) << '\n' << line << '\n';
        }
        (read ? opened : refused) += 1;
    }
    out << opened << " keystores opened and " << refused << " refused, " << wrong << " of them wrongly\n";
    return wrong == 0 && opened > 20 && refused > 3 ? 0 : 1;
}
