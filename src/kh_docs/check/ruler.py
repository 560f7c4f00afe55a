"""Judge the line drawn under a part: is it there, solid, and of the right length."""

import itertools
from collections.abc import Iterator
from typing import Final

from kh_docs.check.looks import shown, wrong_sizes
from kh_docs.check.neighbours import below, is_empty_line
from kh_docs.check.pieces import Piece, runs_between
from kh_docs.check.registry import Fault
from kh_docs.check.words import FIELD, without_fields
from kh_docs.decree30 import PARTS, Part, Range
from kh_docs.i18n import _
from kh_docs.word.document import DrawnLine
from kh_docs.word.extent import runs_width_mm

_TOLERANCE: Final = 0.15
# How far the width of a text, computed from the font, may be off.
_MEASURED_MM: Final = 0.3
_ROOMS: Final = (0.97, 1.0, 1.03)
_CENTRE_TOLERANCE_MM: Final = 4.0
# Up to 3 pt between two lines of the header no eye tells from none.
_UNSEEN_TWIPS: Final = 60
# In lines: what is more than single, and of spacings in points what surely is. A line is a little taller
# than its letters.
_LOOSE: Final = 250 / 240
_LOOSE_EXACT: Final = 1.19
_SINGLE: Final = 1.15


def is_underlined(pieces: list[Piece]) -> bool:
    """Whether the text itself is underlined instead of having a line drawn below."""
    return any(run.format.underline not in ("none", "") for piece in pieces for run in piece.inked)


def line_faults(
    part: Part, name: str, pieces: list[Piece], lines: list[DrawnLine], unsure: bool
) -> Iterator[Fault]:
    """What is wrong with the line under `pieces`; `unsure` when a line may have been missed."""
    if not pieces or part.line is None:
        return
    where, fraction = pieces[-1].where, part.line
    expected = _expected(fraction)
    mend = _(
        "Dòng kẻ dưới {name} -> Insert, Shapes, Line: kẻ nét liền, dài {length}, giữ Shift cho thẳng"
    ).format(name=name, length=expected)
    if is_underlined(pieces):
        yield Fault(
            where,
            _("gạch chân bằng Underline"),
            _("dòng kẻ nét liền, {length}").format(length=expected),
            mend,
        )
        return
    if not lines:
        if not unsure:
            yield Fault(
                where, _("không có dòng kẻ"), _("dòng kẻ nét liền, {length}").format(length=expected), mend
            )
        return
    widths = _widths(part, pieces)
    if any(without_fields(piece.text) != piece.text for piece in pieces) and not any(
        line.dashed for line in lines
    ):
        # What a program fills in has no length yet; the words around it have.
        if short := _too_short(part, pieces, lines):
            yield Fault(where, _("dài {length} mm").format(length=shown(short)), expected, mend)
        return
    if any(_fits(line, fraction, widths) and not line.dashed for line in lines):
        yield from _off_centre(name, pieces, [line for line in lines if _fits(line, fraction, widths)])
        return
    if any(line.width_mm is None for line in lines):
        return
    line = _nearest(lines, fraction, widths)
    if line.dashed:
        yield Fault(where, _("nét đứt"), _("nét liền"), mend)
    elif not _would_fit(part, pieces, lines):
        # Of a wrong size the size is the fault, unless the length suits the right size no better.
        yield Fault(where, _("dài {length} mm").format(length=shown(line.width_mm or 0)), expected, mend)


def _too_short(part: Part, pieces: list[Piece], lines: list[DrawnLine]) -> float | None:
    """The length of a line that is too short for the text, however little its fields will say."""
    fraction = part.line
    if fraction is None or fraction.low == fraction.high or any(line.width_mm is None for line in lines):
        return None
    # A name may be measured by its last line, trích yếu by its widest.
    least = (max if part is PARTS["trich_yeu"] else min)(map(_least_width_mm, pieces))
    longest = max(line.width_mm or 0.0 for line in lines)
    return longest if longest < fraction.low * least * (1 - _TOLERANCE) - _MEASURED_MM else None


def _least_width_mm(piece: Piece) -> float:
    """The width of a line of text with two letters for each of its fields; 0 where it may wrap."""
    width, at = 0.0, 0
    for found in FIELD.finditer(piece.raw):
        width += runs_width_mm(runs_between(piece.runs, at, found.start()))
        width += runs_width_mm(runs_between(piece.runs, found.start(), found.start() + 2))
        at = found.end()
    width += runs_width_mm(runs_between(piece.runs, at, len(piece.raw)))
    room = piece.room_mm
    return width if room is not None and width <= room else 0.0


def _would_fit(part: Part, pieces: list[Piece], lines: list[DrawnLine]) -> bool:
    """Whether one of the lines suits the text in a size that is allowed, where its own is not."""
    if part.line is None or not any(wrong_sizes(piece, part.size_pt) for piece in pieces):
        return False
    size = max((piece.size_pt or 0 for piece in pieces), default=0)
    if not size:
        return True
    widths = _widths(part, pieces)
    factors = (part.size_pt.low / size, part.size_pt.high / size)
    fraction = part.line
    return any(
        _fits(line, fraction, [width * each for width in widths]) for line in lines for each in factors
    )


def misfit(part: Part, pieces: list[Piece], lines: list[DrawnLine]) -> tuple[DrawnLine, float] | None:
    """The line whose length is the fault, and the length it should have; `None` where there is none."""
    if not pieces or not lines or part.line is None or any(line.width_mm is None for line in lines):
        return None
    widths = _widths(part, pieces)
    if is_underlined(pieces) or any(_fits(line, part.line, widths) for line in lines):
        return None
    line = _nearest(lines, part.line, widths)
    return None if line.dashed else (line, part.line.ours * max(widths))


def _widths(part: Part, pieces: list[Piece]) -> list[float]:
    """The widths of the widest and of the last line, of what wraps too; of trích yếu that of the widest."""
    last = part is not PARTS["trich_yeu"]
    widths: list[float] = []
    widest = max(pieces, key=lambda piece: piece.ink_width_mm)
    for piece in (widest, *(pieces[-1:] if last and widest is not pieces[-1] else ())):
        room = piece.room_mm
        if room is None or piece.ink_width_mm <= room:
            widths.append(piece.ink_width_mm)
        else:
            # Programs break a line a word earlier or later than the widths say.
            for share in _ROOMS:
                lines = piece.line_widths_mm(room * share)
                widths += [max(lines), lines[-1]] if last else [max(lines)]
    return widths


def _expected(fraction: Range) -> str:
    if fraction.low == fraction.high:
        return _("bằng độ dài dòng chữ")
    return _("bằng 1/3 đến 1/2 dòng chữ")


def _fits(line: DrawnLine, fraction: Range, widths: list[float]) -> bool:
    """Whether the length suits one of the text lines, whichever the writer measured."""
    if line.width_mm is None:
        return False
    return any(
        fraction.low * width * (1 - _TOLERANCE) - _MEASURED_MM
        <= line.width_mm
        <= fraction.high * width * (1 + _TOLERANCE) + _MEASURED_MM
        for width in widths
    )


def _nearest(lines: list[DrawnLine], fraction: Range, widths: list[float]) -> DrawnLine:
    return min(lines, key=lambda line: abs((line.width_mm or 0) - fraction.ours * max(widths)))


def _off_centre(name: str, pieces: list[Piece], lines: list[DrawnLine]) -> Iterator[Fault]:
    middle = pieces[-1].centre_mm
    known = [line.centre_mm for line in lines if line.centre_mm is not None and line.kind == "shape"]
    if middle is None or not known or not pieces[-1].alone or pieces[-1].paragraph.format.align != "center":
        return
    off = min(abs(centre - middle) for centre in known)
    if off > _CENTRE_TOLERANCE_MM:
        yield Fault(
            pieces[-1].where,
            _("lệch {off} mm").format(off=shown(off)),
            _("ở giữa dòng chữ"),
            _("Dòng kẻ dưới {name} đặt lệch -> kéo dòng kẻ về giữa dòng chữ").format(name=name),
            "should",
        )


def spacing_faults(pieces: list[Piece], name: str, clause_words: str) -> Iterator[Fault]:
    """Lines of one block follow each other at single spacing, nothing between."""
    for first, second in itertools.pairwise(pieces):
        upper, lower = first.paragraph.format, second.paragraph.format
        # In two cells, one over the other, what is between belongs to the table.
        apart = first.container is not second.container
        same = first.paragraph is second.paragraph
        gap = 0 if apart or same else max(upper.after or 0, lower.before or 0)
        blank = not apart and not same and _blank_between(first, second)
        loose = [
            share for piece in (first, second) if (share := _line_share(piece)) is not None and share > _LOOSE
        ]
        if gap > _UNSEEN_TWIPS or loose or blank:
            found = (
                _("có dòng trống")
                if blank
                else (
                    _("cách dòng {lines}").format(lines=shown(loose[0]))
                    if loose
                    else _("cách {points} pt").format(points=shown(gap / 20))
                )
            )
            yield Fault(
                second.where,
                found,
                _("cách dòng đơn"),
                _(
                    "{name}: {words} -> Paragraph, Before 0, After 0, Line spacing Single, xóa dòng trống"
                ).format(name=name, words=clause_words),
            )


def _line_share(piece: Piece) -> float | None:
    """The line spacing of a piece in lines; of one in points that hardly differs from single nothing."""
    look = piece.paragraph.format
    if look.line_rule == "auto":
        return look.line / 240
    size = max((run.format.size_pt for run in piece.inked), default=0.0)
    share = look.line / 20 / (size * _SINGLE) if size else 0.0
    return share if share > _LOOSE_EXACT else None


def _blank_between(upper: Piece, lower: Piece) -> bool:
    element, steps = below(upper.paragraph.element), 0
    while element is not None and element is not lower.paragraph.element and steps < 10:
        if is_empty_line(element):
            return True
        element, steps = below(element), steps + 1
    return False
