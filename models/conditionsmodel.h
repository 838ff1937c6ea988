// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/fleet/enginelink.h"

#include <QTimer>
#include <QVariantMap>
#include <qqmlintegration.h>

namespace surplus {

/// The rules that pause sharing, as the engine keeps them. Changes apply at once; what the engine refuses comes back as a
/// message.
class ConditionsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool available READ isAvailable NOTIFY changed)
    Q_PROPERTY(bool schedule READ hasSchedule NOTIFY changed)
    Q_PROPERTY(QString hours READ hours NOTIFY changed) ///< 168 of 1 and 0: Monday 00:00 first
    Q_PROPERTY(QString scheduleText READ scheduleText NOTIFY changed)
    Q_PROPERTY(int nowCell READ nowCell NOTIFY nowChanged) ///< the hour of the week that is now
    Q_PROPERTY(double nowFraction READ nowFraction NOTIFY nowChanged) ///< how much of it has passed
    Q_PROPERTY(bool battery READ onBattery NOTIFY changed)
    Q_PROPERTY(bool metered READ onMetered NOTIFY changed)
    Q_PROPERTY(bool hot READ onHot NOTIFY changed)
    Q_PROPERTY(int hotAbove READ hotAbove NOTIFY changed) ///< °C
    Q_PROPERTY(bool inUse READ onUse NOTIFY changed)
    Q_PROPERTY(int idleMinutes READ idleMinutes NOTIFY changed)
    Q_PROPERTY(QString programs READ programs NOTIFY changed) ///< with commas
    /// Why a rule can't be asked here, by the rule's reason; rules that can are absent.
    Q_PROPERTY(QVariantMap missing READ missing NOTIFY changed)
    Q_PROPERTY(QString temperature READ temperature NOTIFY changed) ///< °C now; empty: unknown
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
public:
    explicit ConditionsModel(EngineLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isAvailable() const { return m_link.status().has_value() && m_link.isReady(); }
    [[nodiscard]] bool hasSchedule() const { return rules().schedule; }
    [[nodiscard]] QString hours() const;
    [[nodiscard]] QString scheduleText() const;
    [[nodiscard]] int nowCell() const;
    [[nodiscard]] double nowFraction() const;
    [[nodiscard]] bool onBattery() const { return rules().battery; }
    [[nodiscard]] bool onMetered() const { return rules().metered; }
    [[nodiscard]] bool onHot() const { return rules().hot; }
    [[nodiscard]] int hotAbove() const { return rules().hotAbove; }
    [[nodiscard]] bool onUse() const { return rules().inUse; }
    [[nodiscard]] int idleMinutes() const { return rules().idleMinutes; }
    [[nodiscard]] QString programs() const { return rules().programs.join(QStringLiteral(", ")); }
    [[nodiscard]] QVariantMap missing() const;
    [[nodiscard]] QString temperature() const;
    [[nodiscard]] QString error() const { return m_error; }

    /// One of battery, metered, hot, inUse, schedule.
    Q_INVOKABLE void setRule(const QString& rule, bool on);
    Q_INVOKABLE void setNumber(const QString& name, int value);
    /// 168 of 1 and 0; switches the schedule on.
    Q_INVOKABLE void setHours(const QString& hours);
    Q_INVOKABLE void setNightsAndWeekends();
    Q_INVOKABLE void setPrograms(const QString& typed);
    Q_INVOKABLE void clearError();

Q_SIGNALS:
    void changed();
    void nowChanged();
    void errorChanged();

private:
    [[nodiscard]] const Rules& rules() const;
    [[nodiscard]] static QString missingText(const QString& rule);
    void set(const QJsonObject& params);

    EngineLink& m_link;
    QString m_error;
    QTimer m_minute;
};

} // namespace surplus
