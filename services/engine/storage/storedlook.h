// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"
#include "services/common/core/storedcontent.h"

namespace surplus {

/// What stands on the disk where a piece of content should. That it can't be opened (no descriptor left, no permission, a
/// passing fault of the disk) says nothing about what is there.
struct StoredLook {
    enum class State {
        There,
        Absent,
        Bad, ///< of another size, or no file
        Unreadable
    };
    State state = State::Unreadable;
    int error = 0; ///< the system's, where it is Unreadable
};

/// `size`: that it has to have, if any; `inside`: gets the content's own folder, if it is There. Blocks.
[[nodiscard]] StoredLook lookAt(const OpenFolder& storage, const StoredName& name, std::optional<qint64> size, std::unique_ptr<OpenFolder>* inside = nullptr);

/// What customers are told of one that is Unreadable, "storage.busy".
[[nodiscard]] tl::unexpected<Error> unreadableError();

} // namespace surplus
