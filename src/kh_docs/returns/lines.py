"""One line of the province's report for each indicator, by the rule by which it is added up."""

from __future__ import annotations

from collections import Counter
from typing import Final

from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.model.indicators import Indicator
from kh_docs.returns.adding import Total
from kh_docs.returns.collected import Collected
from kh_docs.returns.comparing import compared
from kh_docs.returns.days import days_of, deadline_words
from kh_docs.returns.numbers import shown
from kh_docs.returns.paper import spoken
from kh_docs.returns.provincial import provincial, share_of
from kh_docs.returns.reported import name_of, names_in_words
from kh_docs.returns.request import Request
from kh_docs.returns.targets import Reached, judged

# Units that a line names; an annex names all of them.
_NAMED: Final = 6


def line_of(request: Request, collected: Collected, item: Indicator, annex: str) -> str:
    """“Số buổi tuyên truyền: 1.240 buổi (18/21 đơn vị)”; nothing where nobody gave a figure.

    `annex`: which quotes words and names all units.
    """
    total = collected.totals.get(f"{item.id}.ky_nay")
    # A day that the form itself prints says nothing of the units.
    if total is None or not total.units or item.target_only or (item.known and item.type == "d"):
        return ""
    if item.type == "d":
        return _days(request, collected, item, total, annex)
    if item.type in ("b", "t"):
        return f"{_answers(collected, item, total, annex)}{_asked(request, collected, item, total)}"
    if total.value is None:
        return ""
    return (
        f"{item.label}: {_measured(item, total.value)}{_of(total)}{_beside(request, collected, item, total)}"
    )


def rate_line(item: Indicator, total: Total) -> str:
    """A rate that no form asks for, worked out from figures that it does ask for."""
    return f"{item.label}: {_measured(item, total.value)}{_of(total)}" if total.value is not None else ""


def target_line(request: Request, those: Reached, item: Indicator) -> str:
    """Who reached what was set for it, who did not and of whom nobody can tell, each by name."""
    if not those.total:
        return ""
    told = f"{item.label}: {two(len(those.reached))}/{two(those.total)} đơn vị đạt chỉ tiêu"
    if those.reached and len(those.reached) < those.total:
        told += f" ({names_in_words(request, those.reached)})"
    for head, units in (("chưa đạt", those.behind), ("chưa có số liệu rõ", those.untold)):
        told += f"; {head}: {names_in_words(request, units)}" if units else ""
    return f"{told}."


def target_lines(
    request: Request, collected: Collected, items: list[Indicator]
) -> tuple[list[str], list[str]]:
    """The lines of targets that the plan sets, and of those that units set themselves."""
    found = [(item, judged(request, collected.matrix, item)) for item in items if not item.target_only]
    given = [target_line(request, those.given, item) for item, those in found]
    own = [target_line(request, those.own, item) for item, those in found]
    return [line for line in given if line], [line for line in own if line]


def _answers(collected: Collected, item: Indicator, total: Total, annex: str) -> str:
    """How many gave which answer; other words are quoted in an annex."""
    if not item.offered:
        return f"{item.label}: {two(total.units)}/{two(total.of)} đơn vị đã báo cáo ({annex})"
    said = Counter(collected.matrix.words(f"{item.id}.ky_nay").values())
    found = [f"{answer} {two(said[answer])}" for answer in item.offered if said[answer]]
    counted = f"{two(int(total.value or 0))}/{two(total.units)} đơn vị đã báo cáo" if item.type == "b" else ""
    told = f"{', '.join(found)} đơn vị"
    return f"{item.label}: {counted} ({told})" if counted else f"{item.label}: {told}{_of(total)}"


def _days(request: Request, collected: Collected, item: Indicator, total: Total, annex: str) -> str:
    said, until = days_of(request, collected, item), deadline_words(request, item)
    if total.value is None:
        return f"{item.label}: {two(total.units)}/{two(total.of)} đơn vị đã báo cáo"
    label = f"{item.label} ({until})" if until else item.label
    told = f"{label}: {two(int(total.value))}/{two(total.units)} đơn vị đúng hạn"
    late = [f"{name_of(request, unit)} {short_date(day)}" for unit, day in said.late.items()]
    more = f" ({annex})" if len(late) > _NAMED else ""
    return f"{told}; chậm: {spoken(late, _NAMED)}{more}" if late else told


def _beside(request: Request, collected: Collected, item: Indicator, total: Total) -> str:
    """What the plan asks of the whole province, how much of that it is, and the same period before."""
    told, both = _asked(request, collected, item, total), compared(collected.matrix, item)
    if both is None:
        return told
    change = both.change
    way = "" if change is None else f", {'tăng' if change >= 0 else 'giảm'} {shown(abs(change))}%"
    if not change:
        way = ", không tăng, giảm" if change == 0 else ""
    of = f" ({two(both.units)} đơn vị có cả hai số: cùng kỳ {figure(both.before)}, kỳ này {figure(both.now)})"
    same = f" {figure(both.before)}" if both.units == total.units else of
    return f"{told}; so với cùng kỳ{same}{way}"


def _asked(request: Request, collected: Collected, item: Indicator, total: Total) -> str:
    """What the plan asks of the whole province, and how much it is of that, or how many of those it names."""
    target = provincial(request.book, item)
    if target is None or total.value is None:
        return ""
    told = f"; chỉ tiêu của tỉnh {'ít nhất ' if target.at_least else ''}{target.value} {target.measure}"
    share = share_of(request.book, item, total.value)
    if share is not None:
        return f"{told}, đạt {shown(share)}%"
    named = judged(request, collected.matrix, item).given
    return f"{told}, trong đó đã đạt {two(len(named.reached))}" if named.total else told


def _measured(item: Indicator, value: float) -> str:
    return f"{figure(value)}{'%' if item.measure == '%' else f' {item.measure}'}"


def _of(total: Total) -> str:
    return f" ({two(total.units)}/{two(total.of)} đơn vị)"


def figure(number: float | int) -> str:
    """A number as documents print it: 05, 1.205, 12,5."""
    return shown(number) if isinstance(number, float) else printed_number(str(number))


def two(number: int) -> str:
    return printed_number(str(number))
