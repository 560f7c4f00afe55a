"""Rules on the text of the body: size, slant, alignment, indent."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.once import once
from kh_docs.check.outline import Item
from kh_docs.check.pages import pieces_of
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30.page import BODY_CLAUSE
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.document import Paragraph
from kh_docs.word.extent import runs_width_mm
from kh_docs.word.lengths import mm_of_twips

# How long a row of dots is says nothing of what will stand there.
_DOTS: Final = re.compile(r"…[….]+|[._]{6,}")


# Four rules ask for that of the document in hand, one after another.
@once
def running_text(anatomy: Anatomy) -> list[Item]:
    """The items that are text: not centred lines, not headings in bold, not prompts, not in frames."""
    return [
        item
        for item in anatomy.unjudged_items
        if item.paragraph.format.align not in ("center", "right")
        and not item.paragraph.frame
        and not is_prompt(item.paragraph)
        and any(letter.isalpha() for letter in item.paragraph.text)
    ]


def is_prompt(paragraph: Paragraph) -> bool:
    """Whether all that it prints is the prompt of an empty control."""
    inked = [run for run in paragraph.runs if run.text.strip()]
    return bool(inked) and all(run.placeholder for run in inked)


def is_heading(item: Item) -> bool:
    if item.level in ("phan", "chuong", "muc", "tieu_muc", "roman", "letter"):
        return True
    inked = [run for run in item.paragraph.runs if run.text.strip()]
    return bool(inked) and all(run.format.bold for run in inked)


@rule("ND30-BODY-ALIGN", "must", BODY_CLAUSE)
def body_alignment(anatomy: Anatomy) -> Iterator[Fault]:
    """Paragraphs of more than one line are justified on both sides.

    Bad:  aligned left
    Good: justified (Ctrl+J)
    """
    for item in running_text(anatomy):
        if is_ragged(anatomy, item):
            yield _ragged(item, _("canh trái"))
    for item in anatomy.unjudged_items:
        if _is_sentence_aside(anatomy, item):
            centred = item.paragraph.format.align == "center"
            yield _ragged(item, _("canh giữa") if centred else _("canh phải"))


def _ragged(item: Item, found: str) -> Fault:
    mend = _("Nội dung canh đều cả hai lề -> chọn các đoạn này, bấm Ctrl+J")
    return Fault(at(item.paragraph), found, _("canh đều hai lề"), mend)


def is_ragged(anatomy: Anatomy, item: Item) -> bool:
    """Whether it is text of more than one line that is not justified; lines broken by hand count each."""
    paragraph = item.paragraph
    if paragraph.format.align == "both" or is_heading(item):
        return False
    room = paragraph.container.width_mm or anatomy.page_mm
    widest = runs_width_mm(paragraph.runs)
    if "\n" in paragraph.raw:
        widest = max((piece.width_mm for piece in pieces_of(paragraph, anatomy.page)), default=0.0)
    if dots := sum(len(row[0]) for row in _DOTS.finditer(paragraph.raw)):
        widest *= 1 - dots / len(paragraph.raw)
    look = paragraph.format
    # A number that hangs before its text takes none of the text's room.
    hangs = paragraph.label is not None and look.first_line < 0
    moved = (0 if hangs else look.first_line) + max(look.left, 0) + max(look.right, 0)
    return widest + mm_of_twips(moved) >= room * 1.05


def _is_sentence_aside(anatomy: Anatomy, item: Item) -> bool:
    """Whether a sentence of more than one line is centred, or set against the right margin."""
    paragraph = item.paragraph
    if paragraph.format.align not in ("center", "right") or paragraph.frame or "\n" in paragraph.raw:
        return False
    if not item.is_sentence or is_heading(item) or is_prompt(paragraph):
        return False
    if item.level != "dash" and not paragraph.text[:1].isalnum():
        return False
    if all(run.format.italic for run in paragraph.runs if run.text.strip()):
        return False
    return runs_width_mm(paragraph.runs) >= (paragraph.container.width_mm or anatomy.page_mm) * 1.3


def is_one_line(paragraph: Paragraph) -> bool:
    room, look = paragraph.container.width_mm, paragraph.format
    if room is None:
        return False
    return mm_of_twips(look.left + look.first_line + look.right) + runs_width_mm(paragraph.runs) < room
