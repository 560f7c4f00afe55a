"""What of a plan is still a proposal: every value and question that no person has looked at."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.approval import PROPOSED
from kh_docs.model.book import Book
from kh_docs.model.plan import LegalBasis


class Proposal(NamedTuple):
    """A value by its id, where it stands in the plan, and the plan's words."""

    id: str
    clause: str
    words: str

    def __str__(self) -> str:
        where = f" ({clause_name(self.clause)})" if self.clause else ""
        return f"{self.id}{where}: {self.words}"


def proposals(book: Book) -> list[Proposal]:
    """All of the plan, in the order of its files."""
    return [
        *(
            Proposal(each.id, each.clause, f"“{each.literal}”")
            for each in book.deadlines.values()
            if _open(each.state)
        ),
        *(
            Proposal(each.id, each.clause, f"“{each.words}”")
            for each in book.targets.values()
            if _open(each.state)
        ),
        *(
            Proposal(each.id, next(iter(each.clauses), ""), _named(each))
            for each in book.bases.values()
            if _open(each.state)
        ),
        *questions(book),
    ]


def proposals_for(plan: UnitPlan) -> list[Proposal]:
    """Those that bind the unit."""
    other = {
        each.id
        for values in (plan.book.deadlines, plan.book.targets)
        for each in values.values()
        if not plan.binds(each)
    }
    return [each for each in proposals(plan.book) if each.id not in other]


def questions(book: Book) -> list[Proposal]:
    """What the rules of import did not understand."""
    return [
        Proposal(each.id, each.clause, f"“{each.literal}”: {each.message}" if each.literal else each.message)
        for each in book.questions
        if _open(each.state)
    ]


def _open(state: str) -> bool:
    return state == PROPOSED


def _named(basis: LegalBasis) -> str:
    return f"{basis.kind} số {basis.number}" if basis.number else f"{basis.kind} {basis.subject}"
