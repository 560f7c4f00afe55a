"""What a document is made of that was taken apart without parsing it: paragraphs and tables."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.check.shapes import Shaped


class Row(NamedTuple):
    """A row of a table of data with those of its cells that were not judged yet."""

    head: bytes
    cells: list[Shaped]
    # It has some, or it looks itself as none did before.
    is_kept: bool


class Listed(NamedTuple):
    """A table of data; `opening`: what is said before its first row."""

    opening: bytes
    rows: list[Row]


class Fixed(NamedTuple):
    """A table that the layout gives, such as the head of a document."""

    rows: tuple[Shaped, ...]


# What a document is made of, in its order: paragraphs of the text and tables.
Part = Shaped | Fixed | Listed


def words_of(table: Fixed) -> tuple[str, ...] | None:
    """What its rows say; None where only a parser knows."""
    words: list[str] = []
    for row in table.rows:
        if row.words is None:
            return None
        words += row.words
    return tuple(words)
