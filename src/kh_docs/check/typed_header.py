"""Where the parts of a header stand that is typed with tabs and blanks, without a table."""

from kh_docs.check.pieces import Piece, runs_between
from kh_docs.word.extent import runs_width_mm
from kh_docs.word.lengths import mm_of_twips

# The stops of a paragraph that has none of its own, and what a width computed from the font may be off by.
_STOP_MM = 12.7
_NEARLY_MM = 0.8
# A stop reached by a tab is left by the next one.
_SAME = 1e-6


def middle_mm(piece: Piece) -> float | None:
    """The middle of what it prints, from the left margin; `None` where the file does not tell."""
    paragraph = piece.paragraph
    look, raw = paragraph.format, paragraph.raw
    if paragraph.container.kind != "body" or paragraph.frame or look.tabs or "\n" in raw:
        return None
    if look.align not in ("left", "both") or (start := raw.find(piece.raw)) < 0:
        return None
    start += len(piece.raw) - len(piece.raw.lstrip())
    x, position = mm_of_twips(look.left + look.first_line), 0
    for segment in raw[:start].split("\t")[:-1]:
        x += runs_width_mm(runs_between(paragraph.runs, position, position + len(segment)))
        if abs(x - round(x / _STOP_MM) * _STOP_MM) < _NEARLY_MM and segment:
            # Whether the tab goes to this stop or to the next one only the program that prints it knows.
            return None
        x = (int(x / _STOP_MM + _SAME) + 1) * _STOP_MM
        position += len(segment) + 1
    x += runs_width_mm(runs_between(paragraph.runs, position, start))
    return x + piece.ink_width_mm / 2


def is_off(piece: Piece, others: list[Piece], most_mm: float) -> bool:
    """Whether it stands farther than that from the middle of what it should be centred under."""
    middles = [middle for other in others if (middle := middle_mm(other)) is not None]
    own = middle_mm(piece) if middles and not piece.alone else None
    return own is not None and min(abs(own - middle) for middle in middles) > most_mm
