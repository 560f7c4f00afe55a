"""How much of a plan nobody has looked at yet."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.model.approval import PROPOSED
from kh_docs.planning.values import PlanValues


class Left(NamedTuple):
    """Values that are still proposals, and questions without an answer."""

    proposed: int
    questions: int


def counts(plan: PlanValues) -> Left:
    states = [each.state for values in (plan.deadlines, plan.bases, plan.targets) for each in values]
    return Left(
        states.count(PROPOSED),
        sum(question.state == PROPOSED for question in plan.questions),
    )
