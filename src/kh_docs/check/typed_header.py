"""Where the parts of a header stand that is typed with tabs and blanks, without a table."""

from typing import NamedTuple

from kh_docs.check.pieces import Piece, runs_between
from kh_docs.check.words import without_fields
from kh_docs.word.extent import runs_width_mm
from kh_docs.word.lengths import mm_of_twips
from kh_docs.word.xml import W, val, whole

# The stops of a paragraph that has none of its own, and what a width computed from the font may be off by.
_STOP_MM = 12.7
_NEARLY_MM = 0.8
# A stop reached by a tab is left by the next one.
_SAME = 1e-6


class _Stop(NamedTuple):
    """A place that a tab goes to, and how the text stands at it."""

    at_mm: float
    kind: str


def middle_mm(piece: Piece) -> float | None:
    """The middle of what it prints, from the left margin; `None` where the file does not tell."""
    paragraph = piece.paragraph
    look, raw = paragraph.format, paragraph.raw
    if paragraph.container.kind != "body" or paragraph.frame or "\n" in raw:
        return None
    if look.align not in ("left", "both") or (start := raw.find(piece.raw)) < 0:
        return None
    if without_fields(piece.text) != piece.text:
        # What a program fills in has no length yet.
        return None
    own = _own_stops(piece)
    if look.tabs and not own:
        # The stops of a style.
        return None
    start += len(piece.raw) - len(piece.raw.lstrip())
    x, position = mm_of_twips(look.left + look.first_line), 0
    for segment in raw.split("\t"):
        end = position + len(segment)
        if start <= end:
            return x + runs_width_mm(runs_between(paragraph.runs, position, start)) + piece.ink_width_mm / 2
        x += runs_width_mm(runs_between(paragraph.runs, position, end))
        stop = _next_stop(x, own, bool(segment))
        if stop is None:
            return None
        position = end + 1
        following = raw[position:].split("\t")[0]
        width = runs_width_mm(runs_between(paragraph.runs, position, position + len(following)))
        # Text at such a stop stands around it, or before it, as far as there is room.
        x = max(stop.at_mm - {"center": width / 2, "right": width}.get(stop.kind, 0.0), x)
    return None


def _own_stops(piece: Piece) -> list[_Stop]:
    found = (
        _Stop(mm_of_twips(whole(val(stop, "pos")) or 0), val(stop) or "left")
        for stop in piece.paragraph.element.iterfind(f"{W}pPr/{W}tabs/{W}tab")
        if val(stop) not in ("clear", "bar")
    )
    return sorted(found)


def _next_stop(x: float, own: list[_Stop], printed: bool) -> _Stop | None:
    """The stop that a tab at `x` goes to; `None` where what stands before it ends too near to one."""
    # A stop that a tab has reached is left by the next one.
    beyond = [stop for stop in own if stop.at_mm > x - (_NEARLY_MM if printed else -_SAME)]
    if beyond:
        return beyond[0] if beyond[0].at_mm > x + _NEARLY_MM or not printed else None
    if printed and abs(x - round(x / _STOP_MM) * _STOP_MM) < _NEARLY_MM:
        # Whether the tab goes to this stop or to the next one only the program that prints it knows.
        return None
    return _Stop((int(x / _STOP_MM + _SAME) + 1) * _STOP_MM, "left")


def place_mm(piece: Piece) -> float | None:
    """The middle of a line typed with tabs and blanks, or of one centred in its cell."""
    if piece.container.kind == "cell":
        return piece.centre_mm if piece.paragraph.format.align == "center" else None
    return middle_mm(piece)


def is_off(piece: Piece, others: list[Piece], most_mm: float) -> bool:
    """Whether it stands farther than that from the middle of what it should be centred under."""
    middles = [middle for other in others if (middle := place_mm(other)) is not None]
    own = middle_mm(piece) if middles else None
    return own is not None and min(abs(own - middle) for middle in middles) > most_mm
