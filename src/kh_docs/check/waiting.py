"""Paragraphs and tables read once that wait for other words: they then read as if they had been parsed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kh_docs.check.holes import Holes, cell_with_words, with_words
from kh_docs.check.made_of import Fixed, Listed, words_of
from kh_docs.check.shapes import Shaped
from kh_docs.word.document import Cell, Container, Paragraph, Table, walk
from kh_docs.word.packing import packed, unpacked


class Judged(NamedTuple):
    """A cell of a table of data that was in order."""

    cell: Cell
    holes: Holes


class Cells(dict[tuple[bytes, bytes], Judged]):
    """Cells by the opening of their table and their shape; those of earlier runs are read when one is new."""

    def __init__(self, kept: bytes | None = None) -> None:
        super().__init__()
        self.kept = kept

    def of(self, opening: bytes, shape: bytes) -> Judged | None:
        self._read()
        return self.get((opening, shape))

    def packed(self) -> bytes:
        self._read()
        return packed(dict(self))

    def _read(self) -> None:
        if self.kept is not None:
            self.update(unpacked(self.kept) | self)
            self.kept = None


@dataclass(slots=True, eq=False)
class WaitingText:
    """A paragraph that stands in no table, and as it was printed last."""

    first: Paragraph
    holes: Holes | None
    said: Shaped
    last: Paragraph

    def with_words(self, said: Shaped) -> Paragraph | None:
        if said.xml != self.said.xml:
            if self.holes is None or said.words is None:
                return None
            self.last = with_words(self.first, self.holes[0], said.words, self.first.container)
            self.said = said
        return self.last


@dataclass(slots=True, eq=False)
class WaitingTable:
    """A table of the layout, and as it was printed last; `spans`: which of its words stand in each cell."""

    first: Table
    holes: Holes | None
    spans: list[slice]
    said: Fixed
    last: Table

    def with_words(self, said: Fixed) -> Table | None:
        if any(new.xml != old.xml for new, old in zip(said.rows, self.said.rows, strict=True)):
            words, before = words_of(said), words_of(self.said)
            if self.holes is None or words is None:
                return None
            holes, spans = iter(self.holes), iter(self.spans)
            rows = [
                [
                    cell_with_words(cell, cell.container, holes, words)
                    # Most cells say the same in all documents.
                    if before is None or before[span := next(spans)] != words[span]
                    else _passed_over(last, holes)
                    for cell, last in zip(row, last_row, strict=True)
                ]
                for row, last_row in zip(self.first.rows, self.last.rows, strict=True)
            ]
            self.said, self.last = said, table_of(self.first, rows)
        return self.last


def _passed_over(cell: Cell, holes: Iterator[list[int | None]]) -> Cell:
    """The cell as it is, and the holes of those that come behind it."""
    for _each in walk(cell.blocks):
        next(holes)
    return cell


def spans_of(cells: list[Cell], holes: Holes) -> list[slice]:
    """Which words stand in each of the cells."""
    spans: list[slice] = []
    paragraphs, end = iter(holes), 0
    for cell in cells:
        inside = [hole for _each in walk(cell.blocks) for hole in next(paragraphs) if hole is not None]
        spans.append(slice(end, end := end + len(inside)))
    return spans


def list_with_words(table: Table, said: Listed, cells: Cells) -> Table | None:
    """The cells of a table of data that were not judged before."""
    rows: list[list[Cell]] = []
    for row in said.rows:
        made: list[Cell] = []
        for column, shape in enumerate(row.cells):
            judged = cells.of(said.opening, shape.shape)
            if judged is None or shape.words is None:
                return None
            old = judged.cell.container
            place = Container(
                *("cell", old.x_mm, old.width_mm, table.number, len(rows), column, old.outer, old.start)
            )
            made.append(cell_with_words(judged.cell, place, iter(judged.holes), shape.words))
        if made:
            rows.append(made)
    return table_of(table, rows) if rows else table


def table_of(table: Table, rows: list[list[Cell]]) -> Table:
    """The same table with other rows."""
    return Table(table.element, table.number, rows, table.section, table.bordered)
