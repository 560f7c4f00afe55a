"""The main part of a finished document taken apart without parsing it; of its lists what is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from kh_docs.check.made_of import Fixed, Listed, Part, Row
from kh_docs.check.shapes import Shaped, shaped, without_names
from kh_docs.patterns import re
from kh_docs.word.cutting import ROW, ROW_END

TABLE, TABLE_END = b"<w:tbl>", b"</w:tbl>"
CELL, CELL_END = b"<w:tc>", b"</w:tc>"
# Head, signature and recipients stand in tables too, but none of those repeats its first row.
HEADED = b"<w:tblHeader/>"

_UTF8 = re.compile(rb"^<\?xml [^>]*encoding=['\"]UTF-8['\"]", re.IGNORECASE)


class Rows(NamedTuple):
    """Of tables of data that begin alike: rows as they are written, cells, what rows say of themselves."""

    rows: set[bytes]
    cells: set[bytes]


class Taken:
    """A main part taken apart; not `is_plain` where that cannot be done without parsing it."""

    def __init__(self, known: Mapping[bytes, Rows], pieces: list[bytes]) -> None:
        self.known = known
        # What is not among it, by how the tables begin.
        self.new: dict[bytes, Rows] = {}
        self.key: list[bytes] = []
        self.parts: list[Part] = []
        self.is_plain = _UTF8.search(pieces[0]) is not None
        # A row says of itself what none did before.
        self.has_new_looks = False
        self._flow: list[bytes | Part] = []
        self._opening, self._depth = b"", 0
        blocks = iter(range(1, len(pieces), 2))
        for at in blocks:
            if gap := pieces[at - 1]:
                self._between(gap)
            if self._depth:
                self._table(pieces, at, blocks)
                continue
            # Most of a document; a method would take as long as what it does.
            text = shaped(pieces[at])
            if not text.alone or text.xml.startswith(ROW):
                self.is_plain = False
            self.key.append(text.shape)
            self.parts.append(text)
            self._flow.append(text)
        self._between(pieces[-1])

    def left(self) -> Iterator[bytes]:
        """The part again, without what came before."""
        for each in self._flow:
            match each:
                case bytes():
                    yield each
                case Shaped():
                    yield each.xml
                case Fixed(rows):
                    yield from (row.xml for row in rows)
                case Listed(_opening, rows):
                    for row in rows:
                        if row.is_kept:
                            yield from (row.head, *(cell.xml for cell in row.cells), ROW_END)

    def _between(self, gap: bytes) -> None:
        gap, opens, closes = _gap(gap)
        if opens or closes:
            self._opening, self._depth = gap, self._depth + opens - closes
            self.is_plain = self.is_plain and self._depth in (0, 1) and opens <= 1 and closes <= 1
        elif self._depth:
            # Something stands between rows, such as a control around one.
            self.is_plain = False
        self.key.append(gap)
        self._flow.append(gap)

    def _add(self, part: Part) -> None:
        self.parts.append(part)
        self._flow.append(part)

    def _table(self, pieces: list[bytes], start: int, blocks: Iterator[int]) -> None:
        """The rows from `start` on, of which `blocks` gives the further ones: nothing stands between them."""
        end = start + 2
        while end < len(pieces) and not pieces[end - 1]:
            end = next(blocks) + 2
        rows = pieces[start:end:2]
        if HEADED in rows[0].partition(CELL)[0]:
            self.key.append(HEADED)
            self._add(Listed(self._opening, self._rows_left(rows)))
        else:
            found = tuple([shaped(row) for row in rows])
            self.is_plain = self.is_plain and all(row.alone and row.xml.startswith(ROW) for row in found)
            self.key += [row.shape for row in found]
            self._add(Fixed(found))

    def _rows_left(self, rows: list[bytes]) -> list[Row]:
        """What is left of the rows of a table of data without cells that came before."""
        known = self.known.get(self._opening, _NONE)
        rows = [row for row in rows if row not in known.rows]
        if not rows:
            return []
        new = self.new.setdefault(self._opening, Rows(set(), set()))
        found: list[Row] = []
        before: list[bytes] = []
        for row in dict.fromkeys(rows):
            if row not in new.rows:
                left, before = self._row_left(row, known.cells, new, before)
                found.append(left)
        return found

    def _row_left(
        self, written: bytes, known: set[bytes], new: Rows, before: list[bytes]
    ) -> tuple[Row, list[bytes]]:
        """What is left of a row, and its cells for the next one: most are those of the row `before`."""
        head, *cells = without_names(written).removesuffix(ROW_END).split(CELL)
        left: list[Shaped] = []
        cites = False
        for cell, above in zip_longest(cells, before[: len(cells)]):
            if cell == above or cell in known or cell in new.cells:
                continue
            if cell.find(CELL_END) != len(cell) - len(CELL_END):
                self.is_plain = False
            found = shaped(CELL + cell)
            if found.cites:
                cites = True
            else:
                new.cells.add(cell)
            left.append(found)
        if not cites:
            new.rows.add(written)
        if head not in known and head not in new.cells:
            new.cells.add(head)
            self.has_new_looks = True
        # What cites is judged wherever it stands.
        return Row(head, left, bool(left) or self.has_new_looks), [] if cites else cells


_NONE = Rows(set(), set())


# The same things stand between the blocks of all documents of a kind.
@lru_cache(500)
def _gap(gap: bytes) -> tuple[bytes, int, int]:
    """What stands between two blocks without names, how many tables begin in it, and how many end."""
    gap = without_names(gap)
    return gap, gap.count(TABLE), gap.count(TABLE_END)
