// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/bytes.h"
#include "services/common/store/database.h"

#include <QJsonObject>

namespace surplus {

/// The highest voucher of each channel of each machine, in the dashboard's history. Functions block on the file.
class HeldVouchers {
public:
    explicit HeldVouchers(Database& database) : m_database(database) { }

    /// Of each channel the highest is kept, and the most that was earned by it. Fails with "history.voucher".
    [[nodiscard]] Result<void> put(const MachineId& machine, const QJsonObject& channel);
    /// All, as the engines gave them, the highest first: also those of a machine that is gone.
    [[nodiscard]] Result<QList<QJsonObject>> all();

private:
    Database& m_database;
};

} // namespace surplus
