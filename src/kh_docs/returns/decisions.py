"""What the officer decided in the tracker: days of receipt, and figures corrected with a reason."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import NamedTuple

from kh_docs.model.base import parse_date
from kh_docs.returns.sheets import HEAD_ROW


class Override(NamedTuple):
    """A figure that the officer sets, with her reason."""

    unit: str
    key: str
    value: float | int | str | None
    reason: str


class Decisions(NamedTuple):
    """What the officer wrote into the tracker."""

    received_on: dict[str, date]
    overrides: list[Override]


NO_DECISIONS = Decisions({}, [])


def decisions_in(content: bytes, units: set[str]) -> Decisions:
    """What was decided in a tracker of ours; rows that name no unit, no day or no reason decide nothing."""
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(content), data_only=True)
    days: dict[str, date] = {}
    overrides: list[Override] = []
    tracked, *others = workbook.worksheets
    for row in tracked.iter_rows(min_row=HEAD_ROW + 1, max_col=4, values_only=True):
        unit, day = str(row[0] or ""), _day(row[3])
        if unit in units and day is not None:
            days[unit] = day
    for row in others[0].iter_rows(min_row=HEAD_ROW + 1, max_col=4, values_only=True) if others else ():
        unit, key, value, reason = (str(row[0] or ""), str(row[1] or ""), row[2], str(row[3] or "").strip())
        if unit in units and "." in key and reason and isinstance(value, int | float | str):
            overrides.append(Override(unit, key, value, reason))
    return Decisions(days, overrides)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    try:
        day = parse_date(str(value).strip()) if value else None
    except ValueError:
        return None
    return day if isinstance(day, date) else None
