"""What of a finished document was judged before, in one of its kind: cells of lists, paragraphs of the text.

A cell is left out wherever it comes again in the same table; a paragraph only where the whole text has a
shape that was judged as a whole: the same looks and numbers one after another, whatever words are between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kh_docs.check.anatomy import Anatomy
from kh_docs.word.document import Paragraph

MAIN = "word/document.xml"
TABLE, TABLE_END, ROW, ROW_END = b"<w:tbl>", b"</w:tbl>", b"<w:tr>", b"</w:tr>"
CELL, CELL_END = b"<w:tc>", b"</w:tc>"
# Head, signature and recipients stand in tables too, but none of those repeats its first row.
HEADED = b"<w:tblHeader/>"
NAMES = re.compile(
    rb'<w:(?:(?:alias|tag) w:val|bookmarkStart w:id="[0-9]+" w:name|bookmarkEnd w:id)="[^"]*"/>'
)
# Whether a citation is right depends on what was cited before it: no paragraph that may hold one is left out.
# Of a cell that names an annex rules only want to know that it does.
CITES = re.compile("(?:s|S)ố [0-9]|Phụ lục".encode())
CITED = re.compile("[0-9]/(?:[0-9]{4}/)?(?:[A-Z]|Đ)".encode())
# Parts that no rule reads: they name the document and its form.
UNREAD = ("docProps/", "customXml/")
# Cells and paragraphs remembered for one kind of document; beyond it come those of single units.
MOST = 5_000

_PARAGRAPH = re.compile(rb"<w:p[ >][^<]*(?:<(?!/w:p>)[^<]*)*</w:p>")
_WORDS = re.compile(rb"(?<=[>])[^<>]+(?=</w:t>)")
_MARKUP = re.compile(rb"<[^>]*>")
_NUMBER = re.compile(r"\s*([IVXLC]+\.|\d[\d.]*[.)]?|[a-zđ]\)|[-–+]|(?:Điều|Mục|Chương|Phần)\b)")


class Rest(NamedTuple):
    """What is still to be judged, as a main part; `partly`: paragraphs of the body are left out of it."""

    main: bytes
    cells: set[tuple[int, bytes]]
    rows: set[tuple[int, bytes]]
    blocks: list[bytes]
    shape: tuple[object, ...]
    partly: bool


@dataclass
class Seen:
    """What documents of one kind were made of that passed."""

    cells: set[tuple[int, bytes]] = field(default_factory=set)
    rows: set[tuple[int, bytes]] = field(default_factory=set)
    paragraphs: set[bytes] = field(default_factory=set)
    shapes: set[tuple[object, ...]] = field(default_factory=set)
    # The shapes of paragraphs, which come again and again.
    shaped: dict[bytes, bytes] = field(default_factory=dict)

    def rest(self, parts: Mapping[str, bytes]) -> Rest:
        """The document `parts` without what needs no second look."""
        main, cells, rows = self._without_cells(NAMES.sub(b"", parts.get(MAIN, b"")))
        stretches = list(_outside(main))
        blocks = [block[0] for stretch in stretches for block in stretch]
        read = (name for name in parts if name != MAIN and not name.startswith(UNREAD))
        others = tuple((name, hash(parts[name])) for name in read)
        shape = (others, *map(self._shape, blocks))
        if shape not in self.shapes:
            return Rest(main, cells, rows, blocks, shape, False)
        main, blocks = self._without_paragraphs(main, stretches)
        return Rest(main, cells, rows, blocks, shape, True)

    def passed(self, rest: Rest, anatomy: Anatomy) -> None:
        """Remember what was in order."""
        if len(self.cells) < MOST:
            self.cells |= rest.cells
            self.rows |= rest.rows
        if len(self.paragraphs) >= MOST:
            return
        self.shapes.add(rest.shape)
        read = [block for block in anatomy.document.blocks if isinstance(block, Paragraph)]
        if len(read) == len(rest.blocks):
            parts = _of_parts(anatomy)
            told = zip(read, rest.blocks, strict=True)
            self.paragraphs |= {
                xml for each, xml in told if id(each) not in parts and not each.is_blank and _droppable(xml)
            }

    def _without_cells(self, xml: bytes) -> tuple[bytes, set[tuple[int, bytes]], set[tuple[int, bytes]]]:
        """The main part without the rows and cells that came before, and the cells and rows that did not."""
        start, *pieces = xml.split(ROW)
        kept = [start]
        table, new = start.count(TABLE), set[tuple[int, bytes]]()
        rows = set[tuple[int, bytes]]()
        lists_data = first = TABLE in start
        for piece in pieces:
            row, _end, after = piece.partition(ROW_END)
            lists_data, first = (HEADED in row.partition(CELL)[0] if first else lists_data), False
            key = (table, row)
            if not lists_data:
                kept += (ROW, piece)
            elif (key in self.rows or key in rows) and not CITED.search(row):
                kept.append(after)
            else:
                left = self._cells_left(table, row, new)
                rows.add(key)
                kept += (ROW, left, ROW_END, after) if left else (after,)
            if TABLE in after:
                table, first = table + after.count(TABLE), True
        return b"".join(kept), new, rows

    def _cells_left(self, table: int, row: bytes, new: set[tuple[int, bytes]]) -> bytes:
        """A row without the cells that came before; nothing where all of them did."""
        head, *pieces = row.split(CELL)
        kept = [head]
        for piece in pieces:
            cell, _end, after = piece.partition(CELL_END)
            key = (table, cell)
            if (key in self.cells or key in new) and not CITED.search(cell):
                kept.append(after)
                continue
            kept += (CELL, piece)
            new.add(key)
        return b"".join(kept) if len(kept) > 1 + len(pieces) else b""

    def _shape(self, block: bytes) -> bytes:
        """A paragraph without its words but for the number at its beginning."""
        shape = self.shaped.get(block)
        if shape is None:
            number = _NUMBER.match(_MARKUP.sub(b"", block).decode())
            shape = _WORDS.sub(b"", block) + (number[1].encode() if number else b"")
            if len(self.shaped) < MOST:
                self.shaped[block] = shape
        return shape

    def _without_paragraphs(
        self, main: bytes, stretches: list[list[re.Match[bytes]]]
    ) -> tuple[bytes, list[bytes]]:
        """The main part without those that came before and stand between others that did, and those kept."""
        kept: list[bytes] = []
        blocks: list[bytes] = []
        done = 0
        for stretch in stretches:
            known = [block[0] in self.paragraphs for block in stretch]
            for at, block in enumerate(stretch):
                if 0 < at < len(stretch) - 1 and all(known[at - 1 : at + 2]):
                    kept.append(main[done : block.start()])
                    done = block.end()
                else:
                    blocks.append(block[0])
        return b"".join([*kept, main[done:]]), blocks


def _outside(main: bytes) -> Iterator[list[re.Match[bytes]]]:
    """The paragraphs that stand in no table, from one table to the next."""
    start = 0
    while True:
        table = main.find(TABLE, start)
        yield list(_PARAGRAPH.finditer(main, start, len(main) if table < 0 else table))
        if table < 0:
            return
        start = main.find(TABLE_END, table) + len(TABLE_END)


def _of_parts(anatomy: Anatomy) -> set[int]:
    """The paragraphs by which the parts of the document are found."""
    title, closing = anatomy.title, anatomy.closing
    pieces = [*anatomy.header.pieces, *title.abstract, *title.addressee_items, *closing.items]
    pieces += filter(None, (title.type_name, title.attached, title.addressee, closing.label))
    for annex in anatomy.annexes:
        pieces += [annex.head, *annex.title, *filter(None, (annex.attached,))]
    return {id(piece.paragraph) for piece in pieces}


def _droppable(block: bytes) -> bool:
    """Whether it is one paragraph and no more, and cites nothing."""
    return block.count(b"<w:p>") + block.count(b"<w:p ") == 1 and not CITES.search(block)
