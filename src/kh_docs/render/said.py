"""See to it that a layout prints all it is given: what nobody prints vanishes without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any, NamedTuple

from kh_docs.layout.lines import Line
from kh_docs.render.values import Block, Run

# By these a layout chooses and tells apart; it need not print them.
CHOSEN_BY = frozenset({"id", "field", "columns", "terms", "style", "kind", "key"})
_BETWEEN = re.compile(rb">([^<]+)")


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
    """The first text of `values` that stands in none of the filled `parts`, which are well-formed."""
    whole = "".join(unescape("".join(map(_text, parts))).split())
    all_said: list[Said] = []
    _gather(values, "", all_said)
    position, found = 0, set[str]()
    for said in all_said:
        if said.text in found:
            continue
        text = "".join(said.text.split())
        # Most stand there in the order of the context; to begin at the first word each time takes as long as
        # to make the document.
        place = whole.find(text, position)
        if place >= 0:
            position = place + len(text)
        elif text not in whole:
            return said
        found.add(said.text)
    return None


def _text(part: bytes) -> str:
    """What stands between the tags, as it is written there."""
    return b"".join(_BETWEEN.findall(part)).decode()


def _gather(value: Any, place: str, found: list[Said]) -> None:
    """Add every text of `value`, in order."""
    if isinstance(value, str):
        found.append(Said(place, value))
    elif isinstance(value, Run):
        found.append(Said(place, value.text))
    elif isinstance(value, Block):
        place = f"{place} ({value.style})"
        found += [Said(place, run.text) for run in value.runs]
    elif isinstance(value, (Mapping, tuple, list)) and not isinstance(value, Line):
        as_mapping = getattr(value, "_asdict", None)
        named = as_mapping() if as_mapping else value
        if isinstance(named, Mapping):
            for name, inner in named.items():
                if name not in CHOSEN_BY:
                    _gather(inner, f"{place}.{name}" if place else str(name), found)
        else:
            for inner in named:
                _gather(inner, place, found)
