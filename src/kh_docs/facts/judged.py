"""What the plan's data add of their own: days, quotas, leads that the province's text does not have."""

from __future__ import annotations

from collections.abc import Iterator

from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.first_letters import small
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.kinds import recipe
from kh_docs.model.tasks import Task


def judged_for(plan: UnitPlan) -> list[str]:
    """By place and value, as far as they bind the unit: to be agreed on before anybody signs."""
    return [*_tasks(plan), *_rows(plan), *_own_days(plan), *_periods(plan)]


def _tasks(plan: UnitPlan) -> Iterator[str]:
    if any({"lead", "support", "product"} & {*task.judged} for task in plan.tasks):
        yield "Cơ quan chủ trì, cơ quan phối hợp và sản phẩm của từng nhiệm vụ (bảng phân công và lời văn)"
    for number, task in enumerate(plan.tasks, 1):
        if values := [*_values(plan, task)]:
            yield f"Bảng phân công, TT {number} ({task.id}): {'; '.join(values)}"


def _values(plan: UnitPlan, task: Task) -> Iterator[str]:
    if "deadline" in task.judged and task.deadline.proposed:
        yield f"thời hạn “{plan.words.filled(task.deadline.proposed)}”"
    if "target" in task.judged and task.target:
        yield f"chỉ tiêu “{plan.words.filled(task.target)}”"


def _rows(plan: UnitPlan) -> Iterator[str]:
    for row in plan.book.target_rows:
        if row.proposed and plan.binds(row):
            yield f"Bảng chỉ tiêu: {plan.words.filled(row.text)}"


def _own_days(plan: UnitPlan) -> Iterator[str]:
    for deadline in plan.book.head.internal_deadlines:
        if deadline.proposed:
            yield f"Mốc nội bộ: {deadline.text}: “{deadline.printed}”"


def _periods(plan: UnitPlan) -> Iterator[str]:
    for period in plan.book.head.periods:
        if period.proposed:
            days = f"từ ngày {short_date(period.from_day)} đến ngày {short_date(period.to_day)}"
            yield f"Kỳ số liệu {small(recipe(period.kind).name)}: {days}"
