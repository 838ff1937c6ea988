/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a test and a program under LD_PRELOAD=libsurplus_faults share: one mapped file, named by SURPLUS_FAULTS. */
#pragma once

#ifdef __cplusplus
#include <atomic>
using surplus_atomic_long = std::atomic<long>;
#else
#include <stdatomic.h>
typedef atomic_long surplus_atomic_long;
#endif

struct surplus_faults {
    surplus_atomic_long writes_left; /* to regular files, until the disk is full; -1: never */
    surplus_atomic_long writes; /* seen so far, deletions by unlinkat among them */
    surplus_atomic_long refused;
    surplus_atomic_long until_kill; /* writes and deletions that go well before one kills the process; -1: none does */
    surplus_atomic_long syncs; /* seen so far */
    surplus_atomic_long sync_ms; /* added to each fsync and fdatasync */
    surplus_atomic_long clock_step; /* seconds added to the wall clock */
    surplus_atomic_long run_step; /* seconds added to the running time (CLOCK_MONOTONIC_RAW), which timers don't use */
    surplus_atomic_long clock_is_right; /* 1: the kernel says that a time server keeps the stepped clock right; 0: none does */
    surplus_atomic_long spare; /* bytes that file systems claim to have free beyond what they have */
    surplus_atomic_long open_error; /* what opening a folder of leased content fails with, an errno; 0: nothing */
    surplus_atomic_long look_ms; /* added to each look at a file of leased content, as libtorrent does before it takes connections */
};
