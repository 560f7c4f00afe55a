"""Put returns aside on the disk while others are read: a thousand of them take no more memory than ten."""

from __future__ import annotations

import pickle
import tempfile
from typing import Self

from kh_docs.returns.returned import Return


class Shelf:
    """A nameless file that is gone when nobody holds it any more."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="kh-docs-")  # noqa: SIM115 (as long as the shelf)
        self._last: tuple[int, Return] | None = None

    def put(self, sent: Return) -> int:
        """Where it is kept."""
        at = self._file.seek(0, 2)
        pickle.dump(tuple(sent), self._file, pickle.HIGHEST_PROTOCOL)
        return at

    def get(self, at: int) -> Return:
        # Asked for several times in a row by what is made of one unit.
        if self._last is None or self._last[0] != at:
            self._file.seek(at)
            self._last = at, Return(*pickle.load(self._file))
        return self._last[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._file.close()
