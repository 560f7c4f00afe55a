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
    """A block around the place of its mark, and the sum of what it says."""

    before: bytes
    said: bytes
    behind: bytes


def marked(name: str, pieces: list[bytes]) -> list[bytes]:
    """The part `name` cut into `pieces` (`word.cutting`), in any pieces; the main one with a bookmark in
    each block."""
    return _marked(pieces) if name == MAIN else pieces


def _marked(pieces: list[bytes]) -> list[bytes]:
    used: dict[bytes, int] = {}
    found: list[bytes] = []
    begins, ends = _numbered(len(pieces) // 200)
    number = 0
    following = iter(pieces)
    # The last piece is no block, and has none behind it.
    for gap, block in zip(following, following, strict=False):
        place = _place_in(block)
        if place is None:
            found += (gap, block)
            continue
        before, said, behind = place
        times = used[said] = used.get(said, 0) + 1
        name = said if times == 1 else b"%b_%d" % (said, times)
        found += (gap, before, begins[number], name, ends[number], behind)
        number += 1
    found.append(pieces[-1])
    return found


@lru_cache(maxsize=20)
def _numbered(hundreds: int) -> tuple[list[bytes], list[bytes]]:
    """What stands before and behind the names of marks, the same in every document; of so many and less than
    one hundred more."""
    numbers = range(1, 100 * (hundreds + 1))
    return [_BEGIN % number for number in numbers], [_END % number for number in numbers]


@lru_cache(_MOST)
def _place_in(block: bytes) -> _Place | None:
    """The mark of a block follows from its bytes alone, and most come again in the next document."""
    end = len(block) - len(ROW_END if block.endswith(ROW_END) else PARAGRAPH_END)
    # What prints nothing gets no mark: LibreOffice would spoil it.
    text = block.find(b"</w:t>", 0, end)
    at = block.rfind(_PROPERTIES_END, 0, text)
    if text < 0 or at < 0:
        return None
    at += len(_PROPERTIES_END)
    return _Place(block[:at], b"%08x" % zlib.crc32(memoryview(block)[:end]), block[at:])
