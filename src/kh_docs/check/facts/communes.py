"""Communes that are said to lie in a unit, held against the catalogue: those of another unit contradict."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.passages import placed_sentences
from kh_docs.check.past import is_told_as_past
from kh_docs.check.words import UPPER, fold
from kh_docs.model.book import Book
from kh_docs.model.units import Unit
from kh_docs.patterns import re

_NAME: Final = rf"[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,3}}"
_TYPE: Final = r"(?:xã|phường|thị trấn)"
_UPPER_TYPE: Final = r"(?i:huyện|thị xã|thành phố)"
_MORE: Final = rf"(?:(?:, | và |, {_TYPE} | và {_TYPE} ){_NAME})*"
# “Xã A, huyện B”; “các xã A, C thuộc huyện B”.
_IN_UNIT: Final = re.compile(
    rf"\b(?i:{_TYPE}) (?P<names>{_NAME}{_MORE})"
    rf"(?:,| thuộc| của|,? trên địa bàn|,? ở)? \(?{_UPPER_TYPE} (?P<unit>{_NAME})"
)
# “02 xã biên giới của huyện là A và C”.
_OF_THE_UNIT: Final = re.compile(
    rf"\b{_TYPE}(?: [^\W\d_]+){{0,4}} (?:của|trên địa bàn|thuộc) {_UPPER_TYPE}(?: (?P<unit>{_NAME}))?"
    rf"(?: là| gồm|, gồm|:)(?: các)?(?: {_TYPE})? (?P<names>{_NAME}{_MORE})"
)
_EACH: Final = re.compile(_NAME)


class KnownCommunes(NamedTuple):
    """In which units each name of a commune lies, the communes of each unit, and whose the document is."""

    holders: Mapping[str, tuple[str, ...]]
    # By the unit's name: the names of its communes, as they are looked for.
    communes: Mapping[str, frozenset[str]]
    unit: str


def known_communes(book: Book, unit: Unit | None) -> KnownCommunes:
    """Those of the plan's units that have units below them."""
    holders: dict[str, list[str]] = {}
    for each in book.units.values():
        for child in each.children:
            holders.setdefault(child.name, []).append(each.full_name)
    communes = {
        each.name: frozenset(fold(name) for child in each.children for name in (child.name, *child.aliases))
        for each in book.units.values()
        if each.children
    }
    return KnownCommunes(
        {name: tuple(dict.fromkeys(found)) for name, found in holders.items()},
        communes,
        unit.name if unit is not None else "",
    )


def communes_in(text: str, known: KnownCommunes) -> Iterator[Statement]:
    """Each commune that is said to lie in a unit and lies in another."""
    for start, part in placed_sentences(text) if known.communes else ():
        for pattern in (_IN_UNIT, _OF_THE_UNIT):
            for match in pattern.finditer(part):
                unit = match["unit"] or known.unit
                for name in _EACH.finditer(match["names"]):
                    low = match.start("names") + name.start()
                    past = is_told_as_past(part, low, low + len(name[0]))
                    if _lies_elsewhere(name[0], unit, known) and not past:
                        said = Statement("unit", name[0], start + low, "contradicts")
                        yield said._replace(expected=", ".join(known.holders[name[0]]))


def _lies_elsewhere(name: str, unit: str, known: KnownCommunes) -> bool:
    """Whether only other units have a commune of this name, or one that it could be short for."""
    own = known.communes.get(unit)
    return own is not None and name in known.holders and not any(each.startswith(fold(name)) for each in own)
