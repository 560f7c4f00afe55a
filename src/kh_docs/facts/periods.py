"""The span of a report's figures: what the plan says, else the calendar's half-year or year as a proposal."""

from __future__ import annotations

from datetime import date

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
