"""How a document already cited is named again, and how its date is written."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.citation_parts import NEAR
from kh_docs.check.rules.citations import citations_in
from kh_docs.i18n import _
from kh_docs.patterns import re

_NEXT_DATE: Final = re.compile(r"\s*ngày\s*\d")
_SHORT_DATE: Final = re.compile(r"\bngày\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")


@rule("ND30-CITE-NEXT", "should", "PL I, P.I, II.6.b")
def next_citation(anatomy: Anatomy) -> Iterator[Fault]:
    """Later mentions give only type and number.

    Bad:  Kế hoạch số 104/KH-UBND ngày 07 tháng 02 năm 2026 again
    Good: Kế hoạch số 104/KH-UBND
    """
    for paragraph, match, first in citations_in(anatomy):
        if not first and _NEXT_DATE.match(paragraph.text, match.end()):
            yield Fault(
                at(paragraph),
                _("{symbol} ghi lại ngày").format(symbol=match[0]),
                _("chỉ ghi tên loại, số, ký hiệu"),
                _("Viện dẫn các lần sau chỉ ghi tên loại và số, ký hiệu -> bỏ phần ngày"),
            )


@rule("ND30-CITE-DATE", "should", "PL I, P.I, II.4.b")
def citation_date(anatomy: Anatomy) -> Iterator[Fault]:
    """The date of a cited document is written in full.

    Bad:  Kế hoạch số 104/KH-UBND ngày 07/02/2026
    Good: Kế hoạch số 104/KH-UBND ngày 07 tháng 02 năm 2026
    """
    for paragraph, match, _first in citations_in(anatomy):
        short = _SHORT_DATE.match(paragraph.text[match.end() : match.end() + NEAR].lstrip(" ,("))
        if short:
            yield Fault(
                at(paragraph),
                short[0],
                _("ngày … tháng … năm …"),
                _("Ngày của văn bản viện dẫn viết đầy đủ -> sửa lại"),
            )
