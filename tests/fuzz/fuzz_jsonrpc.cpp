// SPDX-License-Identifier: GPL-3.0-or-later
// A request as it comes off the wire, against the parameters of every method there is.
#include "services/common/api/methods.h"
#include "services/common/rpc/request.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace surplus;
    const auto request = parseRequest(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (!request) {
        if (request.error().error.message.isEmpty())
            std::abort();
        return 0;
    }
    for (const auto* api : { &controlApi(), &marketApi() }) {
        for (const MethodSpec& method : *api) {
            const auto checked = checkParams(method, request->params);
            if (!checked && checked.error().code != QLatin1String("rpc.params"))
                std::abort();
        }
    }
    return 0;
}
