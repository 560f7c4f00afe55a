"""The values of a plan that import, show and diff speak of, whether drafted or read from data/."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kh_docs.model.approval import Question
from kh_docs.model.plan import Clause, Deadline, LegalBasis
from kh_docs.model.targets import Target
from kh_docs.model.units import Unit
from kh_docs.planning.draft import Draft


class Heading(NamedTuple):
    """What `plan show` prints first."""

    id: str
    number: str
    symbol: str
    issued_on: date | None
    issuer: str
    title: str
    year: int
    level: str


class PlanValues(NamedTuple):
    head: Heading
    clauses: tuple[Clause, ...]
    deadlines: tuple[Deadline, ...]
    bases: tuple[LegalBasis, ...]
    targets: tuple[Target, ...]
    questions: tuple[Question, ...]


def heading_of(draft: Draft, plan_id: str, level: str) -> Heading:
    """What the text itself says, complete or not."""
    head = draft.head
    return Heading(
        plan_id, head.number, head.symbol, head.issued_on, head.issuer, head.title, head.year, level
    )


def level_of(units: Iterable[Unit]) -> str:
    """“huyện” where the plan is for districts, “xã” where it is for communes, or for nobody known."""
    return next((unit.level for unit in units), "xã")
