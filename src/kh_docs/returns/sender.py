"""Who sent a return, and whether it is the one asked for: by all that the file says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kh_docs.i18n import N_, _
from kh_docs.model.book import Book
from kh_docs.model.head import Period
from kh_docs.returns.names import UnitNames
from kh_docs.returns.period_said import told_of_other
from kh_docs.returns.word_form import Form

MARK, KEYWORDS = N_("dấu ẩn trong tệp"), N_("từ khóa của tệp")
PLACE = N_("địa danh ở dòng ngày, tháng")
_NOBODYS = N_(
    "là biểu mẫu của chương trình này mà không rõ của đơn vị nào -> ghi đúng tên cơ quan ở đầu văn bản"
)
HEAD, CODES = N_("tên cơ quan ở đầu văn bản"), N_("mã xã trong biểu")


class Sender(NamedTuple):
    """The unit, or None and the reason why the file is nobody's return of this kind."""

    unit: str | None
    reason: str = ""
    # Nothing in it names any unit of the plan.
    is_stranger: bool = False


def sender_of(form: Form, book: Book, names: UnitNames, kind: str, period: Period) -> Sender:
    """Whose return `form` is; two witnesses that contradict each other name nobody."""
    if reason := _foreign(form, book, kind, period):
        return Sender(None, reason)
    named = dict(_witnesses(form, book, names))
    units = {unit: witness for witness, unit in reversed(named.items())}
    if not units and form.cells:
        return Sender(None, _(_NOBODYS))
    if not units:
        return Sender(None, _("không phải biểu mẫu báo cáo của chương trình này"), is_stranger=True)
    if len(units) > 1:
        told = [f"{_(witness)}: {_full_name(book, unit)}" for unit, witness in units.items()]
        return Sender(None, _("tệp ghi hai đơn vị ({told}) -> hỏi lại nơi gửi").format(told="; ".join(told)))
    unit = next(iter(units))
    if below := names.below(form.head, unit):
        told_below = _("do {below} lập, không phải báo cáo của {unit}")
        return Sender(None, told_below.format(below=below, unit=_full_name(book, unit)))
    return Sender(unit)


def _foreign(form: Form, book: Book, kind: str, period: Period) -> str:
    """Why the form is none of this plan, kind and period."""
    plan, _unit, form_kind = form.keywords or ("", "", "")
    plan, form_kind = form.mark.get("plan") or plan, form.mark.get("kind") or form_kind
    if plan and plan != book.head.id:
        return _("là văn bản theo kế hoạch khác ({plan})").format(plan=plan)
    if form_kind and form_kind != kind:
        return _("là văn bản loại khác ({kind})").format(kind=form_kind)
    first, last = form.mark.get("from"), form.mark.get("to")
    if first and last and (first, last) != (period.from_day.isoformat(), period.to_day.isoformat()):
        return told_of_other((date.fromisoformat(first), date.fromisoformat(last)))
    return ""


def _witnesses(form: Form, book: Book, names: UnitNames) -> Iterator[tuple[str, str]]:
    """The unit that each part of the file names."""
    if (marked := form.mark.get("unit", "")) in book.units:
        yield MARK, marked
    if form.keywords and form.keywords[1] in book.units:
        yield KEYWORDS, form.keywords[1]
    if unit := names.in_head(form.head):
        yield HEAD, unit
    if unit := names.of_place(form.head):
        yield PLACE, unit
    if unit := names.of_communes(form.communes):
        yield CODES, unit


def _full_name(book: Book, unit: str) -> str:
    return book.units[unit].full_name
