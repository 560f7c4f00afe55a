"""A figure as it was found in a plan: its words, its number, whose it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kh_docs.planning.spans import Span

# The id of the unit that a text names and nothing else.
UnitCalled = Callable[[str], str | None]


class Figure(NamedTuple):
    """A figure with its place; `units` are those it binds where the plan names them."""

    clause: str
    line: int
    span: Span
    literal: str
    value: str
    measure: str
    at_least: bool = False
    per_unit: bool = False
    units: tuple[str, ...] = ()
    # Each named unit's part of it: “(thành phố Vinh 05 …; thị xã Hoàng Mai 02 …)”.
    parts: tuple[tuple[str, str], ...] = ()
    maintains: bool = False
    # The words of both rows of a table's head, where the literal is one of them.
    said: str = ""
