// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/clock.h"

#include <QJsonObject>
#include <optional>

namespace surplus {

/// What a machine's time is counted as.
enum class ShareState {
    Idle, ///< the engine runs and nothing is set up to be shared
    Sharing, ///< at least one resource is served
    Paused ///< every enabled resource is paused, as planned
};
[[nodiscard]] QString toText(ShareState state);
[[nodiscard]] std::optional<ShareState> shareStateFromText(const QString& text);

enum class UptimeState { Up, Paused, Down, Unknown };
[[nodiscard]] QString toText(UptimeState state);
[[nodiscard]] std::optional<UptimeState> uptimeStateFromText(const QString& text);

/// Why a machine shares nothing, or shared nothing in an interval.
enum class Reason {
    None,
    // Paused, as planned:
    User, ///< somebody paused it
    Schedule,
    Battery,
    Metered,
    Hot,
    InUse,
    Program,
    DataCap,
    // Idle: what is missing
    Payout,
    Folder,
    Off, ///< switched off
    Disk, ///< the storage folder isn't there
    // Of what is over:
    Crash, ///< the engine had ended unasked
    Other ///< of a newer version: it is kept as a word
};
/// "" for None, "other" for Other.
[[nodiscard]] QString toText(Reason reason);
/// Other for a word that this version doesn't know.
[[nodiscard]] Reason reasonFromText(const QString& text);

/// A span in one state; `end` is exclusive.
struct UptimeInterval {
    UtcMs start = 0;
    UtcMs end = 0;
    UptimeState state = UptimeState::Unknown;
    QString reason; ///< a Reason's word, or a newer version's

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static std::optional<UptimeInterval> fromJson(const QJsonObject& json);
    bool operator==(const UptimeInterval&) const = default;
};

/// Why something is paused and until when.
struct Pause {
    Reason reason = Reason::Other;
    QString detail; ///< which program, how hot
    std::optional<UtcMs> until; ///< nothing: nobody can tell

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Pause fromJson(const QJsonObject& json);
    bool operator==(const Pause&) const = default;
};

} // namespace surplus
