// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/bittorrent/torrenthost.h"

#include "services/common/bittorrent/hashrequests.h"

#include <QtEndian>
#include <chrono>
#include <libtorrent/address.hpp>
#include <libtorrent/alert.hpp>
#include <libtorrent/ip_filter.hpp>
#include <libtorrent/peer_class.hpp>
#include <libtorrent/session_params.hpp>
#include <libtorrent/torrent_flags.hpp>
#include <limits>

namespace surplus {

namespace {
constexpr char ExtendedMessage = 20; // BEP 10

/// As libtorrent wants to be told where to listen.
std::string interfaces(const QHostAddress& listen, quint16 port)
{
    const QString end = u':' + QString::number(port);
    if (listen == QHostAddress(QHostAddress::Any))
        return (QStringLiteral("0.0.0.0") + end + QStringLiteral(",[::]") + end).toStdString();
    const bool v6 = listen.protocol() == QAbstractSocket::IPv6Protocol;
    return ((v6 ? u'[' + listen.toString() + u']' : listen.toString()) + end).toStdString();
}

lt::session_params parameters(const QHostAddress& listen, quint16 port, TorrentHost::Dials dials)
{
    lt::settings_pack pack;
    pack.set_str(lt::settings_pack::listen_interfaces, interfaces(listen, port));
    pack.set_str(lt::settings_pack::user_agent, "surplus");
    pack.set_int(lt::settings_pack::max_retry_port_bind, 0); // another port would be one that nobody was told
    for (const int off : { int(lt::settings_pack::enable_dht), int(lt::settings_pack::enable_lsd),
             int(lt::settings_pack::enable_upnp), int(lt::settings_pack::enable_natpmp) })
        pack.set_bool(off, false);
    pack.set_bool(lt::settings_pack::enable_outgoing_utp, false);
    pack.set_bool(lt::settings_pack::enable_outgoing_tcp, dials == TorrentHost::Dials::Yes);
    // There is one provider to dial: who was sent away, or cut off, dials again at once, and not after a minute or never.
    pack.set_int(lt::settings_pack::min_reconnect_time, 1);
    pack.set_int(lt::settings_pack::max_failcount, std::numeric_limits<int>::max());
    pack.set_bool(lt::settings_pack::allow_multiple_connections_per_ip, true);
    pack.set_int(lt::settings_pack::in_enc_policy, lt::settings_pack::pe_disabled);
    pack.set_int(lt::settings_pack::out_enc_policy, lt::settings_pack::pe_disabled);
    // One peer is stopped and resumed by choking it: nothing else may choke.
    pack.set_int(lt::settings_pack::choking_algorithm, lt::settings_pack::fixed_slots_choker);
    pack.set_int(lt::settings_pack::unchoke_slots_limit, -1);
    pack.set_int(lt::settings_pack::allowed_fast_set_size, 0);
    // What is in the send buffer when credit ends is the overshoot.
    pack.set_int(lt::settings_pack::send_buffer_watermark, TorrentHost::SendBuffer);
    // More threads only take turns: 2 against libtorrent's 10 saved a fifth of the CPU time on two cores.
    pack.set_int(lt::settings_pack::aio_threads, 2);
    pack.set_int(lt::settings_pack::active_limit, -1);
    pack.set_int(lt::settings_pack::active_seeds, -1);
    pack.set_int(lt::settings_pack::connections_limit, 500);
    pack.set_int(lt::settings_pack::alert_mask,
        lt::alert_category::error | lt::alert_category::status | lt::alert_category::storage);
    pack.set_int(lt::settings_pack::alert_queue_size, 4000);
    return lt::session_params(pack, {});
}
} // namespace

TorrentHost::TorrentHost(const QHostAddress& listen, quint16 port, Dials dials)
{
    m_core->session = std::make_unique<lt::session>(parameters(listen, port, dials), m_core->io);
    session().add_extension([](const lt::torrent_handle&, const lt::client_data_t&) { return makeHashlessTorrent(); });
    m_thread = std::thread([core = m_core] {
        core->io.run();
        core->ended.set_value();
    });
    // libtorrent leaves local addresses out of the limits unless it is told otherwise.
    lt::ip_filter everybody;
    const std::uint32_t limited = 1U << static_cast<std::uint32_t>(lt::session::global_peer_class_id);
    everybody.add_rule(lt::address_v4::any(), lt::address_v4::broadcast(), limited);
    everybody.add_rule(lt::address_v6::any(), lt::make_address_v6("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), limited);
    session().set_peer_class_filter(everybody);
}

TorrentHost::~TorrentHost()
{
    while (m_thread.joinable())
        (void)close(std::numeric_limits<int>::max());
}

bool TorrentHost::close(int ms)
{
    if (!m_thread.joinable())
        return true;
    m_network->close();
    session().set_alert_notify({});
    m_core->closing = session().abort();
    m_core->session.reset();
    m_core->work.reset(); // run() returns once the session's last handler has run
    if (m_core->ended.get_future().wait_for(std::chrono::milliseconds(ms)) != std::future_status::ready) {
        m_thread.detach();
        return false;
    }
    m_thread.join();
    return true;
}

QHostAddress toQt(const lt::address& address)
{
    if (address.is_v4())
        return QHostAddress(address.to_v4().to_uint());
    const auto v6 = address.to_v6();
    if (v6.is_v4_mapped())
        return QHostAddress(boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, v6).to_uint());
    return QHostAddress(v6.to_bytes().data());
}

InfoHash contentOf(const lt::info_hash_t& hashes)
{
    return InfoHash::fromRaw(QByteArrayView(hashes.v2.data(), 32)).value_or(InfoHash());
}

lt::torrent_flags_t privateFlags()
{
    return lt::torrent_flags::disable_dht | lt::torrent_flags::disable_lsd | lt::torrent_flags::disable_pex
        | lt::torrent_flags::override_trackers | lt::torrent_flags::override_web_seeds;
}

void writePeerGreeting(lt::entry& handshake, const Hash32& nonce)
{
    handshake["m"][PeerExtensionName] = PeerMessageId;
    handshake[PeerNonceKey] = std::string(nonce.data(), Hash32::Size);
}

std::optional<PeerGreeting> readPeerGreeting(const lt::bdecode_node& handshake)
{
    const lt::bdecode_node messages = handshake.dict_find_dict("m");
    const auto id = messages ? messages.dict_find_int_value(PeerExtensionName, 0) : 0;
    const auto text = handshake.dict_find_string_value(PeerNonceKey);
    const auto nonce = Hash32::fromRaw(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    if (id < 1 || id > 255 || !nonce)
        return std::nullopt;
    return PeerGreeting { static_cast<int>(id), *nonce };
}

void sendPeerMessage(lt::peer_connection_handle& peer, int remoteId, const PeerMessage& message)
{
    if (remoteId == 0 || peer.is_disconnecting())
        return;
    const QByteArray body = encodePeerMessage(message);
    QByteArray frame(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(body.size() + 2), frame.data());
    frame += ExtendedMessage;
    frame += static_cast<char>(remoteId);
    frame += body;
    peer.send_buffer(frame.constData(), static_cast<int>(frame.size()));
}

} // namespace surplus
