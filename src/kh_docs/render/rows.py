"""Whether a filled part is sound XML without empty containers; a table row is looked at once.

The rows of a form are nearly all the same from unit to unit, and nine tenths of the part.
"""

from __future__ import annotations

from kh_docs.render import guard, mending

ROW, ROW_END = b"<w:tr>", b"</w:tr>"
# In the place of a row that is known to be sound.
PLAIN = b"<w:tc><w:p></w:p></w:tc>"
# What may hold another row, whose end would be taken for that of the outer one.
HOLDS_ROWS = (b"<w:tbl>", b"<w:tr ", b"<!")
# Of one layout; beyond it come those of single units.
MOST = 5_000


class Rows:
    """The rows that stood in parts found sound."""

    def __init__(self) -> None:
        self.known: set[bytes] = set()

    def all_sound(self, content: bytes) -> bool:
        """Whether no container of `content` is empty; raises XMLSyntaxError where it is not well-formed."""
        start, *pieces = content.split(ROW)
        kept, new = [start], list[bytes]()
        for piece in pieces:
            row, end, after = piece.partition(ROW_END)
            if row in self.known:
                row = PLAIN
            elif end and not any(mark in row for mark in HOLDS_ROWS):
                new.append(row)
            kept += (ROW, row, end, after)
        rest = b"".join(kept)
        if not mending.has_no_empty_container(rest):
            return False
        guard.check_well_formed(rest)
        if len(self.known) < MOST:
            self.known.update(new)
        return True
