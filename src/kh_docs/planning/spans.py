"""Pieces of a text by their ends, and whether they touch."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int

    def touches(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


# As much of a text before a place as tells what stands there.
_NEAR = 200


def before(text: str, position: int) -> str:
    """The words right before `position`; patterns that end there need not look further."""
    return text[max(0, position - _NEAR) : position]


def touches_any(span: Span, others: Iterable[Span]) -> bool:
    return any(span.touches(other) for other in others)


def sentence_at(text: str, position: int) -> Span:
    """The sentence around `position`: between full stops, semicolons outside brackets, ends of paragraphs."""
    sentences = _sentences(text)
    at = bisect_right(sentences, position, key=lambda sentence: sentence.end)
    if at == len(sentences):
        return Span(min(sentences[-1].end if sentences else 0, position), len(text))
    return sentences[at]._replace(start=min(sentences[at].start, position))


@lru_cache(256)
def _sentences(text: str) -> tuple[Span, ...]:
    found: list[Span] = []
    start = 0
    for stop in _ENDS.finditer(text):
        if stop[0] == ";" and _is_inside(text, start, stop.start()):
            continue
        if stop[0] == "\n" and _is_wrapped(text, stop.start()):
            continue
        found.append(Span(start, stop.end()))
        following = _NO_BLANK.search(text, stop.end())
        start = following.start() if following else len(text)
    if start < len(text):
        found.append(Span(start, len(text)))
    return tuple(found)


def paragraph_sentence(text: str, position: int) -> Span:
    """The same, over its semicolons."""
    part = sentence_at(text, position)
    start, end = part
    while start > 0 and text[:start].rstrip().endswith(";"):
        start = sentence_at(text, len(text[:start].rstrip()) - 1).start
    while end < len(text) and text[:end].endswith(";"):
        following = end + len(text[end:]) - len(text[end:].lstrip())
        if following >= len(text):
            break
        end = sentence_at(text, following).end
    return Span(start, end)


_NO_BLANK = re.compile(r"\S")
_ENDS = re.compile(r"[.!?…](?=\s|$)|[;\n]")


def _is_inside(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)


def _is_wrapped(text: str, at: int) -> bool:
    """Whether the line ends inside a paragraph: no stop before, no sign or table after it."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    after = text[at + 1 :].partition("\n")[0]
    return not before.endswith((":", "”", ")")) and not after.startswith("+") and " | " not in before + after
