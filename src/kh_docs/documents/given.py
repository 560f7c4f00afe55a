"""What a document is called and numbered by: its type's own words, and what is known only at signing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kh_docs.documents.speech import Speech


class Given(NamedTuple):
    """What is known only at signing; None stays a plain blank (interface.md)."""

    issued_on: date | None = None
    number: str | None = None


class Frame(NamedTuple):
    """The document type's own words: “KẾ HOẠCH”, its whole symbol, its name in file properties."""

    type_name: str
    symbol: str
    noun: str


def frame_of(speech: Speech, type_name: str, symbol: str) -> Frame:
    """The frame of a document that the unit issues."""
    return Frame(type_name.upper(), f"{symbol}-{speech.unit_plan.issuer.symbol}", type_name)
