"""Put returns aside on the disk while others are read: a thousand of them take no more memory than ten."""

from __future__ import annotations

import os
import pickle
import sys
import tempfile
from typing import Final, Self

from kh_docs.returns.returned import Return

# Bytes that say how many there are of a return.
_SIZE: Final = 8


class Shelf:
    """A nameless file that is gone when nobody holds it any more."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="kh-docs-")  # noqa: SIM115 (as long as the shelf)
        self._last: tuple[int, Return] | None = None

    def put(self, sent: Return) -> int:
        """Where it is kept."""
        content = pickle.dumps(tuple(sent), pickle.HIGHEST_PROTOCOL)
        at = self._file.seek(0, 2)
        self._file.write(len(content).to_bytes(_SIZE, "big") + content)
        # A process that is forked now must not write it once more.
        self._file.flush()
        return at

    def get(self, at: int) -> Return:
        # Asked for several times in a row by what is made of one unit.
        if self._last is None or self._last[0] != at:
            size = int.from_bytes(self._read(at, _SIZE), "big")
            self._last = at, Return(*pickle.loads(self._read(at + _SIZE, size)))
        return self._last[1]

    def _read(self, at: int, size: int) -> bytes:
        # Forked processes have one place in the file, and each would move it for the others.
        if sys.platform != "win32":
            return os.pread(self._file.fileno(), size, at)
        self._file.seek(at)
        return self._file.read(size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._file.close()
