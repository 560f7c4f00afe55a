"""A doubt about a place in a unit's own data."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _

Path = tuple[str | int, ...]


class Remark(NamedTuple):
    """What is doubtful at `path`, and how to mend it; it stops nothing."""

    path: Path
    message: str
    fix: str


def late(plan: UnitPlan, path: Path, name: str, day: date, deadline: str) -> list[Remark]:
    """A remark where `day` comes after the last day of `deadline`, or long before the plan."""
    known = plan.book.deadlines.get(deadline)
    if day.year < plan.book.head.year - 1:
        return [of_another_year(plan, path, day, f"{name}: ")]
    if known is None or day <= (last := plan.dates(deadline).last_day):
        return []
    message = _("{}: ngày {} sau ngày cuối {} của thời hạn “{}” ({})").format(
        name, short_date(day), short_date(last), known.literal, clause_name(known.clause)
    )
    return [Remark(path, message, _("kiểm tra lại ngày; nếu đúng thì báo cáo rõ việc chậm"))]


def of_another_year(plan: UnitPlan, path: Path, day: date, name: str = "") -> Remark:
    """A day that is most likely a slip of the keyboard."""
    year = plan.book.head.year
    message = _("ngày {} không thuộc năm của kế hoạch ({})").format(short_date(day), year)
    return Remark(path, name + message, _("kiểm tra lại năm"))
