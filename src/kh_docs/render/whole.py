"""The forms of contexts that a layout was seen to print whole, kept between runs as its code is."""

from __future__ import annotations

import marshal
from typing import Any

from kh_docs import cache

_PURPOSE = "whole"
# More than the documents of a province have; beyond it they are those of single units.
MOST_KEPT = 200


class Whole(set[frozenset[object]]):
    """The shapes of contexts of one layout; `key`: a digest of it, empty where nothing is kept."""

    def __init__(self, key: str = "") -> None:
        super().__init__(_kept(key) if key else ())
        self.key = key
        self.known = len(self)

    def save(self) -> None:
        """Keep what is new for the next run, beside what another worker of this one has kept."""
        if not self.key or len(self) == self.known:
            return
        self.update(_kept(self.key))
        if len(self) <= MOST_KEPT:
            shapes: Any = frozenset(self)
            cache.save(_PURPOSE, self.key, marshal.dumps(shapes))
        self.known = len(self)


def _kept(key: str) -> frozenset[frozenset[object]]:
    return cache.load_as(_PURPOSE, key, marshal.loads) or frozenset()
