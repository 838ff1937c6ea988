// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/chain/chainconfig.h"
#include "services/dashboard/settlement/settleable.h"

#include <QCommandLineParser>

namespace surplus {

/// Where a settlement takes its vouchers from, and where it is remembered.
struct SettleSource {
    ChainConfig chain;
    QList<Settleable> vouchers;
    Address payout; ///< the present one
    QString recordFile;
};

/// Words after "settle": nothing (the plan, and with --yes the settlement), "history", "authorize FILE", "relay FILE". Prints to
/// standard output, the reason of a failure to standard error; gives the program's exit code.
[[nodiscard]] int settleCommand(const QCommandLineParser& parser, const QStringList& words, const SettleSource& source);
/// What is wrong with those words or with their options; empty if nothing is.
[[nodiscard]] QString settleMisuse(const QCommandLineParser& parser, const QStringList& words);

} // namespace surplus
