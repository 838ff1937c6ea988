// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <csignal>
#include <sys/prctl.h>

namespace surplus::test {

/// To be called before it is started: it is killed when this thread ends, however that comes. A test that is aborted would
/// otherwise leave it behind, and whoever reads the test's output would wait for it.
inline void endWithThisThread(QProcess& process)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

} // namespace surplus::test
