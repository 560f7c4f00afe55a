"""Where a frame (w:framePr) puts its paragraphs on the page."""

from typing import NamedTuple

from kh_docs.word.lengths import mm_of_twips
from kh_docs.word.xml import Element, val, whole


class FramePlace(NamedTuple):
    """What the paragraphs of one frame say alike: they stand in it one below the other."""

    width_mm: float | None
    x_mm: float | None
    # "left", "center", "right", or empty where `x_mm` tells.
    align: str
    # What it is placed by: the text, the margin or the page.
    anchor: str
    y: str

    @property
    def is_known(self) -> bool:
        """Whether its place can be told; on the page it could only with the margins of the section."""
        return self.width_mm is not None and self.anchor != "page"

    def left_mm(self, room_mm: float | None) -> float | None:
        """Its left edge from the left margin, in a room of this width."""
        if self.align in ("center", "right") and None not in (room_mm, self.width_mm):
            rest = (room_mm or 0) - (self.width_mm or 0)
            return rest / 2 if self.align == "center" else rest
        return self.x_mm


def frame_place(frame: Element | None) -> FramePlace | None:
    """The place that a w:framePr states."""
    if frame is None:
        return None
    width, x = whole(val(frame, "w")), whole(val(frame, "x"))
    return FramePlace(
        None if width is None else mm_of_twips(width),
        mm_of_twips(x or 0),
        val(frame, "xAlign") or "",
        val(frame, "hAnchor") or "text",
        f"{val(frame, 'vAnchor')} {val(frame, 'y')} {val(frame, 'yAlign')}",
    )
