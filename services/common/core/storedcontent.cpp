// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/storedcontent.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace surplus {

namespace {
constexpr qint64 MaxMarkerBytes = 64 * 1024;

bool isHash(const QString& name)
{
    return name.size() == 64 && std::all_of(name.begin(), name.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}
} // namespace

bool isStoredName(const StoredName& name) { return isHash(name.content) && isHash(name.file); }

bool removeStored(const OpenFolder& storage, const StoredName& name)
{
    using Kind = OpenFolder::Kind;
    if (!isStoredName(name))
        return true;
    const auto decided = [](Kind kind) { return kind != Kind::Folder && kind != Kind::Unreadable; }; // nothing of ours is there
    const Kind top = storage.kind(ContentFolder);
    const auto content = top == Kind::Folder ? storage.child(ContentFolder) : nullptr;
    if (!content)
        return decided(top);
    const Kind kind = content->kind(name.content);
    const auto folder = kind == Kind::Folder ? content->child(name.content) : nullptr;
    if (!folder)
        return decided(kind);
    const Kind file = folder->kind(name.file);
    if (file == Kind::Unreadable || (file == Kind::File && !folder->removeFile(name.file)))
        return false;
    (void)content->removeEmpty(name.content); // it stays while there is anything else in it
    return true;
}

std::optional<QString> markedMachine(const OpenFolder& storage)
{
    const auto text = storage.read(StorageMarker, MaxMarkerBytes);
    if (!text)
        return std::nullopt;
    return QJsonDocument::fromJson(*text).object().value(u"machine").toString();
}

} // namespace surplus
