// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/conditions/idletime.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <cstdlib>
#include <xcb/screensaver.h>

namespace surplus {

namespace {
const QString ConnectionName = QStringLiteral("surplus-idle");
constexpr int AnswerMs = 3'000;
constexpr qint64 CountEveryMs = 1'500; ///< shorter spans don't tell seconds from milliseconds
}

/// A connection to the X server of this session; its answers are collected with the next look.
class IdleTime::XServer {
public:
    static std::unique_ptr<XServer> open()
    {
        // Under Wayland the X server sees its own windows' input only.
        if (qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
            return nullptr;
        std::unique_ptr<XServer> server(new XServer);
        if (xcb_connection_has_error(server->m_connection))
            return nullptr;
        const xcb_query_extension_reply_t* extension = xcb_get_extension_data(server->m_connection, &xcb_screensaver_id);
        if (!extension || !extension->present)
            return nullptr;
        server->m_root = xcb_setup_roots_iterator(xcb_get_setup(server->m_connection)).data->root;
        return server;
    }
    ~XServer() { xcb_disconnect(m_connection); }
    XServer(const XServer&) = delete;
    XServer& operator=(const XServer&) = delete;

    /// Nothing if the server has gone. The X server is local: it answers at once.
    [[nodiscard]] std::optional<qint64> idleMs()
    {
        const auto cookie = xcb_screensaver_query_info(m_connection, m_root);
        const std::unique_ptr<xcb_screensaver_query_info_reply_t, decltype(&std::free)> reply(
            xcb_screensaver_query_info_reply(m_connection, cookie, nullptr), &std::free);
        return reply ? std::optional<qint64>(reply->ms_since_user_input) : std::nullopt;
    }

private:
    XServer() : m_connection(xcb_connect(nullptr, nullptr)) { }
    xcb_connection_t* m_connection;
    xcb_window_t m_root = 0;
};

IdleTime::IdleTime(QObject* parent) : QObject(parent), m_bus(QString()) { }
IdleTime::~IdleTime() { QDBusConnection::disconnectFromBus(ConnectionName); }

void IdleTime::look()
{
    if (!m_asking)
        ask(m_source == Source::None ? Source::Gnome : m_source);
}

void IdleTime::ask(Source source)
{
    m_asking = true;
    if (source == Source::X11) {
        if (!m_x)
            m_x = XServer::open();
        if (const auto idle = m_x ? m_x->idleMs() : std::nullopt) {
            answered(source, *idle);
        } else {
            m_x.reset();
            failed(source);
        }
        return;
    }
    if (!m_bus.isConnected() && !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) {
        QDBusConnection::disconnectFromBus(ConnectionName);
        m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, ConnectionName);
    }
    if (!m_bus.isConnected()) {
        failed(source);
        return;
    }
    const QDBusMessage call = source == Source::Gnome
        ? QDBusMessage::createMethodCall(QStringLiteral("org.gnome.Mutter.IdleMonitor"), QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core"),
              QStringLiteral("org.gnome.Mutter.IdleMonitor"), QStringLiteral("GetIdletime"))
        : QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("/org/freedesktop/ScreenSaver"),
              QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("GetSessionIdleTime"));
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, AnswerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, source] {
        watcher->deleteLater();
        const QDBusMessage reply = watcher->reply();
        const QVariant said = reply.type() == QDBusMessage::ReplyMessage ? reply.arguments().value(0) : QVariant();
        const int type = said.typeId(); // a number, not a text that looks like one
        if (type == QMetaType::UInt || type == QMetaType::ULongLong || type == QMetaType::Int || type == QMetaType::LongLong)
            answered(source, said.value<qint64>());
        else
            failed(source);
    });
}

void IdleTime::answered(Source source, qint64 count)
{
    m_asking = false;
    m_source = source;
    if (source != Source::Freedesktop) {
        m_fact = { count, {} };
        return;
    }
    if (!m_countsMs && m_lastCount >= 0 && count > m_lastCount && m_sinceCount.elapsed() >= CountEveryMs)
        m_countsMs = count - m_lastCount > m_sinceCount.elapsed() / 10;
    if (m_lastCount < 0 || count < m_lastCount || m_sinceCount.elapsed() >= CountEveryMs) {
        m_lastCount = count;
        m_sinceCount.start();
    }
    // Until it is known, the shorter of the two.
    m_fact = { m_countsMs.value_or(true) ? count : count * 1000, {} };
}

void IdleTime::failed(Source source)
{
    if (source == Source::Gnome) {
        ask(Source::X11);
    } else if (source == Source::X11) {
        ask(Source::Freedesktop);
    } else {
        m_asking = false;
        m_source = Source::None;
        m_fact = { std::nullopt, QStringLiteral("no desktop session tells how long it has been idle") };
    }
}

} // namespace surplus
