"""The rows that `districts` and `deadlines` show (interface.md)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from kh_docs.facts.calendar import resolve
from kh_docs.facts.unit_plan import UnitPlan, unit_plans
from kh_docs.model.book import Book

# Shown and part of the interface; other traits serve the data only.
SHOWN_TRAITS = ("border", "coast", "mountain", "wards", "rural_communes", "economic_zone", "drug_free_2024")
SOON = timedelta(days=7)


def unit_rows(book: Book) -> list[dict[str, Any]]:
    """Units with their traits and computed targets."""
    return [_unit_row(plan) for plan in unit_plans(book, book.head.issued_on).values()]


def _unit_row(plan: UnitPlan) -> dict[str, Any]:
    targets: dict[str, Any] = {}
    for name, target_id in OWN_FIGURES.items():
        if target_id in plan.book.targets and plan.binds(plan.book.targets[target_id]):
            targets[name] = int(plan.figure(target_id).text)
    return {
        "id": plan.unit.id,
        "name": plan.unit.name,
        "type": plan.unit.type,
        "communes": len(plan.unit.children),
        "traits": [trait for trait in SHOWN_TRAITS if trait in plan.traits],
        "targets": targets,
    }


# What a program finds a unit's figure under; the same names for every plan.
OWN_FIGURES = {
    "exemplary_communes": "T10",
    "exemplary_agencies": "T11",
    "exemplary_enterprises": "T12",
    "exemplary_schools": "T13",
    "ward_police": "T06",
    "model_areas": "T04",
    "drug_free_district": "T02",
}


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
