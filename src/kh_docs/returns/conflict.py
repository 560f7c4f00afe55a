"""Two places of a return that cannot both be right, or are worth a second look together."""

from __future__ import annotations

from typing import NamedTuple


class Conflict(NamedTuple):
    """Both places, and what is wrong between them; `key`: the cell that it is about."""

    a: str
    b: str
    message: str
    key: str = ""
    # The figure is one of two that cannot both be right: it is not added up until somebody says which.
    held: bool = False
