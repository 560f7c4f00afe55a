"""Figures of the reports that can hardly be: beyond a bound, or far from a year ago."""

from __future__ import annotations

from collections.abc import Iterator

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.numbers_vi import number_of
from kh_docs.facts.remark import Path, Remark
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.fields import COMMUNES
from kh_docs.model.indicators import Indicator
from kh_docs.model.kinds import recipe

NOW, BEFORE = "ky_nay", "ky_truoc"
# So many times as much as a year ago, and so many more, is most likely a slip.
_TIMES, _MORE = 10, 20
_PERCENT = "100"


def doubtful_figures(plan: UnitPlan) -> Iterator[Remark]:
    """All of them, in every report that the unit has answers for."""
    items = {item.id: item for item in plan.book.indicators.indicators}
    for kind, answers in plan.local.answers.items():
        for tag, text in answers.items() if recipe(kind).span else ():
            name, _dot, column = tag.partition(".")
            item, figure = items.get(name), number_of(text)
            if figure is None:
                continue
            path: Path = ("answers", kind, tag)
            if item is not None and column in (NOW, BEFORE):
                yield from _too_much(path, item.label, text, figure, _most(plan, item), item)
            if item is not None and column == NOW:
                yield from _jump(path, item, figure, number_of(answers.get(f"{name}.{BEFORE}", "")))
            if most := _most_of_cell(plan, tag):
                yield from _too_much(path, tag, text, figure, int(most), None)


def _most(plan: UnitPlan, item: Indicator) -> int | None:
    most = item.most or (_PERCENT if item.type == "p" else "")
    if not most:
        return None
    return len(plan.unit.children) if most == COMMUNES else int(most)


def _most_of_cell(plan: UnitPlan, tag: str) -> str:
    """The bound of a cell of a table of fixed lines."""
    register, _dot, rest = tag.partition(".")
    columns = (column for each in plan.book.registers if each.id == register for column in each.columns)
    return next((column.most for column in columns if rest.startswith(f"{column.id}.")), "")


def _too_much(
    path: Path, name: str, text: str, figure: float, most: int | None, item: Indicator | None
) -> Iterator[Remark]:
    if most is None or figure <= most:
        return
    basis = f" ({clause_name(item.clause[0])})" if item is not None and item.clause else ""
    message = _("{}: {} lớn hơn mức cao nhất có thể là {}").format(name, text, most) + basis
    yield Remark(path, message, _("kiểm tra lại số và đơn vị tính"))


def _jump(path: Path, item: Indicator, now: float, before: float | None) -> Iterator[Remark]:
    if before is None or item.type not in ("n", "m") or abs(now - before) < _MORE:
        return
    if max(now, before) >= _TIMES * max(1.0, min(now, before)):
        message = _("{}: kỳ này {}, cùng kỳ {}, chênh quá {} lần")
        shown = (f"{figure:g}".replace(".", ",") for figure in (now, before))
        yield Remark(path, message.format(item.label, *shown, _TIMES), _("kiểm tra lại số và đơn vị tính"))
