// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/localzone.h"

#include "services/common/core/utc.h"

#include <QFileInfo>
#include <algorithm>
#include <ctime>
#include <mutex>
#include <vector>

namespace surplus {

namespace {
constexpr time_t Week = 7 * 86'400;
const QString SystemFile = QStringLiteral("/etc/localtime");

/// What the C library makes of some moments: the truth that a zone has to agree with.
struct Sample {
    time_t at;
    int offset; ///< seconds east of UTC
};

std::vector<Sample> samples()
{
    std::vector<Sample> found;
    const time_t now = time(nullptr);
    for (time_t at = now - 104 * Week; at <= now + 156 * Week; at += Week) {
        tm local {};
        if (localtime_r(&at, &local))
            found.push_back({ at, static_cast<int>(local.tm_gmtoff) });
    }
    return found;
}

bool agrees(const QTimeZone& zone, const std::vector<Sample>& truth)
{
    return zone.isValid() && std::all_of(truth.begin(), truth.end(), [&](const Sample& sample) {
        return zone.offsetFromUtc(inUtc(qint64(sample.at) * 1000)) == sample.offset;
    });
}

/// "Europe/Berlin" for ":/usr/share/zoneinfo/Europe/Berlin", or for a link to it.
QByteArray nameIn(QByteArray setting)
{
    if (setting.startsWith(':'))
        setting.remove(0, 1);
    const QString path = QFileInfo(QString::fromLocal8Bit(setting)).isAbsolute() ? QFileInfo(QString::fromLocal8Bit(setting)).canonicalFilePath() : QString();
    const QString folder = QStringLiteral("/zoneinfo/");
    const auto at = path.indexOf(folder);
    QString name = at < 0 ? QString::fromLocal8Bit(setting) : path.mid(at + folder.size());
    for (const QString& part : { QStringLiteral("posix/"), QStringLiteral("right/") }) {
        if (name.startsWith(part))
            name.remove(0, part.size());
    }
    return name.toLatin1();
}

QTimeZone find(const QByteArray& setting)
{
    const std::vector<Sample> truth = samples();
    const QByteArray name = nameIn(setting.isEmpty() ? SystemFile.toLocal8Bit() : setting);
    const QList<QByteArray> known = QTimeZone::availableTimeZoneIds();
    if (known.contains(name)) {
        if (const QTimeZone zone(name); agrees(zone, truth))
            return zone;
    }
    if (const QTimeZone zone = QTimeZone::systemTimeZone(); agrees(zone, truth))
        return zone;
    const int first = truth.empty() ? 0 : truth.front().offset;
    if (std::all_of(truth.begin(), truth.end(), [&](const Sample& sample) { return sample.offset == first; })) {
        const QTimeZone fixed = first == 0 ? QTimeZone::utc() : QTimeZone(first);
        return fixed.isValid() ? fixed : QTimeZone::utc();
    }
    // A file without a name, or a rule: some place has the same hours.
    for (const QByteArray& id : known) {
        if (const QTimeZone zone(id); agrees(zone, truth))
            return zone;
    }
    tm local {};
    const time_t now = time(nullptr);
    const QTimeZone fixed(localtime_r(&now, &local) ? static_cast<int>(local.tm_gmtoff) : 0);
    return fixed.isValid() ? fixed : QTimeZone::utc();
}
} // namespace

QTimeZone localZone()
{
    // Finding it takes milliseconds, so it is kept until the setting or the system's file changes.
    static std::mutex mutex;
    static QString foundFor;
    static QTimeZone found = QTimeZone::utc();
    const bool isSet = qEnvironmentVariableIsSet("TZ");
    const QByteArray setting = qgetenv("TZ");
    const QFileInfo file(SystemFile);
    const QString key = QString::number(isSet) + QString::fromLocal8Bit(setting) + u'\n' + file.canonicalFilePath() + u'\n' + QString::number(file.lastModified().toMSecsSinceEpoch());
    const std::lock_guard lock(mutex);
    if (key != foundFor) {
        tzset();
        found = isSet && setting.isEmpty() ? QTimeZone::utc() : find(setting);
        foundFor = key;
    }
    return found;
}

std::optional<QTimeZone> zoneNamed(const QString& id)
{
    // A path would be read as a file, whatever it is.
    if (id.isEmpty() || id.startsWith(u'/') || id.startsWith(u':') || id.contains(u".."))
        return {};
    const QTimeZone zone(id.toUtf8());
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

} // namespace surplus
