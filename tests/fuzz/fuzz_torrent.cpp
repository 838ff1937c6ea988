// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/torrentfile.h"

#include <cstdlib>

// What may be leased has a safe name and a size within bounds; what may not is refused in words.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto described = surplus::describeTorrent(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (!described)
        return described.error().message.isEmpty() ? (std::abort(), 0) : 0;
    if (described->file.size() != 64 || described->file.contains(u'/') || described->size < 1)
        std::abort();
    return 0;
}
