"""An old plan against a new one: clauses, deadlines, figures, bases, and what a clerk must look at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from kh_docs.model.book import Book
from kh_docs.model.plan import Deadline
from kh_docs.model.targets import Target
from kh_docs.planning.look_at import LookAt, to_look_at
from kh_docs.planning.matching import ClausePair, match_clauses
from kh_docs.planning.pairing import (
    Pair,
    alike_basis,
    alike_deadline,
    alike_target,
    pair_values,
    same_basis,
    same_deadline,
    same_target,
    within_clause,
)


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


def compare(old: Book, new: Book, wording: Mapping[str, str]) -> Diff:
    """`wording`: the texts that the old plan's documents are made of, by name."""
    clauses = tuple(match_clauses(old.clauses, new.clauses))
    moves = {pair.old.id: pair.new.id for pair in clauses if pair.old and pair.new}
    deadlines = pair_values(
        list(old.deadlines.values()),
        list(new.deadlines.values()),
        same_deadline,
        within_clause(moves, same_deadline),
        within_clause(moves, alike_deadline),
        within_clause(moves, lambda _old, _new: True),
    )
    figures = pair_values(
        list(old.targets.values()),
        list(new.targets.values()),
        same_target,
        within_clause(moves, same_target),
        within_clause(moves, alike_target),
    )
    # What only our documents cite is none of the province's text: it is neither gone nor new.
    cited = [
        [basis for basis in book.bases.values() if basis.clauses or not basis.kinds] for book in (old, new)
    ]
    bases = pair_values(cited[0], cited[1], same_basis, same_basis, alike_basis)
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
        tuple(to_look_at(old, changed, touched, wording)),
    )


def _clause_of(values: Mapping[str, Deadline] | Mapping[str, Target], name: str) -> str:
    return values[name].clause
