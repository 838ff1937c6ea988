// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/amount.h"
#include "services/common/history/seriesreader.h"

#include <QJsonObject>

namespace surplus {

enum class GroupBy { Resource, Machine, Customer, State };
[[nodiscard]] QString toText(GroupBy by);
[[nodiscard]] std::optional<GroupBy> groupByFromText(const QString& text);

/// What was earned, bin by bin and group by group, and how much of each bin was watched. Rows and columns add up exactly.
struct EarningsTable {
    struct Group {
        QString name; ///< a resource, a machine's id or a customer's address
        QList<Amount> amounts; ///< one per bin
        Amount undated; ///< recovered, without a date; in no bin
        [[nodiscard]] Amount total() const; ///< without the undated
        bool operator==(const Group&) const = default;
    };
    QList<TimeBin> bins;
    QList<Group> groups;
    QList<UptimeShare> uptime; ///< one per bin, summed over the machines, each from its first record on

    [[nodiscard]] Amount inBin(qsizetype bin) const;
    [[nodiscard]] Amount total() const; ///< without the undated
    [[nodiscard]] Amount undated() const;
    /// The part of the bin that was watched (up, paused or down), from 0 to 1.
    [[nodiscard]] double covered(qsizetype bin) const;
    /// Whether the bin's sum can be said: something was earned, or somebody was watching.
    [[nodiscard]] bool isKnown(qsizetype bin) const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<EarningsTable> fromJson(const QJsonObject& json);
    /// RFC 4180: one row per bin, times in ISO 8601 with the zone's offset, exact decimal tokens, empty for unknown, and a
    /// last row for what has no date. Columns: start, end, each group, total, covered.
    [[nodiscard]] QByteArray toCsv(const QTimeZone& zone) const;
    bool operator==(const EarningsTable&) const = default;
};

/// ISO 8601 with the offset that the zone has then.
[[nodiscard]] QString isoTime(UtcMs at, const QTimeZone& zone);
/// One value quoted where RFC 4180 asks for it. A text that a spreadsheet would run as a formula is preceded by a quote.
[[nodiscard]] QString csvField(const QString& text);

/// A machine as it stands in a SeriesStore.
struct MachineRow {
    qint64 id = 0;
    QString name;
    std::optional<UtcMs> first; ///< when its record begins; before, nothing is missing
};

/// What has become of what one customer promised to one machine. What is in none of the three is pending.
struct CustomerMoney {
    qint64 machine = 0; ///< a MachineRow's id
    QString customer; ///< its address
    Amount settled;
    Amount bounced;
    Amount secured;
};

/// The group of what is beyond the bound of a table; last where there is one.
inline const QString OtherGroups = QStringLiteral("others");
/// Named groups that a table has at most; the rest share OtherGroups.
constexpr qsizetype MaxEarningsGroups = 200;

/// The table of these machines together: of one, or of all that the file holds. `most` groups, "others" being one.
/// `money` matters by state only, where what a customer paid first is what is settled first (see moneystates.h). `named`
/// matters by machine only: then these have a group each, and all that isn't theirs is in "others".
[[nodiscard]] EarningsTable readEarnings(SeriesStore& store, const QList<MachineRow>& machines, GroupBy by, const QList<TimeBin>& bins,
    const std::optional<QTimeZone>& dayRows, UtcMs now, const QList<CustomerMoney>& money, qsizetype most = MaxEarningsGroups,
    const QStringList& named = {});

} // namespace surplus
