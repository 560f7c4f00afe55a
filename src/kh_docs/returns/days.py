"""Who did something by the day that the plan sets, and who did it later."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kh_docs.facts.calendar import resolve
from kh_docs.model.indicators import Indicator
from kh_docs.returns.adding import day_in
from kh_docs.returns.collected import Collected
from kh_docs.returns.request import Request


class Days(NamedTuple):
    """Units by the day that they told."""

    kept: dict[str, date]
    late: dict[str, date]


def days_of(request: Request, collected: Collected, item: Indicator) -> Days:
    """Those who kept the day and those who did not; where the plan sets none, nobody is late."""
    last = last_day(request, item)
    said = {unit: day_in(text) for unit, text in collected.matrix.words(f"{item.id}.ky_nay").items()}
    told = {unit: day for unit, day in said.items() if day is not None}
    late = {unit: day for unit, day in told.items() if last is not None and day > last}
    return Days({unit: day for unit, day in told.items() if unit not in late}, late)


def last_day(request: Request, item: Indicator) -> date | None:
    deadlines = request.book.deadlines
    return resolve(deadlines[item.deadline].rule).last_day if item.deadline in deadlines else None


def deadline_words(request: Request, item: Indicator) -> str:
    """“trước ngày 25/02/2024”, as the plan prints it."""
    deadline = request.book.deadlines.get(item.deadline)
    printed = deadline.printed if deadline else ""
    return f"{printed[:1].lower()}{printed[1:]}"
