"""The same fact stated twice in one return: a figure and the rows, communes or parts that make it up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kh_docs.facts.adding_up import in_words, sources, tag_of
from kh_docs.facts.numbers_vi import number_of, per_cent
from kh_docs.facts.spelt_values import value_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.indicators import Indicator
from kh_docs.model.registers import Register, RegisterColumn
from kh_docs.returns.conflict import Conflict
from kh_docs.returns.from_lists import sum_of
from kh_docs.returns.numbers import CURRENT, Numbers, shown
from kh_docs.returns.returned import Return
from kh_docs.text import slug

# Percentages are printed with one decimal.
_CLOSE = 0.1


def told_twice(
    plan: UnitPlan, sent: Return, numbers: Numbers, kind: str, has_more: bool = False
) -> Iterator[Conflict]:
    """Figures that differ from what their parts add up to, as far as all parts are there.

    `has_more`: whether the figures are also about a unit whose communes the form has no rows for.
    """
    items = {item.id: item for item in plan.book.indicators.indicators}
    for name, source in sources(plan.book, kind).items():
        sum_ = number_of(sum_of(sent, plan.book, source))
        place = numbers.paper.table(source.register, source.column)
        yield from _compared(numbers, name, place, sum_, float.__ne__)
    for register in plan.book.registers:
        if kind not in register.kinds:
            continue
        for column in register.columns:
            yield from _of_column(plan, sent, numbers, register, column, has_more)
        yield from _of_list(items, sent, numbers, register)
    for item in items.values():
        yield from _of_ratio(item, numbers)


def _of_column(
    plan: UnitPlan,
    sent: Return,
    numbers: Numbers,
    register: Register,
    column: RegisterColumn,
    has_more: bool,
) -> Iterator[Conflict]:
    if column.total:
        yield from _of_total(sent, numbers, register, column)
    if column.indicator and column.total:
        told = sent.communes.get(f"{column.indicator}.xa", {})
        parts = [text for text in told.values() if slug(text)]
        # As long as some communes are open, their sum may only be too large already.
        is_whole = len(parts) == len(plan.unit.children) and not has_more
        differs = float.__ne__ if is_whole else float.__lt__
        if parts:
            place = numbers.paper.table(register, column)
            yield from _compared(numbers, column.indicator, place, _added(parts, column), differs)


def _of_total(
    sent: Return, numbers: Numbers, register: Register, column: RegisterColumn
) -> Iterator[Conflict]:
    """The row of totals against the rows above it."""
    begin = tag_of(register, column, "").rstrip(".")
    total = value_of(sent.commune_totals.get(begin, ""), "m").value
    added = _added([text for text in sent.communes.get(begin, {}).values() if slug(text)], column)
    if isinstance(total, int | float) and added is not None and float(total) != added:
        place = numbers.paper.table(register, column)
        told = _("dòng “{total}” ghi {told}, các dòng cộng lại là {added}")
        message = told.format(total=register.total, told=shown(total), added=shown(added))
        yield Conflict(place, place, message, f"{column.indicator}.{CURRENT}")


def _of_list(
    items: dict[str, Indicator], sent: Return, numbers: Numbers, register: Register
) -> Iterator[Conflict]:
    """Indicators that count the rows of a table with the whole list, or add up one of its columns."""
    rows = sent.lists.get(register.id, [])
    fields = {column.field: column for column in register.columns if column.field}
    for item in items.values():
        how = item.counted
        if not rows or how is None or how.each != register.whole_of or how.where or how.until:
            continue
        if not how.add:
            place = numbers.paper.table(register)
            yield from _compared(numbers, item.id, place, float(len(_named(rows, fields))), float.__ne__)
        elif column := fields.get(how.add):
            texts = [row[column.id][0] for row in rows if column.id in row]
            if all(texts):
                place = numbers.paper.table(register, column)
                yield from _compared(numbers, item.id, place, _added(texts, column), float.__ne__)


def _named(rows: list[dict[str, tuple[str, str]]], fields: dict[str, RegisterColumn]) -> set[str]:
    name = fields["name"].id if "name" in fields else ""
    return {slug(row[name][0]) for row in rows if name in row and row[name][0]}


def _added(texts: list[str], column: RegisterColumn) -> float | None:
    """What the cells of a column add up to; None where one of them is no number, no word of its list."""
    if column.total == "count":
        counted, words = ({slug(word) for word in each} for each in (column.counted, column.choices))
        said = [slug(in_words(column, text)) for text in texts]
        return float(sum(text in counted for text in said)) if not words or words.issuperset(said) else None
    values = [value_of(text, "m") for text in texts if slug(text)]
    if any(value.state != "number" for value in values):
        return None
    return float(sum(value.value for value in values if isinstance(value.value, int | float)))


def _compared(
    numbers: Numbers,
    indicator: str,
    place: str,
    added: float | None,
    differs: Callable[[float, float], bool],
) -> Iterator[Conflict]:
    told = numbers.of(indicator)
    if told is not None and added is not None and differs(float(told), added):
        yield Conflict(
            numbers.place(indicator),
            place,
            _("cùng một nội dung mà hai nơi ghi khác nhau: {told} và {added}").format(
                told=shown(told), added=shown(added)
            ),
            f"{indicator}.{CURRENT}",
            held=True,
        )


def _of_ratio(item: Indicator, numbers: Numbers) -> Iterator[Conflict]:
    """A percentage against the figures that it is made of."""
    told, how = numbers.of(item.id), item.formula
    if told is None or how is None or item.type != "p":
        return
    above, below = numbers.sum(how.numerator), numbers.sum(how.denominator)
    if above is None or not below or abs(told - 100 * above / below) <= _CLOSE:
        return
    yield Conflict(
        numbers.place(item.id),
        numbers.places((*how.numerator, *how.denominator)),
        _("tỷ lệ ghi {told}%, tính lại từ các số trong báo cáo là {ratio}%").format(
            told=shown(told), ratio=shown(per_cent(above, below))
        ),
        f"{item.id}.{CURRENT}",
        # What was typed counts nowhere: the rate is worked out from its parts.
        held=True,
    )
