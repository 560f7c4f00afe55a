"""Add up the figures of all units, each indicator by its own rule, always saying of how many units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kh_docs.model.book import Book
from kh_docs.model.forms import Indicator
from kh_docs.returns.values import COLUMNS, Asked, Figure
from kh_docs.text import slug

if TYPE_CHECKING:
    from kh_docs.returns.one_return import Return

YES = "co"
_SUMMED = ("n", "m")


class Total(NamedTuple):
    """`units` gave a figure, `of` to how many the indicator applies; no value where none may be formed."""

    value: float | int | None
    units: int
    of: int


class _Column(NamedTuple):
    """One column of all returns: figures by indicator and unit."""

    name: str
    figures: Mapping[str, Mapping[str, Figure]]

    def numbers(self, indicator: str) -> dict[str, float]:
        return {
            unit: figure.value
            for unit, figure in self.figures.get(indicator, {}).items()
            if figure.state == "number" and not figure.doubtful and isinstance(figure.value, int | float)
        }

    def words(self, indicator: str) -> dict[str, str]:
        return {
            unit: str(figure.value)
            for unit, figure in self.figures.get(indicator, {}).items()
            if figure.state == "text" and not figure.doubtful and figure.value
        }


def totals_of(
    book: Book, asked: Mapping[str, Sequence[Asked]], returns: Mapping[str, Return]
) -> dict[str, Total]:
    """The total of every cell that is asked of any unit, by `<indicator>.<column>`."""
    applies: dict[str, int] = {}
    for cells in asked.values():
        for cell in cells:
            applies[cell.key] = applies.get(cell.key, 0) + (not cell.reason)
    items = {item.id: item for item in book.indicators.indicators}
    totals: dict[str, Total] = {}
    for name in COLUMNS:
        column = _column(name, returns)
        for key, of in applies.items():
            indicator, _dot, its_column = key.partition(".")
            if its_column == name and of:
                totals[key] = _total(items[indicator], column, of)
    return totals


def _column(name: str, returns: Mapping[str, Return]) -> _Column:
    figures: dict[str, dict[str, Figure]] = {}
    for unit, sent in returns.items():
        for key, figure in sent.figures.items():
            indicator, _dot, column = key.partition(".")
            if column == name:
                figures.setdefault(indicator, {})[unit] = figure
    return _Column(name, figures)


def _total(item: Indicator, column: _Column, of: int) -> Total:
    numbers = column.numbers(item.id)
    if item.type == "b" or (item.type == "t" and not numbers):
        said = column.words(item.id)
        yes = sum(slug(words) == YES for words in said.values())
        return Total(yes if item.type == "b" else None, len(said), of)
    if item.type == "d":
        return Total(None, len(column.words(item.id)), of)
    if item.aggregate in ("ratio", "recompute") and item.formula and item.formula.denominator:
        return _ratio(item, column, of)
    if item.aggregate == "weighted_mean" and item.formula and item.formula.weight:
        return _mean(item, column, of)
    if item.aggregate in ("sum", "union") and item.type in _SUMMED and numbers:
        # Names are not in these figures, so one model of two units still counts twice: the lists say more.
        return Total(_plain(sum(numbers.values())), len(numbers), of)
    if item.aggregate == "max" and numbers:
        return Total(_plain(max(numbers.values())), len(numbers), of)
    return Total(None, len(numbers), of)


def _ratio(item: Indicator, column: _Column, of: int) -> Total:
    """From the sums of both parts, over the units that gave both: never a mean of ratios."""
    assert item.formula is not None
    parts = [*item.formula.numerator, *item.formula.denominator]
    known = [column.numbers(part) for part in parts]
    units = set(known[0]).intersection(*known[1:]) if known else set()
    above = sum(column.numbers(part)[unit] for part in item.formula.numerator for unit in units)
    below = sum(column.numbers(part)[unit] for part in item.formula.denominator for unit in units)
    value = _plain(round(100 * above / below, 1)) if below else None
    return Total(value, len(units), of)


def _mean(item: Indicator, column: _Column, of: int) -> Total:
    assert item.formula is not None
    numbers, weights = column.numbers(item.id), column.numbers(item.formula.weight[0])
    units = numbers.keys() & weights.keys()
    whole = sum(weights[unit] for unit in units)
    value = round(sum(numbers[unit] * weights[unit] for unit in units) / whole, 1) if whole else None
    return Total(None if value is None else _plain(value), len(units), of)


def _plain(number: float) -> float | int:
    return int(number) if number == int(number) else round(number, 6)
