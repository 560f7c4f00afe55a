"""The words of a letter that asks one unit for its report, or for what is not clear in it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kh_docs.facts.ceasing import ceased
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.offering import deadline_of, kind_name
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.returns.collected import Collected
from kh_docs.returns.request import Request
from kh_docs.returns.returned import Return

# The number and symbol of an act.
_CITED: Final = re.compile(r"\s+(?:số\s+)?\d+/[\w/.-]*[A-ZĐ][\w/.-]*")
# A letter names so many places; of more it says how many there are.
MOST_PLACES = 60


class LetterWords(NamedTuple):
    """`{{ don_doc.… }}` of the wording."""

    viec: str
    ten: str
    nhan: str
    bao_cao: str
    han: str
    ngay: str
    tre: str
    chua_gui: bool
    khong_doc_duoc: str
    cho_hoi: list[str]
    thuong_truc: str


def letter_words(request: Request, collected: Collected, unit: str) -> LetterWords:
    """All that the letter to `unit` says, as finished text."""
    book = request.book
    each = next(found for found in collected.units if found.unit == unit)
    plan = UnitPlan(book, book.units[unit], request.as_of)
    deadline = deadline_of(book, request.recipe.kind)
    reasons = [file.reason for file in collected.files if file.unit == unit and file.status == "unreadable"]
    sent = collected.newest(each)
    asks = "làm rõ số liệu" if sent else "gửi"
    standing = book.head.standing_body
    report = kind_name(book, request.recipe.kind)
    return LetterWords(
        viec=f"{asks} {report[:1].lower()}{report[1:]}",
        ten=book.units[unit].full_name,
        nhan=_receiver(plan).issuer.short,
        bao_cao=f"{report[:1].lower()}{report[1:]} năm {book.head.year}"
        if "năm" not in report
        else report[:1].lower() + report[1:],
        han=short_date(plan.dates(deadline).last_day) if deadline else "",
        ngay=short_date(request.as_of),
        tre=printed_number(str(each.days_late)) if each.days_late else "",
        chua_gui=each.state == "missing",
        khong_doc_duoc=reasons[0].partition(" -> ")[0] if each.state == "unreadable" and reasons else "",
        cho_hoi=_places(sent),
        thuong_truc=standing.name if standing else "",
    )


def _receiver(plan: UnitPlan) -> UnitPlan:
    """Who answers for the unit: the one that it became part of, once it is no more."""
    how, units = ceased(plan), plan.book.units
    is_there = how is not None and how.into_id in units
    return UnitPlan(plan.book, units[how.into_id], plan.reference) if how and is_there else plan


def _places(sent: Return | None) -> list[str]:
    """Each place with what is asked, as an item of a list."""
    found = [f"{question.where}: {question.message}" for question in (sent.questions if sent else ())]
    found += [f"{each.a}: {each.message} (đối chiếu: {each.b})" for each in (sent.conflicts if sent else ())]
    if len(found) > MOST_PLACES:
        rest = printed_number(str(len(found) - MOST_PLACES))
        found = [*found[:MOST_PLACES], f"{rest} chỗ khác trong bảng “Câu hỏi” gửi kèm"]
    # An indicator named after an act does not cite it: a letter would have to say its day and title.
    found = [_CITED.sub("", text) for text in found]
    ends = [";"] * (len(found) - 1) + ["."]
    return [f"{text.rstrip('.;')}{end}" for text, end in zip(found, ends, strict=True)] if found else []
