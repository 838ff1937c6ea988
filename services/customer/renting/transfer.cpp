// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/customer/renting/transfer.h"

#include "services/common/core/posted.h"
#include "services/common/crypto/keccak.h"
#include "services/customer/renting/payingpeer.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/alert_types.hpp>
#include <libtorrent/bencode.hpp>
#include <libtorrent/create_torrent.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/torrent_status.hpp>

namespace surplus {

namespace {
constexpr int PollMs = 50;
constexpr int UnconnectedMs = 30'000; // without any connection before it is given up
constexpr std::int64_t MaxPieces = 8192; // keeps a torrent with its piece layer below half a MiB

int pieceSizeFor(std::int64_t size)
{
    int piece = 64 * 1024;
    while (size / piece > MaxPieces)
        piece *= 2;
    return piece;
}

/// Dials the provider's content port, unless the market session is gone and with it the address.
void dial(const lt::torrent_handle& handle, const ProviderSession& session, quint16 port)
{
    boost::system::error_code malformed;
    const auto address = boost::asio::ip::make_address(session.peerAddress().toString().toStdString(), malformed);
    if (!malformed)
        handle.connect_peer({ address, port });
}

lt::add_torrent_params paramsFor(const QByteArray& torrent, const QString& dir, const std::shared_ptr<FetchAccount>& account)
{
    lt::add_torrent_params params;
    lt::error_code error;
    params.ti = std::make_shared<lt::torrent_info>(lt::span<const char>(torrent.constData(), torrent.size()), error, lt::from_span);
    params.save_path = dir.toStdString();
    params.flags = privateFlags();
    params.storage_mode = lt::storage_mode_allocate; // a full disk is an error then, and not a SIGBUS in a mapped hole
    params.extensions.emplace_back(Posted([account](const lt::torrent_handle&, const lt::client_data_t&) { return makePayingTorrent(account); }));
    return params;
}

void pause(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}
} // namespace

Result<QByteArray> makeTorrent(const QString& dir, const QString& file)
{
    lt::file_storage files;
    lt::add_files(files, (dir + u'/' + file).toStdString());
    lt::create_torrent creator(files, pieceSizeFor(files.total_size()), lt::create_torrent::v2_only);
    lt::error_code error;
    lt::set_piece_hashes(creator, dir.toStdString(), error);
    if (error)
        return failure(QStringLiteral("torrent.create"),
            QStringLiteral("Can't hash %1/%2: %3.").arg(dir, file, QString::fromStdString(error.message())));
    std::vector<char> out;
    lt::bencode(std::back_inserter(out), creator.generate());
    return QByteArray(out.data(), static_cast<qsizetype>(out.size()));
}

Result<void> fillLease(ProviderSession& session, const StoredFile& file, const QString& dir, quint16 port,
    const std::function<Result<bool>()>& stored, int timeoutMs)
{
    // libtorrent dials from the address it listens on: the one that the market session uses.
    TorrentHost host(session.localAddress(), 0, TorrentHost::Dials::Yes);
    const auto account = std::make_shared<FetchAccount>(session, file, file.paid, host.network()); // filling costs nothing
    lt::add_torrent_params params = paramsFor(file.torrent, dir, account);
    params.flags |= lt::torrent_flags::seed_mode;
    lt::torrent_handle handle = host.session().add_torrent(std::move(params));
    QElapsedTimer elapsed;
    QElapsedTimer sinceConnected;
    elapsed.start();
    sinceConnected.start();
    while (elapsed.elapsed() < timeoutMs && sinceConnected.elapsed() < UnconnectedMs) {
        if (handle.status().num_peers == 0)
            dial(handle, session, port);
        else
            sinceConnected.restart();
        pause(200);
        const auto done = stored();
        if (!done)
            return tl::unexpected(done.error());
        if (*done)
            return {};
    }
    if (sinceConnected.elapsed() >= UnconnectedMs)
        return failure(QStringLiteral("fill.unreachable"),
            QStringLiteral("The provider answers, but its content port %1 can't be reached. Its router or firewall may block it.").arg(port));
    return failure(QStringLiteral("fill.timeout"),
        QStringLiteral("The provider did not take the whole file in time. Put the same file again to go on."));
}

namespace {
/// Nothing if it came whole.
std::optional<Error> fetchInto(TorrentHost& host, const std::shared_ptr<FetchAccount>& account, ProviderSession& session,
    const StoredFile& file, const QString& dir, quint16 port, const FetchLimits& limits)
{
    const auto failure = [](const QString& code, const QString& message) { return Error { code, message }; };
    lt::torrent_handle handle = host.session().add_torrent(paramsFor(file.torrent, dir, account));
    QElapsedTimer sinceProgress;
    sinceProgress.start();
    qint64 lastCount = -1;
    bool finished = false;
    bool known = false;
    while (sinceProgress.elapsed() < limits.stallMs) {
        const lt::torrent_status status = handle.status();
        finished = status.is_seeding;
        // On a full disk libtorrent stops asking for more and leaves it at that.
        if (status.errc || (status.flags & lt::torrent_flags::upload_mode)) {
            account->stop();
            return failure(QStringLiteral("fetch.disk"),
                QStringLiteral("What came of %1 can't be written to %2 (%3). Make room and run it again; what came is kept.")
                    .arg(file.name, dir, status.errc ? QString::fromStdString(status.errc.message()) : QStringLiteral("the disk is full")));
        }
        const bool checking = status.state == lt::torrent_status::checking_files
            || status.state == lt::torrent_status::checking_resume_data;
        if (finished && account->isSettled())
            break;
        if (!checking && !std::exchange(known, true))
            host.network()->post([account, pieces = status.pieces] { account->setHave(pieces); });
        if (!checking && status.num_peers == 0 && !finished)
            dial(handle, session, port);
        if (finished && status.num_peers == 0)
            break; // two seeds part; what is left to pay goes over the market session
        if (account->received() != lastCount || checking) {
            lastCount = account->received();
            sinceProgress.restart();
        }
        if ((account->isOverBudget() && sinceProgress.elapsed() > 2000) || account->failure())
            break;
        pause(PollMs);
    }
    account->stop();
    if (const auto error = account->failure())
        return *error;
    if (!finished && account->isOverBudget())
        return failure(QStringLiteral("fetch.budget"),
            QStringLiteral("What may be spent on %1 is spent after %2 of %3 bytes. What came is kept; run it again with a higher "
                           "--budget or --max-spend to go on.").arg(file.name).arg(account->received()).arg(file.seal.sealedSize));
    if (const qint64 disputed = account->disputed(); !finished && disputed > 0)
        return failure(QStringLiteral("fetch.disputed"),
            QStringLiteral("The provider waits to be paid for %1 bytes of %2 that were sent when earlier fetches were cut off, and that this computer has no record of. "
                           "Nothing was promised for them. It forgives a part each day: try again tomorrow. What came is kept.").arg(disputed).arg(file.name));
    if (!finished)
        return failure(QStringLiteral("fetch.stalled"),
            QStringLiteral("No data for %1 came for %2 s. The provider may be paused or gone; try again later. What came is kept.")
                .arg(file.name).arg(limits.stallMs / 1000));
    return std::nullopt;
}
} // namespace

Result<void> fetchContent(
    ProviderSession& session, const StoredFile& file, const QString& dir, quint16 port, const FetchLimits& limits)
{
    TorrentHost host(session.localAddress(), 0, TorrentHost::Dials::Yes);
    const auto account = std::make_shared<FetchAccount>(session, file, limits.budget, host.network());
    const auto failed = fetchInto(host, account, session, file, dir, port, limits);
    // What is on its way when we hang up was sent and never counted.
    // What came after the last voucher is paid if the provider asks for it: it may have forgotten it in a crash.
    const qint64 lost = account->lost()
        + (failed ? std::min(FetchAccount::InFlightBytes, file.seal.sealedSize) + std::min(account->received(), FetchAccount::MostVoucherBytes) : 0);
    if (auto noted = session.purse().endFetch(file.id, failed ? 0 : account->receivedInAll(), lost); !noted)
        return noted;
    if (failed)
        return tl::unexpected(*failed);
    Amount due = account->due();
    if (limits.budget)
        due = std::min(due, std::max(*limits.budget, file.paid));
    return session.pay(file.lease.id, due, account->receivedInAll(), std::min(due, account->keepDue()));
}

} // namespace surplus
