"""One run at a time in a plan's folder: a lock that the system itself lifts when its holder dies."""

import contextlib
import json
import os
import sys
import time
from pathlib import Path

from kh_docs.bounded import read_bounded
from kh_docs.errors import EnvironmentFault
from kh_docs.i18n import _
from kh_docs.publish.files import PLAINLY, remove
from kh_docs.publish.syncing import close

if sys.platform == "win32":
    import msvcrt

    def _seize(descriptor: int) -> None:
        # Windows also forbids reading what is locked, so the byte lies beyond the holder's name.
        os.lseek(descriptor, 4096, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(descriptor: int) -> None:
        # Not flock: worker processes would inherit it and hold it after their parent was killed.
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


# The system lets one process lock a file twice, and drops both locks with the first.
_held: set[str] = set()


class Lock:
    """The lock file of one folder; it says who holds it and since when."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._key = os.path.realpath(path)
        self._descriptor = -1

    def acquire(self) -> None:
        """Take the lock, also one left behind by a dead process; refuse while another run is alive."""
        if self._key in _held:
            raise self._taken()
        self._descriptor = self._open()
        _held.add(self._key)
        try:
            self._sign()
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Remove the lock file and let the lock go."""
        _held.discard(self._key)
        if sys.platform == "win32":  # where an open file cannot be removed
            close(self._descriptor)
            remove(self._path)
        else:  # removed while still held, so that nobody locks a file about to go
            remove(self._path)
            close(self._descriptor)

    def _sign(self) -> None:
        holder = {"pid": os.getpid(), "since": time.strftime("%H:%M:%S %d/%m/%Y")}
        with contextlib.suppress(OSError):  # on a full disk the lock holds without its holder's name
            os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, json.dumps(holder).encode())

    def _open(self) -> int:
        while True:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | PLAINLY, 0o666)
            try:
                _seize(descriptor)
                # Its last holder may have removed the file between our open and our lock.
                if os.path.samestat(os.fstat(descriptor), os.stat(self._path)):
                    return descriptor
            except FileNotFoundError:
                pass
            except (BlockingIOError, PermissionError) as error:
                close(descriptor)
                raise self._taken() from error
            except BaseException:
                close(descriptor)
                raise
            close(descriptor)

    def _taken(self) -> EnvironmentFault:
        try:
            holder = json.loads(read_bounded(self._path))
            pid, since = str(holder["pid"]), str(holder["since"])
        except (OSError, ValueError, KeyError, TypeError):
            pid = since = "?"
        message = _("{folder}: đang có lần chạy khác (mã tiến trình {pid}, từ {since}) -> đợi lần đó xong")
        return EnvironmentFault(message.format(folder=self._path.parent, pid=pid, since=since))
