// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/api/status.h"

#include <QCoreApplication>
#include <optional>

namespace surplus {

/// What is looked at when somebody asks whether a machine is well. Absent: it couldn't be asked.
struct MachineFacts {
    enum class EngineState { Running, Busy, Restarting, Stopped, Failed };
    EngineState engine = EngineState::Stopped;
    std::optional<EngineStatus> status; ///< only while it runs
    QString report; ///< of the last failure
    std::optional<int> unexpectedStops; ///< in 30 days
    bool outdated = false;
    QString version; ///< of the program that looks

    enum class Key { NotChosen, Ready, AddressOnly, Unavailable };
    Key key = Key::NotChosen;
    QString keyProblem; ///< what the keychain said

    struct ClockState {
        bool synchronized = false;
        qint64 errorUs = 0; ///< at most, as the kernel estimates it
    };
    std::optional<ClockState> clock;

    struct StoredFiles {
        int files = 0;
        int damaged = 0; ///< missing, cut short or not to be read
        qint64 bytes = 0;
        QStringList damagedFiles {}; ///< some of them, beneath the folder
    };
    bool lookedAtStored = false; ///< each file was to be looked at now; otherwise it is what the engine has noticed
    std::optional<StoredFiles> stored; ///< what was found then
};

struct CheckResult {
    enum class Verdict { Problem, NotChecked, Fine };
    QString id; ///< engine, version, disk, stored, clock, payments or keychain
    Verdict verdict = Verdict::NotChecked;
    QString text; ///< in plain words
    QString fix; ///< restart, sharing, folder, wallet or keychain: what would mend it; empty: nothing here
    QString which {}; ///< of the row's problems: "data.full", "silent", "folder"…; empty where it has but one
    bool operator==(const CheckResult&) const = default;
};

/// Judges a machine, the checks in the order of UI.md. Pure; any thread.
class Checks {
    Q_DECLARE_TR_FUNCTIONS(surplus::Checks)
public:
    [[nodiscard]] static QList<CheckResult> judge(const MachineFacts& facts);
    /// What the kernel says of this computer's clock (adjtimex(2)).
    [[nodiscard]] static std::optional<MachineFacts::ClockState> readClock();

private:
    [[nodiscard]] static CheckResult engine(const MachineFacts& facts);
    [[nodiscard]] static CheckResult version(const MachineFacts& facts);
    [[nodiscard]] static CheckResult disk(const MachineFacts& facts);
    [[nodiscard]] static CheckResult stored(const MachineFacts& facts);
    [[nodiscard]] static CheckResult clock(const MachineFacts& facts);
    [[nodiscard]] static CheckResult payments(const MachineFacts& facts);
    [[nodiscard]] static CheckResult keychain(const MachineFacts& facts);
};

} // namespace surplus
