"""The deadlines, horizons and other days of the plan, ready to hold days against."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from kh_docs.check.facts.attributed import Attribution
from kh_docs.check.facts.days_found import days_found, end_of, key_of
from kh_docs.check.facts.weights import Weights
from kh_docs.facts.calendar import resolve
from kh_docs.model.book import Book
from kh_docs.model.plan import Deadline
from kh_docs.patterns import re

_QUOTED: Final = re.compile(r"“[^”]*”")
_IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
YEAR_ALONE: Final = 4


class Due(NamedTuple):
    """A deadline of the plan, with every way of naming its day."""

    text: str
    # Its text, and what is left of it without brackets or quotations where that says enough.
    texts: tuple[str, ...]
    literal: str
    clause: str
    days: frozenset[str]
    recurring: str
    last: date | None
    is_event: bool
    # Whether a body of the province does it.
    is_of_the_province: bool = False

    @property
    def is_for_a_year(self) -> bool:
        """Whether another year than the plan's is its only day."""
        return any(len(each) == YEAR_ALONE for each in self.days)


class KnownDays(NamedTuple):
    """The days that the plan's data name, each with its clause, and the deadlines."""

    days: dict[str, str]
    due: tuple[Due, ...]
    year: int
    # Days of our own, earlier than the plan's: of each task and inside the unit.
    inner: frozenset[str]
    weights: Weights
    attribution: Attribution


def known_days(book: Book, weights: Weights, attribution: Attribution) -> KnownDays:
    """All days of the plan."""
    head = book.head
    due = tuple(_due(deadline, head.year, weights) for deadline in book.deadlines.values())
    due += tuple(_horizons(book))
    days = {day: each.clause for each in reversed(due) for day in each.days}
    others = [head.issued_on, *(day for period in head.periods for day in (period.from_day, period.to_day))]
    others += [basis.issued_on for basis in book.bases.values() if basis.issued_on]
    for day in others:
        days.setdefault(key_of(day), "")
    inner = _inner_days(book)
    return KnownDays(inner | days, due, head.year, frozenset(inner) - frozenset(days), weights, attribution)


def _horizons(book: Book) -> Iterator[Due]:
    """The years up to which the plan looks ahead with a target."""
    for target in book.targets.values():
        found = list(days_found(target.words, book.head.year)) if target.kind == "horizon" else []
        for match, key in found:
            if len(key) == YEAR_ALONE:
                words = target.words
                yield Due(words, (words,), match[0], target.clause, frozenset({key}), "", end_of(key), False)


def _due(deadline: Deadline, year: int, weights: Weights) -> Due:
    rule, dates = deadline.rule, resolve(deadline.rule)
    named = {key_of(day) for day in (dates.named, dates.last_day, dates.last_working_day) if day}
    named |= {rule.quarter, rule.month} - {""}
    if rule.year and rule.year != year:
        # The plan's own year says nothing: all that it sets is for that year.
        named.add(str(rule.year))
    shorter = (pattern.sub("", deadline.text) for pattern in (_IN_BRACKETS, _QUOTED))
    return Due(
        deadline.text,
        (deadline.text, *filter(weights.says_enough, shorter)),
        deadline.literal,
        deadline.clause,
        frozenset(named),
        deadline.recurring,
        dates.last_day,
        dates.event,
        deadline.acts == "province",
    )


def _inner_days(book: Book) -> dict[str, str]:
    """The days that the unit sets itself: of each task, and inside the unit."""
    days = {
        key_of(task.deadline.last_day): task.clause for task in book.tasks.values() if task.deadline.last_day
    }
    for internal in book.head.internal_deadlines:
        dates = resolve(internal.rule)
        days |= {key_of(day): "" for day in (dates.named, dates.last_day, dates.last_working_day) if day}
    return days
