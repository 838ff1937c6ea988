// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/publiccontent.h"

#include "services/engine/storage/storagedisk.h"
#include "services/engine/storage/torrentfile.h"

#include <QFileInfo>
#include <QLoggingCategory>
#include <QTimer>
#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/hex.hpp>

namespace surplus {

Q_LOGGING_CATEGORY(lcPublic, "surplus.storage.public")

namespace {
QString idOf(const lt::torrent_info& info)
{
    const auto& hashes = info.info_hashes();
    const std::string raw = hashes.has_v2() ? hashes.v2.to_string() : hashes.v1.to_string();
    return QString::fromLatin1(QByteArray::fromStdString(raw).toHex());
}

/// Other people's clients may insist on BitTorrent's message stream encryption: transmission over uTP gives up without.
/// Ours never use it, so it is refused as long as nothing is given away.
void allowObfuscation(TorrentHost& host, bool allowed)
{
    lt::settings_pack pack;
    pack.set_int(lt::settings_pack::in_enc_policy, allowed ? lt::settings_pack::pe_enabled : lt::settings_pack::pe_disabled);
    host.session().apply_settings(std::move(pack));
}
} // namespace

QList<Migration> PublicContent::migrations()
{
    return { { 4, R"(
        CREATE TABLE public_content(id TEXT PRIMARY KEY, folder TEXT NOT NULL, torrent BLOB NOT NULL);
    )" } };
}

Result<std::unique_ptr<PublicContent>> PublicContent::open(StoreWorker& store)
{
    std::unique_ptr<PublicContent> content(new PublicContent(store));
    using Rows = QList<QPair<QString, QByteArray>>;
    const auto rows = store.wait([](Database& db) {
        return db.read([&] {
            Rows found;
            Statement select = db.prepare("SELECT folder, torrent FROM public_content LIMIT 100");
            while (select.step())
                found.append({ select.text(0), select.blob(1) });
            return found;
        });
    });
    if (!rows)
        return tl::unexpected(rows.error());
    for (const auto& [folder, torrent] : *rows) {
        (void)content->m_disk.run([content = content.get(), torrent = torrent, folder = folder]() -> std::function<void()> {
            return [content, item = describe(torrent, folder)] {
                if (!item) { // a disk that is not there now: it stays in the list
                    qCWarning(lcPublic).noquote() << item.error().message;
                } else if (!content->m_items.contains(item->id)) {
                    content->m_items.insert(item->id, *item);
                    content->load(*item);
                }
            };
        });
    }
    return content;
}

Result<PublicContent::Item> PublicContent::describe(const QByteArray& torrent, const QString& folder)
{
    const auto info = readTorrent(torrent, MaxTorrentBytes);
    if (!info)
        return failure(QStringLiteral("public.torrent"), QStringLiteral("The torrent can't be used: %1.").arg(info.error().message));
    const lt::file_storage& files = (*info)->files();
    for (const lt::file_index_t index : files.file_range()) {
        if (files.pad_file_at(index))
            continue;
        const QString path = QString::fromStdString(files.file_path(index, folder.toStdString()));
        const QFileInfo file(path);
        if (!file.isFile() || file.size() != files.file_size(index))
            return failure(QStringLiteral("public.files"),
                QStringLiteral("%1 is not there or not %2 bytes long. Name the folder that holds what the torrent describes.")
                    .arg(path).arg(files.file_size(index)));
    }
    return Item { idOf(**info), QString::fromStdString((*info)->name()), folder, torrent, (*info)->total_size() };
}

void PublicContent::add(const QByteArray& torrent, const QString& folder, std::function<void(Result<Item>)> done)
{
    const auto silent = failure(QStringLiteral("public.files"),
        QStringLiteral("The disk that holds %1 doesn't answer. If it is a network drive, see whether its server is there. Nothing was changed.").arg(folder));
    const auto answered = std::make_shared<bool>(false);
    const bool taken = m_disk.run([this, torrent, folder, done, answered]() -> std::function<void()> {
        return [this, done, answered, item = describe(torrent, folder)] {
            if (!std::exchange(*answered, true))
                done(item ? take(*item) : item);
        };
    });
    const auto giveUp = [done, silent, answered] {
        if (!std::exchange(*answered, true))
            done(silent);
    };
    if (taken)
        QTimer::singleShot(StorageDisk::SilentMs, m_disk.receiver(), giveUp);
    else
        giveUp();
}

void PublicContent::settle() { (void)m_disk.settle(StorageDisk::StartMs); }

Result<PublicContent::Item> PublicContent::take(const Item& item)
{
    if (m_items.size() >= MaxItems && !m_items.contains(item.id))
        return failure(QStringLiteral("public.full"), QStringLiteral("At most %1 torrents are given away at once. Remove one first.").arg(MaxItems));
    const auto written = m_store.wait([&](Database& db) {
        return db.transact([&] {
            db.prepare("INSERT OR REPLACE INTO public_content VALUES(?,?,?)").bind(item.id, item.folder, item.torrent).run();
        });
    });
    if (!written)
        return tl::unexpected(written.error());
    unload(item.id);
    m_items.insert(item.id, item);
    load(item);
    return item;
}

Result<void> PublicContent::remove(const QString& id)
{
    if (!m_items.contains(id))
        return failure(QStringLiteral("public.unknown"), QStringLiteral("No content %1 is given away.").arg(id.left(80)));
    const auto written = m_store.wait([&](Database& db) {
        return db.transact([&] { db.prepare("DELETE FROM public_content WHERE id=?").bind(id).run(); });
    });
    if (!written)
        return written;
    unload(id);
    m_items.remove(id);
    return {};
}

void PublicContent::load(const Item& item)
{
    if (!m_host)
        return;
    const auto info = readTorrent(item.torrent, MaxTorrentBytes);
    if (!info)
        return;
    lt::add_torrent_params params;
    params.ti = *info;
    params.save_path = item.folder.toStdString();
    // Each piece is checked when it is first asked for, so that nothing is read before.
    params.flags = privateFlags() | lt::torrent_flags::seed_mode;
    lt::error_code error;
    const lt::torrent_handle handle = m_host->session().add_torrent(std::move(params), error);
    if (error)
        qCWarning(lcPublic).noquote() << item.name << "can't be given away:" << QString::fromStdString(error.message());
    else
        m_served.insert(item.id, handle);
}

void PublicContent::unload(const QString& id)
{
    if (const lt::torrent_handle handle = m_served.take(id); m_host && handle.is_valid())
        m_host->session().remove_torrent(handle);
}

void PublicContent::serve(TorrentHost* host)
{
    if (host == m_host)
        return;
    if (m_host) {
        for (const QString& id : m_served.keys())
            unload(id);
    }
    if (m_host)
        allowObfuscation(*m_host, false);
    m_host = host;
    if (m_host)
        allowObfuscation(*m_host, true);
    for (const Item& item : std::as_const(m_items))
        load(item);
}

} // namespace surplus
