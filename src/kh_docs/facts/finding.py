"""Find the unit a clerk means, in whatever spelling, and never guess."""

from __future__ import annotations

import re

from kh_docs.errors import UnknownName
from kh_docs.facts.spellings import Asked, is_called, names_of
from kh_docs.i18n import _, either
from kh_docs.model.book import Book
from kh_docs.model.units import Unit
from kh_docs.text import nearest

# Below this likeness another place is meant: “Hanoi” is no misspelt Na Ngoi.
LIKE = 0.8


class UnknownUnit(UnknownName):
    """No unit has this name; `nearest` holds names that come close, `fix` says what else is known."""

    def __init__(self, asked: str, close: list[str], fix: str = "") -> None:
        self.asked, self.nearest = asked, close
        if close and not fix:
            fix = _("có phải {}?").format(either(close))
        self.fix = fix
        fix = fix or _("xem tên các đơn vị: kh-docs districts")
        super().__init__(_("không có đơn vị “{}” -> {}").format(asked, fix))


def units_of(book: Book) -> tuple[Unit, ...]:
    """All units of the plan, in the order of the unit table."""
    return tuple(book.units.values())


def unit_by_name(book: Book, asked: str) -> Unit:
    """The unit `asked` names, with or without diacritics, type, “UBND” or province; raises UnknownUnit."""
    name, *places = re.split(r"\s*,\s*", asked)
    meant = Asked.of(name, book.types.values())
    named = [
        unit
        for unit in book.units.values()
        if is_called(unit, meant) and all(_lies_in(book, unit, place) for place in places)
    ]
    if len(named) == 1:
        return named[0]
    if named:
        fix = _("ghi rõ {}").format(either(_full_names(named)))
        raise UnknownUnit(asked, _full_names(named), fix)
    raise _unknown(book, asked, meant)


def _full_names(units: list[Unit]) -> list[str]:
    return [unit.full_name for unit in units]


def _lies_in(book: Book, unit: Unit, place: str) -> bool:
    """Whether `place` is what the unit belongs to, or belonged to before."""
    held = {unit.parent, *(former.full_name for former in book.former if unit.id in former.now)}
    types = book.types.values()
    return any(Asked.of(place, types).names & Asked.of(name, types).names for name in held)


def _unknown(book: Book, asked: str, meant: Asked) -> UnknownUnit:
    """What to say instead: what became of such a unit, which type is right, whose it is, what is near."""
    gone = [former for former in book.former if is_called(former, meant)]
    other = [unit for unit in book.units.values() if is_called(unit, meant.whatever_type)]
    if gone and (meant.types or not other):
        now = [book.units[unit] for unit in dict.fromkeys(unit for former in gone for unit in former.now)]
        fix = _("{old} nay thuộc {new}").format(old=gone[0].full_name, new=", ".join(_full_names(now)))
        return UnknownUnit(asked, _full_names(now), fix)
    if other:
        return UnknownUnit(asked, _full_names(other))
    holders = [
        unit for unit in book.units.values() if any(is_called(child, meant) for child in unit.children)
    ]
    if holders:
        held = either(_full_names(holders))
        return UnknownUnit(asked, _full_names(holders), _("thuộc {}, kế hoạch giao đơn vị này").format(held))
    names = {name: unit.full_name for unit in book.units.values() for name in names_of(unit)}
    close = nearest(min(meant.names, key=len), names, least=LIKE)
    return UnknownUnit(asked, list(dict.fromkeys(names[name] for name in close)))
