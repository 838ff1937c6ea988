// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/conditions/systemcomputer.h"

#include "services/common/core/parse.h"

#include <QDir>
#include <QFile>
#include <algorithm>

namespace surplus {

namespace {
QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(4096).trimmed() : QByteArray();
}

/// Chips of hwmon that measure a processor (Documentation/hwmon of the kernel).
bool isProcessor(const QByteArray& chip)
{
    static const QList<QByteArray> names { "coretemp", "k10temp", "k8temp", "zenpower", "cpu_thermal", "via_cputemp", "acpitz", "soc_thermal", "cpu-thermal" };
    return names.contains(chip);
}

// Values of NMMetered, the property Metered of org.freedesktop.NetworkManager.
constexpr uint MeteredYes = 1;
constexpr uint MeteredNo = 2;
constexpr uint MeteredGuessYes = 3;
constexpr uint MeteredGuessNo = 4;
} // namespace

SystemComputer::SystemComputer(QString root)
    : m_root(std::move(root))
    , m_battery({ QStringLiteral("org.freedesktop.UPower"), QStringLiteral("/org/freedesktop/UPower"), QStringLiteral("org.freedesktop.UPower"), QStringLiteral("OnBattery") })
    , m_metered({ QStringLiteral("org.freedesktop.NetworkManager"), QStringLiteral("/org/freedesktop/NetworkManager"),
          QStringLiteral("org.freedesktop.NetworkManager"), QStringLiteral("Metered") })
{
}

void SystemComputer::want(bool heat, bool idle, bool programs)
{
    m_wantsHeat = heat;
    m_wantsIdle = idle;
    m_wantsPrograms = programs;
}

void SystemComputer::look(bool all)
{
    if (all) { // what changes comes as a signal; a service that came or went is found here
        m_battery.ask();
        m_metered.ask();
    }
    if (all || m_wantsHeat)
        lookAtHeat();
    if (all || m_wantsIdle)
        m_idle.look();
    if (all || m_wantsPrograms)
        lookAtPrograms();
}

Fact<bool> SystemComputer::onBattery() const
{
    const Fact<QVariant>& fact = m_battery.fact();
    return { fact.value ? std::optional(fact.value->toBool()) : std::nullopt, fact.missing };
}

Fact<bool> SystemComputer::metered() const
{
    const Fact<QVariant>& fact = m_metered.fact();
    if (!fact.value)
        return { std::nullopt, fact.missing };
    switch (fact.value->value<quint32>()) {
    case MeteredYes:
    case MeteredGuessYes:
        return { true, {} };
    case MeteredNo:
    case MeteredGuessNo:
        return { false, {} };
    }
    return { std::nullopt, QStringLiteral("NetworkManager manages no connection here") };
}

void SystemComputer::lookAtHeat()
{
    std::optional<double> processor;
    std::optional<double> other;
    const QDir chips(m_root + QStringLiteral("/sys/class/hwmon"));
    for (const QString& chip : chips.entryList({ QStringLiteral("hwmon*") }, QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QDir folder(chips.filePath(chip));
        const QByteArray name = contentOf(folder.filePath(QStringLiteral("name")));
        for (const QString& input : folder.entryList({ QStringLiteral("temp*_input") }, QDir::Files)) {
            const auto millidegrees = parse::decimal(QString::fromLatin1(contentOf(folder.filePath(input))));
            const double celsius = millidegrees.value_or(0) / 1000;
            if (!millidegrees || celsius < -50 || celsius > 200) // not connected
                continue;
            std::optional<double>& hottest = isProcessor(name) ? processor : other;
            hottest = std::max(hottest.value_or(celsius), celsius);
        }
    }
    m_temperature = processor ? Fact<double> { processor, {} } : other ? Fact<double> { other, {} }
                                                                       : Fact<double> { std::nullopt, QStringLiteral("the kernel shows no temperature sensor (hwmon)") };
}

void SystemComputer::lookAtPrograms()
{
    QStringList names;
    const QDir processes(m_root + QStringLiteral("/proc"));
    for (const QString& pid : processes.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!pid.front().isDigit())
            continue;
        // The name in comm is cut at 15 characters; the link is there for one's own processes only.
        const QString target = QFile::symLinkTarget(processes.filePath(pid + QStringLiteral("/exe")));
        const QString name = QString::fromUtf8(contentOf(processes.filePath(pid + QStringLiteral("/comm")))).toLower();
        if (!name.isEmpty())
            names.append(name);
        if (!target.isEmpty())
            names.append(target.section(u'/', -1).toLower());
    }
    m_programs = names.isEmpty() ? Fact<QStringList> { std::nullopt, QStringLiteral("/proc can't be read") } : Fact<QStringList> { names, {} };
}

} // namespace surplus
