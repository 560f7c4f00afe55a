"""An old plan against a new one: clauses, deadlines, figures, bases, and what a clerk must look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from kh_docs.model.book import Book
from kh_docs.model.plan import Deadline, LegalBasis
from kh_docs.model.targets import Target
from kh_docs.planning.matching import ClausePair, State, match_clauses
from kh_docs.text import slug


class Pair(NamedTuple):
    """A value in the old plan, the new one, or both, by their ids."""

    old: str | None
    new: str | None
    state: State


class LookAt(NamedTuple):
    """Something that was made for a clause that changed."""

    what: str
    id: str
    because: str


class Diff(NamedTuple):
    old: str
    new: str
    clauses: tuple[ClausePair, ...]
    deadlines: tuple[Pair, ...]
    figures: tuple[Pair, ...]
    legal_bases: tuple[Pair, ...]
    look_at: tuple[LookAt, ...]

    @property
    def as_json(self) -> dict[str, Any]:
        """The object of interface.md."""
        return {
            "old": self.old,
            "new": self.new,
            "clauses": [
                {
                    "old": pair.old.id if pair.old else None,
                    "new": pair.new.id if pair.new else None,
                    "state": pair.state,
                    "ratio": pair.ratio,
                }
                for pair in self.clauses
            ],
            **{
                name: [pair._asdict() for pair in getattr(self, name)]
                for name in ("deadlines", "figures", "legal_bases")
            },
            "look_at": [each._asdict() for each in self.look_at],
        }


Value = TypeVar("Value", Deadline, Target, LegalBasis)
InClause = TypeVar("InClause", Deadline, Target)


def compare(old: Book, new: Book, wording: Mapping[str, str]) -> Diff:
    """`wording`: the texts that the old plan's documents are made of, by name."""
    clauses = tuple(match_clauses(old.clauses, new.clauses))
    moves = {pair.old.id: pair.new.id for pair in clauses if pair.old and pair.new}
    deadlines = _pairs(
        list(old.deadlines.values()),
        list(new.deadlines.values()),
        _same_deadline,
        _in_clause(moves, _same_deadline),
        _in_clause(moves, _alike_deadline),
        _in_clause(moves, lambda _old, _new: True),
    )
    figures = _pairs(
        list(old.targets.values()),
        list(new.targets.values()),
        _same_target,
        _in_clause(moves, _same_target),
        _in_clause(moves, _alike_target),
    )
    bases = _pairs(list(old.bases.values()), list(new.bases.values()), _same_basis, _same_basis, _alike_basis)
    changed = {
        pair.old.id: pair.state for pair in clauses if pair.old and pair.state in ("changed", "gone", "moved")
    }
    touched = {
        pair.old: _clause_of(values, pair.old)
        for pairs, values in ((deadlines, old.deadlines), (figures, old.targets))
        for pair in pairs
        if pair.old and pair.state in ("changed", "gone")
    }
    return Diff(
        old.head.id,
        new.head.id,
        clauses,
        deadlines,
        figures,
        bases,
        tuple(_look_at(old, changed, touched, wording)),
    )


def _clause_of(values: Mapping[str, Deadline] | Mapping[str, Target], name: str) -> str:
    return values[name].clause


def _pairs(
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


def _in_clause(
    moves: Mapping[str, str], fits: Callable[[InClause, InClause], bool]
) -> Callable[[InClause, InClause], bool]:
    """The same, but only within one clause, wherever that stands now."""
    return lambda old, new: moves.get(old.clause) == new.clause and fits(old, new)


def _alike_deadline(old: Deadline, new: Deadline) -> bool:
    return old.rule.kind == new.rule.kind or old.literal in new.literal or new.literal in old.literal


def _same_deadline(old: Deadline, new: Deadline) -> bool:
    within = old.literal in new.literal or new.literal in old.literal
    return within and old.rule == new.rule and old.recurring == new.recurring


def _alike_target(old: Target, new: Target) -> bool:
    return old.measure == new.measure


def _same_target(old: Target, new: Target) -> bool:
    units = {*(old.applies.units or ())} == {*(new.applies.units or ())}
    words = any(piece.strip() in old.words and piece.strip() for piece in new.words.split("…"))
    return (old.value, old.at_least, units) == (new.value, new.at_least, True) and (
        words or old.measure == new.measure
    )


def _alike_basis(old: LegalBasis, new: LegalBasis) -> bool:
    if old.number or new.number:
        return old.number == new.number
    return old.kind == new.kind and slug(old.subject) == slug(new.subject)


def _same_basis(old: LegalBasis, new: LegalBasis) -> bool:
    return _alike_basis(old, new) and (old.kind, old.issued_on) == (new.kind, new.issued_on)


def _look_at(
    old: Book, changed: Mapping[str, State], touched: Mapping[str, str], wording: Mapping[str, str]
) -> Iterator[LookAt]:
    tasks = [(task.id, (task.clause, *task.also)) for task in old.tasks.values()]
    for what, items in (("task", tasks), ("indicator", _indicators(old)), ("criterion", _criteria(old))):
        for name, clauses in items:
            if because := next((clause for clause in clauses if clause in changed), None):
                yield LookAt(what, name, because)
    names = {**{clause: clause for clause in changed if "." in clause}, **touched}
    for file, text in wording.items():
        for number, line in enumerate(text.split("\n"), 1):
            if found := _named_in(line, names):
                yield LookAt("wording", f"{file}:{number}", found)


def _named_in(line: str, names: Mapping[str, str]) -> str | None:
    ids = re.findall(r"(?<![\w.])[A-Z][\w]*(?:\.[\wđ]+)*", line)
    return next((names[name] for name in ids if name in names), None)


def _indicators(book: Book) -> Sequence[tuple[str, Sequence[str]]]:
    return [(each.id, each.clause) for each in book.indicators.indicators]


def _criteria(book: Book) -> Sequence[tuple[str, Sequence[str]]]:
    return [(each.id, each.clause) for each in book.checklist.items]
