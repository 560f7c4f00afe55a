"""Take the rule of a deadline, give its last day and its last working day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from kh_docs import cache
from kh_docs.model.plan import Rule

QUARTERS = {"I": 3, "II": 6, "III": 9, "IV": 12}
ONE_DAY = timedelta(days=1)


class Dates(NamedTuple):
    """`named`: the day the plan names; `last_day`: the last on which it is kept."""

    named: date | None
    last_day: date
    last_working_day: date
    event: bool = False

    @property
    def day(self) -> date:
        """The day to print: the one that the plan names, else the last."""
        return self.named or self.last_day


class _Year(NamedTuple):
    """The days of a year that are not what their weekday says."""

    holidays: frozenset[date]
    # Saturdays that are worked, for a bridging day before a holiday.
    made_up: frozenset[date]


@lru_cache
def _year(year: int) -> _Year:
    # The package takes half a second to say what a few days are.
    kept = cache.load_as("holidays", str(year), _from_cache)
    if kept is None:
        import holidays

        found = holidays.country_holidays("VN", years=[year])
        kept = _Year(frozenset(found), frozenset(getattr(found, "weekend_workdays", ())))
        lists = (",".join(day.isoformat() for day in sorted(days)) for days in kept)
        cache.save("holidays", str(year), "|".join(lists).encode())
    return kept


def _from_cache(listed: bytes) -> _Year:
    off, worked = (days.split(",") if days else [] for days in listed.decode().split("|"))
    return _Year(frozenset(map(date.fromisoformat, off)), frozenset(map(date.fromisoformat, worked)))


def is_working_day(day: date) -> bool:
    """Neither weekend nor public holiday, Tết included; a Saturday worked for a bridging day counts."""
    year = _year(day.year)
    return day in year.made_up or (day.weekday() < 5 and day not in year.holidays)


def last_working_day(day: date) -> date:
    """`day`, or the last working day before it: a deadline rolls back, never forward."""
    while not is_working_day(day):
        day -= ONE_DAY
    return day


# More than a plan has deadlines; each is asked for in most of its documents.
@lru_cache(1_000)
def resolve(rule: Rule) -> Dates:
    """The dates of `rule`: “trước ngày X” ends the day before X, “trước tháng M” with the month before M."""
    named: date | None = None
    if rule.kind == "before_date":
        assert rule.date is not None
        named, last = rule.date, rule.date - ONE_DAY
    elif rule.kind == "by_date":
        assert rule.date is not None
        named = last = rule.date
    elif rule.kind == "event":
        assert rule.date is not None
        return Dates(rule.date, rule.date, last_working_day(rule.date), event=True)
    elif rule.kind == "before_month":
        month, year = map(int, rule.month.split("/"))
        last = date(year, month, 1) - ONE_DAY
    elif rule.kind == "in_month":
        month, year = map(int, rule.month.split("/"))
        last = _month_end(year, month)
    elif rule.kind == "in_quarter":
        quarter, written_year = rule.quarter.split("/")
        last = _month_end(int(written_year), QUARTERS[quarter])
    else:
        last = date(rule.year or max(rule.years), 12, 31)
    return Dates(named, last, last_working_day(last))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
