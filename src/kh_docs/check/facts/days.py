"""Days, months and quarters, held against the deadlines, periods and dates of the plan."""

import re
from calendar import monthrange
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
_ALIKE: Final = 0.65
# So much alike that one of our own inner days is wrong there, though nobody is said to get it.
_SURELY_ALIKE: Final = 0.8
# To whom something goes: a plan's deadline binds what goes to the province, not what goes to the district.
_RECEIVER: Final = re.compile(
    r"\b(?:gửi|về|qua|cho)\b[^;.()]{0,40}?\b(tỉnh|huyện|thị xã|thành phố|xã|phường)\b", re.IGNORECASE
)
_SENT: Final = re.compile(r"\bbáo cáo\b", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
# A report for each period is known by its period.
_PERIODS: Final = {
    "yearly": re.compile(
        r"báo cáo (kết quả )?(thực hiện )?(0?1 )?năm\b|(kết quả|tổng kết) (0?1 )?năm\b", re.I
    ),
    "half-yearly": re.compile(r"\b0?6 tháng|sáu tháng|nửa năm", re.I),
}
_MONTHS, _LONGEST_MONTH, _DAY_AND_MONTH = 12, 31, 2


class Due(NamedTuple):
    """A deadline of the plan, with every way of naming its day."""

    text: str
    literal: str
    clause: str
    days: frozenset[str]
    recurring: str
    last: date | None


class KnownDays(NamedTuple):
    """The days that the plan's data name, each with its clause, and the deadlines."""

    days: dict[str, str]
    due: tuple[Due, ...]
    year: int
    # Days of our own, earlier than the plan's: of each task and inside the unit.
    inner: frozenset[str]


def known_days(book: Book) -> KnownDays:
    """All days of the plan."""
    head = book.head
    due = []
    for deadline in book.deadlines.values():
        rule, dates = deadline.rule, resolve(deadline.rule)
        named = {_key(day) for day in (dates.named, dates.last_day, dates.last_working_day) if day}
        named |= {rule.quarter, rule.month} - {""}
        due.append(
            Due(
                deadline.text,
                deadline.literal,
                deadline.clause,
                frozenset(named),
                deadline.recurring,
                dates.last_day,
            )
        )
    days = {day: each.clause for each in reversed(due) for day in each.days}
    others = [head.issued_on, *(day for period in head.periods for day in (period.from_day, period.to_day))]
    others += [basis.issued_on for basis in book.bases.values() if basis.issued_on]
    for day in others:
        days.setdefault(_key(day), "")
    inner = _inner_days(book)
    return KnownDays(inner | days, tuple(due), head.year, frozenset(inner) - frozenset(days))


def _inner_days(book: Book) -> dict[str, str]:
    """The days that the unit sets itself: of each task, and inside the unit."""
    days = {
        _key(task.deadline.last_day): task.clause for task in book.tasks.values() if task.deadline.last_day
    }
    for internal in book.head.internal_deadlines:
        dates = resolve(internal.rule)
        days |= {_key(day): "" for day in (dates.named, dates.last_day, dates.last_working_day) if day}
    return days


def days_in(passage: Passage, known: KnownDays) -> Iterator[Statement]:
    """Each day, month and quarter with what the plan says of it."""
    for match, key in _found(passage.text, known.year):
        plain = Statement("date", match[0].strip("( "), match.start())
        due = key not in known.days or key in known.inner
        moved = None
        if due and _DUE.search(passage.text[: match.start()]):
            context = passage.around(match.start())
            sure = key not in known.inner or _RECEIVER.search(context)
            moved = _moved(context, known, _ALIKE if sure else _SURELY_ALIKE)
        if moved is not None and moved.last is not None and _ends(key) <= moved.last:
            # Who is ready before the plan's day keeps it.
            moved = None
        if moved is not None:
            yield plain._replace(state="contradicts", clause=moved.clause, expected=moved.literal)
        elif key in known.days:
            yield plain._replace(state="matched", clause=known.days[key])
        else:
            yield plain


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


def _ends(key: str) -> date:
    """The last day of a day, month or quarter as `_found` names it."""
    *parts, year = key.split("/")
    if len(parts) == _DAY_AND_MONTH:
        day, month = map(int, parts)
        return date(int(year), month, min(day, monthrange(int(year), month)[1]))
    month = 3 * len(parts[0]) if parts[0] in ("I", "II", "III") else 12 if parts[0] == "IV" else int(parts[0])
    return date(int(year), month, monthrange(int(year), month)[1])


def _moved(context: str, known: KnownDays, least: float) -> Due | None:
    """The deadline that the passage speaks of, where no day of it is named there."""
    named = {key for _match, key in _found(context, known.year)}
    alike = [(_alike(each, context), each) for each in known.due]
    share, nearest = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return nearest if nearest is not None and share >= least and not (nearest.days & named) else None


def _alike(due: Due, context: str) -> float:
    """How much the passage speaks of this deadline; nothing, where it goes to another level of bodies."""
    wanted, told = set(_RECEIVER.findall(due.text)), set(_RECEIVER.findall(context))
    if wanted and told and not wanted & told:
        return 0.0
    period = _PERIODS.get(due.recurring) or next(
        (each for each in _PERIODS.values() if _SENT.match(due.text) and each.search(due.text)), None
    )
    if period is not None:
        if not period.search(context):
            return 0.0
        if wanted & told and _SENT.match(due.text) and _SENT.search(context):
            # What goes to the same level for the same period is this one, whatever it is called.
            return 1.0
    return max(likeness(due.text, context), likeness(_IN_BRACKETS.sub("", due.text), context))


def _key(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
