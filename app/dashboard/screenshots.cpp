// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboard/screenshots.h"

#include <QDir>
#include <QEventLoop>
#include <QImage>
#include <QTimer>

namespace surplus {

namespace {
void wait(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}
constexpr int SettleMs = 400; // models answer, layouts settle
}

QStringList takeScreenshots(QQuickWindow& window, AppModel& app, const QString& dir)
{
    QStringList failed;
    const QString page = app.page();
    const QString theme = app.settings()->theme();
    const QSize before = window.size();
    QDir().mkpath(dir);
    for (const QSize size : { QSize(1280, 800), QSize(960, 600) }) {
        window.resize(size);
        for (const QString& name : AppModel::pages()) {
            for (const QString& scheme : { QStringLiteral("light"), QStringLiteral("dark") }) {
                app.setPage(name);
                app.settings()->setTheme(scheme);
                wait(SettleMs);
                const QString file = QStringLiteral("%1/%2-%3%4.png").arg(dir, name, scheme, size.width() < 1100 ? QStringLiteral("-small") : QString());
                if (!window.grabWindow().save(file))
                    failed.append(file);
            }
        }
    }
    app.settings()->setTheme(theme);
    app.setPage(page);
    window.resize(before);
    return failed;
}

} // namespace surplus
