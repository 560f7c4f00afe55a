"""Whether a filled part is sound XML without empty containers; each of its blocks is looked at once.

The rows of a form are nearly all the same from unit to unit, and nine tenths of the part.
"""

from __future__ import annotations

from collections.abc import Collection

from kh_docs.render import guard, mending
from kh_docs.word.cutting import ROW

# In the place of blocks that are known to be sound, one or several that follow one another.
PLAIN_ROW = b"<w:tr><w:tc><w:p></w:p></w:tc></w:tr>"
PLAIN_PARAGRAPH = b"<w:p></w:p>"
# What may hold another block, whose end would be taken for that of the outer one.
HOLDS_ROWS = (b"<w:tbl>", b"<w:tr ", b"<!")
HOLDS_PARAGRAPHS = (b"<w:p>", b"<w:p ", b"<!")
# Of one layout; beyond it come those of single units.
MOST = 1_500


class Rows:
    """The blocks that stood in parts found sound."""

    def __init__(self) -> None:
        self.known: set[bytes] = set()

    def all_sound(self, pieces: list[bytes], sound: Collection[int] = ()) -> bool:
        """Whether no container of a part cut into `pieces` is empty; XMLSyntaxError where it is no XML.

        `sound`: at which of them stand blocks that need no look.
        """
        rest, new, known = list[bytes](), list[bytes](), self.known
        before = b""
        for at in range(0, len(pieces) - 1, 2):
            gap, block = pieces[at], pieces[at + 1]
            if at + 1 in sound or block in known:
                plain = PLAIN_ROW if block.startswith(ROW) else PLAIN_PARAGRAPH
                if gap or before is not plain:
                    rest += (gap, plain)
                before = plain
                continue
            rest += (gap, block)
            before = b""
            if _stands_alone(block):
                new.append(block)
        content = b"".join([*rest, pieces[-1]])
        if not mending.has_no_empty_container(content):
            return False
        guard.check_well_formed(content)
        if len(known) < MOST:
            known.update(new)
        return True


def _stands_alone(block: bytes) -> bool:
    """Whether it ends where it seems to: nothing in it is of its own kind."""
    if block.startswith(ROW):
        return not any(mark in block for mark in HOLDS_ROWS)
    return block.startswith(b"<w:p") and not any(block.find(mark, 1) > 0 for mark in HOLDS_PARAGRAPHS)
