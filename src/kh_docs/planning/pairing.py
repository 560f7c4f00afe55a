"""Values of an old plan and a new one as pairs: the first left that fits, the narrowest way first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from kh_docs.model.plan import Deadline, LegalBasis
from kh_docs.model.targets import Target
from kh_docs.planning.matching import State
from kh_docs.text import slug


class Pair(NamedTuple):
    """A value in the old plan, the new one, or both, by their ids."""

    old: str | None
    new: str | None
    state: State


Value = TypeVar("Value", Deadline, Target, LegalBasis)
InClause = TypeVar("InClause", Deadline, Target)


def pair_values(
    old: Sequence[Value],
    new: Sequence[Value],
    same: Callable[[Value, Value], bool],
    *fits: Callable[[Value, Value], bool],
) -> tuple[Pair, ...]:
    """Each value with its counterpart: the first left that fits, the narrowest way of fitting first."""
    partner: dict[str, Value] = {}
    taken: set[str] = set()
    for fit in fits:
        for value in new:
            if value.id in partner:
                continue
            for candidate in old:
                if candidate.id not in taken and fit(candidate, value):
                    partner[value.id] = candidate
                    taken.add(candidate.id)
                    break
    judged = tuple(_judged(partner.get(value.id), value, same) for value in new)
    return judged + tuple(Pair(value.id, None, "gone") for value in old if value.id not in taken)


def _judged(old: Value | None, new: Value, same: Callable[[Value, Value], bool]) -> Pair:
    if old is None:
        return Pair(None, new.id, "new")
    if not same(old, new):
        return Pair(old.id, new.id, "changed")
    moved = getattr(old, "clause", "") != getattr(new, "clause", "")
    return Pair(old.id, new.id, "moved" if moved else "same")


def within_clause(
    moves: Mapping[str, str], fits: Callable[[InClause, InClause], bool]
) -> Callable[[InClause, InClause], bool]:
    """The same, but only within one clause, wherever that stands now."""
    return lambda old, new: moves.get(old.clause) == new.clause and fits(old, new)


def alike_deadline(old: Deadline, new: Deadline) -> bool:
    return old.rule.kind == new.rule.kind or old.literal in new.literal or new.literal in old.literal


def same_deadline(old: Deadline, new: Deadline) -> bool:
    within = old.literal in new.literal or new.literal in old.literal
    return within and old.rule == new.rule and old.recurring == new.recurring


def alike_target(old: Target, new: Target) -> bool:
    return old.measure == new.measure


def same_target(old: Target, new: Target) -> bool:
    units = {*(old.applies.units or ())} == {*(new.applies.units or ())}
    words = any(piece.strip() in old.words and piece.strip() for piece in new.words.split("…"))
    return (old.value, old.at_least, units) == (new.value, new.at_least, True) and (
        words or old.measure == new.measure
    )


def alike_basis(old: LegalBasis, new: LegalBasis) -> bool:
    if old.number or new.number:
        return old.number == new.number
    return old.kind == new.kind and slug(old.subject) == slug(new.subject)


def same_basis(old: LegalBasis, new: LegalBasis) -> bool:
    return alike_basis(old, new) and (old.kind, old.issued_on) == (new.kind, new.issued_on)
