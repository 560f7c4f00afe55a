"""Number and day of the document, repeated in the line “(Kèm theo …)” of each annex."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re

# “05/2024/QĐ-UBND” has a year between: the number is not what stands before the letters.
_OWN: Final = re.compile(r"(?<![\d/])(\d{1,6})\s*/\s*([A-ZĐ][\w-]*)")
_REPEATED: Final = re.compile(r"số:?\s*(\d{0,6})[\s.…_]*/\s*([A-ZĐ][\w-]*)")
_DAY: Final = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})")
# No line is longer; the patterns would look at every pair of its places.
_LONGEST: Final = 1_000


@rule("ND30-PL-NUMBER", "must", PARTS["kem_theo"].clause)
def annex_number(anatomy: Anatomy) -> Iterator[Fault]:
    """Once the document has its number and day, “(Kèm theo …)” of each annex has the same.

    Bad:  Số: 45/KH-UBND above, (Kèm theo Kế hoạch số 54/KH-UBND …) in an annex
    Good: the same number and day in both
    """
    head = anatomy.header.number
    own = _OWN.search(head.text) if head else None
    signed = anatomy.issued_on if anatomy.is_dated else None
    for annex in anatomy.annexes:
        if annex.attached is None:
            continue
        text = annex.attached_text[:_LONGEST]
        told = _REPEATED.search(text)
        # Another symbol is another document's.
        if own and told and told[2] == own[2] and told[1].lstrip("0") != own[1].lstrip("0"):
            yield Fault(
                annex.attached.where,
                _("số {number}").format(number=told[1] or "…"),
                _("số {number}").format(number=own[1]),
                _("Phụ lục ghi số khác với văn bản -> ghi đúng số của văn bản"),
            )
        day = _day(text)
        if signed and day and (not told or not own or told[2] == own[2]) and day != signed:
            yield Fault(
                annex.attached.where,
                f"{day:%d/%m/%Y}",
                f"{signed:%d/%m/%Y}",
                _("Phụ lục ghi ngày khác với văn bản -> ghi đúng ngày của văn bản"),
            )


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
