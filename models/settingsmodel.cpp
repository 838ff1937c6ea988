// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsmodel.h"

#include "earningsmodel.h"
#include "format.h"
#include "localpath.h"
#include "services/common/core/localzone.h"
#include "services/common/core/posted.h"
#include "services/common/history/historystore.h"
#include "services/dashboard/session/profilebackup.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace surplus {

SettingsModel::SettingsModel(QSettings& settings, StoreWorker& history, const Autostart& autostart, QString profile, QObject* parent)
    : QObject(parent), m_settings(settings), m_history(history), m_autostart(autostart), m_profile(std::move(profile))
    , m_languageAtStart(m_settings.value(QStringLiteral("language")).toString())
{
    Format::setDecimals(decimals());
    const bool asked = m_history.post([this](Database& db) {
        const auto years = db.attempt([&] { return HistoryStore::of(db, localZone()).yearsKept(); });
        postTo(this, [this, years] {
            m_yearsKept = years.value_or(5);
            Q_EMIT changed();
        });
    });
    Q_ASSERT(asked); // nothing else waits yet
    Q_UNUSED(asked)
}

bool SettingsModel::flag(const char* name, bool standard) const { return m_settings.value(QLatin1String(name), standard).toBool(); }

void SettingsModel::setFlag(const char* name, bool on)
{
    m_settings.setValue(QLatin1String(name), on);
    Q_EMIT changed();
}

QString SettingsModel::theme() const { return m_settings.value(QStringLiteral("theme"), QStringLiteral("system")).toString(); }

void SettingsModel::setTheme(const QString& theme)
{
    if (theme == this->theme())
        return;
    m_settings.setValue(QStringLiteral("theme"), theme);
    Q_EMIT changed();
}

QString SettingsModel::language() const { return m_settings.value(QStringLiteral("language")).toString(); }

void SettingsModel::setLanguage(const QString& language)
{
    m_settings.setValue(QStringLiteral("language"), language);
    Q_EMIT changed();
}

QStringList SettingsModel::languages() { return { QString(), QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("es"), QStringLiteral("zh_CN"), QStringLiteral("ar") }; }

QStringList SettingsModel::languageNames()
{
    return { tr("As the system"), QStringLiteral("English"), QStringLiteral("Deutsch"), QStringLiteral("Español"), QStringLiteral("简体中文"), QStringLiteral("العربية") };
}

int SettingsModel::decimals() const { return m_settings.value(QStringLiteral("decimals"), 2).toInt() == 4 ? 4 : 2; }

void SettingsModel::setDecimals(int decimals)
{
    m_settings.setValue(QStringLiteral("decimals"), decimals);
    Format::setDecimals(this->decimals());
    Q_EMIT changed();
}

void SettingsModel::setStartAtLogin(bool start)
{
    const auto done = m_autostart.setOn(start);
    m_error = done ? QString() : done.error().message;
    Q_EMIT changed();
}

QString SettingsModel::whenQuitting() const { return m_settings.value(QStringLiteral("quit"), QStringLiteral("ask")).toString(); }

void SettingsModel::setWhenQuitting(const QString& choice)
{
    m_settings.setValue(QStringLiteral("quit"), choice);
    Q_EMIT changed();
}

void SettingsModel::setYearsKept(int years)
{
    const bool posted = m_history.post([this, years](Database& db) {
        const auto done = db.attempt([&] { return HistoryStore::of(db, localZone()).setYearsKept(years); });
        postTo(this, [this, years, done] {
            m_error = done ? QString() : done.error().message;
            m_yearsKept = done ? years : m_yearsKept;
            Q_EMIT changed();
        });
    });
    if (!posted) {
        m_error = tr("The history is too busy. Try again in a moment.");
        Q_EMIT changed();
    }
}

QString SettingsModel::historySize() const
{
    return Format::bytes(static_cast<double>(QFileInfo(m_profile + QStringLiteral("/history.db")).size() + QFileInfo(m_profile + QStringLiteral("/history.db-wal")).size()));
}

void SettingsModel::work(std::function<Result<void>()> task, void (SettingsModel::*ended)(const QString&))
{
    m_working = true;
    Q_EMIT changed();
    m_work.start([this, task = std::move(task), ended] {
        const Result<void> done = task();
        postTo(this, [this, done, ended] {
            m_working = false;
            Q_EMIT changed();
            Q_EMIT (this->*ended)(done ? QString() : done.error().message);
        });
    });
}

QUrl SettingsModel::backupFile()
{
    return QUrl::fromLocalFile(EarningsModel::exportFolder().toLocalFile()
        + QStringLiteral("/surplus-%1.surplus-backup").arg(QDate::currentDate().toString(Qt::ISODate)));
}

void SettingsModel::backUp(const QUrl& file, const QString& password)
{
    m_settings.sync();
    work([profile = m_profile, path = localPathOf(file), password] { return writeBackup(profile, path, password); }, &SettingsModel::backupEnded);
}

void SettingsModel::restore(const QUrl& file, const QString& password)
{
    work([profile = m_profile, path = localPathOf(file), password] { return stageRestore(profile, path, password); }, &SettingsModel::restoreEnded);
}

void SettingsModel::openFolder(const QString& folder) const { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }

QVariant SettingsModel::kept(const QString& name) const { return m_settings.value(QStringLiteral("interface.") + name); }
void SettingsModel::keep(const QString& name, const QVariant& value) { m_settings.setValue(QStringLiteral("interface.") + name, value); }

} // namespace surplus
