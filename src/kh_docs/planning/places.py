"""Find the units that a plan names, and the names in the place of a unit that the list does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.model.units import Former, Unit
from kh_docs.planning.outline import OutlineClause, Question
from kh_docs.planning.spans import Span, sentence_at
from kh_docs.text import slug, spelt_alike

_TYPES = r"thành phố|thị xã|huyện|quận|thị trấn|phường|đặc khu|xã|TP\.?|TX\.?"
TYPE_WORDS = frozenset(("thành", "thị", "huyện", "quận", "phường", "đặc", "xã", "tp.", "tx."))
_NAME = r"[^\W\d_a-zđ]\w*(?:\s+[^\W\d_a-zđ]\w*){0,3}"
_TYPED = re.compile(rf"(?<!\w)(?P<type>(?i:{_TYPES}))\s+(?P<name>{_NAME})")
_NEXT = re.compile(rf"(?:\s*[,;]\s*|\s+và\s+)(?:(?P<type>{_TYPES})\s+)?(?P<name>{_NAME})")
_LIST = re.compile(rf"(?:gồm(?: có)?|như|là|sau)\s*:\s*(?P<name>{_NAME})")
# Words with a capital that follow a type without being the name of a unit; abbreviations are none either.
_NO_NAMES = frozenset(["Công", "Ban", "Đoàn", "Hội", "Ủy", "Uỷ", "Hồ", "Trung", "Việt"])


class NamedUnit(NamedTuple):
    """A unit with the place where it is named."""

    id: str
    name: str
    clause: str
    line: int
    span: Span
    literal: str


class Places(NamedTuple):
    units: tuple[NamedUnit, ...]
    questions: tuple[Question, ...]


class Atlas(NamedTuple):
    """The units of the plan's day by id, and those of earlier days."""

    units: Mapping[str, Unit]
    former: Sequence[Former] = ()

    def unit_called(self, text: str) -> str | None:
        """The id of the unit that the text names and nothing else: “Xã Kim Liên”, “Kim Liên”."""
        found = re.fullmatch(
            rf"(?:(?i:UBND)\s+)?(?:(?P<type>(?i:{_TYPES}))\s+)?(?P<name>{_NAME})", text.strip()
        )
        unit = found and _known(self.units.values()).get(((found["type"] or "").lower(), _key(found["name"])))
        return unit.id if unit else None


def find_places(clauses: Sequence[OutlineClause], atlas: Atlas) -> Places:
    """Every unit named in every clause; a name that looks like one but is none is a question."""
    known = _known(atlas.units.values())
    types = {unit.type for unit in atlas.units.values()}
    former = {(each.type, _key(each.name)): each for each in atlas.former}
    found: list[NamedUnit] = []
    questions: list[Question] = []
    asked: set[str] = set()
    for clause in clauses:
        for kind, name, span in _mentions(clause.text):
            line = clause.line_at(span.start)
            literal = clause.text[span.start : span.end]
            if unit := known.get((kind, _key(name))):
                found.append(NamedUnit(unit.id, unit.name, clause.id, line, span, literal))
                continue
            first = name.split()[0]
            if not kind or first in _NO_NAMES or (first.isupper() and len(first) > 2) or _key(name) in asked:
                continue
            asked.add(_key(name))
            if before := former.get((kind, _key(name))):
                now = ", ".join(atlas.units[unit].full_name for unit in before.now if unit in atlas.units)
                message = _("“{}” là đơn vị cũ, nay thuộc: {}").format(literal, now)
            elif kind in types:
                message = _("“{}” không có trong danh mục đơn vị của kế hoạch").format(literal)
            else:
                continue
            questions.append(Question(clause.id, line, literal, message))
    return Places(tuple(found), tuple(questions))


def _known(units: Iterable[Unit]) -> dict[tuple[str, str], Unit]:
    """Units by type and name, and by name alone where no other has it."""
    known: dict[tuple[str, str], Unit] = {}
    names: dict[str, set[str]] = {}
    for unit in units:
        for spelling in (unit.name, *unit.aliases):
            key = _key(re.sub(rf"^(?:{_TYPES})\s+", "", spelling, flags=re.IGNORECASE))
            known.setdefault((unit.type, key), unit)
            known.setdefault(("", key), unit)
            names.setdefault(key, set()).add(unit.id)
    return {(kind, key): unit for (kind, key), unit in known.items() if kind or len(names[key]) == 1}


def _key(name: str) -> str:
    return spelt_alike(slug(name))


def _mentions(text: str) -> Iterator[tuple[str, str, Span]]:
    """Type, name and place of each: one with its type, and those that a list goes on with."""
    position = 0
    while True:
        starts = [found for found in (_TYPED.search(text, position), _LIST.search(text, position)) if found]
        if not starts:
            return
        first = min(starts, key=lambda found: found.start())
        kind = (first.groupdict().get("type") or "").lower()
        yield kind, first["name"], Span(first.start("type") if kind else first.start("name"), first.end())
        position = first.end()
        while more := _NEXT.match(text, position):
            kind = more["type"] or ""
            yield kind, more["name"], Span(more.start("type") if kind else more.start("name"), more.end())
            position = more.end()


def named_before(clause: OutlineClause, position: int, named: Iterable[NamedUnit]) -> tuple[NamedUnit, ...]:
    """The units that the sentence at `position` speaks to: named in it before that."""
    sentence = sentence_at(clause.text, position)
    found = {
        unit.id: unit
        for unit in named
        if unit.clause == clause.id and sentence.start <= unit.span.start < position
    }
    return tuple(found.values())
