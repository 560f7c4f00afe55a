"""See to it that a layout prints all it is given: what nobody prints vanishes without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from kh_docs.layout.lines import Line
from kh_docs.patterns import re
from kh_docs.render.values import Block, Run

# By these a layout chooses and tells apart; it need not print them.
CHOSEN_BY = frozenset({"id", "field", "columns", "terms", "style", "kind", "key"})
_BETWEEN = re.compile(rb">([^<]+)")
_TAG = re.compile(rb'<w:tag w:val="([^"]*)"')
MOST_PLACES = 3
_ENDS = re.compile("[\n\t]")


class Said(NamedTuple):
    """A text of the context, or a control by its tag, and where it stands there."""

    place: str
    text: str
    tag: str = ""


def unsaid(
    values: Mapping[str, Any], parts: Iterable[bytes], printed: Callable[[], Iterable[str]]
) -> Said | None:
    """The first text of `values` that stands less often in the filled `parts` than it was given.

    A text stands between two tags of the XML, as nearly all do; else `printed` gives all that the layout
    printed, for one that stands among words of the layout.
    """
    parts = list(parts)
    found = Counter(_plain(unescape(text.decode())) for part in parts for text in _BETWEEN.findall(part))
    tags = {unescape(tag.decode()) for part in parts for tag in _TAG.findall(part)}
    given = list(_gathered(values, ""))
    if lost := next((said for said in given if said.tag and said.tag not in tags), None):
        return lost
    wanted = Counter(text for said in given for text in _pieces(said.text))
    missed = {text for text, times in wanted.items() if found[text] < times}
    if missed:
        more = Counter(text for value in printed() for text in _pieces(value))
        missed = {text for text in missed if max(more[text], found[text]) < wanted[text]}
    first = next((said for said in given if missed.intersection(_pieces(said.text))), None)
    if first is None:
        return None
    # Which of those that say the same is not printed, nobody can tell.
    same = dict.fromkeys(said.place for said in given if said.text == first.text)
    return first._replace(place=", ".join(list(same)[:MOST_PLACES]))


def _plain(text: str) -> str:
    return "".join(text.split())


def _pieces(text: str) -> list[str]:
    """The text as a part of Word's holds it: a tab or a new line stands between two pieces."""
    if text.isalnum():
        return [text]
    return [plain for piece in _ENDS.split(text) if (plain := _plain(piece))]


def _gathered(value: Any, place: str) -> Iterator[Said]:
    """Every text of `value`, in order."""
    if isinstance(value, str):
        yield Said(place, value)
    elif isinstance(value, Run):
        yield Said(place, value.text, value.tag)
    elif isinstance(value, Block):
        place = f"{place} ({value.style})"
        for run in value.runs:
            yield Said(place, run.text, run.tag)
        if value.tag:
            yield Said(place, value.hint, value.tag)
    elif isinstance(value, (Mapping, tuple, list)) and not isinstance(value, Line):
        as_mapping = getattr(value, "_asdict", None)
        named = as_mapping() if as_mapping else value
        if isinstance(named, Mapping):
            for name, inner in named.items():
                if name not in CHOSEN_BY:
                    yield from _gathered(inner, f"{place}.{name}" if place else str(name))
        else:
            for inner in named:
                yield from _gathered(inner, place)
