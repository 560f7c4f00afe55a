"""What of a finished document was judged before, in one of its kind: cells of lists, paragraphs of the text.

A cell is left out wherever it comes again in the same table; a paragraph only where the whole document has a
frame that was judged as a whole: the same looks and numbers one after another, whatever words are between.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.frames import Fixed, Frame, Judged, Listed, Part, frame_of, judged_cells
from kh_docs.check.shapes import Shaped, cites_in_cells, shaped, without_names
from kh_docs.word.cutting import ROW, ROW_END
from kh_docs.word.document import Document, Paragraph

MAIN = "word/document.xml"
TABLE, TABLE_END = b"<w:tbl>", b"</w:tbl>"
CELL, CELL_END = b"<w:tc>", b"</w:tc>"
# Head, signature and recipients stand in tables too, but none of those repeats its first row.
HEADED = b"<w:tblHeader/>"
# Parts that no rule reads: they name the document and its form.
UNREAD = ("docProps/", "customXml/")
# Cells, rows and paragraphs remembered for one kind of document; beyond it come those of single units.
MOST, MOST_ROWS = 2_500, 1_000
# Units of a few types make a few frames. A larger one is that of a first document, whose lists are all new.
MOST_FRAMES, LARGEST_FRAME = 16, 80_000

_UTF8 = re.compile(rb"^<\?xml [^>]*encoding=['\"]UTF-8['\"]", re.IGNORECASE)

Key = tuple[object, ...]


class Rest(NamedTuple):
    """What is still to be judged of a document; `main`: the pieces left of its main part."""

    main: list[bytes]
    key: Key
    parts: list[Part]
    rows: set[tuple[bytes, bytes]]
    cells: set[tuple[bytes, bytes]]
    # By their place among the parts.
    left_out: frozenset[int]
    document: Document | None


@dataclass
class Seen:
    """What documents of one kind were made of that passed."""

    cells: set[tuple[bytes, bytes]] = field(default_factory=set)
    rows: set[tuple[bytes, bytes]] = field(default_factory=set)
    paragraphs: set[bytes] = field(default_factory=set)
    frames: dict[Key, Frame] = field(default_factory=dict)
    shapes: dict[tuple[bytes, bytes], Judged] = field(default_factory=dict)

    def rest(self, parts: Mapping[str, bytes], pieces: list[bytes]) -> Rest:
        """The document of `parts`, its main one cut into `pieces`, without what needs no second look."""
        taken = _Taken(self, pieces)
        if not taken.is_plain:
            return Rest(pieces, (), [], set(), set(), frozenset(), None)
        key = (tuple((name, each) for name, each in parts.items() if _is_read(name)), *taken.key)
        document, left_out = None, frozenset[int]()
        if (frame := self.frames.pop(key, None)) is not None:
            # The one that was asked for longest ago gives way to a new one.
            self.frames[key] = frame
        if frame is not None and not taken.has_new_looks:
            left_out = self._left_out(taken.parts)
            document = frame.with_words(taken.parts, left_out, self.shapes)
        if document is None:
            left_out = frozenset()
        return Rest(taken.main, key, taken.parts, taken.rows, taken.cells, left_out, document)

    def passed(self, rest: Rest, anatomy: Anatomy) -> None:
        """Remember what was in order."""
        if len(self.cells) < MOST:
            self.cells |= rest.cells
        if len(self.rows) < MOST_ROWS:
            self.rows |= rest.rows
        if rest.document is None and rest.parts:
            self._remember_frame(rest, anatomy.document)
        if len(self.paragraphs) < MOST:
            self._remember_paragraphs(rest, anatomy)

    def _remember_frame(self, rest: Rest, document: Document) -> None:
        if len(self.shapes) < MOST:
            self.shapes.update(judged_cells(document, rest.parts))
        if sum(map(len, rest.main)) > LARGEST_FRAME:
            return
        frame = frame_of(document, rest.parts)
        if frame is not None:
            if len(self.frames) >= MOST_FRAMES and rest.key not in self.frames:
                del self.frames[next(iter(self.frames))]
            self.frames[rest.key] = frame

    def _remember_paragraphs(self, rest: Rest, anatomy: Anatomy) -> None:
        kept = [part for at, part in enumerate(rest.parts) if at not in rest.left_out]
        if len(kept) != len(anatomy.document.blocks):
            return
        of_parts = _of_parts(anatomy)
        for part, block in zip(kept, anatomy.document.blocks, strict=True):
            if (
                isinstance(part, Shaped)
                and isinstance(block, Paragraph)
                and not part.cites
                and part.xml not in self.paragraphs
                and id(block) not in of_parts
                and not block.is_blank
            ):
                self.paragraphs.add(part.xml)

    def _left_out(self, parts: list[Part]) -> frozenset[int]:
        """The paragraphs that came before and stand between others that did."""
        known = [isinstance(part, Shaped) and part.xml in self.paragraphs for part in parts]
        inner = range(1, len(parts) - 1)
        return frozenset(at for at in inner if known[at] and known[at - 1] and known[at + 1])


class _Taken:
    """A main part taken apart; not `is_plain` where that cannot be done without parsing it."""

    def __init__(self, seen: Seen, pieces: list[bytes]) -> None:
        self.seen = seen
        self.main: list[bytes] = []
        self.key: list[bytes] = []
        self.parts: list[Part] = []
        self.rows: set[tuple[bytes, bytes]] = set()
        self.cells: set[tuple[bytes, bytes]] = set()
        self.is_plain = _UTF8.search(pieces[0]) is not None
        # A row says of itself what none did before.
        self.has_new_looks = False
        self.opening, self.depth, self.table = b"", 0, list[bytes]()
        for at in range(0, len(pieces) - 1, 2):
            if gap := pieces[at]:
                self._between(gap)
            block = pieces[at + 1]
            if self.depth:
                self.table.append(block)
            else:
                self._text(shaped(block))
        self._between(pieces[-1])

    def _between(self, gap: bytes) -> None:
        gap = without_names(gap)
        opens, closes = gap.count(TABLE), gap.count(TABLE_END)
        if opens or closes:
            self._end_table()
            self.opening, self.depth = gap, self.depth + opens - closes
            self.is_plain = self.is_plain and self.depth in (0, 1) and opens <= 1 and closes <= 1
        elif self.depth:
            # Something stands between rows, such as a control around one.
            self.is_plain = False
            self._end_table()
        self.key.append(gap)
        self.main.append(gap)

    def _text(self, text: Shaped) -> None:
        if not text.alone or text.xml.startswith(ROW):
            self.is_plain = False
        self.key.append(text.shape)
        self.parts.append(text)
        self.main.append(text.xml)

    def _end_table(self) -> None:
        rows, self.table = self.table, []
        if not self.depth:
            return
        if rows and HEADED in rows[0].partition(CELL)[0]:
            self._list(rows)
        else:
            found = tuple([shaped(row) for row in rows])
            self.is_plain = self.is_plain and all(row.alone and row.xml.startswith(ROW) for row in found)
            self.key += [row.shape for row in found]
            self.parts.append(Fixed(found))
            self.main += [row.xml for row in found]

    def _list(self, rows: list[bytes]) -> None:
        """A table of data: what is left of its rows without cells that came before."""
        found: list[list[Shaped]] = []
        for block in rows:
            row = without_names(block)
            key = (self.opening, row)
            if key in self.seen.rows or key in self.rows:
                continue
            if not cites_in_cells(row):
                self.rows.add(key)
            found.append(self._cells_left(row))
        self.parts.append(Listed(self.opening, found))
        self.key.append(HEADED)

    def _cells_left(self, row: bytes) -> list[Shaped]:
        """The cells of a row that did not come before."""
        head, *pieces = row.removesuffix(ROW_END).split(CELL)
        kept: list[bytes] = []
        left: list[Shaped] = []
        opening, known, new = self.opening, self.seen.cells, self.cells
        for piece in pieces:
            cell, _end, after = piece.partition(CELL_END)
            key = (opening, cell)
            if after:
                self.is_plain = False
            if key in known or key in new:
                continue
            if not cites_in_cells(cell):
                new.add(key)
            left.append(shaped(CELL + cell + CELL_END))
            kept += (CELL, piece)
        looks = (opening, head)
        if looks not in known and looks not in new:
            new.add(looks)
            self.has_new_looks = True
        if left or self.has_new_looks:
            self.main += (head, *kept, ROW_END)
        return left


def _is_read(name: str) -> bool:
    return name != MAIN and not name.startswith(UNREAD)


def _of_parts(anatomy: Anatomy) -> set[int]:
    """The paragraphs by which the parts of the document are found."""
    title, closing = anatomy.title, anatomy.closing
    pieces = [*anatomy.header.pieces, *title.abstract, *title.addressee_items, *closing.items]
    pieces += filter(None, (title.type_name, title.attached, title.addressee, closing.label))
    for annex in anatomy.annexes:
        pieces += [annex.head, *annex.title, *filter(None, (annex.attached,))]
    return {id(piece.paragraph) for piece in pieces}
