"""What of a finished document was judged before, in one of its kind: cells of lists, paragraphs of the text.

A cell is left out wherever it comes again in the same table, standing in text or annex as before; a
paragraph only where the whole document has a frame that was judged as a whole, on the same ground: the same
looks and numbers one after another, whatever words are between.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.frames import Frame, Standing, frame_of, judged_cells
from kh_docs.check.frames_kept import Frames
from kh_docs.check.ground import Facts, Ground, Region, needed
from kh_docs.check.made_of import Fixed, Listed, Part
from kh_docs.check.shapes import Shaped
from kh_docs.check.taken import Rows, Taken
from kh_docs.check.waiting import Cells
from kh_docs.word.document import Document

MAIN = "word/document.xml"
# Parts that no rule reads: they name the document and its form.
UNREAD = ("docProps/", "customXml/")
# Cells, rows and paragraphs remembered for one kind of document; beyond it come those of single units.
MOST, MOST_ROWS = 2_500, 1_000
# Those that marshal makes depend on what else in the program knows a value.
_WITHOUT_REFERENCES = 2
# A larger frame is that of a first document, whose lists are all new.
LARGEST_FRAME = 80_000


class Rest(NamedTuple):
    """What is still to be judged of a document; `main`: its main part, if it has to be parsed."""

    main: Sequence[bytes]
    key: bytes = b""
    parts: Sequence[Part] = ()
    # Of its lists, by how they begin.
    new: Mapping[bytes, Rows] = MappingProxyType({})
    # Of the parts that are left, which ones.
    places: Sequence[int] = ()
    # The frame and the document, where it needs no parsing; by their ids the paragraphs judged before.
    frame: Frame | None = None
    document: Document | None = None
    judged: frozenset[int] = frozenset()
    unjudged: Sequence[Standing] = ()


@dataclass
class Seen:
    """What documents of one kind were made of that passed."""

    # Tables of data, by how they begin.
    lists: dict[bytes, Rows] = field(default_factory=dict)
    # Where those stand: in the text, in an annex.
    regions: dict[bytes, Region] = field(default_factory=dict)
    frames: Frames = field(default_factory=Frames)
    shapes: Cells = field(default_factory=Cells)
    # Of all those documents.
    facts: Facts | None = None
    # Whether any of them is of this run: what was kept may be of documents on other ground.
    is_of_today: bool = False

    def rest(self, parts: Mapping[str, bytes], pieces: list[bytes]) -> Rest:
        """The document of `parts`, its main one cut into `pieces`, without what needs no second look."""
        taken = Taken(self.lists, pieces)
        if not taken.is_plain:
            return Rest(pieces)
        key = _digest([each for part in parts.items() if _is_read(part[0]) for each in part], taken.key)
        rest = Rest((), key, taken.parts, taken.new, range(len(taken.parts)))
        frame = self.frames.asked(key)
        known = self._in_frame(rest, frame) if frame and not taken.has_new_looks else None
        return known or rest._replace(main=[*taken.left()])

    def _in_frame(self, rest: Rest, frame: Frame) -> Rest | None:
        """The same with a document that needs no parsing; None where only a parser can tell."""
        in_places = frame.in_their_places(rest.parts)
        standing = frozenset([at for at, each in in_places if each in frame.judged])
        left_out = frame.needless(rest.parts, standing)
        document = frame.with_words(rest.parts, left_out, self.shapes)
        if document is None:
            return None
        places = [at for at in rest.places if at not in left_out]
        judged = frame.judged_of(document, places, standing)
        new = [each for at, each in in_places if at not in standing]
        return rest._replace(places=places, frame=frame, document=document, judged=judged, unjudged=new)

    def fits(self, rest: Rest, ground: Ground) -> bool:
        """Whether what was left out was judged on the same ground."""
        if rest.frame is not None and not ground.is_that_of(rest.frame.ground):
            return False
        if rest.parts:
            tables = _tables(rest.parts)
            stand = {*self.regions.items(), *_regions(tables, ground)}
            # Each list in one region, of this document too: what is new in it is judged once.
            if len(tables) != len(ground.tables) or len(dict(stand)) != len(stand):
                return False
        if self.facts is None or self.facts == ground.facts:
            return True
        if not self.is_of_today:
            vars(self).update(vars(Seen()))
        return False

    def passed(self, rest: Rest, anatomy: Anatomy, ground: Ground) -> None:
        """Remember what was in order."""
        self.facts, self.is_of_today = ground.facts, True
        self._remember_lists(rest.new)
        self.regions.update(_regions(_tables(rest.parts), ground))
        if rest.frame is not None:
            rest.frame.remember(rest.unjudged, anatomy.page.found)
        elif rest.parts and (frame := self._remember_frame(rest, anatomy, ground)) is not None:
            frame.remember([each for _at, each in frame.in_their_places(rest.parts)], anatomy.page.found)

    def _remember_lists(self, new: Mapping[bytes, Rows]) -> None:
        more_rows = sum(len(each.rows) for each in self.lists.values()) < MOST_ROWS
        more_cells = sum(len(each.cells) for each in self.lists.values()) < MOST
        for opening, found in new.items():
            known = self.lists.setdefault(opening, Rows(set(), set()))
            if more_rows:
                known.rows.update(found.rows)
            if more_cells:
                known.cells.update(found.cells)

    def _remember_frame(self, rest: Rest, anatomy: Anatomy, ground: Ground) -> Frame | None:
        document = anatomy.document
        if len(self.shapes) < MOST:
            self.shapes.update(judged_cells(document, rest.parts))
        if sum(map(len, rest.main)) > LARGEST_FRAME:
            return None
        frame = frame_of(document, rest.parts, ground, needed(anatomy, rest.places))
        if frame is not None:
            self.frames.add(rest.key, frame)
        return frame


def _digest(*values: list[Any]) -> bytes:
    """One for all that is the same in documents of one frame: some 100 KB."""
    return hashlib.sha256(marshal.dumps(values, _WITHOUT_REFERENCES)).digest()


def _tables(parts: Sequence[Part]) -> list[Fixed | Listed]:
    return [part for part in parts if not isinstance(part, Shaped)]


def _regions(tables: Sequence[Fixed | Listed], ground: Ground) -> Iterator[tuple[bytes, Region]]:
    """How each table of data begins, and where it stands."""
    for table, region in zip(tables, ground.tables, strict=False):
        if isinstance(table, Listed):
            yield table.opening, region


def _is_read(name: str) -> bool:
    return name != MAIN and not name.startswith(UNREAD)
