// SPDX-License-Identifier: GPL-3.0-or-later
// surplusd: shares this machine's resources, without a user interface.
#include "services/common/api/methods.h"
#include "services/common/cli/program.h"
#include "services/common/core/unixsignals.h"
#include "services/engine/node/engine.h"

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
constexpr int CouldNotStart = 2;

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
    return CouldNotStart;
}

int run(const surplus::cli::Line& line)
{
    using namespace surplus;
    if (line.has("--openrpc")) {
        QTextStream(stdout) << QJsonDocument(openRpcDocument(QStringLiteral("Surplus control API"), QStringLiteral(SURPLUS_VERSION), controlApi())).toJson();
        return 0;
    }
    const QString data = line.has("--data") ? QFile::decodeName(line.bytes("--data"))
                                            : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/surplus/engine");
    QString configPath = QFile::decodeName(line.bytes("--config"));
    if (configPath.isEmpty() && QFile::exists(data + QStringLiteral("/config.json")))
        configPath = data + QStringLiteral("/config.json");
    EngineConfig config;
    if (!configPath.isEmpty()) {
        auto read = EngineConfig::fromFile(configPath);
        if (!read)
            return refuse(read.error());
        config = *read;
    }
    if (line.has("--check-config")) {
        QTextStream(stdout) << (configPath.isEmpty() ? QStringLiteral("No configuration file; the defaults are used.\n")
                                                     : QStringLiteral("%1 is usable.\n").arg(configPath));
        return 0;
    }
    if (geteuid() == 0 && !line.has("--allow-root"))
        return refuse({ QStringLiteral("root"),
            QStringLiteral("Refusing to run as root: strangers' data passes through this program. Start it as an ordinary "
                           "user, or pass --allow-root in a container that has no other.") });

    auto dir = DataDir::open(data);
    if (!dir)
        return refuse(dir.error());
    const SystemClock clock;
    Log log((*dir)->path() + QStringLiteral("/logs/surplusd.log"), !line.has("--quiet"));
    auto engine = Engine::start(config, std::move(*dir), clock, log);
    if (!engine)
        return refuse(engine.error());
    const UnixSignals signals;
    QObject::connect(&signals, &UnixSignals::terminate, qApp, &QCoreApplication::quit);
    QObject::connect(engine->get(), &Engine::stopRequested, qApp, &QCoreApplication::quit);
    const int code = QCoreApplication::exec();
    if (!(*engine)->close()) {
        std::fflush(nullptr);
        std::_Exit(code); // what hangs in the disk refers to what would be destroyed
    }
    engine->reset();
    return code;
}
} // namespace

int main(int argc, char** argv)
{
    using namespace surplus;
    umask(0077);
    allowDescriptors();
    returnMemory();
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("surplusd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SURPLUS_VERSION));
    cli::Program program("surplusd", "share this machine's resources", "Shares this machine's resources.",
        { { 0, "stopped on request" }, { cli::Program::Misused, "wrong usage" }, { CouldNotStart, "could not start (the reason is on standard error)" } });
    cli::Command root = program.root();
    root.option("--data", "DIR", "Keep identity, ledger and log there. Without it: surplus/engine where the user's data lie (~/.local/share).");
    root.option("--config", "FILE", "Read this configuration. Without it: config.json in the data directory, if there is one.");
    root.flag("--check-config", "Say whether the configuration is usable, and exit.");
    root.flag("--openrpc", "Print the OpenRPC description of the control API, and exit.");
    root.flag("--allow-root", "Run although this is the root account (containers).");
    root.flag("--quiet", "Log to the file only.");
    root.does(run);
    return program.run(argc, argv);
}
