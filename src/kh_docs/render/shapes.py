"""What tells contexts apart for a layout: what is there and what is not, the styles of their blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from kh_docs.layout.tables import Column
from kh_docs.render.recurring import Recurring
from kh_docs.render.values import Block, Run, Table

# Rows of the forms of a plan; those of two documents.
_MOST, _MOST_NEW = 2_000, 400


class Shapes:
    """The shapes of contexts; of a row that many documents have it is found once."""

    def __init__(self) -> None:
        self._known: Recurring[object] = Recurring(_MOST, _MOST_NEW)

    def of(self, values: Mapping[str, Any]) -> frozenset[object]:
        """The shape of a context."""
        return frozenset([(name, self._shape(value)) for name, value in values.items()])

    def _shape(self, value: Any) -> object:
        kind = value.__class__
        if kind is str or kind is Run:
            return bool(value)
        if kind is Block:
            return value.style, bool(value.tag)
        if kind is Table:
            return _columns_shape(value.columns), _rows_shape(value.rows), value.closing
        if kind.__base__ is tuple:
            known = self._known.get(id(value))
            if known is not None:
                return known[1]
            shape = tuple(map(self._shape, value))
            if self._known.came_again(id(value), value):
                self._known.remember(id(value), value, shape)
            return shape
        if kind is list or kind is tuple:
            return frozenset(map(self._shape, value))
        return self.of(value) if isinstance(value, Mapping) else bool(value)


def _rows_shape(rows: Sequence[Sequence[object]]) -> object:
    """Of the cells of a row, each of them runs, whether all or some print anything."""
    return frozenset([(all(row), any(row)) for row in rows])


@lru_cache(100)
def _columns_shape(columns: tuple[Column, ...]) -> object:
    return frozenset([tuple(map(bool, column)) for column in columns])
