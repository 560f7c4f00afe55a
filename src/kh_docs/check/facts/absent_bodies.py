"""Bodies that units like this one do not have: a border post in a district without border or coast."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kh_docs.check.facts.fact import Statement
from kh_docs.check.words import UPPER
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.patterns import re

# What a role's name says beside the name itself.
_BESIDE: Final = re.compile(r"^các | đóng trên địa bàn$")
_OF_SEVERAL: Final = re.compile(r"\bcác\b|,")
_OWN: Final = (
    r"(?: đóng)?(?:,? (?:trên|ở|tại|thuộc|của))?(?: địa bàn)? (?:huyện|thị xã|thành phố)"
    rf"(?! (?!{{unit}})[{UPPER}])"
)


class AbsentBodies(NamedTuple):
    """How they are said to be the unit's own; none without a unit."""

    pattern: re.Pattern[str] | None
    unit: str


def absent_bodies(own: UnitPlan | None) -> AbsentBodies:
    """Those of the unit's level that only units of other traits have."""
    if own is None:
        return AbsentBodies(None, "")
    held = {_bare(own.role_name(role)) for role in own.held.values()}
    names = {
        _bare(role.name)
        for role in own.book.roles
        if role.level == own.unit.level and role.name and not own.applies_to(role.applies)
    }
    several = (name for name in names - held if not _OF_SEVERAL.search(name) and "{{" not in name)
    words = "|".join(re.escape(name) for name in sorted(several, key=len, reverse=True))
    tail = _OWN.replace("{unit}", re.escape(own.unit.name))
    pattern = re.compile(rf"\b(?P<body>{words}){tail}") if words else None
    return AbsentBodies(pattern, own.unit.full_name)


def _bare(name: str) -> str:
    return _BESIDE.sub("", name)


def absent_in(text: str, absent: AbsentBodies) -> Iterator[Statement]:
    """Each that is said to be in the unit."""
    for match in absent.pattern.finditer(text) if absent.pattern is not None else ():
        expected = _("{unit} không có {body}").format(unit=absent.unit, body=match["body"])
        yield Statement("body", match["body"], match.start(), "contradicts", "", expected)
