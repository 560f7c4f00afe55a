"""The province's own totals, which the plan states for all units together: 105 communes, 06 districts."""

from __future__ import annotations

from kh_docs.facts.numbers_vi import per_cent
from kh_docs.model.book import Book
from kh_docs.model.indicators import Indicator
from kh_docs.model.targets import Target


def provincial(book: Book, item: Indicator) -> Target | None:
    """The target that all units reach together and this indicator counts; None where the plan sets none.

    What an office of the province has to do is no sum of the units. An indicator that the report shows no
    target for may count something else than its target does.
    """
    if item.type == "t" or not item.target_text:
        return None
    for name in item.targets:
        target = book.targets[name]
        if target.scope == "shared":
            return target if target.measure != "%" and _number(target.value) is not None else None
    return None


def is_shared_by_all(book: Book, item: Indicator, target: Target) -> bool:
    """Whether the total of all units may be held against it: not where the plan names some of them."""
    return not target.per_unit or set(target.per_unit) >= set(item.applies.units or book.units)


def share_of(book: Book, item: Indicator, value: float) -> float | None:
    """Per cent of the total of the province that `value` is; None where there is none to hold it to."""
    target = provincial(book, item)
    if target is None or not is_shared_by_all(book, item, target):
        return None
    return per_cent(value, number_of(target))


def number_of(target: Target) -> int:
    """What it asks for."""
    number = _number(target.value)
    assert number is not None  # provincial() gives no other
    return number


def _number(value: str | int | None) -> int | None:
    text = str(value or "")
    return int(text) if text.isdecimal() else None
