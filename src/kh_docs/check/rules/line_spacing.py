"""The space between lines."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import shown
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.body import running_text
from kh_docs.decree30 import LINE_SPACING
from kh_docs.decree30.page import BODY_CLAUSE
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph

# Exact spacing that prints as 1.0 to 1.5 lines of Times New Roman.
_EXACT_LOW: Final = 1.15
_EXACT_HIGH: Final = 1.725


@rule("ND30-BODY-LINESPACE", "must", BODY_CLAUSE)
def body_line_space(anatomy: Anatomy) -> Iterator[Fault]:
    """Lines stand single to 1.5 apart.

    Bad:  double spacing; exactly 12 pt under size 14
    Good: single; exactly 18 pt
    """
    for item in running_text(anatomy):
        look = item.paragraph.format
        if look.line_rule == "auto":
            lines = look.line / 240
            if not LINE_SPACING.near(lines, 0.005):
                yield Fault(
                    at(item.paragraph),
                    _("{lines} dòng").format(lines=shown(lines)),
                    _("1 đến 1,5 dòng"),
                    _("Khoảng cách dòng từ đơn đến 1,5 -> Paragraph, Line spacing Single"),
                )
            continue
        if not is_exact_spacing_right(item.paragraph):
            yield Fault(
                at(item.paragraph),
                _("đúng {points} pt").format(points=shown(look.line / 20)),
                _("1 đến 1,5 dòng"),
                _("Khoảng cách dòng từ đơn đến 1,5 -> Paragraph, Line spacing Single"),
            )


def is_exact_spacing_right(paragraph: Paragraph) -> bool:
    """Whether "exactly" or "at least" so many points print as 1.0 to 1.5 lines."""
    size = max((run.format.size_pt for run in paragraph.runs if run.text.strip()), default=14.0)
    low, high, points = size * _EXACT_LOW - 0.11, size * _EXACT_HIGH + 0.1, paragraph.format.line / 20
    # "At least" a small figure prints as single spacing.
    return points <= high and (points >= low or paragraph.format.line_rule == "atLeast")
