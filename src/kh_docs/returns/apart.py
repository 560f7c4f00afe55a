"""What of a unit's figures another unit counts with its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Apart(NamedTuple):
    """Cells and lists that are not to be added, and numbers that the other unit's own lack."""

    keys: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    more: Mapping[str, float] = {}


NOTHING = Apart()
