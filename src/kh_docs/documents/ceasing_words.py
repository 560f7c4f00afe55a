"""What wording may ask of units that cease: `ceased.…` of the unit itself, `taken_over` of others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from kh_docs.facts.ceasing import ceased, taken_over
from kh_docs.facts.dates_vi import long_date, short_date
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.units import Ceasing


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


def _words(how: Ceasing) -> CeasedWords:
    act = how.act
    return CeasedWords(
        into=how.into,
        day=long_date(how.day),
        last=short_date(how.day - timedelta(days=1)),
        act=act.name if act else "",
        act_day=long_date(act.issued_on) if act else "",
        act_words=f"của {act.issuer} {act.subject}" if act else "",
    )
