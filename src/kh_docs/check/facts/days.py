"""Days, months and quarters, held against the deadlines, periods and dates of the plan."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.passages import Passage, likeness
from kh_docs.facts.calendar import resolve
from kh_docs.model.book import Book

_DAY: Final = re.compile(
    r"\b(?:ngày\s*)?(?P<d>\d{1,2})(?:/|\s*tháng\s*)(?P<m>\d{1,2})(?:/|\s*năm\s*)(?P<y>\d{4})\b"
)
_SHORT: Final = re.compile(
    r"(?:\bngày\s*|\()(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/]| ?(?:xã|phường|thị trấn|đơn vị))"
)
_QUARTER: Final = re.compile(r"\b[Qq]uý\s+(?P<q>I{1,3}|IV)\s*(?:/|năm\s*)\s*(?P<y>\d{4})")
_MONTH: Final = re.compile(r"(?<!\d )\b[Tt]háng\s*(?P<m>\d{1,2})\s*(?:/|năm\s*)\s*(?P<y>\d{4})")
# What makes a day the end of a task.
_DUE: Final = re.compile(
    r"(trước|chậm nhất|đến hết|hoàn thành|xong|trong)\s*(ngày|là|vào)?\s*$", re.IGNORECASE
)
_ALIKE: Final = 0.7
_MONTHS, _LONGEST_MONTH = 12, 31


class Due(NamedTuple):
    """A deadline of the plan, with every way of naming its day."""

    text: str
    literal: str
    clause: str
    days: frozenset[str]


class KnownDays(NamedTuple):
    """The days that the plan's data name, each with its clause, and the deadlines."""

    days: dict[str, str]
    due: tuple[Due, ...]
    year: int


def known_days(book: Book) -> KnownDays:
    """All days of the plan."""
    head = book.head
    due = []
    for deadline in book.deadlines.values():
        rule, dates = deadline.rule, resolve(deadline.rule)
        named = {_key(day) for day in (dates.named, dates.last_day, dates.last_working_day) if day}
        named |= {rule.quarter, rule.month} - {""}
        due.append(Due(deadline.text, deadline.literal, deadline.clause, frozenset(named)))
    days = {day: each.clause for each in reversed(due) for day in each.days}
    for internal in head.internal_deadlines:
        dates = resolve(internal.rule)
        for day in (dates.named, dates.last_day, dates.last_working_day):
            if day:
                days.setdefault(_key(day), "")
    for task in book.tasks.values():
        if task.deadline.last_day:
            days.setdefault(_key(task.deadline.last_day), task.clause)
    others = [head.issued_on, *(day for period in head.periods for day in (period.from_day, period.to_day))]
    others += [basis.issued_on for basis in book.bases.values() if basis.issued_on]
    for day in others:
        days.setdefault(_key(day), "")
    return KnownDays(days, tuple(due), head.year)


def days_in(passage: Passage, known: KnownDays) -> Iterator[Statement]:
    """Each day, month and quarter with what the plan says of it."""
    for match, key in _found(passage.text, known.year):
        plain = Statement("date", match[0].strip("( "), match.start())
        if key in known.days:
            yield plain._replace(state="matched", clause=known.days[key])
            continue
        moved = _moved(passage, match, known) if _DUE.search(passage.text[: match.start()]) else None
        if moved is None:
            yield plain
        else:
            yield plain._replace(state="contradicts", clause=moved.clause, expected=moved.literal)


def _found(text: str, year: int) -> Iterator[tuple[re.Match[str], str]]:
    taken: list[tuple[int, int]] = []
    for pattern in (_DAY, _QUARTER, _MONTH, _SHORT):
        for match in pattern.finditer(text):
            if any(low < match.end() and match.start() < high for low, high in taken):
                continue
            taken.append(match.span())
            groups = match.groupdict()
            if "q" in groups:
                yield match, f"{groups['q']}/{groups['y']}"
            elif "d" not in groups:
                yield match, f"{int(groups['m'])}/{groups['y']}"
            elif 1 <= int(groups["m"]) <= _MONTHS and 1 <= int(groups["d"]) <= _LONGEST_MONTH:
                yield match, f"{int(groups['d'])}/{int(groups['m'])}/{groups.get('y') or year}"


def _moved(passage: Passage, match: re.Match[str], known: KnownDays) -> Due | None:
    """The deadline that the passage speaks of, where no day of it is named there."""
    context = passage.around(match.start())
    named = {key for _match, key in _found(context, known.year)}
    alike = [(likeness(each.text, context), each) for each in known.due]
    share, nearest = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return nearest if nearest is not None and share >= _ALIKE and not (nearest.days & named) else None


def _key(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
