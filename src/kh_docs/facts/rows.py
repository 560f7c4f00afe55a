"""The rows that `districts` and `deadlines` show (interface.md)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from kh_docs.facts.calendar import resolve
from kh_docs.facts.unit_plan import UnitPlan, unit_plans
from kh_docs.model.book import Book
from kh_docs.model.targets import Target

SOON = timedelta(days=7)


def unit_rows(book: Book) -> list[dict[str, Any]]:
    """Units with their traits and computed targets."""
    return [_unit_row(plan) for plan in unit_plans(book, book.head.issued_on).values()]


def _unit_row(plan: UnitPlan) -> dict[str, Any]:
    return {
        "id": plan.unit.id,
        "name": plan.unit.name,
        "type": plan.unit.type,
        "communes": len(plan.unit.children),
        "traits": [name for name, trait in plan.book.traits.items() if trait.shown and name in plan.traits],
        "targets": {
            target.key: plan.due(target.id) for target in keyed_targets(plan.book) if plan.binds(target)
        },
    }


def keyed_targets(book: Book) -> list[Target]:
    """The targets that have a name for programs, in the order of the plan."""
    return [target for target in book.targets.values() if target.key]


def deadline_rows(book: Book, today: date, unit: str | None = None) -> list[dict[str, Any]]:
    """The deadlines, for `unit` only those that bind it; states as of `today`."""
    rows = []
    plans = unit_plans(book, today)
    for deadline in book.deadlines.values():
        bound = [plan.unit.id for plan in plans.values() if plan.binds(deadline)]
        if unit is not None and unit not in bound:
            continue
        dates = resolve(deadline.rule)
        rows.append(
            {
                "id": deadline.id,
                "clause": deadline.clause,
                "text": deadline.text,
                "literal": deadline.literal,
                "date": dates.named.isoformat() if dates.named else None,
                "last_day": dates.last_day.isoformat(),
                "last_working_day": dates.last_working_day.isoformat(),
                "who": deadline.who,
                "units": bound,
                "state": _state(dates.last_day, today),
            }
        )
    return rows


def _state(last_day: date, today: date) -> str:
    if last_day < today:
        return "past"
    return "due" if last_day - today <= SOON else "coming"
