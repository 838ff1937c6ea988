// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/core/processlock.h"

#include <QFile>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace surplus {

bool ProcessLock::take(bool wait)
{
    if (m_descriptor >= 0)
        return true;
    const QByteArray path = QFile::encodeName(m_path);
    while (true) {
        const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
        m_impossible = descriptor < 0;
        if (m_impossible)
            return false;
        if (flock(descriptor, wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0) {
            ::close(descriptor);
            return false;
        }
        // Its last holder may have removed it since it was opened: then another one counts.
        struct stat held { };
        struct stat there { };
        if (fstat(descriptor, &held) == 0 && ::stat(path.constData(), &there) == 0 && held.st_dev == there.st_dev && held.st_ino == there.st_ino) {
            m_descriptor = descriptor;
            return true;
        }
        ::close(descriptor);
    }
}

void ProcessLock::unlock()
{
    if (m_descriptor < 0)
        return;
    ::unlink(QFile::encodeName(m_path).constData());
    ::close(std::exchange(m_descriptor, -1));
}

} // namespace surplus
