"""What the clerk should know before she signs: gaps in the plan, doubtful bases, deadlines on holidays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kh_docs.facts.calendar import resolve
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.offering import deadline_of, reference_day
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.kinds import Recipe
from kh_docs.model.units import Unit

# The end of a year is no day by which anybody plans: that it is a Sunday needs no telling.
_ENDING_ON_A_DAY = ("before_date", "by_date", "in_quarter", "before_month", "in_month")


def warnings_for(book: Book, unit: Unit, recipe: Recipe, issued_on: date | None) -> tuple[str, ...]:
    """What needs a decision before this document is signed, the most pressing first."""
    plan = UnitPlan(book, unit, issued_on or reference_day(book, recipe.kind))
    deadline = deadline_of(book, recipe.kind)
    found = _late(plan, deadline, issued_on) if deadline and issued_on else []
    if recipe.looks_ahead:
        found += _on_holidays(plan, list(book.deadlines)) + _already_past(plan)
    elif deadline:
        found += _on_holidays(plan, [deadline])
    return tuple(found)


def notes_for(book: Book, unit: Unit, recipe: Recipe) -> tuple[str, ...]:
    """What the plan leaves unclear where it touches this document: how it was taken, what to check."""
    plan = UnitPlan(book, unit, reference_day(book, recipe.kind))
    return tuple(_gaps(plan, recipe.kind))


def _late(plan: UnitPlan, deadline: str, issued_on: date) -> list[str]:
    dates = plan.dates(deadline)
    if issued_on <= dates.last_working_day:
        return []
    literal = plan.book.deadlines[deadline].literal
    return [
        _("ngày ký {} sau ngày làm việc cuối cùng {} của thời hạn “{}”").format(
            short_date(issued_on), short_date(dates.last_working_day), literal
        )
    ]


def _on_holidays(plan: UnitPlan, deadlines: list[str]) -> list[str]:
    """Those of `deadlines` whose last day is no working day."""
    found = []
    for deadline in map(plan.book.deadlines.__getitem__, deadlines):
        dates = resolve(deadline.rule)
        if dates.event or deadline.rule.kind not in _ENDING_ON_A_DAY:
            continue
        if plan.binds(deadline) and dates.last_day != dates.last_working_day:
            found.append(
                _("{} “{}” ({}): ngày cuối {} là ngày nghỉ, ngày làm việc cuối cùng là {}").format(
                    deadline.id,
                    deadline.literal,
                    clause_name(deadline.clause),
                    short_date(dates.last_day),
                    short_date(dates.last_working_day),
                )
            )
    return found


def _already_past(plan: UnitPlan) -> list[str]:
    """Tasks whose day has gone by: they are worded as done, and somebody must see whether that is true."""
    late = [
        name for name, deadline in plan.book.deadlines.items() if plan.binds(deadline) and plan.passed(name)
    ]
    return [
        _(
            "{} “{}” đã qua ở ngày tính hạn {} (--date, hoặc ngày làm việc cuối cùng để gửi văn bản): "
            "kiểm tra lời văn cho đúng thực tế"
        ).format(name, plan.book.deadlines[name].literal, short_date(plan.reference))
        for name in late
    ]


def doubtful_bases(book: Book, recipes: Sequence[Recipe]) -> list[str]:
    """Citations of these documents that have to be compared with their originals."""
    ahead = [each.kind for each in recipes if each.looks_ahead]
    asked = {each.kind for each in recipes}
    return [
        _("căn cứ {} {} cần đối chiếu bản gốc: {}").format(
            basis.kind, basis.number or basis.subject, basis.doubt
        )
        for basis in book.bases.values()
        if basis.doubt and asked.intersection(basis.kinds or ahead)
    ]


def _gaps(plan: UnitPlan, kind: str) -> list[str]:
    found = []
    for gap in plan.book.gaps:
        if kind in gap.kinds and plan.binds(gap):
            note = gap.unit_notes.get(plan.unit.id, "")
            found.append(f"{gap.id}: {gap.text} {note}".rstrip())
    return found
