"""Which units a figure binds, and each one's part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kh_docs.planning.places import NamedUnit
from kh_docs.planning.spans import Span, sentence_at

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_PARTS = re.compile(r"\s*[^();.]{0,80}\((?P<parts>[^()]*\d[^()]*)\)")
# No further figure stands between it and the units.
_AT = re.compile(r"[^\d;]*\s(?:tại|ở|thuộc|cho)\s+(?:các\s+|UBND\s+|địa bàn\s+)*$")
_AND = re.compile(r"\s*(?:,|và|,\s*và)\s*")


def units_of(text: str, span: Span, named: Sequence[NamedUnit]) -> tuple[str, ...]:
    """Those listed behind the figure (“gồm: …”), else those its sentence has named before it."""
    listed = re.match(r"[^.;\d()]{0,40}?\s*(?:,\s*)?\(?(?:gồm|là|bao gồm)(?: có)?\s*:?\s*", text[span.end :])
    sentence = sentence_at(text, span.start)
    if listed:
        start = span.end + listed.end()
        end = sentence_at(text, start).end
        if units := _ids(named, start, end):
            return units
    return _ids(named, sentence.start, span.start) or _at_places(text, span, named)


def _at_places(text: str, span: Span, named: Sequence[NamedUnit]) -> tuple[str, ...]:
    """“Xóa 100% … tại các xã A, B”: those in a row where it has to be done."""
    end = sentence_at(text, span.start).end
    behind = [unit for unit in named if span.end <= unit.span.start < end]
    if not behind or not _AT.match(text, span.end, behind[0].span.start):
        return ()
    last = 0
    while last + 1 < len(behind) and _AND.fullmatch(text, behind[last].span.end, behind[last + 1].span.start):
        last += 1
    return tuple(dict.fromkeys(unit.id for unit in behind[: last + 1]))


def _ids(named: Sequence[NamedUnit], start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit.id for unit in named if start <= unit.span.start < end))


def parts_of(
    text: str, span: Span, named: Sequence[NamedUnit]
) -> tuple[tuple[tuple[str, str], ...], Span | None]:
    found = _PARTS.match(text, span.end)
    if found is None:
        return (), None
    inside = Span(*found.span("parts"))
    units = [unit for unit in named if inside.start <= unit.span.start < inside.end]
    parts: list[tuple[str, str]] = []
    for unit in units:
        number = re.match(rf"\s*:?\s*({NUMBER})\b", text[unit.span.end : inside.end])
        if number is None:
            return (), None
        parts.append((unit.id, number[1]))
    return tuple(parts), inside if parts else None
