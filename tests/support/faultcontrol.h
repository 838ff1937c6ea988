// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faults.h"

#include <QProcessEnvironment>
#include <fcntl.h>
#include <new>
#include <sys/mman.h>
#include <unistd.h>

namespace surplus::test {

/// The control file of support/faults.c.
class Faults {
public:
    explicit Faults(const QString& path) : m_path(path)
    {
        const int fd = ::open(qPrintable(path), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (fd < 0 || ftruncate(fd, sizeof(surplus_faults)) != 0)
            qFatal("the control file could not be made");
        void* mapped = mmap(nullptr, sizeof(surplus_faults), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        ::close(fd);
        if (mapped == MAP_FAILED)
            qFatal("the control file could not be mapped");
        m_shared = new (mapped) surplus_faults {};
        m_shared->writes_left = -1;
        m_shared->until_kill = -1;
    }
    ~Faults() { munmap(m_shared, sizeof(surplus_faults)); }
    Faults(const Faults&) = delete;
    Faults& operator=(const Faults&) = delete;
    surplus_faults* operator->() const { return m_shared; }

    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(SURPLUS_FAULTS_LIBRARY));
        environment.insert(QStringLiteral("SURPLUS_FAULTS"), m_path);
        // A sanitizer wants to be the first library.
        environment.insert(QStringLiteral("ASAN_OPTIONS"), environment.value(QStringLiteral("ASAN_OPTIONS")) + QStringLiteral(":verify_asan_link_order=0"));
        return environment;
    }

private:
    const QString m_path;
    surplus_faults* m_shared;
};

} // namespace surplus::test
