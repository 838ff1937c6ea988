// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/cli/line.h"
#include "services/common/core/log.h"
#include "services/customer/commands/commands.h"
#include "services/customer/renting/renter.h"

#include <QJsonObject>
#include <memory>

namespace surplus::customer {

/// Whose command it is, and how it is told what came of it.
class Customer {
public:
    explicit Customer(const cli::Line& line);

    /// The purse of --home, on the chain of --chain. False, and said why, if there is none; the exit code is ExitFailed then.
    [[nodiscard]] bool open();
    [[nodiscard]] Purse& purse() { return *m_purse; }
    [[nodiscard]] const cli::Line& line() const { return m_line; }

    [[nodiscard]] QString withSymbol(Amount amount) const;
    /// What the next word of ours is to be followed by, on standard error.
    void note(const QStringList& notices) { m_notices += notices; }
    /// `json` or `text`, and the notices.
    void say(QJsonObject json, const QString& text);
    /// The reason, and the notices. Gives the exit code.
    int failed(const Error& error);

private:
    const cli::Line& m_line;
    const Log m_log;
    std::unique_ptr<Purse> m_purse;
    QStringList m_notices;
};

/// The word "file" of a command, a path or a name: as bytes (filename.h).
[[nodiscard]] QString fileWord(const cli::Line& line);
/// A command on a file that was put: `act` gets it, after its options were read and the purse opened.
[[nodiscard]] int withStored(const cli::Line& line, const std::function<int(Customer&, const StoredFile&, const SpendLimits&)>& act);

[[nodiscard]] QString day(UtcMs when);
[[nodiscard]] QString paidUntilText(UtcMs until);
[[nodiscard]] QJsonObject leaseJson(const StoredFile& file);

} // namespace surplus::customer
