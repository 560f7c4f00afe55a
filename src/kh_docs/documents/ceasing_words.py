"""What wording may ask of units that change: `ceased.…`, `taken_over`, `moved_in` and `moved_out`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from kh_docs.facts.ceasing import ceased, moved, taken_over
from kh_docs.facts.dates_vi import long_date, short_date
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.units import Act, Ceasing


class CeasedWords(NamedTuple):
    """`into`: “thành phố Vinh”; `day`: the first day without the unit, in words; `last`: the day before."""

    into: str
    day: str
    last: str
    act: str
    act_day: str
    act_words: str


class TakenOverWords(NamedTuple):
    """A unit that became part of this one, with its own figures and tasks."""

    id: str
    full: str
    type: str
    n: str
    child_types: str
    how: CeasedWords
    figure: Callable[[str], str]
    does: Callable[[str], bool]


class MovedWords(NamedTuple):
    """Communes by their names, and the unit that they come from or go to."""

    names: str
    other: str
    how: CeasedWords


def ceased_words(plan: UnitPlan) -> CeasedWords | None:
    """None while the unit is there."""
    how = ceased(plan)
    return None if how is None else _words(how)


def taken_over_words(plan: UnitPlan) -> tuple[TakenOverWords, ...]:
    """Those that this unit reports for, too."""
    return tuple(map(_taken_over, taken_over(plan)))


def _taken_over(other: UnitPlan) -> TakenOverWords:
    how = ceased_words(other)
    assert how is not None  # taken_over gives no other
    words = other.words
    return TakenOverWords(
        other.unit.id,
        words.full,
        words.type,
        words.n,
        words.child_types,
        how,
        lambda target: other.figure(target).text,
        other.has_task,
    )


def moved_words(plan: UnitPlan, *, into: bool) -> tuple[MovedWords, ...]:
    """What came into this unit, or what went out of it."""
    mine = plan.unit.id
    found = (each for each in moved(plan) if mine == (each.into if into else each.out_of))
    return tuple(
        MovedWords(
            ", ".join(each.names),
            plan.book.units[each.out_of if into else each.into].full_name,
            _said(plan.book.units[each.into].full_name, each.day, each.act),
        )
        for each in found
    )


def _words(how: Ceasing) -> CeasedWords:
    return _said(how.into, how.day, how.act)


def _said(into: str, day: date, act: Act | None) -> CeasedWords:
    return CeasedWords(
        into=into,
        day=long_date(day),
        last=short_date(day - timedelta(days=1)),
        act=act.name if act else "",
        act_day=long_date(act.issued_on) if act else "",
        act_words=f"của {act.issuer} {act.subject}" if act else "",
    )
