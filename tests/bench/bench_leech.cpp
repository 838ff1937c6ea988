// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches one torrent from one peer on loopback, with or without paying, and prints "SECONDS BYTES": from the first byte
// of payload to the last. The same session settings and the same clock for both, so that only the paying differs.
//   bench_leech plain FILE.torrent PORT DIR
//   bench_leech paid HOME NAME DIR
#include "services/customer/renting/payingpeer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>
#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/torrent_status.hpp>

namespace {
using namespace surplus;
constexpr int PollMs = 5;
constexpr int PatienceMs = 120'000;

[[noreturn]] void give_up(const QString& why)
{
    fprintf(stderr, "bench_leech: %s\n", qPrintable(why));
    exit(1);
}

void pause(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

void fetch(TorrentHost& host, const QByteArray& torrent, const QString& dir, quint16 port, const std::shared_ptr<FetchAccount>& account)
{
    lt::add_torrent_params params;
    params.ti = std::make_shared<lt::torrent_info>(lt::span<const char>(torrent.constData(), torrent.size()), lt::from_span);
    params.save_path = dir.toStdString();
    params.flags = privateFlags();
    if (account)
        params.extensions.emplace_back([account](const lt::torrent_handle&, const lt::client_data_t&) { return makePayingTorrent(account); });
    lt::torrent_handle handle = host.session().add_torrent(std::move(params));
    QElapsedTimer patience;
    QElapsedTimer transfer;
    patience.start();
    lt::torrent_status status;
    do {
        if (patience.elapsed() > PatienceMs)
            give_up(QStringLiteral("not done in time"));
        if (status.num_peers == 0)
            handle.connect_peer({ boost::asio::ip::make_address("127.0.0.1"), port });
        pause(PollMs);
        status = handle.status();
        if (!transfer.isValid() && status.total_payload_download > 0)
            transfer.start();
    } while (!status.is_seeding);
    printf("%.4f %lld\n", static_cast<double>(transfer.nsecsElapsed()) / 1e9, static_cast<long long>(status.total_payload_download));
}
} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        give_up(QStringLiteral("four arguments are needed"));
    if (arguments[1] == QLatin1String("plain")) {
        QFile file(arguments[2]);
        if (!file.open(QIODevice::ReadOnly))
            give_up(file.errorString());
        TorrentHost host(QHostAddress(QHostAddress::LocalHost), 0, TorrentHost::Dials::Yes);
        fetch(host, file.readAll(), arguments[4], arguments[3].toUShort(), nullptr);
        return 0;
    }
    auto purse = Purse::open(arguments[2]);
    const auto file = (*purse)->file(arguments[3]);
    if (!file)
        give_up(file.error().message);
    ProviderSession session(**purse, *ProviderAddress::parse(file->provider));
    if (auto opened = session.open(); !opened)
        give_up(opened.error().message);
    const auto port = session.call(QStringLiteral("content.open"),
        { { QStringLiteral("lease"), file->lease.id.hex() }, { QStringLiteral("received"), QString::number(file->received) } });
    if (!port)
        give_up(port.error().message);
    TorrentHost host(QHostAddress(QHostAddress::LocalHost), 0, TorrentHost::Dials::Yes);
    const auto account = std::make_shared<FetchAccount>(session, *file, std::nullopt, host.network());
    fetch(host, file->torrent, arguments[4], static_cast<quint16>(port->value(u"port").toInt()), account);
    account->stop();
    const auto paid = session.pay(file->lease.id, account->due(), account->receivedInAll(), account->keepDue());
    return paid ? 0 : 1;
}
