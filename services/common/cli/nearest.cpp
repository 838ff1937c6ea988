// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/cli/nearest.h"

#include <algorithm>
#include <vector>

namespace surplus::cli {

namespace {
constexpr qsizetype MostLetters = 64; // of what is compared: its cost grows with the square

/// The optimal string alignment distance.
qsizetype slips(const QString& from, const QString& to)
{
    const auto width = static_cast<std::size_t>(to.size()) + 1;
    std::vector<qsizetype> before(width), above(width), row(width);
    for (std::size_t j = 0; j < width; ++j)
        above[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j < width; ++j) {
            const auto at = static_cast<qsizetype>(j);
            const bool same = from[i - 1] == to[at - 1];
            row[j] = std::min({ above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1) });
            if (i > 1 && at > 1 && from[i - 1] == to[at - 2] && from[i - 2] == to[at - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(above);
        above.swap(row);
    }
    return above[width - 1];
}
} // namespace

QString nearest(const QString& given, const QStringList& known)
{
    const QString typed = given.left(MostLetters).toLower();
    if (typed.isEmpty())
        return {};
    QString best;
    qsizetype least = std::max<qsizetype>(1, typed.size() / 3) + 1;
    for (const QString& name : known) {
        if (const qsizetype distance = slips(typed, name.toLower()); distance < least) {
            least = distance;
            best = name;
        }
    }
    if (!best.isEmpty())
        return best;
    const auto begins = [&](const QString& name) { return name.startsWith(typed, Qt::CaseInsensitive); };
    const auto first = std::find_if(known.begin(), known.end(), begins);
    return std::count_if(known.begin(), known.end(), begins) == 1 ? *first : QString();
}

} // namespace surplus::cli
