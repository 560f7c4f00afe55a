"""The first line of a paragraph."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import shown
from kh_docs.check.outline import Item
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.body import is_heading, is_one_line, running_text
from kh_docs.decree30 import FIRST_LINE_CM
from kh_docs.decree30.page import BODY_CLAUSE
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph
from kh_docs.word.lengths import mm_of_twips

# Word's 1.25 cm passes as 1.27, 0.95 cm as nothing; a shift of the whole paragraph below 1 mm is not seen.
_INDENT_TOLERANCE_TWIPS: Final = 15
_SHIFT_TOLERANCE_TWIPS: Final = 57
_STOPS_TWIPS: Final = 720
FIRST_LINE_TWIPS: Final = tuple(round(cm * 1440 / 2.54) for cm in FIRST_LINE_CM)
_INDENTED: Final = frozenset({"dieu", "khoan", "diem", "dash", "text", "basis", "decimal"})


@rule("ND30-BODY-INDENT", "must", BODY_CLAUSE)
def body_indent(anatomy: Anatomy) -> Iterator[Fault]:
    """The first line of a paragraph starts 1 cm or 1.27 cm in; the others at the margin.

    Bad:  an indent made with blanks; the whole paragraph shifted right
    Good: Paragraph, Special, First line 1,27 cm
    """
    expected = " / ".join(shown(cm) if cm == 1 else str(cm).replace(".", ",") for cm in FIRST_LINE_CM) + " cm"
    mend = _(
        "Đầu đoạn lùi vào 1 hoặc 1,27 cm -> Paragraph, Left 0, Special First line 1,27 cm; xóa dấu cách, Tab"
    )
    for item in running_text(anatomy):
        if found := indent_fault(item):
            yield Fault(
                at(item.paragraph),
                found,
                expected,
                mend,
                "should" if _is_seen_right(item.paragraph) else None,
            )


def indent_fault(item: Item) -> str | None:
    """What is wrong with the indent, or `None`."""
    look, raw = item.paragraph.format, item.paragraph.raw
    if item.level not in _INDENTED or _is_lone_word(item):
        return None
    if is_heading(item) and item.level == "text":
        return None
    if raw[:10].isspace() and len(raw) > 10 and is_one_line(item.paragraph):
        # Pushed to the right by blanks: a line set apart, such as a name, not an indent.
        return None
    if raw[:1] == "\t" or (raw[:3].isspace() and len(raw) > 3):
        return _("lùi bằng dấu cách hoặc Tab")
    if look.in_characters:
        return None
    shifted = abs(look.left) > _SHIFT_TOLERANCE_TWIPS
    if not shifted and is_first_line(look.first_line):
        return None
    if is_first_line(look.left + look.first_line) and is_one_line(item.paragraph):
        # Which kind of indent moved it cannot be seen on a single line.
        return None
    if shifted:
        return _("cả đoạn lùi {left} mm").format(left=shown(mm_of_twips(look.left)))
    return _("dòng đầu lùi {cm} cm").format(cm=shown(mm_of_twips(look.first_line) / 10))


def _is_seen_right(paragraph: Paragraph) -> bool:
    """Whether a Tab behind a right indent goes on by less than can be seen: 1.25 cm, then 1.27."""
    look, raw = paragraph.format, paragraph.raw
    if raw[:1] != "\t" or raw[1:2].isspace() or look.left or look.tabs:
        return False
    return is_first_line(look.first_line) and is_first_line(_next_stop(look.first_line))


def _next_stop(twips: int) -> int:
    """Where a Tab goes from there, by Word's own stops."""
    return (twips // _STOPS_TWIPS + 1) * _STOPS_TWIPS


def is_first_line(twips: int) -> bool:
    """Whether the indent is 1 or 1.27 cm."""
    low, high = FIRST_LINE_TWIPS
    return any(abs(twips - allowed) <= _INDENT_TOLERANCE_TWIPS for allowed in (low, high))


def _is_lone_word(item: Item) -> bool:
    """Such as "QUYẾT ĐỊNH:" or a note of a few words, which offices set as they like."""
    return item.level == "text" and len(item.paragraph.text) < 30 and not item.is_sentence
