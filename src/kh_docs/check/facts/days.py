"""Days, months, quarters and years, held against the deadlines, periods and dates of the plan."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from kh_docs.check.facts.days_found import days_found, end_of, key_of, without_days
from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.passages import Passage, sentences
from kh_docs.check.facts.weights import Weights
from kh_docs.facts.calendar import resolve
from kh_docs.model.book import Book
from kh_docs.model.plan import Deadline

# What makes a day the end of a task.
_DUE: Final = re.compile(
    r"(trước|chậm nhất|đến hết|hoàn thành|xong|trong)\s*(ngày|là|vào)?\s*$", re.IGNORECASE
)
_ALIKE: Final = 0.6
# So much alike that one of our own inner days is wrong there, though nobody is said to get it.
_SURELY_ALIKE: Final = 0.75
# So much more alike than the deadline whose day it is.
_FAR_MORE: Final = 0.3
_HALF, _NEARLY = 0.5, 0.1
_MORE: Final = 0.15
_DONE: Final = re.compile(r"\bhoàn thành\b", re.IGNORECASE)
# The day of an event stands in brackets behind its name; held on another day it is another matter.
_NAMED: Final = re.compile(r"“?([^“”;.(]{5,120})”?\s*\((?:ngày\s*)?$")
_NAMES_IT: Final = 0.9
_LONGEST_NAME: Final = 140
# To whom something goes: a plan's deadline binds what goes to the province, not what goes to the district.
_RECEIVER: Final = re.compile(
    r"\b(?:gửi|về|qua|cho)\b[^;.()]{0,40}?\b(tỉnh|huyện|thị xã|thành phố|xã|phường)\b", re.IGNORECASE
)
_SENT: Final = re.compile(r"\bbáo cáo\b", re.IGNORECASE)
_QUOTED: Final = re.compile(r"“[^”]*”")
_IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
# A report for each period is known by its period.
_PERIODS: Final = {
    "yearly": re.compile(
        r"báo cáo (kết quả )?(thực hiện )?(cả |0?1 )?năm\b|(kết quả|tổng kết) (0?1 )?năm\b", re.I
    ),
    "half-yearly": re.compile(r"\b0?6 tháng|sáu tháng|nửa năm", re.I),
}
_PERIOD: Final = re.compile(r"\b(0?6|sáu) tháng\b|\bnửa năm\b|\b(0?1|một|báo cáo) năm\b", re.IGNORECASE)
_YEAR_ALONE: Final = 4


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

    @property
    def is_for_a_year(self) -> bool:
        """Whether another year than the plan's is its only day."""
        return any(len(each) == _YEAR_ALONE for each in self.days)


class KnownDays(NamedTuple):
    """The days that the plan's data name, each with its clause, and the deadlines."""

    days: dict[str, str]
    due: tuple[Due, ...]
    year: int
    # Days of our own, earlier than the plan's: of each task and inside the unit.
    inner: frozenset[str]
    weights: Weights


def known_days(book: Book, weights: Weights) -> KnownDays:
    """All days of the plan."""
    head = book.head
    due = tuple(_due(deadline, head.year, weights) for deadline in book.deadlines.values())
    days = {day: each.clause for each in reversed(due) for day in each.days}
    others = [head.issued_on, *(day for period in head.periods for day in (period.from_day, period.to_day))]
    others += [basis.issued_on for basis in book.bases.values() if basis.issued_on]
    for day in others:
        days.setdefault(key_of(day), "")
    inner = _inner_days(book)
    return KnownDays(inner | days, due, head.year, frozenset(inner) - frozenset(days), weights)


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


def days_in(passage: Passage, known: KnownDays) -> Iterator[Statement]:
    """Each day, month and quarter with what the plan says of it; a year only where it contradicts."""
    for match, key in days_found(passage.text, known.year):
        plain = Statement("date", match[0].strip("( "), match.start())
        before = passage.text[: match.start() + match[0].startswith("(")]
        moved = _moved(key, before, passage.around(match.start()), known)
        if moved is not None:
            yield plain._replace(state="contradicts", clause=moved.clause, expected=moved.literal)
        elif len(key) == _YEAR_ALONE:
            continue
        elif key in known.days:
            yield plain._replace(state="matched", clause=known.days[key])
        else:
            yield plain


def _moved(key: str, before: str, context: str, known: KnownDays) -> Due | None:
    """The deadline that the passage speaks of, where it names a later day for it, and no day of it."""
    event = _event(key, before, known)
    if event is not None:
        return event
    is_year = len(key) == _YEAR_ALONE
    if not is_year and not _DUE.search(before):
        return None
    words, near = without_days(context, known.year), _since_the_last_day(before, known.year)
    passages = _passages(words, near)
    alike = [(_alike(each, words, near, passages, known.weights), each) for each in known.due]
    # One whose day is named is no longer asked for.
    named = {each for _match, each in days_found(context, known.year)}
    share, nearest = _nearest([pair for pair in alike if not pair[1].days & named], is_year)
    if nearest is None or (nearest.last is not None and end_of(key) <= nearest.last):
        # Who is ready before the plan's day keeps it.
        return None
    if is_year and not nearest.is_for_a_year:
        # Of what is due in the plan's own year another year is as a rule the next step.
        later = max((other for other, each in alike if each.last and each.last >= end_of(key)), default=0.0)
        return nearest if _DONE.search(context) and share - later >= _MORE else None
    if _keeps_another(share, key, near if known.weights.says_enough(near) else words, known):
        return None
    suits = max((other for other, each in alike if key in each.days), default=0.0)
    if suits:
        sure = share >= _SURELY_ALIKE and share - suits >= _FAR_MORE
    elif key in known.inner and not _RECEIVER.search(context):
        sure = share >= _SURELY_ALIKE
    else:
        sure = share >= _ALIKE and (key not in known.days or key in known.inner)
    return nearest if sure else None


def _nearest(alike: list[tuple[float, Due]], is_year: bool) -> tuple[float, Due | None]:
    """The deadline that is most alike; for a year one that is for a year, if it is surely meant."""
    goals = [pair for pair in alike if is_year and pair[1].is_for_a_year and pair[0] >= _SURELY_ALIKE]
    return max(goals or alike, key=lambda pair: pair[0], default=(0.0, None))


def _keeps_another(share: float, key: str, words: str, known: KnownDays) -> bool:
    """Whether the words say nearly as much of a deadline that the day keeps."""
    later = (each for each in known.due if each.last and end_of(key) <= each.last)
    kept = max((known.weights.likeness(each.text, words) for each in later), default=0.0)
    return kept >= _HALF and share - kept < _NEARLY


def _event(key: str, before: str, known: KnownDays) -> Due | None:
    """The event behind whose name another day of the plan's year stands in brackets."""
    named = _NAMED.search(before[-_LONGEST_NAME:])
    if named is None or not key.endswith(str(known.year)):
        return None
    for each in known.due:
        words = each.text.partition("“")[2].partition("”")[0] or each.text
        if each.is_event and known.weights.likeness(words, named[1]) >= _NAMES_IT and key not in each.days:
            return each
    return None


def _since_the_last_day(before: str, year: int) -> str:
    """The words of the sentence between the day before this one and this one."""
    last = max((match.end() for match, _key in days_found(before, year)), default=0)
    *_rest, part = sentences(before[last:])
    return part


def _passages(context: str, near: str) -> tuple[str, ...]:
    """The sentence, what stands before the day, and the last of the things it says."""
    # The last of several things is meant; to whom it goes is no task.
    *_first, before_last, last = ("", *near.split(", "))
    return (context, near, *(_RECEIVER.sub("", each) for each in (f"{before_last}, {last}", last)))


def _alike(due: Due, context: str, near: str, passages: tuple[str, ...], weights: Weights) -> float:
    """How much the passage speaks of this deadline; nothing, where it goes to another level of bodies.

    `near`: the words before the day, which say its task and period where the passage has several.
    """
    wanted, told = set(_RECEIVER.findall(due.text)), set(_RECEIVER.findall(context))
    if wanted and told and not wanted & told:
        return 0.0
    period = _PERIODS.get(due.recurring) or next(
        (each for each in _PERIODS.values() if _SENT.match(due.text) and each.search(due.text)), None
    )
    if period is not None:
        if not period.search(near if _PERIOD.search(near) else context):
            return 0.0
        if wanted & told and _SENT.match(due.text) and _SENT.search(context):
            # What goes to the same level for the same period is this one, whatever it is called.
            return 1.0
    return max(weights.told(text, words) for text in due.texts for words in passages)
