"""How a cell of the report is called in the tracker: “I1, kỳ này”, by the code that the form prints."""

from __future__ import annotations

from collections.abc import Mapping

from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.indicators import Indicator
from kh_docs.returns.numbers import CURRENT
from kh_docs.returns.values import SPOKEN
from kh_docs.text import slug


def codes_of(book: Book) -> Mapping[str, str]:
    """The code of each cell, by its key."""
    items = book.indicators.indicators
    return {f"{item.id}.{column}": _code(item, column) for item in items for column in SPOKEN}


def keys_of(book: Book) -> Mapping[str, str]:
    """The key of each cell by all that somebody may call it: its code, the code alone, the key itself."""
    found: dict[str, str] = {}
    for item in book.indicators.indicators:
        code = item.code or item.id
        found[slug(code)] = f"{item.id}.{CURRENT}"
        for column, name in SPOKEN.items():
            key = f"{item.id}.{column}"
            # A tracker that was made in another language is read all the same.
            for called in (key, f"{code}, {name}", _code(item, column)):
                found[slug(called)] = key
    return found


def _code(item: Indicator, column: str) -> str:
    return f"{item.code or item.id}, {_(SPOKEN[column])}"
