// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/torrentfile.h"

#include "services/common/bittorrent/torrenthost.h"

namespace surplus {

namespace {
constexpr int MaxTorrentBytes = 700 * 1024; // with 16,384 pieces and their layer it stays below
constexpr qint64 MaxContentBytes = 256LL * 1024 * 1024 * 1024;
constexpr int MaxPieces = 1 << 21;
constexpr int MaxDepth = 16;
constexpr int MaxTokens = 200'000;
}

Result<std::shared_ptr<lt::torrent_info>> readTorrent(const QByteArray& torrent, int mostBytes)
{
    lt::load_torrent_limits limits;
    limits.max_buffer_size = mostBytes;
    limits.max_pieces = MaxPieces;
    limits.max_decode_depth = MaxDepth;
    limits.max_decode_tokens = MaxTokens;
    try {
        auto info = std::make_shared<lt::torrent_info>(
            lt::span<const char>(torrent.constData(), torrent.size()), limits, lt::from_span);
        if (info->is_valid())
            return info;
        return failure(QStringLiteral("torrent.damaged"), QStringLiteral("it holds no files"));
    } catch (const std::exception& e) {
        return failure(QStringLiteral("torrent.damaged"), QString::fromUtf8(e.what()));
    }
}

Result<ContentStore::Described> describeTorrent(const QByteArray& torrent)
{
    const auto refuse = [](const QString& why) {
        return failure(QStringLiteral("torrent.refused"), QStringLiteral("The torrent is refused: %1.").arg(why));
    };
    if (torrent.isEmpty() || torrent.size() > MaxTorrentBytes)
        return refuse(QStringLiteral("it must have 1 to %1 bytes").arg(MaxTorrentBytes));
    const auto read = readTorrent(torrent, MaxTorrentBytes);
    if (!read)
        return refuse(QStringLiteral("it can't be read (%1)").arg(read.error().message));
    const lt::torrent_info& info = **read;
    if (!info.v2() || info.v1())
        return refuse(QStringLiteral("it must be a BitTorrent v2 torrent (BEP 52), not v1 and not hybrid"));
    const lt::file_storage& files = info.files();
    const lt::file_index_t only(0); // libtorrent may append a pad file, which holds nothing
    int real = 0;
    for (const lt::file_index_t index : files.file_range())
        real += files.pad_file_at(index) ? 0 : 1;
    if (real != 1 || files.pad_file_at(only))
        return refuse(QStringLiteral("it must hold exactly one file"));
    const QString name = QString::fromStdString(files.file_name(only).to_string());
    if (!Hash32::fromHex(name) || name.startsWith(QLatin1String("0x")) || name != name.toLower()
        || QString::fromStdString(files.file_path(only)) != name)
        return refuse(QStringLiteral("its file must be named by the SHA-256 of its content, in lower case"));
    const qint64 size = files.file_size(only);
    if (size < 1 || size > MaxContentBytes)
        return refuse(QStringLiteral("its content must have 1 byte to 256 GiB"));
    return ContentStore::Described { contentOf(info.info_hashes()), name, size };
}

} // namespace surplus
