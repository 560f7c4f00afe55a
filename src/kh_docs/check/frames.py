"""A document read once, with other words put in: it reads as if it had been parsed.

What is no word (looks, places, sections, controls) is the same, byte for byte, in all documents of one frame.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kh_docs.check.holes import Holes, by_itself, cell_with_words, holes_in, holes_of, with_words
from kh_docs.check.shapes import Shaped
from kh_docs.word.document import Block, Cell, Container, Document, Paragraph, Table


class Listed(NamedTuple):
    """A table of data; `opening`: what is said before its first row; of each row the cells not yet judged."""

    opening: bytes
    rows: list[list[Shaped]]


class Fixed(NamedTuple):
    """A table that the layout gives, such as the head of a document."""

    rows: tuple[Shaped, ...]


# What a document is made of, in its order: paragraphs of the text and tables.
Part = Shaped | Fixed | Listed


class Judged(NamedTuple):
    """A cell of a table of data that was in order."""

    cell: Cell
    holes: Holes


# By the opening of the table and the shape of the cell.
Cells = Mapping[tuple[bytes, bytes], Judged]


@dataclass(slots=True, eq=False)
class _Text:
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
class _FixedTable:
    """A table of the layout, and as it was printed last."""

    first: Table
    holes: Holes | None
    said: Fixed
    last: Table

    def with_words(self, said: Fixed) -> Table | None:
        if any(new.xml != old.xml for new, old in zip(said.rows, self.said.rows, strict=True)):
            words = _words_of(said)
            if self.holes is None or words is None:
                return None
            holes = iter(self.holes)
            rows = [
                [cell_with_words(cell, cell.container, holes, words) for cell in row]
                for row in self.first.rows
            ]
            self.said, self.last = said, _table(self.first, rows)
        return self.last


class Frame:
    """A document that was in order, ready for other words."""

    def __init__(self, document: Document, parts: list[_Text | _FixedTable | Table]) -> None:
        self.document = document
        self.parts = parts

    def with_words(self, parts: list[Part], left_out: Collection[int], cells: Cells) -> Document | None:
        """The document of `parts` but for those `left_out`; None where only a parser can tell."""
        blocks: list[Block] = []
        for at, said in enumerate(parts):
            if at in left_out:
                continue
            mine = self.parts[at]
            block: Block | None = None
            match mine, said:
                case _Text(), Shaped():
                    block = mine.with_words(said)
                case _FixedTable(), Fixed():
                    block = mine.with_words(said)
                case Table(), Listed():
                    block = _list(mine, said, cells)
            if block is None:
                return None
            blocks.append(block)
        old = self.document
        return Document(blocks, old.sections, old.notes, old.even_and_odd, old.tracked)


def frame_of(document: Document, parts: list[Part]) -> Frame | None:
    """The frame of a document that was read whole; None where its parts are not those."""
    if len(document.blocks) != len(parts):
        return None
    found: list[_Text | _FixedTable | Table] = []
    for block, said in zip(document.blocks, parts, strict=True):
        if isinstance(said, Shaped):
            if not isinstance(block, Paragraph):
                return None
            found.append(_Text(block, holes_of([block], said.words), said, block))
        elif not isinstance(block, Table):
            return None
        elif isinstance(said, Fixed):
            inside = [cell for row in block.rows for cell in row]
            holes = holes_in(inside, _words_of(said))
            found.append(_FixedTable(block, holes, said, block))
        else:
            found.append(_table(block, []))
    return Frame(document, found)


def judged_cells(document: Document, parts: list[Part]) -> dict[tuple[bytes, bytes], Judged]:
    """The cells of tables of data in a document that was read without those judged before."""
    found: dict[tuple[bytes, bytes], Judged] = {}
    if len(document.blocks) != len(parts):
        return found
    for block, said in zip(document.blocks, parts, strict=True):
        if not isinstance(said, Listed) or not isinstance(block, Table):
            continue
        rows = [row for row in said.rows if row]
        if list(map(len, rows)) != list(map(len, block.rows)):
            continue
        for row, cells in zip(rows, block.rows, strict=True):
            for shape, cell in zip(row, cells, strict=True):
                holes = holes_in([cell], shape.words)
                if holes is not None:
                    found[said.opening, shape.shape] = Judged(by_itself(cell), holes)
    return found


def _list(table: Table, said: Listed, cells: Cells) -> Table | None:
    """The cells of a table of data that were not judged before."""
    rows: list[list[Cell]] = []
    for row in said.rows:
        made: list[Cell] = []
        for column, shape in enumerate(row):
            judged = cells.get((said.opening, shape.shape))
            if judged is None or shape.words is None:
                return None
            old = judged.cell.container
            place = Container(
                *("cell", old.x_mm, old.width_mm, table.number, len(rows), column, old.outer, old.start)
            )
            made.append(cell_with_words(judged.cell, place, iter(judged.holes), shape.words))
        if made:
            rows.append(made)
    return _table(table, rows) if rows else table


def _table(table: Table, rows: list[list[Cell]]) -> Table:
    return Table(table.element, table.number, rows, table.section, table.bordered)


def _words_of(table: Fixed) -> tuple[str, ...] | None:
    words: list[str] = []
    for row in table.rows:
        if row.words is None:
            return None
        words += row.words
    return tuple(words)
