// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/storedlook.h"

#include <cerrno>

namespace surplus {

namespace {
using Kind = OpenFolder::Kind;
using State = StoredLook::State;

/// The folder `name`, or what stands there instead.
StoredLook enter(const OpenFolder& above, const QString& name, std::unique_ptr<OpenFolder>& entered)
{
    errno = 0;
    const Kind kind = above.kind(name);
    if (kind == Kind::Folder) {
        entered = above.child(name);
        return entered ? StoredLook { State::There, 0 } : StoredLook { State::Unreadable, errno };
    }
    if (kind == Kind::Unreadable)
        return { State::Unreadable, errno };
    return { kind == Kind::Absent ? State::Absent : State::Bad, 0 };
}
} // namespace

StoredLook lookAt(const OpenFolder& storage, const StoredName& name, std::optional<qint64> size, std::unique_ptr<OpenFolder>* inside)
{
    std::unique_ptr<OpenFolder> content;
    std::unique_ptr<OpenFolder> folder;
    if (const StoredLook seen = enter(storage, ContentFolder, content); seen.state != State::There)
        return seen;
    if (const StoredLook seen = enter(*content, name.content, folder); seen.state != State::There)
        return seen;
    errno = 0;
    const Kind file = folder->kind(name.file);
    if (file == Kind::Unreadable)
        return { State::Unreadable, errno };
    if (file != Kind::File)
        return { file == Kind::Absent ? State::Absent : State::Bad, 0 };
    if (size) {
        errno = 0;
        const auto found = folder->size(name.file);
        if (!found)
            return { State::Unreadable, errno };
        if (*found != *size)
            return { State::Bad, 0 };
    }
    if (inside)
        *inside = std::move(folder);
    return { State::There, 0 };
}

tl::unexpected<Error> unreadableError()
{
    return failure(QStringLiteral("storage.busy"), QStringLiteral("The provider can't open this content just now. Its owner sees that. Try again in a few minutes."));
}

} // namespace surplus
