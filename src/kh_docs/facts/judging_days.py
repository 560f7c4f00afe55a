"""Days that the unit states against the plan's deadlines: its own plan, its reports, its assignments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kh_docs.facts.offering import deadline_of
from kh_docs.facts.remark import Remark, late, of_another_year
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.base import parse_date
from kh_docs.model.kinds import RECIPES
from kh_docs.patterns import re

_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")


def late_days(plan: UnitPlan) -> Iterator[Remark]:
    """All days that come after the deadline they belong to."""
    yield from _issued(plan)
    yield from _reported(plan)
    yield from _assigned(plan)
    yield from _of_other_years(plan)


def _of_other_years(plan: UnitPlan) -> Iterator[Remark]:
    """A letter of years before the plan, or after its year; `late` knows of a plan that is too old."""
    year = plan.book.head.year
    proposal, own = plan.local.proposal, plan.local.plan_issued
    if proposal is not None and not year - 1 <= proposal.issued_on.year <= year:
        yield of_another_year(plan, ("proposal", "issued_on"), proposal.issued_on)
    if own is not None and own.issued_on.year > year:
        yield of_another_year(plan, ("plan_issued", "issued_on"), own.issued_on)


def _issued(plan: UnitPlan) -> Iterator[Remark]:
    issued = plan.local.plan_issued
    for recipe in RECIPES:
        if issued and recipe.looks_ahead:
            deadline, name = deadline_of(plan.book, recipe.kind), _("kế hoạch của đơn vị")
            yield from late(plan, ("plan_issued", "issued_on"), name, issued.issued_on, deadline)


def _reported(plan: UnitPlan) -> Iterator[Remark]:
    """Indicators that are days."""
    deadlines = {item.id: item.deadline for item in plan.book.indicators.indicators if item.type == "d"}
    for kind, answers in plan.local.answers.items():
        for tag, text in answers.items():
            name, _dot, column = tag.partition(".")
            if column == "ky_nay" and name in deadlines and (days := _days(text)):
                yield from late(plan, ("answers", kind, tag), name, days[0], deadlines[name])


def _assigned(plan: UnitPlan) -> Iterator[Remark]:
    """A task that the unit wants done after the plan's own deadline."""
    for name, assignment in plan.local.assignments.items():
        task, days = plan.book.tasks.get(name), _days(assignment.due)
        if task is not None and task.deadline.plan and days:
            last = max(task.deadline.plan, key=lambda deadline: plan.dates(deadline).last_day)
            yield from late(plan, ("assignments", name, "due"), name, max(days), last)


def _days(text: str) -> list[date]:
    """The days that `text` names; what is no day of the calendar names none."""
    days = []
    for found in _DAY.findall(text):
        try:
            days.append(parse_date(found))
        except ValueError:
            continue
    return days
