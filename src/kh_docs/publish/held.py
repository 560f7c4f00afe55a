"""Ask the system whether another program still writes to a file, and keep it from beginning to.

Who holds a file open goes on writing to it also after it was moved or removed: what is written then would be
lost with it. Linux tells by a lease; Windows moves no open file anyway; elsewhere two looks have to do.
"""

import contextlib
import errno
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from kh_docs.publish.files import PLAINLY
from kh_docs.publish.syncing import close

if sys.platform == "linux":
    import fcntl

    def _lease(descriptor: int) -> bool:
        # A program that opens the file meanwhile has to wait; the signal that tells us so ends nobody.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        try:
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        except OSError as error:
            return error.errno != errno.EAGAIN  # a disk without leases cannot be asked
        return True
else:

    def _lease(descriptor: int) -> bool:
        del descriptor
        return True


@contextlib.contextmanager
def free_of_writers(path: Path) -> Iterator[bool]:
    """Tell whether nobody has the file open to write to it; as long as this lasts nobody can."""
    try:
        descriptor = os.open(path, os.O_RDONLY | PLAINLY)
    except OSError:  # who may not read it cannot be asked; what is done next says why
        yield True
        return
    try:
        yield _lease(descriptor)
    finally:
        close(descriptor)
