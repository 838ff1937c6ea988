// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine/storage/openfolder.h"

#include <QFile>
#include <fcntl.h>
#include <unistd.h>

namespace surplus {

std::unique_ptr<OpenFolder> OpenFolder::open(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    return descriptor < 0 ? nullptr : std::unique_ptr<OpenFolder>(new OpenFolder(descriptor));
}

OpenFolder::~OpenFolder() { close(m_descriptor); }

} // namespace surplus
