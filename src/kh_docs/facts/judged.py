"""What the plan's data add of their own: days, quotas, leads, figures; the province has none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.first_letters import small
from kh_docs.facts.periods import period_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.kinds import Recipe
from kh_docs.model.tasks import Task

# Where the data say an indicator comes from, in words; what the plan asks for itself is no proposal.
_SOURCES = {
    "proposed": "do chương trình đề xuất",
    "published": "lấy theo quy định, báo cáo đã công bố",
    "unverified": "cần đối chiếu lại",
}


def judged_for(plan: UnitPlan, recipes: Sequence[Recipe]) -> list[str]:
    """By place and value, as far as they bind the unit: to be agreed on before anybody signs these."""
    ahead = any(each.looks_ahead for each in recipes)
    return [
        *((*_tasks(plan), *_rows(plan), *_own_days(plan)) if ahead else ()),
        *_reports(plan, [each for each in recipes if each.span]),
        *(_checklist(plan) if any("checklist" in each.needs for each in recipes) else ()),
    ]


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
    bound = [row for row in plan.book.target_rows if plan.binds(row)]
    if any(row.watcher for row in bound):
        yield "Bảng chỉ tiêu: cơ quan theo dõi của từng chỉ tiêu"
    for row in bound:
        if row.proposed:
            yield f"Bảng chỉ tiêu: {plan.words.filled(row.text)}"


def _own_days(plan: UnitPlan) -> Iterator[str]:
    for deadline in plan.book.head.internal_deadlines:
        if deadline.proposed:
            yield f"Mốc nội bộ: {deadline.text}: “{deadline.printed}”"


def _reports(plan: UnitPlan, reports: Sequence[Recipe]) -> Iterator[str]:
    for report in reports:
        period = period_of(plan.book, report)
        if period.proposed:
            days = f"từ ngày {short_date(period.from_day)} đến ngày {short_date(period.to_day)}"
            yield f"Kỳ số liệu {small(report.name)}: {days}"
    spans = {report.span for report in reports}
    printed = [
        item
        for item in plan.book.indicators.indicators
        if item.core and spans.intersection(item.periods) and plan.binds(item)
    ]
    for source, words in _SOURCES.items():
        if codes := [item.code for item in printed if item.source == source]:
            told = f"{len(codes)} chỉ tiêu kế hoạch của tỉnh không nêu, {words}: {', '.join(codes)}"
            yield f"Biểu chỉ tiêu báo cáo: {told}"


def _checklist(plan: UnitPlan) -> Iterator[str]:
    yield "Phiếu kiểm tra: lời tiêu chí, hồ sơ cần xem, phần trọng tâm"
    if critical := [item.id for item in plan.book.checklist.items if item.critical and plan.binds(item)]:
        yield f"Phiếu kiểm tra: tiêu chí “Không đạt” thì bắt buộc kiến nghị: {', '.join(critical)}"
