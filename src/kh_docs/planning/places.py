"""Find the units that a plan names, and the names in the place of a unit that the list does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.model.units import Former, Unit
from kh_docs.planning.outline import OutlineClause, Question
from kh_docs.planning.spans import Span, sentence_at
from kh_docs.planning.unit_names import NAME, TYPES, known_units, mentions_in, name_key, type_of

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
            rf"(?:(?i:UBND)\s+)?(?:(?P<type>(?i:{TYPES})|(?:H|P|X|TT)\.)\s+)?(?P<name>{NAME})", text.strip()
        )
        unit = found and known_units(self.units.values()).get(
            (type_of(found["type"] or ""), name_key(found["name"]))
        )
        return unit.id if unit else None


def find_places(clauses: Sequence[OutlineClause], atlas: Atlas) -> Places:
    """Every unit named in every clause; a name that looks like one but is none is a question."""
    known = known_units(atlas.units.values())
    types = {unit.type for unit in atlas.units.values()}
    former = {(each.type, name_key(each.name)): each for each in atlas.former}
    found: list[NamedUnit] = []
    questions: list[Question] = []
    asked: set[str] = set()
    for clause in clauses:
        for kind, name, span in mentions_in(clause.text):
            line = clause.line_at(span.start)
            literal = clause.text[span.start : span.end]
            if unit := known.get((kind, name_key(name))):
                found.append(NamedUnit(unit.id, unit.name, clause.id, line, span, literal))
                continue
            first = name.split()[0]
            if (
                not kind
                or first in _NO_NAMES
                or (first.isupper() and len(first) > 2)
                or name_key(name) in asked
            ):
                continue
            asked.add(name_key(name))
            if before := former.get((kind, name_key(name))):
                now = ", ".join(atlas.units[unit].full_name for unit in before.now if unit in atlas.units)
                message = _("“{}” là đơn vị cũ, nay thuộc: {}").format(literal, now)
            elif kind in types:
                message = _("“{}” không có trong danh mục đơn vị của kế hoạch").format(literal)
            else:
                continue
            questions.append(Question(clause.id, line, literal, message))
    return Places(tuple(found), tuple(questions))


def named_before(clause: OutlineClause, position: int, named: Iterable[NamedUnit]) -> tuple[NamedUnit, ...]:
    """The units that the sentence at `position` speaks to: named in it before that."""
    sentence = sentence_at(clause.text, position)
    found = {
        unit.id: unit
        for unit in named
        if unit.clause == clause.id and sentence.start <= unit.span.start < position
    }
    return tuple(found.values())
