"""What the figures of one return cannot be: more than there are, outside of the period, short of a whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.fields import COMMUNES
from kh_docs.model.head import Period
from kh_docs.returns.conflict import Conflict
from kh_docs.returns.numbers import CURRENT, TARGET, Numbers, shown
from kh_docs.returns.targets import is_given
from kh_docs.returns.values import Figure


def too_many(plan: UnitPlan, numbers: Numbers, communes: int) -> Iterator[Conflict]:
    """Figures above what their indicator can be at most: so many communes there are not."""
    for item in plan.book.indicators.indicators:
        told = numbers.of(item.id)
        if told is None or not item.most:
            continue
        most = communes if item.most == COMMUNES else int(item.most)
        if told > most > 0:
            place = _("{unit} có {most} đơn vị cấp xã").format(unit=plan.unit.full_name, most=shown(most))
            message = _("ghi {told}, nhiều nhất có thể là {most}").format(told=shown(told), most=shown(most))
            yield Conflict(numbers.place(item.id), place, message, f"{item.id}.{CURRENT}")


def not_its_own(plan: UnitPlan, numbers: Numbers) -> Iterator[Conflict]:
    """Answers for units without a target, given by one that the plan sets a target."""
    for item in plan.book.indicators.indicators:
        figure = numbers.figures.get(f"{item.id}.{CURRENT}")
        if figure is not None and figure.value in item.untargeted and is_given(plan, item):
            message = _("ghi “{answer}”, mà kế hoạch có giao đơn vị").format(answer=figure.value)
            place = numbers.place(item.id, TARGET)
            yield Conflict(numbers.place(item.id), place, message, f"{item.id}.{CURRENT}", held=True)


def outside_of_period(plan: UnitPlan, numbers: Numbers, period: Period) -> Iterator[Conflict]:
    """Days of this period that lie before or after it."""
    span = _("kỳ số liệu {from_day} - {to_day}").format(
        from_day=short_date(period.from_day), to_day=short_date(period.to_day)
    )
    for item in plan.book.indicators.indicators:
        figure = numbers.figures.get(f"{item.id}.{CURRENT}")
        if item.type != "d" or figure is None or (day := _day(figure)) is None:
            continue
        if not period.from_day <= day <= period.to_day:
            message = _("ngày {day} nằm ngoài kỳ báo cáo").format(day=short_date(day))
            yield Conflict(numbers.place(item.id), span, message, f"{item.id}.{CURRENT}")


def _day(figure: Figure) -> date | None:
    try:
        return date.fromisoformat(str(figure.value)) if figure.state == "text" else None
    except ValueError:
        return None


def short_of_target(plan: UnitPlan, numbers: Numbers) -> Iterator[Conflict]:
    """What was kept and what is new, together, against a target that counts both, at the end of the year."""
    for item in plan.book.indicators.indicators:
        parts = item.formula.numerator if item.formula else ()
        together = numbers.sum(parts) if len(parts) > 1 else None
        if together is None:
            continue
        for name in item.targets:
            target = plan.target(name)
            if not target.cumulative or target.kind != "achieve" or not plan.binds(target):
                continue
            wanted = int(plan.figure(name).text) if plan.figure(name).text.isdecimal() else None
            if wanted is not None and together < wanted:
                place = _("chỉ tiêu được giao: {wanted}").format(wanted=shown(wanted))
                message = _("duy trì và xây dựng mới cộng lại là {together}, chỉ tiêu đến hết năm {wanted}")
                told = message.format(together=shown(together), wanted=shown(wanted))
                yield Conflict(numbers.places(parts), place, told, f"{parts[-1]}.{CURRENT}")
                break
