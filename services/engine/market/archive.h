// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/clock.h"
#include "services/common/crypto/eip712.h"
#include "services/common/store/database.h"

#include <QSet>

namespace surplus {

/// The vouchers that were accepted, as MONEY.md's "Accepting a voucher", 6, keeps them: at most one a channel and minute (the
/// last), after 30 days the last per channel and quarter hour, the highest always, and with it the lowest that covers what is
/// earned. Used inside transactions on the store's thread; functions may throw StoreError.
class VoucherArchive {
public:
    /// SQL that makes ready for what this class asks; the table itself is older.
    static constexpr auto Schema = R"(
        CREATE INDEX vouchers_channel ON vouchers(channel, at);
        CREATE INDEX vouchers_cumulative ON vouchers(channel, cumulative);
        ALTER TABLE ledger ADD COLUMN thinned INTEGER NOT NULL DEFAULT 0;
    )";

    explicit VoucherArchive(Database& db) : m_db(db) { }

    /// Rows, and since the last count; counts them all.
    [[nodiscard]] qint64 count();
    /// Adds the highest voucher of `channel`; what the same minute holds of it goes, but for the lowest that covers `earned`
    /// (base units). `mayGrow`: false replaces an older one of the channel in any case. Gives by how many rows it grew.
    qint64 put(qint64 channel, const QByteArray& cumulative, const QByteArray& signature, const U256& earned, UtcMs now, bool mayGrow);
    /// The lowest voucher that covers `earned`: cumulative amount and signature.
    struct Kept {
        QByteArray cumulative;
        QByteArray signature;
    };
    [[nodiscard]] std::optional<Kept> covering(qint64 channel, const U256& earned);

    /// Thins out whole quarter hours that are older than `before`, oldest first, going on where it was; visits at most about
    /// `most` rows. Gives how many rows went.
    qint64 thin(UtcMs before, qint64 most);
    /// Channels of which there is more than reduce() leaves.
    [[nodiscard]] QSet<qint64> reducible();
    /// Leaves of `channel` just the highest and the lowest that covers `earned`. Gives how many rows went.
    qint64 reduce(qint64 channel, const U256& earned);

private:
    [[nodiscard]] qint64 coveringId(qint64 channel, const U256& earned);

    Database& m_db;
};

} // namespace surplus
