// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/domain/resourcekind.h"

#include <algorithm>

namespace surplus {

namespace {
constexpr qsizetype LongestId = 24;

qsizetype placeOf(const QString& id)
{
    const QList<ResourceKind>& all = ResourceKind::all();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ResourceKind& kind) { return kind.id == id; });
    return found - all.begin();
}
}

const QList<ResourceKind>& ResourceKind::all()
{
    static const QList<ResourceKind> kinds {
        { resource::Storage, QStringLiteral("storage"), 0, QStringLiteral("B") },
        { resource::Compute, QStringLiteral("compute"), 1, QStringLiteral("core·s") },
        { resource::Connectivity, QStringLiteral("connectivity"), 2, QStringLiteral("B") },
        { resource::Sensors, QStringLiteral("sensors"), 3, QStringLiteral("reading") },
    };
    return kinds;
}

ResourceKind ResourceKind::of(const QString& id)
{
    const qsizetype place = placeOf(id);
    return place < all().size() ? all()[place] : ResourceKind { id, QStringLiteral("machines"), static_cast<int>(all().size()), {} };
}

QStringList ResourceKind::ordered(QStringList ids)
{
    std::sort(ids.begin(), ids.end(), [](const QString& a, const QString& b) {
        const qsizetype one = placeOf(a);
        const qsizetype other = placeOf(b);
        return one != other ? one < other : a < b;
    });
    return ids;
}

bool ResourceKind::isValid(const QString& id)
{
    return !id.isEmpty() && id.size() <= LongestId && std::all_of(id.begin(), id.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

} // namespace surplus
