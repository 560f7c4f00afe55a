"""Whether paragraphs and pages look the same to people, whichever program wrote them."""

from typing import Final

from kh_docs.update.put_in import TWIPS
from kh_docs.word.document import Paragraph, Section
from kh_docs.word.formats import ParaFormat, RunFormat

_BLACK: Final = ("auto", "000000")
_LENGTHS: Final = ("first_line", "left", "right", "before", "after", "line")


def alike_all(left: list[Paragraph], right: list[Paragraph]) -> bool:
    """Whether all paragraphs say and show the same."""
    return len(left) == len(right) and all(map(_alike, left, right))


def _alike(one: Paragraph, other: Paragraph) -> bool:
    if one.raw != other.raw or not one.text:  # how high an empty line is each program says in its own way
        return one.raw == other.raw
    # The look of a hint is the program's affair.
    only_hints = all(run.placeholder for run in one.runs)
    return _set_alike(one.format, other.format) and (only_hints or _looks(one) == _looks(other))


def _looks(paragraph: Paragraph) -> list[tuple[int, object]]:
    """Where in the text a look begins; blanks show none."""
    begins: list[tuple[int, object]] = []
    at = 0
    for run in paragraph.runs:
        look = _look(run.format)
        if run.text.strip() and (not begins or begins[-1][1] != look):
            begins.append((at + len(run.text) - len(run.text.lstrip()), look))
        at += len(run.text)
    return begins


def _look(look: RunFormat) -> object:
    return look._replace(colour="auto" if look.colour in _BLACK else look.colour)


def _set_alike(one: ParaFormat, other: ParaFormat) -> bool:
    lengths = ((getattr(one, name) or 0, getattr(other, name) or 0) for name in _LENGTHS)
    return one.align == other.align and all(abs(left - right) <= TWIPS for left, right in lengths)


def alike_page(one: Section | None, other: Section | None) -> bool:
    """Whether two pages have one size and one set of margins."""
    if one is None or other is None:
        return False
    sides = [(one.width, other.width), (one.height, other.height)]
    sides += [(one.margins[edge], other.margins[edge]) for edge in ("top", "bottom", "left", "right")]
    return all(abs((left or 0) - (right or 0)) <= TWIPS for left, right in sides)
