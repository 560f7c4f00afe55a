"""The words of a letter that asks one unit for its report, or for what its report lacks or leaves unclear."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.facts.ceasing import ceased
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.offering import deadline_of, kind_name
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.kinds import HALF
from kh_docs.returns.collected import Collected, UnitReturn
from kh_docs.returns.doubts import Doubt, doubts_of
from kh_docs.returns.reported import items_of
from kh_docs.returns.request import Request
from kh_docs.returns.returned import Return
from kh_docs.returns.spelling_out import without_numbers

# So many places a letter names in its text; more stand in an annex.
FEW = 5


class LetterWords(NamedTuple):
    """`{{ don_doc.… }}` of the wording."""

    viec: str
    ten: str
    nhan: str
    bao_cao: str
    kenh: str
    han: str
    ngay: str
    tre: str
    chua_gui: bool
    khong_doc_duoc: str
    thieu: str
    thieu_o_phu_luc: bool
    so_cho_hoi: str
    so_chua_cong: str
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
    doubts = list(doubts_of(sent))
    standing, report = book.head.standing_body, report_name(request)
    is_known = each.came_by(request.as_of)
    return LetterWords(
        viec=f"{_asks(each)} {report}",
        ten=book.units[unit].full_name,
        nhan=_receiver(plan).issuer.short,
        bao_cao=report,
        kenh=f" {book.head.channels.report}" if book.head.channels.report else "",
        han=short_date(plan.dates(deadline).last_day) if deadline else "",
        ngay=short_date(request.as_of),
        tre=printed_number(str(each.days_late)) if each.days_late and is_known else "",
        chua_gui=each.state == "missing",
        khong_doc_duoc=reasons[0].partition(" -> ")[0] if each.state == "unreadable" and reasons else "",
        thieu=_lacking(request, sent) if sent else "",
        thieu_o_phu_luc=bool(sent and lacks_many(sent)),
        so_cho_hoi=printed_number(str(len(doubts))) if len(doubts) > FEW else "",
        so_chua_cong=printed_number(str(each.left_out)) if each.left_out else "",
        cho_hoi=_places(doubts) if len(doubts) <= FEW else [],
        thuong_truc=standing.name if standing else "",
    )


def report_name(request: Request) -> str:
    """“báo cáo kết quả 06 tháng đầu năm 2024”."""
    name, year = kind_name(request.book, request.recipe.kind), request.book.head.year
    report = f"{name[:1].lower()}{name[1:]}"
    if request.recipe.span == HALF:
        return f"{report} đầu năm {year}"
    return f"{report} {year}" if report.endswith(" năm") else f"{report} năm {year}"


def lacks_many(sent: Return) -> bool:
    """Whether what it lacks is more than a sentence can name."""
    return len(sent.blank) > FEW or bool(sent.open_communes)


def _asks(each: UnitReturn) -> str:
    if each.state != "received":
        return "gửi"
    asks = [word for word, is_so in (("bổ sung", each.is_short), ("làm rõ", each.is_asked)) if is_so]
    return f"{', '.join(asks)} số liệu" if asks else "thời hạn gửi"


def _receiver(plan: UnitPlan) -> UnitPlan:
    """Who answers for the unit: the one that it became part of, once it is no more."""
    how, units = ceased(plan), plan.book.units
    is_there = how is not None and how.into_id in units
    return UnitPlan(plan.book, units[how.into_id], plan.reference) if how and is_there else plan


def _lacking(request: Request, sent: Return) -> str:
    """How much is still to come; of a few indicators which."""
    told = []
    if sent.blank:
        names = {item.id: f"{item.code} {item.short or item.label}" for item in items_of(request)}
        named = "; ".join(without_numbers(names[name]) for name in sent.blank)
        count = printed_number(str(len(sent.blank)))
        told.append(f"{count} chỉ tiêu chưa có số liệu" + (f" ({named})" if not lacks_many(sent) else ""))
    if sent.open_communes:
        told.append(f"{printed_number(str(len(sent.open_communes)))} đơn vị cấp xã còn ô trống")
    return ", ".join(told)


def _places(doubts: list[Doubt]) -> list[str]:
    """Each place with what is asked, as an item of a list."""
    found = [without_numbers(f"{doubt.place}: {doubt.message}") for doubt in doubts]
    ends = [";"] * (len(found) - 1) + ["."]
    return [f"{text.rstrip('.;')}{end}" for text, end in zip(found, ends, strict=True)] if found else []
