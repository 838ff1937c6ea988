// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dashboard/demo/demonetwork.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QProcess>
#include <QTimer>
#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace surplus {

Q_LOGGING_CATEGORY(lcDemo, "surplus.demo")

DemoNetwork::DemoNetwork(QString program, QString dir, QObject* parent)
    : QObject(parent), m_program(std::move(program)), m_dir(std::move(dir))
{
}

DemoNetwork::~DemoNetwork() { stop(); }

void DemoNetwork::start(const QString& provider)
{
    if (std::exchange(m_started, true))
        return;
    for (int number = 1; number <= Customers; ++number)
        spawn(number, provider);
}

void DemoNetwork::spawn(int number, const QString& provider)
{
    auto customer = std::make_unique<QProcess>();
    const QString home = m_dir + QStringLiteral("/customer-%1").arg(number);
    QDir().mkpath(home);
    customer->setProgram(m_program);
    customer->setArguments({ QStringLiteral("exercise"), QStringLiteral("--home"), home, QStringLiteral("--provider"), provider,
        QStringLiteral("--size"), QString::number(4'000'000 * number), QStringLiteral("--every"), QString::number(2 + number),
        QStringLiteral("--max-price"), QStringLiteral("1000000") }); // nothing of it is real money
    customer->setStandardOutputFile(QProcess::nullDevice());
    customer->setStandardErrorFile(home + QStringLiteral("/log.txt"), QIODevice::Truncate);
    const pid_t parent = getpid();
    customer->setChildProcessModifier([parent] {
        prctl(PR_SET_PDEATHSIG, SIGTERM); // a dashboard that is killed leaves no customer behind
        if (getppid() != parent)
            _exit(0);
    });
    connect(customer.get(), &QProcess::finished, this, [number](int code) { qCInfo(lcDemo).noquote() << "customer" << number << "ended with" << code; });
    customer->start();
    m_customers.push_back(std::move(customer));
}

void DemoNetwork::stop()
{
    for (const auto& customer : m_customers) {
        customer->disconnect(this);
        customer->terminate();
    }
    for (const auto& customer : m_customers) {
        if (customer->state() != QProcess::NotRunning && !customer->waitForFinished(2000)) {
            customer->kill();
            customer->waitForFinished(1000);
        }
    }
    m_customers.clear();
    m_started = false;
}

QByteArray DemoNetwork::engineConfig(const QString& folder)
{
    const QJsonObject storage { { QStringLiteral("folder"), folder }, { QStringLiteral("limit"), 2'000'000'000 },
        { QStringLiteral("enabled"), true }, { QStringLiteral("keepPrice"), QStringLiteral("50") },
        { QStringLiteral("retrievePrice"), QStringLiteral("20") } };
    const QJsonObject credit { { QStringLiteral("serveUnfunded"), true }, { QStringLiteral("loopbackApart"), true },
        { QStringLiteral("unfundedPerCustomer"), QStringLiteral("100000") },
        { QStringLiteral("unfundedPerAddress"), QStringLiteral("200000") },
        { QStringLiteral("unfundedTotal"), QStringLiteral("200000") } };
    return QJsonDocument(QJsonObject { { QStringLiteral("listen"), QStringLiteral("127.0.0.1") },
                             { QStringLiteral("storage"), storage }, { QStringLiteral("credit"), credit } }).toJson();
}

} // namespace surplus
