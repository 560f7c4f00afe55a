"""One line of the province's report for each indicator, by the rule by which it is added up."""

from __future__ import annotations

from kh_docs.facts.numbers_vi import per_cent, printed_number
from kh_docs.facts.spelt_values import WORDS
from kh_docs.model.indicators import Indicator
from kh_docs.returns.adding import Total
from kh_docs.returns.collected import Collected
from kh_docs.returns.numbers import shown
from kh_docs.returns.provincial import number_of, provincial
from kh_docs.returns.reported import names_in_words
from kh_docs.returns.request import Request
from kh_docs.returns.targets import reached
from kh_docs.text import slug


def line_of(request: Request, collected: Collected, item: Indicator) -> str:
    """“Số buổi tuyên truyền: 1.240 buổi (18/21 đơn vị)”; nothing where nobody gave a figure."""
    total = collected.totals.get(f"{item.id}.ky_nay")
    # A day that the form itself prints says nothing of the units.
    if total is None or not total.units or item.target_only or (item.known and item.type == "d"):
        return ""
    if item.type == "d":
        return _days(item, total)
    if item.type == "b":
        return f"{item.label}: {two(int(total.value or 0))}/{two(total.of)} đơn vị{_asked(request, item)}"
    # Words are quoted in an annex.
    if total.value is None:
        return ""
    measure = "%" if item.measure == "%" else f" {item.measure}"
    of = f" ({two(total.units)}/{two(total.of)} đơn vị)"
    return f"{item.label}: {figure(total.value)}{measure}{of}{_share(request, item, total.value)}"


def is_told(collected: Collected, item: Indicator) -> bool:
    """Whether any unit gave a figure, or wrote something in its place."""
    total = collected.totals.get(f"{item.id}.ky_nay")
    written = collected.matrix.raw(f"{item.id}.ky_nay").values()
    return bool(total and total.units) or any(slug(text) not in WORDS for text in written)


def target_line(request: Request, collected: Collected, item: Indicator) -> str:
    """Who reached what was set for it and who did not, each by name."""
    those = reached(collected.matrix, item)
    both = len(those.reached) + len(those.behind)
    if not both or item.target_only:
        return ""
    told = f"{item.label}: {two(len(those.reached))}/{two(both)} đơn vị đạt chỉ tiêu"
    if those.reached and those.behind:
        told += f" ({names_in_words(request, those.reached)})"
    return f"{told}; chưa đạt: {names_in_words(request, those.behind)}." if those.behind else f"{told}."


def _days(item: Indicator, total: Total) -> str:
    told = f"{two(total.units)}/{two(total.of)} đơn vị đã báo cáo"
    if total.value is None:
        return f"{item.label}: {told}"
    return f"{item.label}: {two(int(total.value))} đơn vị đúng hạn ({told})"


def _share(request: Request, item: Indicator, value: float) -> str:
    """How much that is of what the plan asks of the whole province."""
    target = provincial(request.book, item)
    if target is None:
        return ""
    percent = shown(per_cent(value, number_of(target)))
    return f"{_asked(request, item)}, đạt {percent}%"


def _asked(request: Request, item: Indicator) -> str:
    """The province's own total, as the plan states it."""
    target = provincial(request.book, item)
    if target is None:
        return ""
    least = "ít nhất " if target.at_least else ""
    return f"; chỉ tiêu của tỉnh {least}{target.value} {target.measure}"


def figure(number: float | int) -> str:
    """A number as documents print it: 05, 1.205, 12,5."""
    return shown(number) if isinstance(number, float) else printed_number(str(number))


def two(number: int) -> str:
    return printed_number(str(number))
