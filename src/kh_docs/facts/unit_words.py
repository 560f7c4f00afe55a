"""Words for a unit, its committee and its children, as they stand in running text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kh_docs.model.unit_types import Issuer, UnitType
from kh_docs.model.units import UNIT_SLOT, Unit


class UnitWords(NamedTuple):
    """`{{ unit.… }}` of the wording files and of the names in the data."""

    id: str
    level: str
    type: str
    name: str
    full: str
    parent: str
    committee: str
    children: str
    child_types: str
    child: str
    n: str
    numbers: Mapping[str, str]

    def filled(self, text: str) -> str:
        """A name of the data with its `{{ unit.… }}` put in."""
        if "{" not in text:
            return text
        return UNIT_SLOT.sub(lambda found: str(getattr(self, found[1])), text)


class IssuerWords(NamedTuple):
    """What a document prints of the body that issues it."""

    name: str
    short: str
    symbol: str
    agency_top: str
    agency: str
    place: str
    signs: tuple[str, ...]


def unit_words(unit: Unit, types: Mapping[str, UnitType], issuers: Mapping[str, Issuer]) -> UnitWords:
    """The words for `unit`: “huyện Nam Đàn”, “các xã, thị trấn”, …"""
    present = [name for name in types if unit.count(name)] or list(types[unit.type].parts)
    # The more numerous first; of as many, in the order of the types.
    below = sorted(present, key=lambda name: -unit.count(name))
    words = UnitWords(
        id=unit.id,
        level=unit.level,
        type=unit.type,
        name=unit.name,
        full=unit.full_name,
        parent=unit.parent,
        committee="",
        children=f"các {', '.join(below)}",
        child_types=", ".join(below),
        child=present[0],
        n=f"{len(unit.children):02d}",
        numbers={name: f"{unit.count(name):02d}" for name in types},
    )
    return words._replace(committee=words.filled(issuers[types[unit.type].issuer].itself))


def issuer_words(words: UnitWords, issuer: Issuer, *, deputy: bool) -> IssuerWords:
    """The names and lines of the body that issues for the unit of `words`."""
    return IssuerWords(
        name=words.filled(issuer.name),
        short=words.filled(issuer.short),
        symbol=issuer.symbol,
        agency_top=words.filled(issuer.agency_top).upper(),
        agency=words.filled(issuer.agency).upper(),
        place=words.filled(issuer.place),
        signs=issuer.deputy_signs if deputy else issuer.signs,
    )
