"""Rules on the space between the paragraphs and lines of the body, and on its end mark."""

import itertools
from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import shown
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.body import is_prompt
from kh_docs.check.words import says_words
from kh_docs.decree30 import PARA_SPACE_PT
from kh_docs.decree30.page import BODY_CLAUSE
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.document import Paragraph


@rule("ND30-BODY-PARASPACE", "must", BODY_CLAUSE)
def body_paragraph_space(anatomy: Anatomy) -> Iterator[Fault]:
    """At least 6 pt between paragraphs.

    Bad:  0 pt, or "Don't add space between paragraphs of the same style"
    Good: 6 pt before each paragraph
    """
    for above, below in close_paragraphs(anatomy):
        gap = _gap_twips(above, below)
        yield Fault(
            at(below),
            _("cách {points} pt").format(points=shown(gap / 20)),
            _("từ 6 pt"),
            _("Khoảng cách giữa các đoạn tối thiểu 6 pt -> chọn nội dung, Paragraph, Before 6 pt"),
        )


def close_paragraphs(anatomy: Anatomy) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Neighbours with less than 6 pt between them."""
    blocks = anatomy.body_blocks
    for above, below in itertools.pairwise(blocks):
        if not isinstance(above, Paragraph) or not isinstance(below, Paragraph):
            continue
        if above.format.align == "center" and (below.format.align == "center" or above.text.isupper()):
            # "Chương I" and its title, a title of two lines, the body that decides above its bases.
            continue
        unsure = above.format.after is None or below.format.before is None or above.frame or below.frame
        if above.is_blank or below.is_blank or unsure:
            continue
        if _gap_twips(above, below) < PARA_SPACE_PT.low * 20:
            yield above, below


def _gap_twips(above: Paragraph, below: Paragraph) -> int:
    """Word keeps the larger of the two spaces; "contextual" ones vanish within one style."""
    after, before = above.format.after or 0, below.format.before or 0
    if above.style == below.style:
        after, before = (0 if above.format.contextual else after), (0 if below.format.contextual else before)
    return max(after, before)


@rule("ND30-END-MARK", "should", "Mẫu 1.1–1.10")
def end_mark(anatomy: Anatomy) -> Iterator[Fault]:
    """The body ends with "./.".

    Bad:  "… để chỉ đạo."
    Good: "… để chỉ đạo./."
    """
    body = anatomy.body
    if not body or not anatomy.closing.found or is_prompt(body[-1]):
        return
    last = body[-1]
    if not says_words(last.text):
        return
    blocks = [
        block for block in anatomy.body_blocks if not isinstance(block, Paragraph) or not block.is_blank
    ]
    if blocks and blocks[-1] is not last:
        return
    if not re.search(r"\./\.\s*$", last.text):
        yield Fault(
            at(last),
            last.text[-20:],
            "./.",
            _("Hết nội dung có dấu “./.” -> sửa dấu cuối cùng"),
        )
