// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a real program (LD_PRELOAD): its disk gets full or slow and its clock is stepped, as the test that maps
// the same control file says. Only regular files are touched; sockets and pipes go on.
#define _GNU_SOURCE
#include "tests/support/faults.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <sys/timex.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static struct surplus_faults nothing;
static struct surplus_faults* control = &nothing;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void attach(void)
{
    atomic_store(&nothing.writes_left, -1);
    atomic_store(&nothing.until_kill, -1);
    const char* path = getenv("SURPLUS_FAULTS");
    const int fd = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (fd < 0)
        return;
    void* mapped = mmap(NULL, sizeof nothing, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (mapped != MAP_FAILED)
        control = mapped;
}

static struct surplus_faults* faults(void)
{
    pthread_once(&once, attach);
    return control;
}

// A change on the disk: the one that it was told of is the last.
static void changes(struct surplus_faults* f)
{
    atomic_fetch_add(&f->writes, 1);
    if (atomic_load(&f->until_kill) >= 0 && atomic_fetch_sub(&f->until_kill, 1) == 0)
        raise(SIGKILL); // a power cut
}

// Whether this write finds the disk full.
static int is_full(int fd)
{
    struct stat status;
    if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
        return 0;
    struct surplus_faults* f = faults();
    changes(f);
    long left = atomic_load(&f->writes_left);
    while (left > 0 && !atomic_compare_exchange_weak(&f->writes_left, &left, left - 1)) { }
    if (left != 0)
        return 0;
    atomic_fetch_add(&f->refused, 1);
    errno = ENOSPC;
    return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void* data, size_t size)
{
    static ssize_t (*next)(int, const void*, size_t);
    if (!next)
        next = NEXT(write);
    return is_full(fd) ? -1 : next(fd, data, size);
}
ssize_t pwrite(int fd, const void* data, size_t size, off_t at)
{
    static ssize_t (*next)(int, const void*, size_t, off_t);
    if (!next)
        next = NEXT(pwrite);
    return is_full(fd) ? -1 : next(fd, data, size, at);
}
ssize_t pwrite64(int fd, const void* data, size_t size, off64_t at)
{
    static ssize_t (*next)(int, const void*, size_t, off64_t);
    if (!next)
        next = NEXT(pwrite64);
    return is_full(fd) ? -1 : next(fd, data, size, at);
}
ssize_t pwritev(int fd, const struct iovec* data, int count, off_t at)
{
    static ssize_t (*next)(int, const struct iovec*, int, off_t);
    if (!next)
        next = NEXT(pwritev);
    return is_full(fd) ? -1 : next(fd, data, count, at);
}

// How OpenFolder deletes.
int unlinkat(int folder, const char* name, int flags)
{
    static int (*next)(int, const char*, int);
    if (!next)
        next = NEXT(unlinkat);
    changes(faults());
    return next(folder, name, flags);
}

// How OpenFolder enters the folder of a piece of content, whose name is a hash.
static int cant_open(const char* name)
{
    const long error = strlen(name) == 64 ? atomic_load(&faults()->open_error) : 0;
    if (error != 0)
        errno = (int)error;
    return error != 0;
}
static mode_t mode_of(int flags, va_list more) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; }
int openat(int folder, const char* name, int flags, ...)
{
    static int (*next)(int, const char*, int, ...);
    if (!next)
        next = NEXT(openat);
    va_list more;
    va_start(more, flags);
    const mode_t mode = mode_of(flags, more);
    va_end(more);
    return cant_open(name) ? -1 : next(folder, name, flags, mode);
}
int openat64(int folder, const char* name, int flags, ...)
{
    static int (*next)(int, const char*, int, ...);
    if (!next)
        next = NEXT(openat64);
    va_list more;
    va_start(more, flags);
    const mode_t mode = mode_of(flags, more);
    va_end(more);
    return cant_open(name) ? -1 : next(folder, name, flags, mode);
}

static void slow_down(long ms)
{
    if (ms > 0) {
        const struct timespec wait = { ms / 1000, ms % 1000 * 1000000 };
        nanosleep(&wait, NULL);
    }
}
int fsync(int fd)
{
    static int (*next)(int);
    if (!next)
        next = NEXT(fsync);
    atomic_fetch_add(&faults()->syncs, 1);
    slow_down(atomic_load(&faults()->sync_ms));
    return next(fd);
}
int fdatasync(int fd)
{
    static int (*next)(int);
    if (!next)
        next = NEXT(fdatasync);
    atomic_fetch_add(&faults()->syncs, 1);
    slow_down(atomic_load(&faults()->sync_ms));
    return next(fd);
}

int stat64(const char* path, struct stat64* status)
{
    static int (*next)(const char*, struct stat64*);
    if (!next)
        next = NEXT(stat64);
    if (strstr(path, "/content/"))
        slow_down(atomic_load(&faults()->look_ms));
    return next(path, status);
}

// The room that a file system only claims to have: what is promised there meets a disk that is really full.
int statvfs(const char* path, struct statvfs* status)
{
    static int (*next)(const char*, struct statvfs*);
    if (!next)
        next = NEXT(statvfs);
    const int done = next(path, status);
    if (done == 0 && status->f_frsize > 0) {
        const fsblkcnt_t spare = (fsblkcnt_t)atomic_load(&faults()->spare) / status->f_frsize;
        status->f_blocks += spare;
        status->f_bfree += spare;
        status->f_bavail += spare;
    }
    return done;
}
int statvfs64(const char* path, struct statvfs64* status)
{
    static int (*next)(const char*, struct statvfs64*);
    if (!next)
        next = NEXT(statvfs64);
    const int done = next(path, status);
    if (done == 0 && status->f_frsize > 0) {
        const fsblkcnt64_t spare = (fsblkcnt64_t)atomic_load(&faults()->spare) / status->f_frsize;
        status->f_blocks += spare;
        status->f_bfree += spare;
        status->f_bavail += spare;
    }
    return done;
}

int clock_gettime(clockid_t clock, struct timespec* now)
{
    static int (*next)(clockid_t, struct timespec*);
    if (!next)
        next = NEXT(clock_gettime);
    const int done = next(clock, now);
    if (done == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += atomic_load(&faults()->clock_step);
    if (done == 0 && clock == CLOCK_MONOTONIC_RAW)
        now->tv_sec += atomic_load(&faults()->run_step);
    return done;
}
int adjtimex(struct timex* state)
{
    static int (*next)(struct timex*);
    if (!next)
        next = NEXT(adjtimex);
    const int done = next(state);
    if (done < 0)
        return done;
    state->time.tv_sec += atomic_load(&faults()->clock_step);
    if (atomic_load(&faults()->clock_is_right)) {
        state->status &= ~STA_UNSYNC;
        return TIME_OK;
    }
    state->status |= STA_UNSYNC;
    return TIME_ERROR;
}
int gettimeofday(struct timeval* restrict now, void* restrict zone)
{
    static int (*next)(struct timeval*, void*);
    if (!next)
        next = (int (*)(struct timeval*, void*))dlsym(RTLD_NEXT, "gettimeofday");
    const int done = next(now, zone);
    if (done == 0)
        now->tv_sec += atomic_load(&faults()->clock_step);
    return done;
}
time_t time(time_t* at)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at)
        *at = now.tv_sec;
    return now.tv_sec;
}
