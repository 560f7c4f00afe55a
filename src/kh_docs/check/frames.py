"""A document that was in order, ready for other words.

What is no word (looks, places, sections, controls) is the same, byte for byte, in all documents of one frame.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kh_docs.check.ground import Ground
from kh_docs.check.holes import by_itself, holes_in, holes_of
from kh_docs.check.made_of import Fixed, Listed, Part, words_of
from kh_docs.check.pieces import Piece
from kh_docs.check.shapes import Shaped
from kh_docs.check.waiting import (
    Cells,
    Judged,
    WaitingTable,
    WaitingText,
    list_with_words,
    spans_of,
    table_of,
)
from kh_docs.word.document import Block, Document, Paragraph, Table, walk

# A part by its number, and of a table of the layout one cell.
Place = tuple[int, int]
# What is judged in its place: a paragraph with those beside it, the words of a cell.
Standing = tuple[object, ...]
# Of a table of data only its cells that are new are put in.
Waiting = WaitingText | WaitingTable | Table

# Paragraphs and tables of one frame, remembered in their places; beyond it come those of single units.
MOST_JUDGED = 500


class Frame:
    """A document that was in order, ready for other words."""

    def __init__(
        self, document: Document, parts: list[Waiting], ground: Ground, needed: Collection[int]
    ) -> None:
        self.document = document
        self.parts = parts
        self.ground = ground
        # The parts by which other paragraphs are told what they are.
        self.needed = needed
        # What stands in the margins and below the text came with the layout.
        self.around = frozenset(map(id, _around(document)))
        # What was judged as it stood: a paragraph between those beside it, the words of a cell of the layout.
        self.judged: set[Standing] = set()
        # Of what stands here since last, by the ids of its paragraphs.
        self.pieces: dict[int, list[Piece]] = {}
        self.renewed: list[Block] = [part.last for part in parts if not isinstance(part, Table)]
        self.tables = [(at, part) for at, part in enumerate(parts) if isinstance(part, WaitingTable)]

    def judged_of(
        self, document: Document, places: Sequence[int], standing: Collection[Place]
    ) -> frozenset[int]:
        """By their ids the paragraphs of what is `standing`, in a document whose blocks stand in `places`."""
        found: list[Block] = []
        for at, block in zip(places, document.blocks, strict=True):
            if isinstance(block, Paragraph):
                if (at, 0) in standing:
                    found.append(block)
            elif isinstance(self.parts[at], WaitingTable):
                cells = enumerate(cell for row in block.rows for cell in row)
                found += [each for n, cell in cells if (at, n) in standing for each in cell.blocks]
        return self.around.union(map(id, walk(found)))

    def in_their_places(self, parts: Sequence[Part]) -> list[tuple[Place, Standing]]:
        """Each paragraph that says something with those before and behind it, and each cell of the layout."""
        texts = [(at, part.xml) for at, part in enumerate(parts) if isinstance(part, Shaped) and part.says]
        xmls = [xml for _at, xml in texts]
        beside = zip(texts, [b"", *xmls], [*xmls[1:], b""], strict=False)
        found: list[tuple[Place, Standing]] = [
            ((at, 0), (at, above, xml, below)) for (at, xml), above, below in beside
        ]
        for at, mine in self.tables:
            part = parts[at]
            assert isinstance(part, Fixed)
            words = words_of(part) or ()
            found += [((at, n), (at, n, words[span])) for n, span in enumerate(mine.spans)]
        return found

    def remember(self, new: Iterable[Standing], found: Mapping[int, list[Piece]]) -> None:
        """That what is `new` was judged, and the pieces `found` of what was made for it."""
        if len(self.judged) < MOST_JUDGED:
            self.judged.update(new)
        self.pieces.update((its, found[its]) for its in map(id, walk(self.renewed)) if its in found)

    def needless(self, parts: Sequence[Part], standing: Collection[Place]) -> frozenset[int]:
        """Of those `standing` the paragraphs which nothing else that is to be judged needs."""
        needed = self.needed
        among = {at for at, _cell in standing if at not in needed and isinstance(parts[at], Shaped)}
        return frozenset(at for at in among if at - 1 in among and at + 1 in among and not _cites(parts[at]))

    def with_words(self, parts: Sequence[Part], left_out: Collection[int], cells: Cells) -> Document | None:
        """The document of `parts` but for those `left_out`; None where only a parser can tell."""
        blocks: list[Block] = []
        self.renewed = []
        for at, said in enumerate(parts):
            if at in left_out:
                continue
            mine = self.parts[at]
            last: Block | None = None
            block: Block | None = None
            # Most are paragraphs, which are told in a third of the time that `match` takes.
            if isinstance(mine, WaitingText):
                if isinstance(said, Shaped):
                    last, block = mine.last, mine.with_words(said)
            elif isinstance(mine, WaitingTable):
                if isinstance(said, Fixed):
                    last, block = mine.last, mine.with_words(said)
            elif isinstance(said, Listed):
                last = block = list_with_words(mine, said, cells)
            if block is None:
                return None
            if last is not None and block is not last:
                self.renewed.append(block)
                stays = set(map(id, walk([block])))
                for paragraph in walk([last]):
                    if id(paragraph) not in stays:
                        self.pieces.pop(id(paragraph), None)
            blocks.append(block)
        old = self.document
        return Document(blocks, old.sections, old.notes, old.even_and_odd, old.tracked)


def _around(document: Document) -> Iterator[Paragraph]:
    yield from document.notes
    for section in document.sections:
        yield from section.shown_headers
        yield from section.shown_footers


def _cites(part: Part) -> bool:
    return isinstance(part, Shaped) and (part.cites or part.names_annex)


def frame_of(
    document: Document, parts: Sequence[Part], ground: Ground, needed: Collection[int]
) -> Frame | None:
    """The frame of a document that was read whole; None where its parts are not those."""
    if len(document.blocks) != len(parts):
        return None
    found: list[Waiting] = []
    for block, said in zip(document.blocks, parts, strict=True):
        if isinstance(said, Shaped):
            if not isinstance(block, Paragraph):
                return None
            found.append(WaitingText(block, holes_of([block], said.words), said, block))
        elif not isinstance(block, Table):
            return None
        elif isinstance(said, Fixed):
            inside = [cell for row in block.rows for cell in row]
            holes = holes_in(inside, words_of(said))
            spans = spans_of(inside, holes) if holes is not None else []
            found.append(WaitingTable(block, holes, spans, said, block))
        else:
            found.append(table_of(block, []))
    return Frame(document, found, ground, needed)


def judged_cells(document: Document, parts: Sequence[Part]) -> dict[tuple[bytes, bytes], Judged]:
    """The cells of tables of data in a document that was read without those judged before."""
    found: dict[tuple[bytes, bytes], Judged] = {}
    if len(document.blocks) != len(parts):
        return found
    for block, said in zip(document.blocks, parts, strict=True):
        if not isinstance(said, Listed) or not isinstance(block, Table):
            continue
        rows = [row.cells for row in said.rows if row.cells]
        if list(map(len, rows)) != list(map(len, block.rows)):
            continue
        for row, cells in zip(rows, block.rows, strict=True):
            for shape, cell in zip(row, cells, strict=True):
                holes = holes_in([cell], shape.words)
                if holes is not None:
                    found[said.opening, shape.shape] = Judged(by_itself(cell), holes)
    return found
