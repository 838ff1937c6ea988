// SPDX-License-Identifier: GPL-3.0-or-later
// surplusd: shares this machine's resources, without a user interface.
#include "services/common/api/methods.h"
#include "services/common/core/unixsignals.h"
#include "services/engine/node/engine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTextStream>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#if defined(__GLIBC__)
#include <malloc.h>
#endif
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {
/// Sessions, those who wait at both doors, and BitTorrent's peers are bounded, and together more than the usual 1,024.
void allowDescriptors()
{
    constexpr rlim_t Enough = 4096;
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= Enough)
        return;
    limit.rlim_cur = std::min(limit.rlim_max, Enough);
    (void)setrlimit(RLIMIT_NOFILE, &limit);
}

/// What a large message took goes back to the system. The C library would raise this bound with each of them, and then keep
/// what lies between them.
void returnMemory()
{
#if defined(__GLIBC__)
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    mallopt(M_TRIM_THRESHOLD, 256 * 1024);
#endif
}

int refuse(const surplus::Error& error)
{
    QTextStream(stderr) << "surplusd: " << error.message << '\n';
    return 2;
}
} // namespace

int main(int argc, char** argv)
{
    using namespace surplus;
    umask(0077);
    allowDescriptors();
    returnMemory();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("surplusd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SURPLUS_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Shares this machine's resources.\n\nExit codes: 0 stopped on request, 2 could not start (the reason is on standard error)."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption dataOption(QStringLiteral("data"), QStringLiteral("Keep identity, ledger and log in <dir>."), QStringLiteral("dir"),
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/surplus/engine"));
    const QCommandLineOption configOption(QStringLiteral("config"), QStringLiteral("Read <file>; without it DATA/config.json if there is one."), QStringLiteral("file"));
    const QCommandLineOption checkOption(QStringLiteral("check-config"), QStringLiteral("Say whether the configuration is usable, and exit."));
    const QCommandLineOption openrpcOption(QStringLiteral("openrpc"), QStringLiteral("Print the OpenRPC description of the control API, and exit."));
    const QCommandLineOption rootOption(QStringLiteral("allow-root"), QStringLiteral("Run although this is the root account (containers)."));
    const QCommandLineOption quietOption(QStringLiteral("quiet"), QStringLiteral("Log to the file only."));
    parser.addOptions({ dataOption, configOption, checkOption, openrpcOption, rootOption, quietOption });
    parser.process(app);

    if (parser.isSet(openrpcOption)) {
        QTextStream(stdout) << QJsonDocument(openRpcDocument(QStringLiteral("Surplus control API"), QStringLiteral(SURPLUS_VERSION), controlApi())).toJson();
        return 0;
    }
    const QString data = parser.value(dataOption);
    QString configPath = parser.value(configOption);
    if (configPath.isEmpty() && QFile::exists(data + QStringLiteral("/config.json")))
        configPath = data + QStringLiteral("/config.json");
    EngineConfig config;
    if (!configPath.isEmpty()) {
        auto read = EngineConfig::fromFile(configPath);
        if (!read)
            return refuse(read.error());
        config = *read;
    }
    if (parser.isSet(checkOption)) {
        QTextStream(stdout) << (configPath.isEmpty() ? QStringLiteral("No configuration file; the defaults are used.\n")
                                                     : QStringLiteral("%1 is usable.\n").arg(configPath));
        return 0;
    }
    if (geteuid() == 0 && !parser.isSet(rootOption))
        return refuse({ QStringLiteral("root"),
            QStringLiteral("Refusing to run as root: strangers' data passes through this program. Start it as an ordinary "
                           "user, or pass --allow-root in a container that has no other.") });

    auto dir = DataDir::open(data);
    if (!dir)
        return refuse(dir.error());
    const SystemClock clock;
    Log log((*dir)->path() + QStringLiteral("/logs/surplusd.log"), !parser.isSet(quietOption));
    auto engine = Engine::start(config, std::move(*dir), clock, log);
    if (!engine)
        return refuse(engine.error());
    const UnixSignals signals;
    QObject::connect(&signals, &UnixSignals::terminate, &app, &QCoreApplication::quit);
    QObject::connect(engine->get(), &Engine::stopRequested, &app, &QCoreApplication::quit);
    const int code = QCoreApplication::exec();
    if (!(*engine)->close()) {
        std::fflush(nullptr);
        std::_Exit(code); // what hangs in the disk refers to what would be destroyed
    }
    engine->reset();
    return code;
}
