// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's index with rows that somebody else wrote: it is read, or refused in words.
#include "services/customer/paying/purse.h"

#include <QTemporaryDir>
#include <cstdlib>

namespace {
using namespace surplus;

struct Home {
    QTemporaryDir dir { QStringLiteral("/dev/shm/fuzz-index-XXXXXX") };
    std::unique_ptr<Purse> purse = std::move(*Purse::open(dir.path()));
    std::unique_ptr<Database> rows = std::move(*Database::open(dir.filePath(QStringLiteral("customer.db")), Database::Durability::Normal, { { 1, "" }, { 2, "" }, { 3, "" } }));
};
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static Home home;
    // Two bytes of length before each column.
    std::size_t at = 0;
    const auto next = [&] {
        if (at + 2 > size)
            return QByteArray();
        const std::size_t length = std::min<std::size_t>(data[at] | data[at + 1] << 8, size - at - 2);
        const QByteArray bytes(reinterpret_cast<const char*>(data + at + 2), static_cast<qsizetype>(length));
        at += 2 + length;
        return bytes;
    };
    const auto text = [&] { return QString::fromUtf8(next()); };
    const QString lease = text();
    const QString name = text();
    const auto written = home.rows->transact([&] {
        home.rows->run("DELETE FROM files");
        home.rows->prepare("INSERT INTO files(id, name, provider, key, nonce, plain_hash, sealed_hash, plain_size, sealed_size, lease, lease_id, "
                           "torrent, state, created, received, kept_seconds, audits_passed, audits_failed) VALUES(1,?,?,?,?,?,?,?,?,?,?,?,?,0,?,?,0,0)")
            .bind(name, text(), next(), next(), next(), next(), next(), next(), lease, next(), next(), text(), next(), next()).run();
    });
    if (!written)
        return 0;
    const auto files = home.purse->files();
    if (!files && files.error().message.isEmpty())
        std::abort();
    const auto one = home.purse->file(QStringLiteral("1"));
    if (one && (one->seal.sealedSize < 1 || one->received < 0 || one->lease.id.isNull()))
        std::abort();
    (void)home.purse->file(name);
    (void)home.purse->leaf(1, static_cast<qint64>(size));
    return 0;
}
