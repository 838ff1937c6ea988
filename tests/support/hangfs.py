#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""hangfs.py ROOT MOUNT HANG: shows ROOT under MOUNT (FUSE) and answers nothing while the file HANG exists, like a network
drive whose server is away. It ends with whoever started it, which lets all go that wait for it."""
import ctypes
import errno
import os
import signal
import sys
import time

from fusepy import FUSE, FuseOSError, Operations


class HangFs(Operations):
    def __init__(self, root, hang):
        self.root = root
        self.hang = hang

    def __call__(self, op, *args):
        while os.path.exists(self.hang):
            time.sleep(0.05)
        if op in ("init", "destroy"):
            return None
        try:
            return super().__call__(op, *args)
        except OSError as error:
            raise FuseOSError(error.errno or errno.EIO) from error

    def path(self, path):
        return self.root + path

    def getattr(self, path, fh=None):
        status = os.lstat(self.path(path))
        return {key: getattr(status, key) for key in (
            "st_atime", "st_ctime", "st_mtime", "st_gid", "st_uid", "st_mode", "st_nlink", "st_size", "st_blocks", "st_ino")}

    def statfs(self, path):
        status = os.statvfs(self.path(path))
        return {key: getattr(status, key) for key in (
            "f_bavail", "f_bfree", "f_blocks", "f_bsize", "f_favail", "f_ffree", "f_files", "f_flag", "f_frsize", "f_namemax")}

    def access(self, path, mode):
        return 0

    def readdir(self, path, fh):
        return [".", ".."] + os.listdir(self.path(path))

    def readlink(self, path):
        return os.readlink(self.path(path))

    def mkdir(self, path, mode):
        return os.mkdir(self.path(path), mode)

    def rmdir(self, path):
        return os.rmdir(self.path(path))

    def unlink(self, path):
        return os.unlink(self.path(path))

    def rename(self, old, new):
        return os.rename(self.path(old), self.path(new))

    def chmod(self, path, mode):
        return os.chmod(self.path(path), mode)

    def chown(self, path, uid, gid):
        return os.chown(self.path(path), uid, gid)

    def utimens(self, path, times=None):
        return os.utime(self.path(path), times)

    def open(self, path, flags):
        # The kernel reads back the pages that it maps for writing.
        return os.open(self.path(path), (flags & ~os.O_ACCMODE & ~os.O_APPEND) | os.O_RDWR if flags & os.O_ACCMODE else flags)

    def create(self, path, mode, fi=None):
        return os.open(self.path(path), os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)

    def read(self, path, size, offset, fh):
        return os.pread(fh, size, offset)

    def write(self, path, data, offset, fh):
        return os.pwrite(fh, data, offset)

    def truncate(self, path, length, fh=None):
        return os.truncate(self.path(path), length)

    def fsync(self, path, datasync, fh):
        return os.fsync(fh)

    def release(self, path, fh):
        return os.close(fh)


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    FUSE(HangFs(sys.argv[1], sys.argv[3]), sys.argv[2], foreground=True, nothreads=True)
