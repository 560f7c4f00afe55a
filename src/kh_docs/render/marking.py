"""Hidden bookmarks at the blocks of a document, by which they are known again after other programs.

Paragraph ids and style ids do not outlive LibreOffice or WPS; bookmarks do, and one whose name begins with _
is never shown. The name follows from what the block says, so that a block with nothing new keeps its name.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import NamedTuple

from kh_docs.word.cutting import PARAGRAPH_END, ROW_END

MAIN = "word/document.xml"
_BEGIN, _END = b'<w:bookmarkStart w:id="%d" w:name="_kh_', b'"/><w:bookmarkEnd w:id="%d"/>'
_PROPERTIES_END = b"</w:pPr>"
# More blocks than the forms of one plan have alike for all units.
_MOST = 1_500


class _Place(NamedTuple):
    """Where in a block its mark stands, and the sum of what it says."""

    at: int
    said: bytes


def marked(name: str, pieces: list[bytes]) -> list[bytes]:
    """The part `name` cut into `pieces` (`word.cutting`), in any pieces; the main one with a bookmark in
    each block."""
    return _marked(pieces) if name == MAIN else pieces


def _marked(pieces: list[bytes]) -> list[bytes]:
    used: dict[bytes, int] = {}
    found: list[bytes] = []
    number = 0
    for index in range(0, len(pieces) - 1, 2):
        gap, block = pieces[index], pieces[index + 1]
        place = _place_in(block)
        if place is None:
            found += (gap, block)
            continue
        at, said = place
        times = used[said] = used.get(said, 0) + 1
        number += 1
        name = said if times == 1 else b"%b_%d" % (said, times)
        found += (gap, block[:at], _begin(number), name, _end(number), block[at:])
    found.append(pieces[-1])
    return found


@lru_cache(_MOST)
def _begin(number: int) -> bytes:
    """What stands before the name of a mark: the same in every document."""
    return _BEGIN % number


@lru_cache(_MOST)
def _end(number: int) -> bytes:
    return _END % number


@lru_cache(_MOST)
def _place_in(block: bytes) -> _Place | None:
    """The mark of a block follows from its bytes alone, and most come again in the next document."""
    end = len(block) - len(ROW_END if block.endswith(ROW_END) else PARAGRAPH_END)
    # What prints nothing gets no mark: LibreOffice would spoil it.
    text = block.find(b"</w:t>", 0, end)
    at = block.rfind(_PROPERTIES_END, 0, text)
    if text < 0 or at < 0:
        return None
    return _Place(at + len(_PROPERTIES_END), b"%08x" % zlib.crc32(memoryview(block)[:end]))
