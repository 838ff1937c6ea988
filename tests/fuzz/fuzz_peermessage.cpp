// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/payments/peermessage.h"

#include <cstdlib>

// Whatever decodes encodes to the same bytes again.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArrayView raw(data, static_cast<qsizetype>(size));
    const auto message = surplus::decodePeerMessage(raw);
    if (message && surplus::encodePeerMessage(*message) != raw)
        std::abort();
    return 0;
}
