// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/engine/conditions/computer.h"

#include <QDBusConnection>
#include <QElapsedTimer>
#include <QObject>
#include <memory>

namespace surplus {

/// How long nobody has touched the computer, from whatever tells it in this session: GNOME's idle monitor, the X server's
/// screen saver extension, or the freedesktop screen saver interface. Nothing waits for the bus.
class IdleTime : public QObject {
    Q_OBJECT
public:
    explicit IdleTime(QObject* parent = nullptr);
    ~IdleTime() override;

    void look();
    [[nodiscard]] const Fact<qint64>& fact() const { return m_fact; }

private:
    class XServer;
    enum class Source { None, Gnome, X11, Freedesktop };
    void ask(Source source);
    void answered(Source source, qint64 count);
    void failed(Source source);

    QDBusConnection m_bus;
    std::unique_ptr<XServer> m_x;
    Source m_source = Source::None; ///< what answered last
    bool m_asking = false;
    // The freedesktop interface counts seconds by its text and milliseconds in some desktops: what it grew by tells.
    QElapsedTimer m_sinceCount;
    qint64 m_lastCount = -1;
    std::optional<bool> m_countsMs;
    Fact<qint64> m_fact { std::nullopt, QStringLiteral("not asked yet") };
};

} // namespace surplus
