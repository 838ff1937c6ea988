// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/node/config.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto config = surplus::EngineConfig::fromJson(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)), QStringLiteral("f"));
    return config || !config.error().message.isEmpty() ? 0 : -1;
}
