// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/common/api/giveup.h"
#include "services/common/api/status.h"
#include "services/ctl/assignments.h"
#include "services/ctl/statusview.h"
#include "services/ctl/texts.h"

namespace surplus::ctl {

namespace {
int set(const cli::Line& line, const char* name)
{
    const auto change = storageAssignment(QLatin1String(name), line.text("value"));
    if (!change)
        return line.misuse(change.error().message);
    Control control(line);
    if (!control.open())
        return ExitNoEngine;
    return control.call(change->method, change->params) ? showStatus(control, QStringLiteral("engine.status"), {}, Shown::Resources) : ExitRefused;
}

int giveUpStorage(Control& control)
{
    if (control.line().has("--yes")) {
        const auto given = control.client().callAndWait(QStringLiteral("storage.giveUp"), {}, GiveUpMs);
        return given ? showStatus(control, QStringLiteral("engine.status"), {}, Shown::Resources) : refused(given.error());
    }
    const auto answer = control.call(QStringLiteral("engine.status"));
    const auto status = answer ? EngineStatus::fromJson(*answer) : std::nullopt;
    if (!status)
        return ExitRefused;
    if (control.json()) {
        print({ { QStringLiteral("leases"), status->storage.leases }, { QStringLiteral("leased"), status->storage.leased } });
        return 0;
    }
    out() << counted(status->storage.leases, "lease") << " of " << bytes(status->storage.leased)
          << " would end, and their customers would be told that what they stored is lost. What is earned stays. This can't be undone; to do it: --yes\n";
    out().flush();
    return 0;
}
} // namespace

void addResources(cli::Command root)
{
    cli::Command resources = root.add("resources", "what each resource shares and uses");
    resources.does(withEngine([](Control& control) { return showStatus(control, QStringLiteral("engine.status"), {}, Shown::Resources); }));
    cli::Command storage = resources.add("set", "change what a resource shares").add("storage", "change what storage shares");
    for (const Setting& setting : storageSettings()) {
        const char* name = setting.name;
        storage.add(name, setting.meaning).word("value", setting.type, setting.value).does([name](const cli::Line& line) { return set(line, name); });
    }
    cli::Command gone = resources.add("give-up", "give a resource's place up").add("storage", "the storage folder is gone for good: end all leases, so that another one can be chosen");
    gone.flag("--yes", "Do it. Without it you are told what would end.").does(withEngine(giveUpStorage));
}

} // namespace surplus::ctl
