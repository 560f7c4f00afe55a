"""Two places of a return that cannot both be right, or are worth a second look together."""

from __future__ import annotations

from typing import NamedTuple


class Conflict(NamedTuple):
    """Both places, and what is wrong between them."""

    a: str
    b: str
    message: str
