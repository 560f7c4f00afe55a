"""Whether an indicator has a figure in a unit and a period, and in which of its columns."""

from __future__ import annotations

from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.head import Period
from kh_docs.model.indicators import Indicator

NOT_APPLICABLE = "Không áp dụng"

NOT_DUE = "Chưa đến kỳ"

COUNTED = ("n", "m", "p")


def reason_for_none(unit_plan: UnitPlan, item: Indicator, period: Period) -> str:
    """Why the indicator has no figure here: it binds others, means nothing any more, or cannot be yet."""
    if not unit_plan.binds(item) or (item.era.until and item.era.until < period.from_day):
        return NOT_APPLICABLE
    if item.era.from_day and item.era.from_day > period.to_day:
        return NOT_DUE
    return ""


def means(item: Indicator, name: str) -> bool:
    """Days and words have no period before, nor has what is new."""
    return name != "previous" or (not item.no_previous and item.type in COUNTED)
