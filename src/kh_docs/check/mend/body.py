"""Mend the text of the body: size, alignment, indent, spacing."""

from collections import Counter
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.outline import Item
from kh_docs.check.rules.body import is_ragged, running_text
from kh_docs.check.rules.body_indent import FIRST_LINE_TWIPS, indent_fault, is_first_line
from kh_docs.check.rules.line_spacing import is_exact_spacing_right
from kh_docs.check.rules.spacing import close_paragraphs
from kh_docs.decree30 import LINE_SPACING, PARA_SPACE_PT, PARTS
from kh_docs.word.document import Paragraph
from kh_docs.word.letters import strip_start, texts_of
from kh_docs.word.setters import set_align, set_indent, set_size, set_spacing, switch_off
from kh_docs.word.xml import W

_ALLOWED: Final = PARTS["noi_dung"].size_pt


def mend_body(anatomy: Anatomy) -> None:
    """Give the body one size, both margins, the usual indent, and the spaces of the decree."""
    size = _usual_size(anatomy)
    for paragraph in anatomy.body:
        for run in paragraph.runs:
            wrong = run.format.size_pt not in _ALLOWED and any(letter.isalnum() for letter in run.text)
            if wrong and not run.format.raised and not run.placeholder:
                set_size(run.element, size)
    first_line = _usual_first_line(anatomy)
    for item in running_text(anatomy):
        _mend_item(anatomy, item, first_line)
    _mend_paragraph_space(anatomy)


def _usual_size(anatomy: Anatomy) -> float:
    sizes: Counter[float] = Counter()
    for paragraph in anatomy.body:
        for run in paragraph.runs:
            if run.format.size_pt in _ALLOWED:
                sizes[run.format.size_pt] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else _ALLOWED.ours


def _usual_first_line(anatomy: Anatomy) -> int:
    """The allowed indent that the document already uses most, else 1.27 cm."""
    used = Counter(p.format.first_line for p in anatomy.body if is_first_line(p.format.first_line))
    return used.most_common(1)[0][0] if used else FIRST_LINE_TWIPS[1]


def _mend_item(anatomy: Anatomy, item: Item, first_line: int) -> None:
    paragraph, look = item.paragraph, item.paragraph.format
    if is_ragged(anatomy, item):
        set_align(paragraph.element, "both")
    if indent_fault(item) is not None:
        _strip_blanks(paragraph)
        set_indent(paragraph.element, first_line)
    if look.line_rule == "auto":
        lines = look.line / 240
        if not LINE_SPACING.near(lines, 0.005):
            nearest = min(max(lines, LINE_SPACING.low), LINE_SPACING.high)
            set_spacing(paragraph.element, line=str(round(nearest * 240)), lineRule="auto")
    elif not is_exact_spacing_right(paragraph):
        set_spacing(paragraph.element, line="240", lineRule="auto")


def _strip_blanks(paragraph: Paragraph) -> None:
    """Take away the tabs and blanks that stood in for an indent."""
    for run in paragraph.runs:
        for child in list(run.element):
            if child.tag == W + "tab":
                run.element.remove(child)
            elif child.tag == W + "t" and (child.text or "").strip():
                strip_start(texts_of(paragraph.element))
                return
            elif child.tag == W + "t":
                child.text = ""


def _mend_paragraph_space(anatomy: Anatomy) -> None:
    least = round(PARA_SPACE_PT.low * 20)
    for above, below in close_paragraphs(anatomy):
        for paragraph in (above, below):
            if paragraph.format.contextual:
                switch_off(paragraph.element, "contextualSpacing")
        if max(above.format.after or 0, below.format.before or 0) < least:
            set_spacing(below.element, before=str(least))
