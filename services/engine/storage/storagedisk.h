// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/common/core/result.h"
#include "services/common/core/storedcontent.h"
#include "services/engine/storage/diskthreads.h"

#include <QHash>
#include <QSet>

namespace surplus {

/// The storage folder and the disk that it is on, which may be away, be another one, or not answer at all. Nothing here
/// blocks: the disk is touched on threads of its own, and each task there begins with the folder held open and its marker
/// read through the descriptor, so that it means this folder whatever happens to the path. Main thread.
class StorageDisk {
public:
    /// `machine`: whose marker it has to be, the machine's id in hexadecimal.
    StorageDisk(const QString& folder, const QString& machine);
    StorageDisk(const StorageDisk&) = delete;
    StorageDisk& operator=(const StorageDisk&) = delete;

    enum class State {
        Unknown, ///< nobody has looked yet
        Present,
        Absent, ///< no marker of this machine is there
        Silent ///< it doesn't answer
    };
    [[nodiscard]] State state() const { return m_state; }
    /// Absent, and as of the last look for sure: there is no such folder, no marker in it, or another machine's. What only
    /// can't be read may be there again.
    [[nodiscard]] bool isGone() const { return m_state == State::Absent && m_gone; }
    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] qint64 freeBytes() const { return m_state == State::Present ? m_free : -1; } ///< as of the last look; -1: unknown
    /// Whenever state() has changed.
    std::function<void()> onChange;

    /// Looks whether it is there. Called every few seconds: that it doesn't answer is noticed here.
    void look();
    /// For a start: waits until what was asked is answered, but for a disk that doesn't only so long.
    void settle();
    /// For an end: the same for a look of now. False if it doesn't answer.
    [[nodiscard]] bool answers();

    using Folder = std::shared_ptr<OpenFolder>;
    /// Whether `done` is told that the disk is silent, or waits for it however long it takes.
    enum class Patience { Bounded, Endless };
    /// Runs `task` on a thread of the disk's and `done` with what it gave. Fails with "storage.absent" or "storage.busy".
    template <typename T>
    void run(std::function<Result<T>(const Folder&)> task, std::function<void(Result<T>)> done, Patience patience = Patience::Bounded)
    {
        const quint64 id = begin([done](const Error& error) { done(tl::unexpected(error)); }, patience);
        if (id == 0)
            return;
        start(id, [this, id, task = std::move(task), done = std::move(done)](const Folder& folder) -> std::function<void()> {
            if (!folder)
                return [this, id] { away(id); };
            return [this, id, done, outcome = task(folder)] {
                if (answered(id))
                    done(outcome);
            };
        });
    }

    /// Makes the folder this machine's: its marker, and a folder for content. What is in it already is left alone, and a
    /// "content" that isn't ours is refused; `ours`: names of content that the ledger knows. `holding`: leases are
    /// kept there now, so that a folder without them is another one. Fails with "storage.folder".
    void claim(const QSet<QString>& ours, bool holding, std::function<void(Result<void>)> done);

    static constexpr qint64 SilentMs = 8'000; ///< a look that takes longer is no answer
    static constexpr qint64 StartMs = 5'000; ///< what a start waits for it

private:
    struct Pending {
        std::function<void(const Error&)> fail;
        Patience patience;
    };
    struct Look {
        bool present = false;
        bool gone = false;
        qint64 free = -1;
    };
    [[nodiscard]] static Folder openMarked(const QString& folder, const QString& machine);
    [[nodiscard]] static Result<void> claimNow(const QString& folder, const QString& machine, const QSet<QString>& ours, bool holding);
    [[nodiscard]] quint64 begin(std::function<void(const Error&)> fail, Patience patience);
    void start(quint64 id, std::function<std::function<void()>(const Folder&)> task);
    /// False if it was given up meanwhile.
    [[nodiscard]] bool answered(quint64 id);
    void away(quint64 id);
    void setState(State state);

    const QString m_folder;
    const QString m_machine;
    State m_state = State::Unknown;
    qint64 m_free = -1;
    bool m_gone = false;
    bool m_looking = false;
    quint64 m_last = 0;
    QHash<quint64, Pending> m_pending;
    DiskThreads m_watch { 1 };
    DiskThreads m_work { 2 };
};

/// What customers are told of a disk that is away, "storage.absent".
[[nodiscard]] tl::unexpected<Error> diskError(StorageDisk::State state);

} // namespace surplus
