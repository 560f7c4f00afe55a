"""The span of a report's figures: what the plan says, else the calendar's half-year or year as a proposal."""

from __future__ import annotations

from datetime import date, timedelta

from kh_docs.model.book import Book
from kh_docs.model.head import Period
from kh_docs.model.kinds import Recipe

# The last day and month of the figures, by the span of the recipe.
_ENDS = {"6-thang": (6, 30), "nam": (12, 31)}


def period_of(book: Book, recipe: Recipe) -> Period:
    """The period of the report `recipe`."""
    for period in book.head.periods:
        if period.kind == recipe.kind:
            return period
    year = book.head.year
    return Period(
        kind=recipe.kind,
        from_day=date(year, 1, 1),
        to_day=date(year, *_ENDS[recipe.span]),
        proposed=True,
    )


def a_year_before(from_day: date, to_day: date) -> tuple[date, date]:
    """The same days of the year before: what ends a month ends it there, too."""
    after = to_day + timedelta(days=1)
    return _a_year_before(from_day), _a_year_before(after) - timedelta(days=1)


def _a_year_before(day: date) -> date:
    """Of a 29th of February the 1st of March."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year - 1, 3, 1) if is_leap_day else day.replace(year=day.year - 1)
