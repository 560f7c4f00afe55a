"""Hold the figures of one return against each other, by the checks that the plan declares."""

from __future__ import annotations

from collections.abc import Iterator

from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.indicators import CrossCheck
from kh_docs.returns.conflict import Conflict
from kh_docs.returns.numbers import CURRENT, Numbers, shown


def disagreements(plan: UnitPlan, numbers: Numbers) -> Iterator[Conflict]:
    """The declared checks that the figures of this period fail; what is not known fails nothing."""
    for check in plan.book.indicators.checks:
        left, right = numbers.sum(check.left), numbers.sum(check.right)
        if left is None or right is None or not plan.applies_to(check.applies) or _holds(check, left, right):
            continue
        yield Conflict(
            numbers.places(check.left),
            numbers.places(check.right),
            _("{text}; trong báo cáo: {left} và {right}").format(
                text=check.text.rstrip("."), left=shown(left), right=shown(right)
            ),
            f"{check.left[0]}.{CURRENT}",
        )


def _holds(check: CrossCheck, left: float, right: float) -> bool:
    return left == right if check.relation == "equal" else left <= right
