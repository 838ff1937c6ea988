// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/unixsignals.h"

#include <QSocketNotifier>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace surplus {

namespace {
int s_pipe[2] = { -1, -1 }; // a signal handler may only use static storage, and write() is allowed in it

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(s_pipe[1], &byte, 1);
}
} // namespace

UnixSignals::UnixSignals(QObject* parent) : QObject(parent)
{
    if (pipe2(s_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto* notifier = new QSocketNotifier(s_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        [[maybe_unused]] const auto taken = read(s_pipe[0], bytes, sizeof bytes);
        Q_EMIT terminate();
    });
    struct sigaction action { };
    action.sa_handler = &onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : { SIGTERM, SIGINT, SIGHUP })
        sigaction(number, &action, nullptr);
    signal(SIGPIPE, SIG_IGN);
}

} // namespace surplus
