"""Add up the figures of all units, each indicator by its own rule, always saying of how many units."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from kh_docs.facts.calendar import resolve
from kh_docs.facts.numbers_vi import per_cent, to_one_decimal
from kh_docs.model.book import Book
from kh_docs.model.indicators import Indicator
from kh_docs.returns.matrix import Matrix

_SUMMED = ("n", "m")


class Total(NamedTuple):
    """`units` gave a figure, `of` to how many the indicator applies; no value where none may be formed."""

    value: float | int | None
    units: int
    of: int


class _Column(NamedTuple):
    """One column of all returns, such as this period's, with the rule's view of an indicator in it."""

    name: str
    matrix: Matrix
    book: Book

    def numbers(self, indicator: str) -> dict[str, float]:
        return self.matrix.numbers(f"{indicator}.{self.name}")

    def words(self, indicator: str) -> dict[str, str]:
        return self.matrix.words(f"{indicator}.{self.name}")


def totals_of(book: Book, applies: Mapping[str, int], matrix: Matrix) -> dict[str, Total]:
    """The total of each cell that is asked of any unit; `applies`: of how many, by `<indicator>.<column>`."""
    items = {item.id: item for item in book.indicators.indicators}
    totals: dict[str, Total] = {}
    for key, of in applies.items():
        indicator, _dot, name = key.partition(".")
        value, units = _total(items[indicator], _Column(name, matrix, book))
        totals[key] = Total(value, units, of)
    return totals


_Sum = tuple[float | int | None, int]


def _total(item: Indicator, column: _Column) -> _Sum:
    numbers = column.numbers(item.id)
    if item.type in _SAID and not numbers:
        said = column.words(item.id)
        rule_of_words = _SAID[item.type] if column.name == "ky_nay" else _only_counted
        return rule_of_words(item, column, said), len(said)
    if item.formula and (rule := _RULES.get(item.aggregate)):
        return rule(item, column)
    if item.type not in _SUMMED:
        return None, len(numbers)
    if item.aggregate == "union" and item.counted and column.name == "ky_nay":
        return _union(item, column)
    if item.aggregate in ("sum", "union") and numbers:
        return _plain(sum(numbers.values())), len(numbers)
    if item.aggregate == "max" and numbers:
        return _plain(max(numbers.values())), len(numbers)
    return None, len(numbers)


def _only_counted(_item: Indicator, _column: _Column, _said: Mapping[str, str]) -> None:
    """Words are quoted, never added up."""


def _yes(item: Indicator, _column: _Column, said: Mapping[str, str]) -> int | None:
    """How many gave one of the answers that count."""
    return sum(words in item.good for words in said.values()) if said else None


def _on_time(item: Indicator, column: _Column, said: Mapping[str, str]) -> int | None:
    """How many did it by the day that the plan sets."""
    days = [day for words in said.values() if (day := day_in(words)) is not None]
    if not days or item.deadline not in column.book.deadlines:
        return None
    last = resolve(column.book.deadlines[item.deadline].rule).last_day
    return sum(day <= last for day in days)


def day_in(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _union(item: Indicator, column: _Column) -> _Sum:
    """One of a name is one, whoever named it; what a unit counted beyond its list is counted with it."""
    assert item.counted is not None
    numbers, named = column.numbers(item.id), column.matrix.named.get(item.counted.each, {})
    names = column.matrix.names.get(item.counted.each, {})
    units = numbers.keys() | named.keys()
    beyond = sum(max(0, number - named.get(unit, 0)) for unit, number in numbers.items())
    return _plain(len(names) + beyond) if units else None, len(units)


def _ratio(item: Indicator, column: _Column) -> _Sum:
    """From the sums of both parts, over the units that gave both: never a mean of ratios."""
    assert item.formula is not None
    parts = [*item.formula.numerator, *item.formula.denominator]
    known = {part: column.numbers(part) for part in parts}
    units = set.intersection(*(set(numbers) for numbers in known.values())) if known else set()
    above = sum(known[part][unit] for part in item.formula.numerator for unit in units)
    below = sum(known[part][unit] for part in item.formula.denominator for unit in units)
    return _plain(per_cent(above, below)) if below else None, len(units)


def _mean(item: Indicator, column: _Column) -> _Sum:
    """The mean, each unit weighing as much as its weight says."""
    assert item.formula is not None
    numbers = column.numbers(item.id)
    weights = column.numbers(item.formula.weight[0]) if item.formula.weight else {}
    units = numbers.keys() & weights.keys()
    whole = sum(Fraction(str(weights[unit])) for unit in units)
    if not whole:
        return None, len(units)
    weighted = sum(Fraction(str(numbers[unit])) * Fraction(str(weights[unit])) for unit in units)
    return _plain(to_one_decimal(weighted / whole)), len(units)


_SAID: dict[str, Callable[[Indicator, _Column, Mapping[str, str]], int | None]] = {
    "b": _yes,
    "d": _on_time,
    "t": _only_counted,
}
_RULES: dict[str, Callable[[Indicator, _Column], _Sum]] = {
    "ratio": _ratio,
    "recompute": _ratio,
    "weighted_mean": _mean,
}


def _plain(number: float) -> float | int:
    return int(number) if number == int(number) else round(number, 6)
