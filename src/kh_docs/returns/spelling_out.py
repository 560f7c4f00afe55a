"""What a text writes out where it first uses it: abbreviations and acts cited (PL I, P.I, II.6.b, d)."""

from __future__ import annotations

import re
from typing import Any, Final, TypeVar

from kh_docs.documents.citations import Citations
from kh_docs.model.book import Book

_Words = TypeVar("_Words", bound=tuple[Any, ...])
# The number and symbol of an act.
_CITED: Final = re.compile(r"\s+(?:số\s+)?(\d+/[\w/.-]*[A-ZĐ][\w/.-]*)")


def spelt_out(words: _Words, book: Book) -> _Words:
    """The same words; the first place has “an ninh, trật tự (ANTT)”, an act its day, issuer and subject."""
    cited = Citations(book)
    first: dict[str, str] = {}
    for basis in book.bases.values():
        if basis.number and basis.issued_on and basis.issuer:
            first[f"{basis.kind} số {basis.number}"] = cited.cite(basis.id)
    # After the acts, whose subjects may use them.
    first |= {short: f"{full} ({short})" for short, full in book.indicators.abbreviations.items()}
    known = {basis.number for basis in book.bases.values()} | {f"{book.head.number}/{book.head.symbol}"}
    found: _Words = _spelt(words, first, known)
    return found


def without_numbers(text: str) -> str:
    """An indicator named after an act does not cite it: a text that has to would say its day and title."""
    return _CITED.sub("", text)


def without_unknown(text: str, known: set[str]) -> str:
    """The text; an act of which nobody knows the day loses its number."""
    return _CITED.sub(lambda found: found[0] if found[1] in known else "", text)


def _spelt(value: Any, first: dict[str, str], known: set[str]) -> Any:
    if isinstance(value, str):
        value = without_unknown(value, known)
        for short, full in list(first.items()):
            if short in value:
                value = value.replace(short, full, 1)
                del first[short]
        return value
    if isinstance(value, list):
        return [_spelt(each, first, known) for each in value]
    if isinstance(value, tuple):
        return type(value)(*(_spelt(each, first, known) for each in value))
    return value
