"""See to it that a layout prints all it is given: what nobody prints vanishes without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

from kh_docs.layout.lines import Line
from kh_docs.render.guard import strict_parser
from kh_docs.render.values import Block, Run

# By these a layout chooses and tells apart; it need not print them.
CHOSEN_BY = frozenset({"id", "field", "columns", "terms", "style", "kind", "key"})


class Said(NamedTuple):
    """A text of the context, and where it stands there."""

    place: str
    text: str


def shape_of(values: Mapping[str, Any]) -> frozenset[str]:
    """What tells contexts apart for a layout: their names, and the styles of their blocks."""
    names = set(values)
    for value in values.values():
        if isinstance(value, list) and value and isinstance(value[0], Block):
            names.update(block.style for block in value)
    return frozenset(names)


def unsaid(values: Mapping[str, Any], parts: Iterable[bytes]) -> Said | None:
    """The first text of `values` that stands in none of the filled `parts`."""
    whole = "".join("".join(text for part in parts for text in _texts(part)).split())
    position = 0
    for said in _said(values, ""):
        text = "".join(said.text.split())
        # Most stand there in the order of the context; to begin at the first word each time takes as long as
        # to make the document.
        found = whole.find(text, position)
        if found >= 0:
            position = found + len(text)
        elif text not in whole:
            return said
    return None


def _texts(part: bytes) -> Iterator[str]:
    root = etree.fromstring(part, strict_parser())
    yield from (str(text) for text in root.itertext())


def _said(value: Any, place: str) -> Iterator[Said]:
    if isinstance(value, str):
        yield Said(place, value)
    elif isinstance(value, Run):
        yield Said(place, value.text)
    elif isinstance(value, Block):
        for run in value.runs:
            yield Said(f"{place} ({value.style})", run.text)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in CHOSEN_BY:
                yield from _said(inner, f"{place}.{name}" if place else str(name))
    elif isinstance(value, Line):
        return  # drawn: it holds no words
    elif hasattr(value, "_fields"):
        yield from _said(value._asdict(), place)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _said(inner, place)
